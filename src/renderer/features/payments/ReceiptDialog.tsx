import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { rateSchema } from '../../../main/core/exchange/exchange.contract.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { type PaymentMethod, paymentMethods } from '../../../main/core/payments/payments.contract.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { ActionProps } from '../../app/items.ts'
import { useHome } from '../../app/useHome.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { Left } from './Left.tsx'
import classes from './payments.module.css'
import { RateInput } from './RateInput.tsx'
import { SplitTable } from './SplitTable.tsx'
import { openOf } from './split.ts'
import { takeBack } from './takeBack.ts'
import { currencyOf, idsOf, tickedOf, useOpen } from './useOpen.ts'
import { usePlacement } from './usePlacement.ts'
import { WayChoice } from './WayChoice.tsx'

/** A receipt of a customer and what it settles. */
export const ReceiptDialog = ({ target, onClose }: ActionProps) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  const home = useHome()
  const [chosen, setCurrency] = useState(currencyOf(target))
  const currency = chosen ?? home
  const { ready, debits, credits, currencies } = useOpen(target, currency)
  const ids = idsOf(target)
  const ticked = tickedOf(debits, ids)
  const prefill = openOf(ticked) - openOf(tickedOf(credits, ids))
  const [written, setWritten] = useState<Minor | null | undefined>(undefined)
  const amount = written === undefined ? (prefill > 0 ? prefill : null) : written
  const [day, setDay] = useState<Day | null>(today)
  const [method, setMethod] = useState<PaymentMethod>('transfer')
  const [reference, setReference] = useState('')
  const [maturity, setMaturity] = useState<Day | null>(null)
  const [note, setNote] = useState('')
  const [rate, setRate] = useState('')
  const placement = usePlacement(debits, amount, ticked)
  const foreign = currency !== home
  const receive = useCommand(api.payments.receive.mutationOptions(), {
    done: ({ left }, input) =>
      t(left > 0 ? 'payments:receipt.doneLeft' : 'payments:receipt.done', {
        amount: format.money(input.amount ?? 0, input.currency),
        left: format.money(left, input.currency),
      }),
    undo: takeBack,
    onDone: () => onClose(true),
    quiet: true,
  })
  if (!target.customer || !ready) return null
  const customerId = target.customer.id
  const rateWrong = foreign && rate !== '' && !rateSchema.safeParse(rate).success
  const complete = amount !== null && amount > 0 && day !== null && !rateWrong
  return (
    <FormDialog
      title={t('payments:receipt.title', { name: target.customer.name })}
      onClose={onClose}
      size={760}
      submit={t('payments:receipt.submit', { amount: amount ? format.money(amount, currency) : '' })}
      disabled={!complete || placement.left < 0 || placement.wrong !== undefined}
      pending={receive.isPending}
      error={receive.error}
      summary={amount !== null && <Left left={placement.left} currency={currency} />}
      onSubmit={() =>
        complete &&
        receive.mutate({
          customerId,
          day,
          amount,
          currency,
          method,
          reference,
          note,
          maturity: method === 'draft' ? maturity : null,
          ...(foreign && rate !== '' && { rate }),
          allocate: placement.choice,
        })
      }
    >
      <div className={classes.row}>
        <MoneyInput
          data-autofocus
          required
          label={t('payments:field.amount')}
          currency={currency}
          value={amount}
          onChange={setWritten}
          error={amount !== null && amount <= 0 ? t('payments:field.amountAboveZero') : undefined}
        />
        <DayInput required w="100%" label={t('payments:field.day')} value={day} onChange={setDay} />
        <Select
          label={t('payments:field.method')}
          allowDeselect={false}
          value={method}
          onChange={(value) => setMethod(paymentMethods.find((one) => one === value) ?? 'transfer')}
          data={paymentMethods.map((value) => ({ value, label: t(`payments:method.${value}`) }))}
        />
        <TextInput
          className={method === 'draft' ? undefined : classes.wide}
          label={t('payments:field.reference')}
          maxLength={100}
          placeholder={t('payments:receipt.referenceHint')}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        {method === 'draft' && (
          <DayInput
            w="100%"
            clearable
            label={t('payments:field.maturity')}
            value={maturity}
            onChange={setMaturity}
            {...(day && { minDate: day })}
          />
        )}
        {currencies.length > 1 || foreign ? (
          <Select
            label={t('payments:field.currency')}
            allowDeselect={false}
            value={currency}
            onChange={(value) => value && setCurrency(value)}
            data={[...new Set([...currencies, home])]}
          />
        ) : (
          <TextInput
            label={t('payments:field.note')}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        {foreign && day && (
          <RateInput currency={currency} home={home} day={day} amount={amount} value={rate} onChange={setRate} />
        )}
      </div>
      <WayChoice placement={placement} label={t('payments:receipt.settles')} />
      {placement.way === 'hand' && (
        <SplitTable label={t('payments:split.debits')} lines={debits} placement={placement} currency={currency} />
      )}
    </FormDialog>
  )
}
