import { Checkbox, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import type { OrderRow } from '../../../main/core/orders/orders.contract.ts'
import { client } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { Note } from '../../components/Note.tsx'
import { CurrencySelect } from '../../components/PlaceSelects.tsx'
import classes from './orders.module.css'

type OrderDraft = Pick<OrderRow, 'number' | 'amount' | 'currency' | 'prepaid' | 'note'> & {
  day: Day | null
  expected: Day | null
}

type Props = {
  customer: { id: string; name: string }
  draft: Partial<OrderDraft> & { currency: string }
  /** The order that is changed; without it a new one. */
  order?: OrderRow
  /** The rules refuse it as it stands. */
  refused?: boolean
  onClose: () => void
  onDone?: (order: OrderRow) => void
}

/** Records an order, or changes one: it is checked again as it is written. */
export const OrderDialog = ({ customer, draft: given, order, refused = false, onClose, onDone }: Props) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const [draft, setDraft] = useState<OrderDraft>({
    number: '',
    amount: 0,
    prepaid: false,
    note: '',
    day: today,
    expected: null,
    ...given,
  })
  const change = (part: Partial<OrderDraft>) => setDraft({ ...draft, ...part })
  const { number, amount, currency, prepaid, note, day, expected } = draft
  const save = useCommand(
    {
      mutationKey: ['orders', 'save'],
      mutationFn: async (told: Omit<OrderDraft, 'day'> & { day: Day }) =>
        order
          ? client.orders.update({ ...told, id: order.id })
          : client.orders.add({ ...told, customerId: customer.id }),
    },
    {
      done: (decided) =>
        t(decided.order.state === 'held' ? 'orders:record.doneHeld' : 'orders:record.doneOpen', {
          number: decided.order.number,
        }),
      onDone: (decided) => {
        onClose()
        onDone?.(decided.order)
      },
      quiet: true,
    },
  )
  const money = format.money(amount, currency)
  return (
    <FormDialog
      title={order ? t('orders:record.edit', { number: order.number }) : t('orders:record.title', customer)}
      onClose={onClose}
      size={600}
      submit={
        order
          ? t('orders:record.save')
          : t(refused ? 'orders:record.submitHeld' : 'orders:record.submit', { amount: money })
      }
      disabled={number.trim() === '' || amount <= 0 || day === null}
      pending={save.isPending}
      error={save.error}
      onSubmit={() => day && save.mutate({ ...draft, day })}
    >
      <div className={classes.two}>
        <TextInput
          data-autofocus
          required
          className={classes.full}
          label={t('orders:record.number')}
          maxLength={100}
          value={number}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <MoneyInput
          required
          label={t('orders:record.amount')}
          currency={currency}
          value={amount === 0 ? null : amount}
          onChange={(next: Minor | null) => change({ amount: next ?? 0 })}
        />
        <CurrencySelect
          label={t('orders:record.currency')}
          value={currency}
          onChange={(next) => change({ currency: next })}
        />
        <DayInput
          required
          w="100%"
          label={t('orders:record.day')}
          maxDate={today}
          value={day}
          onChange={(next) => change({ day: next })}
        />
        <DayInput
          w="100%"
          clearable
          label={t('orders:record.expected')}
          {...(day && { minDate: day })}
          value={expected}
          onChange={(next) => change({ expected: next })}
        />
        <Textarea
          className={classes.full}
          autosize
          minRows={1}
          maxLength={500}
          label={t('orders:record.note')}
          value={note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        <Checkbox
          className={classes.full}
          label={t('orders:record.prepaid')}
          checked={prepaid}
          onChange={(event) => change({ prepaid: event.currentTarget.checked })}
        />
      </div>
      {refused && (
        <Note tone="late">
          <Text size="sm">{t('orders:record.willHold')}</Text>
        </Note>
      )}
    </FormDialog>
  )
}
