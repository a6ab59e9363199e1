import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Application } from '../../../main/core/applications/applications.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'

type Props = { application: Application; onClose: () => void }

/** Sets an application aside, with the reason. */
export const DropDialog = ({ application: { id, customerName: name }, onClose }: Props) => {
  const t = useT()
  const [reason, setReason] = useState('')
  const drop = useCommand(api.applications.drop.mutationOptions(), {
    done: t('applications:drop.done', { name }),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('applications:drop.title', { name })}
      onClose={onClose}
      submit={t('applications:drop.submit')}
      disabled={reason.trim() === ''}
      pending={drop.isPending}
      error={drop.error}
      onSubmit={() => drop.mutate({ id, reason })}
    >
      <Text size="sm">{t('applications:drop.text')}</Text>
      <Textarea
        data-autofocus
        required
        autosize
        minRows={2}
        maxLength={500}
        label={t('applications:drop.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
