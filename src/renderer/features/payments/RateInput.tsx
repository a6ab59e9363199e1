import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { rateSchema } from '../../../main/core/exchange/exchange.contract.ts'
import { atRate, rateOn } from '../../../main/core/exchange/exchange.rules.ts'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import classes from './payments.module.css'

type Props = {
  currency: string
  home: string
  day: Day
  amount: Minor | null
  /** An exact decimal with a dot; empty: the rate kept for the day. */
  value: string
  onChange: (rate: string) => void
}

/** The rate of a receipt in another currency, and what the receipt is worth at it. */
export const RateInput = ({ currency, home, day, amount, value, onChange }: Props) => {
  const t = useT()
  const format = useFormat()
  const kept = rateOn(useQuery(api.exchange.rates.queryOptions({ input: { currency } })).data?.rates ?? [], day)
  const valid = rateSchema.safeParse(value).success
  const rate = value === '' ? (kept?.rate ?? null) : valid ? value : null
  const worth = rate !== null && amount ? format.money(atRate(amount, currency, rate, home), home) : null
  const source = kept
    ? t('payments:rate.kept', { day: format.day(kept.day), rate: format.decimal(kept.rate) })
    : t('payments:rate.none')
  return (
    <TextInput
      className={classes.wide}
      inputMode="decimal"
      label={t('payments:rate.label', { currency, home })}
      placeholder={kept ? format.decimal(kept.rate) : undefined}
      description={[value === '' && source, worth && t('payments:rate.worth', { amount: worth })]
        .filter(Boolean)
        .join(' ')}
      value={format.decimal(value)}
      onChange={(event) => onChange(event.currentTarget.value.trim().replace(',', '.'))}
      error={value !== '' && !valid ? t('payments:rate.wrong') : undefined}
    />
  )
}
