import { Autocomplete, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Day } from '../../../main/core/kernel/day.ts'
import { type Minor, parseDecimal, roundHalfUp } from '../../../main/core/kernel/money.ts'
import { taxWithin } from '../../../main/core/payments/matching.rules.ts'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import type { ActionProps } from '../../app/items.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { DayInput } from '../../components/DayInput.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormDialog } from '../../components/FormDialog.tsx'
import { useItem } from '../../components/items/useItem.ts'
import { MoneyInput } from '../../components/MoneyInput.tsx'
import { Left } from './Left.tsx'
import classes from './payments.module.css'
import { takeBack } from './takeBack.ts'

const TAX_RATES = ['20', '10', '5.5', '2.1', '0']
const RATE = /^\d{1,2}(\.\d{1,3})?$/

/** A percentage as a decimal with a dot, and the part of an amount it makes; null when it is none. */
const partOf = (open: Minor, percent: string): Minor | null => {
  const parsed = RATE.test(percent) ? parseDecimal(percent) : null
  return parsed && roundHalfUp(BigInt(open) * parsed.units, 100n * 10n ** BigInt(parsed.scale))
}

const dotted = (text: string): string => text.trim().replace(',', '.')

/** An early-payment discount: by amount or percentage, with the VAT that is corrected with it. */
export const DiscountDialog = ({ target, onClose }: ActionProps) => {
  const t = useT()
  const format = useFormat()
  const today = useWorkingDay()
  // The list may show another day.
  const item = useItem(target.items[0], today)
  const [by, setBy] = useState<'percent' | 'amount'>('percent')
  const [typed, setPercent] = useState<string | null>(null)
  const offered = useQuery(api.policy.get.queryOptions({ input: {} })).data?.content.charges.discount
  const percent = typed ?? offered?.percent ?? '2'
  const [written, setWritten] = useState<Minor | null>(null)
  const [taxRate, setTaxRate] = useState('20')
  const [day, setDay] = useState<Day | null>(today)
  const [note, setNote] = useState('')
  const discount = useCommand(api.payments.discount.mutationOptions(), {
    done: ({ tax }) =>
      t('payments:discount.done', { number: item?.number, tax: format.money(tax, item?.currency ?? 'EUR') }),
    undo: takeBack,
    onDone: () => onClose(true),
    quiet: true,
  })
  if (!item) return null
  const money = (minor: Minor) => format.money(minor, item.currency)
  const amount = by === 'percent' ? partOf(item.open, dotted(percent)) : written
  const rate = dotted(taxRate)
  const rateRight = RATE.test(rate)
  const tax = amount !== null && rateRight ? taxWithin(amount, rate) : null
  const wrong = amount !== null && amount > item.open
  return (
    <FormDialog
      title={t('payments:discount.title', { number: item.number })}
      onClose={onClose}
      submit={t('payments:discount.submit', { amount: money(amount ?? 0) })}
      disabled={amount === null || amount <= 0 || wrong || !rateRight || day === null}
      pending={discount.isPending}
      error={discount.error}
      summary={amount !== null && <Left left={item.open - amount} currency={item.currency} words="discount" />}
      onSubmit={() => day && amount && discount.mutate({ itemId: item.id, day, amount, taxRate: rate, note })}
    >
      <SegmentedControl
        size="sm"
        aria-label={t('payments:discount.by')}
        value={by}
        onChange={(value) => {
          // The other field goes on from the figure that stood here.
          if (value === 'amount') setWritten(amount)
          setBy(value as typeof by)
        }}
        data={[
          { value: 'percent', label: t('payments:discount.byPercent') },
          { value: 'amount', label: t('payments:discount.byAmount') },
        ]}
      />
      <div className={classes.two}>
        {by === 'percent' ? (
          <TextInput
            data-autofocus
            required
            inputMode="decimal"
            label={t('payments:discount.percent')}
            description={
              offered
                ? t('payments:discount.policy', { rate: format.percent(offered.percent), count: offered.days })
                : t('payments:field.openIs', { open: money(item.open) })
            }
            rightSection="%"
            rightSectionPointerEvents="none"
            value={percent}
            onChange={(event) => setPercent(event.currentTarget.value)}
            error={amount === null ? t('payments:discount.percentWrong') : undefined}
          />
        ) : (
          <MoneyInput
            data-autofocus
            required
            label={t('payments:discount.amount')}
            description={t('payments:field.openIs', { open: money(item.open) })}
            currency={item.currency}
            value={written}
            onChange={setWritten}
            error={wrong && t('payments:split.tooMuch', { number: item.number, open: money(item.open) })}
          />
        )}
        <Autocomplete
          required
          label={t('payments:discount.taxRate')}
          description={t('payments:discount.taxRateHint')}
          rightSection="%"
          value={format.decimal(taxRate)}
          onChange={(value) => setTaxRate(dotted(value))}
          data={TAX_RATES.map(format.decimal)}
          filter={({ options }) => options}
          error={!rateRight && t('payments:discount.taxRateWrong')}
        />
        <DayInput
          required
          w="100%"
          label={t('payments:field.day')}
          minDate={item.booked}
          value={day}
          onChange={setDay}
        />
        <TextInput
          label={t('payments:field.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      {amount !== null && tax !== null && (
        <Facts
          facts={[
            [t('payments:discount.gross'), money(amount)],
            [t('payments:discount.net'), money(amount - tax)],
            [t('payments:discount.tax', { rate: format.percent(rate) }), <strong key="tax">{money(tax)}</strong>],
          ]}
        />
      )}
      <Text size="xs" c="dimmed">
        {t('payments:discount.law')}
      </Text>
    </FormDialog>
  )
}
