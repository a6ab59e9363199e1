import { Button, FileButton, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { useReadOnly } from '../../app/readOnly.ts'
import classes from './registers.module.css'

/** Takes register extracts of any size: they are handed over as they lie on the disk. */
export const CheckDrop = ({ onFiles }: { onFiles: (files: File[]) => void }) => {
  const t = useT()
  const readOnly = useReadOnly('import')
  const [over, setOver] = useState(false)
  const take = (files: readonly File[]) => files.length > 0 && onFiles([...files])
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      aria-label={t('registers:drop.title')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!readOnly)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (!readOnly) take([...event.dataTransfer.files])
      }}
    >
      <IconFileImport size={36} stroke={1.5} aria-hidden />
      <Text fw={600}>{t('registers:drop.title')}</Text>
      <Text size="sm" c="dimmed" maw={620}>
        {t('registers:drop.text')}
      </Text>
      <FileButton multiple onChange={take} disabled={readOnly}>
        {(button) => <Button {...button}>{t('registers:drop.choose')}</Button>}
      </FileButton>
      <Text size="xs" c="dimmed" maw={620}>
        {t('registers:drop.where')}
      </Text>
    </section>
  )
}
