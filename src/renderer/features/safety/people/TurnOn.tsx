import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { rememberName } from '../../../app/people/lastName.ts'
import { NewPassword } from '../../../app/people/NewPassword.tsx'
import { useReadOnly } from '../../../app/readOnly.ts'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { Note } from '../../../components/Note.tsx'
import { SettingsSection } from '../../../components/SettingsSection.tsx'

/** The book is one person's: what it takes to have others, and what that means. */
export const TurnOn = ({ account }: { account: string }) => {
  const t = useT()
  const readOnly = useReadOnly('administer')
  const [name, setName] = useState(account)
  const [password, setPassword] = useState('')
  const turnOn = useCommand(api.people.turnOn.mutationOptions(), {
    done: t('safety:people.off.done'),
    onDone: (_none, input) => rememberName(input.name),
    quiet: true,
  })
  const ready = !readOnly && name.trim() !== '' && password !== ''
  return (
    <SettingsSection title={t('safety:people.off.title')} about={t('safety:people.off.about')}>
      <form
        data-full
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !turnOn.isPending) turnOn.mutate({ name: name.trim(), password })
        }}
      >
        <Stack maw={420}>
          <Text fw={600}>{t('safety:people.off.first')}</Text>
          <TextInput
            label={t('safety:people.off.name')}
            description={t('safety:people.off.nameText')}
            value={name}
            maxLength={100}
            autoComplete="username"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NewPassword label={t('safety:people.off.password')} onChange={setPassword} />
          <Note>
            <Text size="sm">{t('safety:people.off.lost')}</Text>
          </Note>
          <ErrorNote error={turnOn.error} />
          <Group>
            <Button type="submit" disabled={!ready} loading={turnOn.isPending}>
              {t('safety:people.off.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SettingsSection>
  )
}
