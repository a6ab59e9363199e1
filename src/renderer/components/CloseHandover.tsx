import { Button, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Handover } from '../../main/core/handovers/handovers.contract.ts'
import { api } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useFormat } from '../app/format.ts'
import { useT } from '../app/i18n.ts'
import { FormDialog } from './FormDialog.tsx'
import { isPaid } from './handover.totals.ts'

/** Ends a hand-over with a reason; what is still to be collected is said first. */
export const CloseHandover = ({ handover }: { handover: Handover }) => {
  const t = useT()
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const close = useCommand(api.handovers.close.mutationOptions(), {
    done: t('dunning:handovers.closed'),
    onDone: () => setAsking(false),
    quiet: true,
  })
  const left = handover.totals.map(({ open, currency }) => format.money(open, currency)).join(' + ')
  return (
    <>
      <Button variant={isPaid(handover) ? 'filled' : 'default'} onClick={() => setAsking(true)}>
        {t('dunning:handovers.close')}
      </Button>
      {asking && (
        <FormDialog
          title={t('dunning:handovers.closeTitle', { customer: handover.customerName })}
          onClose={() => setAsking(false)}
          submit={t('dunning:handovers.close')}
          disabled={reason.trim() === ''}
          pending={close.isPending}
          error={close.error}
          onSubmit={() => close.mutate({ id: handover.id, reason })}
        >
          {!isPaid(handover) && <Text size="sm">{t('dunning:handovers.closeOpen', { amount: left })}</Text>}
          <Text size="sm">{t('dunning:handovers.closeText')}</Text>
          <Textarea
            data-autofocus
            required
            autosize
            minRows={2}
            maxLength={500}
            label={t('dunning:handovers.closeReason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </FormDialog>
      )}
    </>
  )
}
