import { type LateInterest, lateInterest, type Movement, recoveryIndemnity } from '../interest/interest.rules.ts'
import { type RateSeries, rateSeries } from '../interest/rates.rules.ts'
import { addDays, type Day, daysBetween, minDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import type { LevelInput } from './dunning.contract.ts'

export type ChargedItem = {
  itemId: string
  kind: string
  number: string
  issued: Day
  due: Day
  currency: string
  amount: Minor
  /** Payments and credit notes matched with it. */
  movements: readonly Movement[]
  /** The day of a judgment that stopped its interest; null when it runs. */
  stopped: Day | null
  /** The contract's rate in percent, which the invoice bears; null for the statutory one. */
  contractRate: string | null
}

export type Charge = { interest: Minor; indemnity: Minor; detail: LateInterest | null }

/**
 * What a letter adds to its items, by item: late interest day by day (C. com. L441-10 II), and one fixed sum for each
 * invoice paid late, however many instalments of it are (C. com. D441-5). `problem` says what keeps the charges from
 * being worked out: a country without rates, or a half-year whose rate is not known yet.
 */
export const chargesOf = (
  items: readonly ChargedItem[],
  level: Pick<LevelInput, 'claimsInterest' | 'claimsIndemnity'>,
  { country, asOf }: { country: string; asOf: Day },
): { charges: Charge[]; problem: string | null } => {
  const nothing = { charges: items.map(() => ({ interest: 0, indemnity: 0, detail: null })), problem: null }
  if (!level.claimsInterest && !level.claimsIndemnity) return nothing
  try {
    const series = rateSeries(country)
    const invoices = new Set<string>()
    const charges = items.map((item): Charge => {
      const detail = level.claimsInterest ? interestOf(item, series, asOf) : null
      const invoice = `${item.kind} ${item.number} ${item.issued}`
      const first = !invoices.has(invoice)
      invoices.add(invoice)
      return {
        detail,
        interest: detail?.interest ?? 0,
        indemnity: level.claimsIndemnity && first ? indemnityOf(item, series, asOf) : 0,
      }
    })
    return { charges, problem: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'interest.rate-missing') return { ...nothing, problem: `rate-missing ${error.details.semester}` }
    if (error.code === 'interest.country-unknown') return { ...nothing, problem: `rates-unknown ${country}` }
    throw error
  }
}

const interestOf = (item: ChargedItem, series: RateSeries, asOf: Day): LateInterest =>
  lateInterest({
    principal: item.amount,
    due: item.due,
    // Interest runs to the day before the judgment (C. com. L622-28).
    until: item.stopped ? minDay(asOf, addDays(item.stopped, -1)) : asOf,
    movements: item.movements,
    rate: item.contractRate ?? series,
    dayCount: 'act/365',
    frozen: false,
  })

// A bounced receipt or a miscellaneous debit is no invoice; the sum is set in the country's own currency.
const indemnityOf = (item: ChargedItem, series: RateSeries, asOf: Day): Minor =>
  (item.kind === 'invoice' || item.kind === 'opening') && item.currency === series.indemnity.currency
    ? recoveryIndemnity({ country: series.country, daysLate: daysBetween(item.due, asOf), amount: item.amount })
    : 0
