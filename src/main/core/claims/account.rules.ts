import { type Exact, type Movement, segmentsOf, sum, type Terms } from '../interest/interest.rules.ts'
import { addDays, addMonths, type Day, maxDay, minDay } from '../kernel/day.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'
import type { Imputation } from './claims.schema.ts'

/** `label`: what the account calls it, the number of a receipt for instance. */
export type Labelled = Movement & { readonly label?: string }

export type AccountDebt = Terms & {
  /** What was owed before any movement, VAT included. */
  principal: Minor
  /** The day of the account; movements up to it count. */
  asOf: Day
  /** Last day that bears interest, when it comes before: the day before a judgment (C. com. L622-28). */
  stopped: Day | null
  payments: readonly Labelled[]
  /** Credit notes and other reductions of the price: no payments, they reduce the principal from their day. */
  credits: readonly Labelled[]
  /** The fixed sum and other costs, from the day they are due. */
  costs: readonly Labelled[]
  imputation: Imputation
  /** The day capitalisation was asked for in court, or the due date where the contract says so; null: simple interest. */
  capitalisedFrom: Day | null
}

export type Balances = { principal: Minor; capitalised: Minor; interest: Minor; costs: Minor }
type Shares = { toPrincipal: Minor; toInterest: Minor; toCosts: Minor }
type Interest = { from: Day; days: number; rate: string; base: Minor }

/** `day` is the last day of an interest line; `after` is what is owed at its end, interest rounded for display. */
export type AccountLine = { day: Day; amount: Minor; after: Balances } & (
  | { kind: 'principal' | 'capitalised' | 'rounding' }
  | { kind: 'cost'; label: string }
  | ({ kind: 'payment' | 'credit'; label: string } & Shares)
  | ({ kind: 'interest' } & Interest)
)

export type DebtAccount = {
  lines: AccountLine[]
  /** Left on the day of the account. */
  left: Balances
  total: Minor
  /** All the interest that the debt bore, what was paid of it and what was capitalised included. */
  borne: Minor
  paid: Minor
  /** What movements left over once nothing was owed any more. */
  excess: Minor
}

/**
 * The days on which a whole year's interest starts to bear interest itself (C. civ. 1343-2): the first one from which
 * interest has been due for a year, not before it was asked for, then every year.
 */
const capitalisations = (firstDay: Day, from: Day | null, until: Day): Day[] => {
  if (from === null) return []
  const first = maxDay(from, addMonths(firstDay, 12))
  const days: Day[] = []
  for (let year = 0; ; year++) {
    const day = addMonths(first, 12 * year)
    if (day > until) return days
    days.push(day)
  }
}

type Event = {
  day: Day
  order: number
  kind: 'cost' | 'credit' | 'payment' | 'capitalised'
  amount: Minor
  label: string
}

// On one day costs come before what pays them; interest is capitalised at the end of the day before it bears any.
const eventsOf = (debt: AccountDebt, until: Day): Event[] => {
  const of = (movements: readonly Labelled[], kind: Event['kind'], order: number): Event[] =>
    movements
      .filter(({ day, amount }) => day <= debt.asOf && amount > 0)
      .map(({ day, amount, label = '' }) => ({ day, amount, kind, order, label }))
  const capitalised = capitalisations(addDays(debt.due, 1), debt.capitalisedFrom, until)
  return [
    ...of(debt.costs, 'cost', 0),
    ...of(debt.credits, 'credit', 1),
    ...of(debt.payments, 'payment', 2),
    ...capitalised.map(
      (day): Event => ({ day: addDays(day, -1), amount: 0, kind: 'capitalised', order: 3, label: '' }),
    ),
  ].toSorted((a, b) => (a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1))
}

const NOTHING: Exact = { numerator: 0n, denominator: 1n }
const rounded = ({ numerator, denominator }: Exact): Minor => roundHalfUp(numerator, denominator)
const less = (exact: Exact, amount: Minor): Exact => ({
  numerator: exact.numerator - BigInt(amount) * exact.denominator,
  denominator: exact.denominator,
})

// A rate that is that of the last day counted needs it beforehand: the day the ledger settles the debt.
const lastDayOf = (debt: AccountDebt, until: Day): Day => {
  let left = debt.principal
  for (const { day, amount } of [...debt.payments, ...debt.credits].toSorted((a, b) => a.day.localeCompare(b.day))) {
    left -= amount
    if (left <= 0) return minDay(day, until)
  }
  return until
}

