import type { DayCount, LateDebt } from '../interest/interest.rules.ts'
import { fixedSum } from '../interest/interest.rules.ts'
import type { RateSeries } from '../interest/rates.rules.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'

/** What a late debt bears: its rate, how its days are counted, and the series that sets the fixed sum. */
export type LateTerms = Pick<LateDebt, 'rate' | 'dayCount' | 'frozen'> & {
  /** Null where no law is known and a contract sets the rate: no fixed sum is claimed. */
  series: RateSeries | null
  /** The contract's rate in percent; null where a law sets it. */
  contractRate: string | null
}

type Contract = { rate: string | null; dayCount: DayCount; frozen: boolean }

/**
 * The late-payment terms of an invoice. A customer with a regime of its own (a public buyer, another country) owes the
 * interest of that law, whatever the contract says; the others what the invoice bears: the contract's rate of its day, or
 * the law of the company's country. Refuses `interest.country-unknown` where neither a law nor a contract sets a rate.
 */
export const lateTerms = (
  { regime, issued }: { regime: string | null; issued: Day },
  book: { country: string; series: ReadonlyMap<string, RateSeries>; contractOn: (issued: Day) => Contract },
): LateTerms => {
  const key = regime ?? book.country
  const series = book.series.get(key) ?? null
  const { rate, dayCount, frozen } = book.contractOn(issued)
  if (regime === null && rate !== null) return { rate, dayCount, frozen, series, contractRate: rate }
  if (!series)
    throw new Refusal('interest.country-unknown', `No late-payment rates for ${key}`, {
      country: key,
      known: [...book.series.keys()],
    })
  return regime === null
    ? { rate: series, dayCount, frozen, series, contractRate: null }
    : { rate: series, dayCount: 'act/365', frozen: false, series, contractRate: null }
}

type Owed = { kind: string; currency: string; due: Day; amount: Minor }

/**
 * The fixed sum of an invoice paid late, in its currency; 0 where the law sets it in another: it is not converted. A
 * bounced receipt or a miscellaneous debit is no invoice.
 */
export const fixedSumOf = ({ kind, currency, due, amount }: Owed, { series }: LateTerms, asOf: Day): Minor =>
  series && (kind === 'invoice' || kind === 'opening') && currency === series.indemnity.currency
    ? fixedSum(series, { daysLate: daysBetween(due, asOf), amount })
    : 0
