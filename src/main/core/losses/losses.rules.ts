import { addMonths, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Limit } from '../limits/limits.contract.ts'
import { baseLimit } from '../limits/limits.rules.ts'
import type { Override } from '../limits/verdict.schema.ts'
import type { Loss, Origin, PolicyEffect, RelationAge, refusingRules } from './losses.contract.ts'

/** What was known of a customer and its group by the day an invoice was issued. Amounts in the company's currency. */
export type Background = {
  /** Every decision, in the order they were taken. */
  decisions: readonly Limit[]
  ofGroup: readonly Limit[]
  overrides: readonly Override[]
  /** The day the customer was first invoiced. */
  firstInvoiced: Day | null
  worth: (limit: Limit) => Minor | null
  newCustomers: { months: number; ceiling: Minor }
  /** When the book's first limit was decided; null when none ever was. */
  limitsSince: Day | null
}

/** The account on that day, its own and its group's, the invoice included. */
export type Balance = { own: Minor; group: Minor }

type Traced = Pick<Loss, 'origin' | 'limitId' | 'limit' | 'reviewId' | 'decidedBy' | 'decidedOn'>

/** The limit in force on a day as it was decided by then: what was decided later, for days before, let nothing in. */
const limitOn = (decisions: readonly Limit[], day: Day): Limit | null => {
  const { state, limit } = baseLimit(
    decisions.filter(({ decidedOn }) => decidedOn <= day),
    day,
  )
  return state === 'set' ? limit : null
}

const nobody = (origin: Origin): Traced => ({
  origin,
  limitId: null,
  limit: null,
  reviewId: null,
  decidedBy: '',
  decidedOn: null,
})

/**
 * What let an invoice in: the lower of the customer's and its group's limit if the account stayed within it, else an
 * override in force that was large enough, else nobody. `carried`: taken over from the ledger before the book; `worth`: of
 * the whole invoice.
 */
export const traceOrigin = (
  { issued, carried, worth: amount }: { issued: Day; carried: boolean; worth: Minor },
  balance: Balance,
  known: Background,
): Traced => {
  const held = [
    { limit: limitOn(known.decisions, issued), owed: balance.own },
    { limit: limitOn(known.ofGroup, issued), owed: balance.group },
  ].flatMap(({ limit, owed }) => {
    const most = limit && known.worth(limit)
    return limit && most !== null ? [{ limit, most, owed }] : []
  })
  const passed = held.find(({ most, owed }) => owed > most)
  const lowest =
    passed ?? held.reduce<(typeof held)[number] | null>((low, one) => (low && low.most <= one.most ? low : one), null)
  const ofLimit = lowest && {
    limitId: lowest.limit.id,
    limit: lowest.most,
    reviewId: lowest.limit.reviewId,
    decidedBy: lowest.limit.decidedBy,
    decidedOn: lowest.limit.decidedOn,
  }
  if (ofLimit && !passed) return { ...ofLimit, origin: ofLimit.reviewId === null ? 'limit' : 'review' }
  const granted = known.overrides.findLast(
    ({ from, until, amount: most }) => from <= issued && until >= issued && amount <= most,
  )
  if (granted)
    return {
      ...(ofLimit ?? nobody('override')),
      origin: 'override',
      reviewId: null,
      decidedBy: granted.by,
      decidedOn: granted.from,
    }
  if (ofLimit) return { ...ofLimit, origin: 'over-limit', decidedBy: '', decidedOn: null }
  if (carried || (known.limitsSince !== null && issued < known.limitsSince)) return nobody('before-book')
  const { months, ceiling } = known.newCustomers
  const isNew = known.firstInvoiced !== null && issued < addMonths(known.firstInvoiced, months)
  return nobody(isNew && balance.own <= ceiling ? 'new-customer' : 'no-limit')
}

/** Sums by a property, the largest amount first. What has no known worth counts as an item and adds nothing. */
export const sumsBy = <K extends string>(
  losses: readonly Loss[],
  keyOf: (loss: Loss) => K,
): { key: K; items: number; amount: Minor }[] =>
  [...Map.groupBy(losses, keyOf)]
    .map(([key, own]) => ({
      key,
      items: own.length,
      amount: own.reduce((sum, { worth }) => sum + (worth ?? 0), 0),
    }))
    .sort((a, b) => b.amount - a.amount)

/** How old a relation was: under six months, up to twelve, up to thirty-six, older. Unknown beginnings are the sale itself. */
export const relationAge = (firstInvoiced: Day | null, issued: Day): RelationAge => {
  if (firstInvoiced === null || issued < addMonths(firstInvoiced, 6)) return 'under6'
  if (issued < addMonths(firstInvoiced, 12)) return 'to12'
  return issued < addMonths(firstInvoiced, 36) ? 'to36' : 'over36'
}

type Measure = {
  rule: (typeof refusingRules)[number] | null
  limit: Minor | null
  /** The account with the invoice, and what of the invoice was lost. */
  balance: Minor
  amount: Minor
  /** Percent of the limit that may be passed before an order is refused. */
  tolerance: number
}

/**
 * What of a loss would not have been sold on credit: all of it where the sale is refused; else what the account passes the
 * limit by, at most the loss. Within the tolerance nothing is held back.
 */
export const effectOf = ({
  rule,
  limit,
  balance,
  amount,
  tolerance,
}: Measure): { effect: PolicyEffect; avoided: Minor } => {
  if (rule !== null) return { effect: 'refused', avoided: amount }
  if (limit === null) return { effect: 'untold', avoided: 0 }
  if (BigInt(balance) * 100n <= BigInt(limit) * BigInt(100 + tolerance)) return { effect: 'same', avoided: 0 }
  return { effect: 'less', avoided: Math.min(amount, balance - limit) }
}