type Part = 'costs' | 'interest' | 'principal'
const ORDERS: Record<Imputation, readonly Part[]> = {
  'principal-first': ['principal', 'interest', 'costs'],
  'interest-first': ['interest', 'principal', 'costs'],
  'costs-first': ['costs', 'interest', 'principal'],
}

/**
 * The account of one debt, line by line: interest day by day from the day after the due date (C. com. L441-10 II), each
 * payment imputed in the order chosen, credit notes taken off the principal. Interest is rounded once: when a payment
 * settles all that has accrued, when it is capitalised, and at the end. The day of a payment still bears interest on what
 * was owed before it. Refuses what `lateInterest` refuses.
 */
export const accountOfDebt = (debt: AccountDebt): DebtAccount => {
  const until = debt.stopped ? minDay(debt.asOf, debt.stopped) : debt.asOf
  const lastDay = lastDayOf(debt, until)
  const owed: Balances = { principal: debt.principal, capitalised: 0, interest: 0, costs: 0 }
  let accrued: Exact = NOTHING
  let from = addDays(debt.due, 1)
  let borne = 0
  let paid = 0
  let excess = 0
  let shown = 0
  const lines: AccountLine[] = []
  const after = (): Balances => ({ ...owed, interest: rounded(accrued) })
  lines.push({ kind: 'principal', day: debt.due, amount: debt.principal, after: after() })

  const accrue = (to: Day): void => {
    const end = minDay(to, until)
    if (end < from) return
    const base = owed.principal + owed.capitalised
    const stretch = { from, to: end, principal: base }
    from = addDays(end, 1)
    if (base <= 0) return
    for (const segment of segmentsOf([stretch], debt, lastDay)) {
      accrued = sum(accrued, segment.exact)
      shown += segment.interest
      const { days, rate, interest: amount } = segment
      lines.push({ kind: 'interest', from: segment.from, day: segment.to, days, rate, base, amount, after: after() })
    }
  }

  /** Takes what it can of an amount off one part; what has accrued goes before what was capitalised. */
  const takeOff = (part: Part, amount: Minor): Minor => {
    if (part === 'interest') {
      const whole = rounded(accrued)
      const now = Math.min(amount, Math.max(0, whole))
      // What rounds away is settled with the rest of it, and only with it: a payment of the principal settles no interest.
      if (now > 0) accrued = now === whole ? NOTHING : less(accrued, now)
      borne += now
      const compound = Math.min(amount - now, owed.capitalised)
      owed.capitalised -= compound
      return now + compound
    }
    const taken = Math.min(amount, owed[part])
    owed[part] -= taken
    return taken
  }

  const impute = (amount: Minor, order: readonly Part[]): Record<Part, Minor> => {
    const shares: Record<Part, Minor> = { costs: 0, interest: 0, principal: 0 }
    let left = amount
    for (const part of order) {
      shares[part] = takeOff(part, left)
      left -= shares[part]
    }
    excess += left
    return shares
  }

  for (const { day, kind, amount, label } of eventsOf(debt, until)) {
    if (kind === 'cost') {
      owed.costs += amount
      lines.push({ kind, day, amount, label, after: after() })
      continue
    }
    accrue(day)
    if (kind === 'capitalised') {
      const interest = rounded(accrued)
      if (interest <= 0) continue
      accrued = NOTHING
      borne += interest
      owed.capitalised += interest
      lines.push({ kind, day: addDays(day, 1), amount: interest, after: after() })
      continue
    }
    const order: readonly Part[] = kind === 'credit' ? ['principal'] : ORDERS[debt.imputation]
    const { principal: toPrincipal, interest: toInterest, costs: toCosts } = impute(amount, order)
    if (kind === 'payment') paid += amount
    lines.push({ kind, day, amount, label, toPrincipal, toInterest, toCosts, after: after() })
  }
  accrue(debt.asOf)
  const left = after()
  borne += left.interest
  if (borne !== shown) lines.push({ kind: 'rounding', day: debt.asOf, amount: borne - shown, after: left })
  const total = left.principal + left.capitalised + left.interest + left.costs
  return { lines, left, total, borne, paid, excess }
}
