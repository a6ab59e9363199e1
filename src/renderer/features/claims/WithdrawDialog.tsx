import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { HandoverStep } from '../../../main/core/handovers/handovers.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../components/FormDialog.tsx'

/** Takes a step back with the reason; it stays to be seen. */
export const WithdrawDialog = ({ step, onClose }: { step: HandoverStep; onClose: () => void }) => {
  const t = useT()
  const [reason, setReason] = useState('')
  const withdraw = useCommand(api.handovers.withdrawStep.mutationOptions(), {
    done: t('claims:steps.withdrawnToast'),
    onDone: onClose,
    quiet: true,
  })
  return (
    <FormDialog
      title={t('claims:steps.withdrawTitle')}
      onClose={onClose}
      submit={t('claims:steps.withdraw')}
      disabled={reason.trim() === ''}
      pending={withdraw.isPending}
      error={withdraw.error}
      onSubmit={() => withdraw.mutate({ stepId: step.id, reason })}
    >
      <Text size="sm">{t('claims:steps.withdrawText')}</Text>
      <Textarea
        data-autofocus
        required
        autosize
        minRows={2}
        maxLength={500}
        label={t('claims:steps.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
