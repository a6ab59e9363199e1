import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useCommand } from '../../../api/useCommand.ts'
import { useT } from '../../../app/i18n.ts'
import { useReadOnly } from '../../../app/readOnly.ts'
import { FormDialog } from '../../../components/FormDialog.tsx'
import { SettingsSection } from '../../../components/SettingsSection.tsx'

/** Leaves the book without people again, when nobody else is left. */
export const EndPeople = () => {
  const t = useT()
  const readOnly = useReadOnly('administer')
  const people = useQuery(api.people.list.queryOptions({ input: {} })).data?.people
  const [asking, setAsking] = useState(false)
  if (!people) return null
  const alone = people.length === 1
  return (
    <SettingsSection title={t('safety:people.end.title')} about={t('safety:people.end.about')}>
      <Stack gap="xs" data-full align="flex-start">
        <Button variant="default" disabled={readOnly || !alone} onClick={() => setAsking(true)}>
          {t('safety:people.end.action')}
        </Button>
        {!alone && (
          <Text size="sm" c="dimmed">
            {t('safety:people.end.others')}
          </Text>
        )}
      </Stack>
      {asking && <AskEnd onClose={() => setAsking(false)} />}
    </SettingsSection>
  )
}

const AskEnd = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const [password, setPassword] = useState('')
  const end = useCommand(api.people.turnOff.mutationOptions(), {
    done: t('safety:people.end.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('safety:people.end.confirm')}
      onClose={onClose}
      onSubmit={() => end.mutate({ password })}
      submit={t('safety:people.end.title')}
      disabled={password === ''}
      pending={end.isPending}
      error={end.error}
      grave
    >
      <Text size="sm">{t('safety:people.end.text')}</Text>
      <PasswordInput
        label={t('safety:people.end.password')}
        value={password}
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
