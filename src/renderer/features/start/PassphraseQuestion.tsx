import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/errors.ts'
import { useT } from '../../app/i18n.ts'
import { PassphraseInput, PassphraseNote } from '../../components/PassphraseInput.tsx'
import { useWaits } from '../../components/useSecondsUntil.ts'
import classes from './start.module.css'

type Props = {
  path: string
  error: unknown
  opening: boolean
  onOpen: (passphrase: string) => void
  onCancel: () => void
}

/** What an encrypted book asks before it opens. */
export const PassphraseQuestion = ({ path, error, opening, onOpen, onCancel }: Props) => {
  const t = useT()
  const recent = useQuery(api.book.recent.queryOptions({ input: {} })).data?.books.find((one) => one.path === path)
  const [passphrase, setPassphrase] = useState('')
  const waits = useWaits(error)
  const ready = passphrase !== '' && waits === 0 && !opening
  return (
    <form
      className={classes.question}
      noValidate
      aria-labelledby="passphrase-question"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onOpen(passphrase)
      }}
    >
      <Stack gap={2}>
        <Title order={1} id="passphrase-question">
          {recent?.company || path.split(/[\\/]/).at(-1)}
        </Title>
        <Text size="sm" c="dimmed" className={classes.place}>
          {path}
        </Text>
      </Stack>
      <Text size="sm">{t('start:passphrase.about')}</Text>
      <PassphraseInput
        label={t('start:passphrase.label')}
        description={t('start:passphrase.or')}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
      />
      <PassphraseNote error={codeOf(error) === 'book.passphrase-needed' ? null : error} waits={waits} />
      <Group justify="space-between">
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('start:passphrase.other')}
        </Button>
        <Button type="submit" disabled={passphrase === '' || waits > 0} loading={opening}>
          {t('start:passphrase.open')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('start:passphrase.lost')}
      </Text>
    </form>
  )
}
