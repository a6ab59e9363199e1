import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { useT } from '../i18n.ts'
import { NewPassword } from './NewPassword.tsx'

export const ChangePassword = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useCommand(api.people.changePassword.mutationOptions(), {
    done: t('people:own.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('people:own.title')}
      size={440}
      onClose={onClose}
      onSubmit={() => change.mutate({ current, next })}
      submit={t('people:own.action')}
      disabled={current === '' || next === ''}
      pending={change.isPending}
      error={change.error}
    >
      <PasswordInput
        label={t('people:own.current')}
        value={current}
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('people:signIn.show') }}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPassword onChange={setNext} />
    </FormDialog>
  )
}
