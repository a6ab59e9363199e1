import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'

type Props = {
  onRestore: (path: string) => void
  /** Shows the system’s dialog instead of a field. */
  choose?: () => void
}

/** A backup that is not in the list: on another drive, or of another computer. */
export const OtherBackup = ({ onRestore, choose }: Props) => {
  const t = useT()
  const [asked, setAsked] = useState(false)
  const [path, setPath] = useState('')
  if (!asked)
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        mt={8}
        style={{ alignSelf: 'flex-start' }}
        onClick={choose ?? (() => setAsked(true))}
      >
        {t('backups:list.other')}
      </Button>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (path.trim()) onRestore(path.trim())
      }}
    >
      <Group align="flex-end" mt={8} maw={900}>
        <TextInput
          flex={1}
          autoFocus
          label={t('backups:list.otherPath')}
          placeholder={t('backups:list.otherPlaceholder')}
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
          spellCheck={false}
        />
        <Button type="submit" variant="default" disabled={path.trim() === ''}>
          {t('backups:list.restore')}
        </Button>
      </Group>
    </form>
  )
}
