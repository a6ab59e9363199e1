import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { InstalmentPlan } from '../../../main/core/instalments/instalments.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'
import { Note } from '../../components/Note.tsx'

/** Ends a plan before its term: its items are reminded again. */
export const CancelPlan = ({ plan, onClose }: { plan: InstalmentPlan; onClose: () => void }) => {
  const t = useT()
  const format = useFormat()
  const [reason, setReason] = useState('')
  const cancel = useCommand(api.instalments.cancel.mutationOptions(), {
    done: t('instalments:cancel.done'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('instalments:cancel.title', { name: plan.customerName })}
      onClose={onClose}
      grave
      submit={t('instalments:cancel.action')}
      disabled={reason.trim() === ''}
      pending={cancel.isPending}
      error={cancel.error}
      onSubmit={() => cancel.mutate({ id: plan.id, reason })}
    >
      <Note tone="late">
        <Text size="sm">{t('instalments:cancel.text', { amount: format.money(plan.open, plan.currency) })}</Text>
      </Note>
      <TextInput
        data-autofocus
        required
        label={t('instalments:cancel.reason')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
