import { Select, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Handover, handoverTargets, mandateSchema } from '../../../main/core/handovers/handovers.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import { CustomerInput, type NamedCustomer } from '../../components/CustomerInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MandateFields } from '../../components/MandateFields.tsx'
import { Note } from '../../components/Note.tsx'

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
  const advice = useQuery({
    ...api.claims.routes.queryOptions({ input: { customerId: customer?.id ?? '' } }),
    enabled: customer !== null,
  }).data
  const best = advice?.routes.find(({ recommended }) => recommended)?.procedure
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
          procedure: to === 'agency' ? 'agency' : to === 'collection' ? null : (best ?? null),
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
      {advice && (
        <Note tone={advice.insolvent ? 'risk' : 'neutral'}>
          <Text size="sm">
            {advice.insolvent
              ? t('claims:routes.insolvent')
              : best
                ? t(`claims:routes.advice.${best}`)
                : t('claims:routes.none')}
          </Text>
        </Note>
      )}
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
