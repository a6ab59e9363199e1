import { Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type Handover, handoverTargets, mandateSchema } from '../../../main/core/handovers/handovers.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { CustomerInput, type NamedCustomer } from '../../components/CustomerInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MandateFields } from '../../components/MandateFields.tsx'

/** The way that somebody outside usually goes. */
const USUAL: Partial<Record<Handover['to'], Handover['procedure']>> = { agency: 'agency', court: 'payment-order' }

type Props = {
  /** Whose account, when that is known. */
  customer?: NamedCustomer
  onClose: () => void
  onDone: (id: string) => void
}

/** Hands an account over: to whom, on what terms, and why. */
export const HandOverDialog = ({ customer: known, onClose, onDone }: Props) => {
  const t = useT()
  const [customer, setCustomer] = useState<NamedCustomer | null>(known ?? null)
  const [to, setTo] = useState<Handover['to']>('collection')
  const [reason, setReason] = useState('')
  const [mandate, setMandate] = useState(() => mandateSchema.parse({}))
  const outside = to !== 'collection' && to !== 'court'
  const handOver = useCommand(api.handovers.handOver.mutationOptions(), {
    done: ({ customerName }) => t('dunning:handovers.started', { customer: customerName }),
    onDone: ({ id }) => onDone(id),
    quiet: true,
  })
  return (
    <FormDialog
      title={t('dunning:handovers.startTitle')}
      size={outside ? 640 : 520}
      onClose={onClose}
      submit={t('dunning:handovers.submit')}
      disabled={customer === null || reason.trim() === ''}
      pending={handOver.isPending}
      error={handOver.error}
      onSubmit={() =>
        customer &&
        handOver.mutate({
          customerId: customer.id,
          to,
          reason,
          procedure: USUAL[to] ?? null,
          ...(outside && { mandate }),
        })
      }
    >
      <Text size="sm">{t('dunning:handovers.startText')}</Text>
      <CustomerInput
        data-autofocus
        required
        label={t('dunning:handovers.customer')}
        value={customer}
        onChange={setCustomer}
      />
      <Select
        required
        allowDeselect={false}
        label={t('dunning:handovers.toWhom')}
        data={handoverTargets.map((value) => ({ value, label: t(`dunning:handovers.to.${value}`) }))}
        value={to}
        onChange={(value) => value && setTo(value)}
      />
      {outside && <MandateFields value={mandate} onChange={setMandate} />}
      <Textarea
        required
        autosize
        minRows={2}
        maxLength={500}
        label={t('dunning:handovers.why')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
