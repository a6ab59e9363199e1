import { Text, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, type Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import type { Verdict } from '../../../main/core/limits/limits.contract.ts'
import { api, client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../DayInput.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { MoneyInput } from '../MoneyInput.tsx'
import { Note } from '../Note.tsx'
import { AboveAuthority } from './AboveAuthority.tsx'
import classes from './credit.module.css'
import { ReasonList } from './ReasonList.tsx'

type Props = {
  customer: { id: string; name: string }
  /** What was asked for. */
  amount?: Minor
  orderNumber?: string
  /** A held order that is released at once; its number stays. */
  orderId?: string
  onClose: () => void
}

// A customer who is told “until Friday” orders by then.
const USUAL_DAYS = 7

/** Allows orders that the rules refuse: up to how much, until when, and why; a held one is released at once. */
export const AllowOrders = ({ customer, amount: wanted, orderNumber: known = '', orderId, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [amount, setAmount] = useState<Minor | null>(wanted ?? null)
  const [orderNumber, setOrderNumber] = useState(known)
  const [until, setUntil] = useState<Day | null>(addDays(today, USUAL_DAYS))
  const [reason, setReason] = useState('')
  const [asked] = useDebouncedValue(amount ?? 0, 200)
  const { data: verdict } = useQuery({
    ...api.limits.verdict.queryOptions({ input: { customerId: customer.id, amount: asked, orderNumber } }),
    placeholderData: keepPreviousData,
  })
  const currency = verdict?.currency ?? 'EUR'
  const override = useCommand(
    {
      mutationKey: ['limits', 'override'],
      mutationFn: async (input: Parameters<typeof client.limits.override>[0]) => {
        const granted = await client.limits.override(input)
        if (orderId) await client.orders.open({ id: orderId })
        return granted
      },
    },
    {
      done: ({ amount, until }) =>
        orderId
          ? t('limits:override.released', { number: known })
          : t('limits:override.done', {
              name: customer.name,
              amount: format.money(amount, currency),
              until: format.day(until),
            }),
      onDone: onClose,
      quiet: true,
    },
  )
  return (
    <FormDialog
      title={t('limits:override.title', { name: customer.name })}
      onClose={onClose}
      size={600}
      submit={
        orderId
          ? t('limits:override.submitRelease', { number: known })
          : t('limits:override.submit', { amount: format.money(amount ?? 0, currency) })
      }
      disabled={!amount || until === null || until < today || reason.trim() === ''}
      pending={override.isPending}
      error={override.error}
      onSubmit={() =>
        amount && until && override.mutate({ customerId: customer.id, amount, orderNumber, until, reason })
      }
    >
      <div className={classes.two}>
        <MoneyInput
          data-autofocus
          required
          label={t('limits:override.amount')}
          value={amount}
          onChange={setAmount}
          currency={currency}
        />
        <DayInput
          required
          w="100%"
          label={t('limits:override.until')}
          minDate={today}
          value={until}
          onChange={setUntil}
        />
        {!orderId && (
          <TextInput
            className={classes.full}
            label={t('limits:override.order')}
            description={t('limits:override.orderHint')}
            maxLength={100}
            value={orderNumber}
            onChange={(event) => setOrderNumber(event.currentTarget.value)}
          />
        )}
        <Textarea
          className={classes.full}
          required
          autosize
          minRows={2}
          maxLength={500}
          label={t('limits:override.reason')}
          description={t('limits:override.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      {verdict && <Lifted verdict={verdict} />}
      <AboveAuthority error={override.error} owner={{ customerId: customer.id }} onClose={onClose} />
    </FormDialog>
  )
}

/** What refuses such an order now: that, and nothing that comes up later, is lifted. */
const Lifted = ({ verdict }: { verdict: Verdict }) => {
  const t = useT()
  const refusing = verdict.reasons.filter(({ weight }) => weight === 'refuse')
  return (
    <Note tone={refusing.length > 0 ? 'late' : 'neutral'} role="status">
      <Text size="sm">{t(refusing.length > 0 ? 'limits:override.lifts' : 'limits:override.nothing')}</Text>
      <ReasonList reasons={refusing} currency={verdict.currency} />
    </Note>
  )
}
