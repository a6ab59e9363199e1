import { daysOfSales, type Figure, isKnown, lengthOf, monthsBefore } from '../figures/figures.rules.ts'
import { sumsBetween } from '../figures/positions.rules.ts'
import type { Fraction } from '../financials/fraction.rules.ts'
import { addDays, type Day, endOfMonth } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { PayablesMissing } from './payables.contract.ts'
import type { DayOfSuppliers } from './payables.model.ts'

type Stretch = { from: Day; until: Day }

export type PayablesOfDay = {
  day: Day
  /** Owed to suppliers with VAT; null where the ledgers of the book do not reach. */
  owed: Minor | null
  /** Invoices less credit notes with VAT: of the period, of the month before the day. */
  purchases: Minor
  purchasesOfMonth: Minor
  period: Stretch & { days: number }
  dpo: Fraction | PayablesMissing
}

/**
 * Days of purchases in what is owed: payables / purchases × days, both with VAT (domain 4.6).
 * 91 days, 210 owed, 900 bought: 21.2.
 */
export const daysOfPurchases = (owed: Minor, purchases: Minor, days: number): Fraction | PayablesMissing => {
  const figure: Figure = daysOfSales(owed, purchases, days)
  if (isKnown(figure)) return figure
  return figure === 'no-sales' ? 'no-purchases' : 'credit-balance'
}

/**
 * What is owed at the end of each of some days. What opens a year says what is owed on its first day, whatever the years
 * before it told: they may be missing, or have been closed since.
 * @param days ascending
 * @param moves ascending by day
 */
export const owedOn = (days: readonly Day[], moves: readonly DayOfSuppliers[]): Minor[] => {
  let [at, owed] = [0, 0]
  return days.map((day) => {
    while (at < moves.length && (moves[at] as DayOfSuppliers).day <= day) {
      const { day: of } = moves[at] as DayOfSuppliers
      let [opened, moved, opens] = [0, 0, false]
      for (; moves[at]?.day === of; at += 1) {
        const { kind, amount } = moves[at] as DayOfSuppliers
        if (kind === 'opening') [opened, opens] = [opened + amount, true]
        else moved += amount
      }
      owed = (opens ? opened : owed) + moved
    }
    return owed
  })
}

/**
 * What was owed to suppliers and bought from them, at each of some days, counted from the lines of the ledger.
 * @param known first and last day of those lines; they tell the whole month that the last one stands in
 */
export const payablesOn = (
  days: readonly Day[],
  months: number,
  moves: readonly DayOfSuppliers[],
  known: Stretch | null,
): PayablesOfDay[] => {
  const ascending = [...new Set(days)].sort()
  const owed = new Map(owedOn(ascending, moves).map((amount, at) => [ascending[at] as Day, amount]))
  const bought = sumsBetween(moves.filter(({ kind }) => kind === 'invoice' || kind === 'credit_note'))
  return days.map((day) => {
    const told = known !== null && known.from <= day && day <= endOfMonth(known.until)
    const month = { from: monthsBefore(day, 1), until: day }
    const whole = { from: monthsBefore(day, months), until: day }
    // Of a ledger that begins within the period, what it knows; divided by a few days, purchases would tell nothing.
    const period =
      known && known.from > whole.from && known.from <= day ? { ...whole, from: addDays(known.from, -1) } : whole
    const amount = told ? (owed.get(day) ?? 0) : null
    const purchases = bought(period)
    const length = lengthOf(period)
    return {
      day,
      owed: amount,
      purchases,
      purchasesOfMonth: bought(month),
      period: { ...period, days: length },
      dpo:
        known === null
          ? 'no-suppliers'
          : amount === null
            ? day < known.from
              ? 'history-too-short'
              : 'ledger-ends'
            : known.from > addDays(month.from, 1)
              ? 'history-too-short'
              : daysOfPurchases(amount, purchases, length),
    }
  })
}
