import { Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { addDays, type Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import type { Verdict } from '../../../main/core/limits/verdict.schema.ts'
import { client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { ReasonList } from '../../components/credit/ReasonList.tsx'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { Note } from '../../components/Note.tsx'
import classes from './orders.module.css'

type Props = {
  customer: { id: string; name: string }
  verdict: Verdict
  orderNumber: string
  /** The held order that is released at once. */
  orderId?: string
  onClose: () => void
}

// A customer who is told “until Friday” orders by then.
const USUAL_DAYS = 7

/** Allows what the rules refuse: up to how much, until when, and why; a held order is released at once. */
export const AllowDialog = ({ customer, verdict, orderNumber: known, orderId, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const { currency } = verdict
  const [amount, setAmount] = useState<Minor | null>(verdict.amount)
  const [orderNumber, setOrderNumber] = useState(known)
  const [until, setUntil] = useState<Day | null>(addDays(today, USUAL_DAYS))
  const [reason, setReason] = useState('')
  const allow = useCommand(
    {
      mutationKey: ['orders', 'allow'],
      mutationFn: async (input: Parameters<typeof client.limits.override>[0]) => {
        const granted = await client.limits.override(input)
        if (orderId) await client.orders.open({ id: orderId })
        return granted
      },
    },
    {
      done: (granted) =>
        orderId
          ? t('orders:allow.released', { number: known })
          : t('orders:allow.done', { until: format.day(granted.until) }),
      onDone: onClose,
      quiet: true,
    },
  )
  return (
    <FormDialog
      title={t('orders:allow.title', { name: customer.name })}
      onClose={onClose}
      size={600}
      submit={
        orderId
          ? t('orders:allow.submitRelease', { number: known })
          : t('orders:allow.submit', { amount: format.money(amount ?? 0, currency) })
      }
      disabled={!amount || until === null || until < today || reason.trim() === ''}
      pending={allow.isPending}
      error={allow.error}
      onSubmit={() => amount && until && allow.mutate({ customerId: customer.id, amount, orderNumber, until, reason })}
    >
      <Note tone="late">
        <Text size="sm">{t('orders:allow.lifts')}</Text>
        <ReasonList reasons={verdict.reasons.filter(({ weight }) => weight === 'refuse')} currency={currency} />
      </Note>
      <div className={classes.two}>
        <Textarea
          data-autofocus
          required
          className={classes.full}
          autosize
          minRows={2}
          maxLength={500}
          label={t('orders:allow.reason')}
          description={t('orders:allow.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <MoneyInput required label={t('orders:allow.amount')} currency={currency} value={amount} onChange={setAmount} />
        <DayInput required w="100%" label={t('orders:allow.until')} minDate={today} value={until} onChange={setUntil} />
        {!orderId && (
          <TextInput
            className={classes.full}
            label={t('orders:allow.order')}
            description={t('orders:allow.orderHint')}
            maxLength={100}
            value={orderNumber}
            onChange={(event) => setOrderNumber(event.currentTarget.value)}
          />
        )}
      </div>
    </FormDialog>
  )
}
