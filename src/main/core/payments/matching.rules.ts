import { shareOf } from '../exchange/exchange.rules.ts'
import { type Day, maxDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'

/** An item as matching sees it: what it is, and how much of it is matched from each day on. */
export type Side = {
  readonly id: string
  readonly number: string
  readonly customerId: string
  readonly currency: string
  readonly booked: Day
  readonly due: Day
  /** Positive is owed by the customer. */
  readonly amount: Minor
  /** Worth in the company's currency, with the amount's sign; null when it is not known, or is the amount itself. */
  readonly base: Minor | null
  /** Changes of what is matched, one a day, ascending. */
  readonly steps: readonly Step[]
  /** Part of `base` that matches have taken, above zero. */
  readonly baseMatched: Minor
}
export type Step = { readonly day: Day; readonly amount: Minor }

/** A match about to be made, with what each side's part of it is worth. */
export type NewMatch = {
  debitId: string
  creditId: string
  amount: Minor
  day: Day
  debitBase: Minor | null
  creditBase: Minor | null
  /** What the credit was worth less what the debit was: a gain is above zero; zero when a rate is not known. */
  exchange: Minor
}

/** The day of a match: told as it is, or the first one from a day on. */
export type MatchDay = { readonly day?: Day | undefined; readonly from?: Day | undefined }

const matchedOf = (side: Side): Minor => side.steps.reduce((sum, step) => sum + step.amount, 0)

/** What is left to match of an item, whatever the day, as an amount above zero; zero once it is settled. */
export const leftOf = (side: Side): Minor => Math.abs(side.amount) - matchedOf(side)

/**
 * The first day from which this much more can be matched, on that day and on all later ones: an item that a bounce
 * reopened was taken until then. Null when there is not so much left.
 */
export const freeFrom = (side: Side, amount: Minor): Day | null => {
  const room = Math.abs(side.amount) - amount
  if (matchedOf(side) > room) return null
  let from = side.booked
  let matched = 0
  for (const [place, step] of side.steps.entries()) {
    matched += step.amount
    // What is matched in the end leaves room: a step follows.
    if (matched > room) from = maxDay(from, (side.steps[place + 1] as Step).day)
  }
  return from
}

/** The day from which an item has nothing left, ever since; null while something is. */
export const settledOn = (side: Side): Day | null =>
  leftOf(side) === 0 ? (side.steps.findLast((step) => step.amount !== 0)?.day ?? null) : null

const withStep = (steps: readonly Step[], day: Day, amount: Minor): Step[] => {
  const others = steps.filter((step) => step.day !== day)
  const before = steps.find((step) => step.day === day)?.amount ?? 0
  return [...others, { day, amount: before + amount }].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The item after this much more is matched from a day on; below zero for what is taken back. */
export const matched = (side: Side, day: Day, amount: Minor, base: Minor | null): Side => ({
  ...side,
  steps: withStep(side.steps, day, amount),
  baseMatched: side.baseMatched + (base ?? 0),
})

const shareOfSide = (side: Side, amount: Minor): Minor | null =>
  side.base === null ? null : shareOf(Math.abs(side.base) - side.baseMatched, amount, leftOf(side))

/**
 * Decides a match: a debit with a credit of one customer and currency, for no more than is left of either, not before
 * both exist and are free; the day that is so unless a later one is told. Refuses with what is wrong, and its numbers.
 */
export const decideMatch = (debit: Side, credit: Side, amount: Minor, when: MatchDay = {}): NewMatch => {
  const { day, from } = when
  const names = { debit: debit.number, credit: credit.number }
  if (debit.amount < 0 || credit.amount > 0)
    throw new Refusal(
      'match.same-side',
      `${debit.number} and ${credit.number}: a match has a debit and a credit`,
      names,
    )
  if (debit.customerId !== credit.customerId)
    throw new Refusal('match.other-customer', `${debit.number} and ${credit.number} are two customers’`, names)
  if (debit.currency !== credit.currency)
    throw new Refusal(
      'match.other-currency',
      `${debit.number} is in ${debit.currency}, ${credit.number} in ${credit.currency}`,
      {
        ...names,
        debitCurrency: debit.currency,
        creditCurrency: credit.currency,
      },
    )
  const earliest = [debit, credit].reduce<Day>(
    (latest, side) => {
      const from = freeFrom(side, amount)
      if (from !== null) return maxDay(latest, from)
      const open = leftOf(side)
      throw new Refusal('match.above-open', `${amount} is more than the ${open} open of ${side.number}`, {
        number: side.number,
        amount,
        open,
        currency: side.currency,
      })
    },
    maxDay(debit.booked, credit.booked),
  )
  if (day !== undefined && day < earliest)
    throw new Refusal(
      'match.day-too-early',
      `${debit.number} and ${credit.number} cannot be matched before ${earliest}`,
      {
        ...names,
        day,
        earliest,
      },
    )
  const [debitBase, creditBase] = [shareOfSide(debit, amount), shareOfSide(credit, amount)]
  return {
    debitId: debit.id,
    creditId: credit.id,
    amount,
    day: day ?? (from === undefined ? earliest : maxDay(from, earliest)),
    debitBase,
    creditBase,
    exchange: debitBase === null || creditBase === null ? 0 : creditBase - debitBase,
  }
}

const byAge = (a: Side, b: Side): number =>
  compare(a.due, b.due) || compare(a.booked, b.booked) || compare(a.number, b.number) || compare(a.id, b.id)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The oldest first: by due date (for a credit, its own day), then by the day booked and the number. */
export const oldestFirst = (sides: Iterable<Side>): Side[] => [...sides].sort(byAge)

/** How an amount settles items in the order given, each in full before the next: `[item, amount]`, and what is left. */
export const spread = (sides: readonly Side[], amount: Minor): { parts: [Side, Minor][]; left: Minor } => {
  let left = amount
  const parts: [Side, Minor][] = []
  for (const side of sides) {
    const part = Math.min(leftOf(side), left)
    if (part > 0) parts.push([side, part])
    left -= part
    if (left === 0) break
  }
  return { parts, left }
}

/** VAT in an amount that includes it, at a rate in percent: what a discount takes off the tax due. Rounded half up. */
export const taxWithin = (amount: Minor, taxRate: string): Minor => taxAt(taxRate)(amount)

/** The same of many amounts at one rate: reckoned in plain numbers as far as these are exact. */
export const taxAt = (taxRate: string): ((amount: Minor) => Minor) => {
  const [whole = '0', fraction = ''] = taxRate.split('.')
  const rate = Number(whole + fraction)
  const all = 100 * 10 ** fraction.length + rate
  return (amount) => {
    const part = amount * rate
    if (amount < 0 || part > Number.MAX_SAFE_INTEGER) return roundHalfUp(BigInt(amount) * BigInt(rate), BigInt(all))
    const rest = part % all
    return (part - rest) / all + (rest * 2 >= all ? 1 : 0)
  }
}
