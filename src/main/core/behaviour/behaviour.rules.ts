import {
  atMost,
  exactly,
  type Fraction,
  fraction,
  interpolate,
  isPositive,
  line,
  minus,
  negative,
  over,
  sumOf,
  times,
  toInteger,
  toPlaces,
  ZERO,
} from '../financials/fraction.rules.ts'
import type { Minor } from '../kernel/money.ts'
import type { Behaviour } from './behaviour.contract.ts'

/** A part of a debt that a receipt paid. Amounts in the company's currency. */
export type PaidPart = {
  amount: Minor
  /** From the due day to the receipt; below zero when it came sooner. */
  days: number
  /** Of those days, amount times days under dispute: they are no lateness. */
  contestedDays: bigint
  /** Within the last three months. */
  recent: boolean
}

/** An open debt past its due day, or a credit not matched yet (below zero). */
export type OpenPart = { open: Minor; contested: Minor; daysLate: number }

export type Facts = {
  paid: readonly PaidPart[]
  open: readonly OpenPart[]
  brokenPlans: number
  brokenPromises: number
  bounced: { count: number; amount: Minor }
  leftOut: number
  /** Overdue below it is not held against anyone (policy). */
  overdueMinimum: Minor
}

/** Points by average days late; in between on a straight line. Practice, not law. */
const AVERAGE = line(['0', '100'], ['15', '80'], ['30', '60'], ['60', '30'], ['90', '0'])
/** Payment indices by days beyond terms (domain 3.4); beyond 120 days the line goes on to nothing. */
const INDEX = line(
  ['-30', '100'],
  ['-20', '90'],
  ['0', '80'],
  ['15', '70'],
  ['22', '60'],
  ['30', '50'],
  ['60', '40'],
  ['90', '30'],
  ['120', '20'],
  ['180', '0'],
)

/** What a worse trend, a share paid late and so on take off: so much for each unit, at most so much. */
const TREND = { each: exactly('0.5'), most: exactly('10') }
const SHARE = { each: exactly('0.1'), most: exactly('10') }
const OVERDUE = { each: exactly('0.5'), most: exactly('40') }
const PLAN = { each: exactly('10'), most: exactly('20') }
const PROMISE = { each: exactly('5'), most: exactly('15') }
const BOUNCE = { each: exactly('10'), most: exactly('20') }

const HUNDRED = fraction(100)
const bigger = (a: bigint, b: bigint): bigint => (a > b ? a : b)

/** Amount times days late, what was disputed left out and what came early counted as on time. */
const lateDays = ({ amount, days, contestedDays }: PaidPart): bigint =>
  days <= 0 ? 0n : bigger(0n, BigInt(amount) * BigInt(days) - contestedDays)

const signedDays = (part: PaidPart): bigint =>
  part.days <= 0 ? BigInt(part.amount) * BigInt(part.days) : lateDays(part)

const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n)

const averageOf = (parts: readonly PaidPart[], daysOf: (part: PaidPart) => bigint): Fraction | null => {
  const amount = total(parts.map((part) => BigInt(part.amount)))
  return amount > 0n ? fraction(total(parts.map(daysOf)), amount) : null
}

/** What is overdue once credits not matched yet are taken off, the oldest debts first, and disputed parts left out. */
export const overdueOf = (open: readonly OpenPart[]): OpenPart[] => {
  let credits = open.reduce((sum, part) => (part.open < 0 ? sum - part.open : sum), 0)
  return open
    .filter((part) => part.open > 0 && part.daysLate > 0)
    .toSorted((a, b) => b.daysLate - a.daysLate)
    .flatMap((part) => {
      const claimed = Math.max(0, part.open - part.contested)
      const covered = Math.min(credits, claimed)
      credits -= covered
      return claimed > covered ? [{ ...part, open: claimed - covered }] : []
    })
}

const takenOff = ({ each, most }: { each: Fraction; most: Fraction }, count: Fraction): Fraction =>
  isPositive(count) ? negative(atMost(times(each, count), most)) : ZERO

const shown = (value: Fraction | null): string | null => value && toPlaces(value, 1)

const riskOf = (index: number): 'low' | 'medium' | 'high' => (index >= 80 ? 'low' : index >= 50 ? 'medium' : 'high')

type Pointed = readonly { points: string }[]

const pointsOf = (lines: Pointed): number => toInteger(sumOf(lines.map(({ points }) => exactly(points))))

/** Whether the points add up to less than 0 or more than 100, where the score ends. */
export const isBounded = (lines: Pointed): boolean => pointsOf(lines) < 0 || pointsOf(lines) > 100

/**
 * How a customer pays, 0 to 100: points for the average days late, less what a worsening trend, the share paid late,
 * what is overdue, broken plans and promises, and bounced payments take off. Null, never zero, where nothing was paid in twelve months
 * and nothing is overdue. Rises with no lateness and falls with no payment on time.
 */
export const behaviourFrom = (
  facts: Facts,
): Omit<Behaviour, 'customerId' | 'asOf' | 'from' | 'recentFrom' | 'currency'> => {
  const { paid, brokenPlans, brokenPromises, bounced, leftOut } = facts
  const overdue = overdueOf(facts.open)
  const overdueAmount = overdue.reduce((sum, { open }) => sum + open, 0)
  const overdueAverage =
    overdueAmount > 0
      ? fraction(total(overdue.map(({ open, daysLate }) => BigInt(open) * BigInt(daysLate))), overdueAmount)
      : null
  const worst = overdue.reduce((days, { daysLate }) => Math.max(days, daysLate), 0)
  const counted = overdueAmount >= facts.overdueMinimum && worst > 0

  const average = averageOf(paid, lateDays)
  const recent = averageOf(
    paid.filter((part) => part.recent),
    lateDays,
  )
  const before = averageOf(
    paid.filter((part) => !part.recent),
    lateDays,
  )
  const change = recent && before ? minus(recent, before) : null
  const amount = paid.reduce((sum, part) => sum + part.amount, 0)
  const late = paid.reduce((sum, part) => (lateDays(part) > 0n ? sum + part.amount : sum), 0)
  const share = amount > 0 ? over(times(fraction(late), HUNDRED), fraction(amount)) : null
  const signed = averageOf(paid, signedDays)
  const index = signed ? toInteger(interpolate(INDEX, signed)) : null

  // Of someone who paid nothing yet, what is overdue is all that is known.
  const base = average ?? (counted ? overdueAverage : null)
  const worked = [
    { code: 'average' as const, value: shown(base), exact: base ? interpolate(AVERAGE, base) : ZERO },
    { code: 'trend' as const, value: shown(change), exact: change ? takenOff(TREND, change) : ZERO },
    { code: 'share' as const, value: shown(share), exact: share ? takenOff(SHARE, share) : ZERO },
    {
      code: 'overdue' as const,
      value: counted ? String(worst) : null,
      exact: counted ? takenOff(OVERDUE, fraction(worst)) : ZERO,
    },
    { code: 'plans' as const, value: String(brokenPlans), exact: takenOff(PLAN, fraction(brokenPlans)) },
    { code: 'promises' as const, value: String(brokenPromises), exact: takenOff(PROMISE, fraction(brokenPromises)) },
    { code: 'bounced' as const, value: String(bounced.count), exact: takenOff(BOUNCE, fraction(bounced.count)) },
  ]
  const lines = base ? worked.map(({ code, value, exact }) => ({ code, value, points: toPlaces(exact, 1) })) : []
  // The points as shown are what is added up: the reader can do the sum.
  const points = pointsOf(lines)
  return {
    score: base ? Math.min(100, Math.max(0, points)) : null,
    averageDaysLate: shown(average),
    averageDays: shown(signed),
    trend: { recent: shown(recent), before: shown(before), change: shown(change) },
    sharePaidLate: shown(share),
    paid: { amount, late, parts: paid.length },
    overdue: { amount: overdueAmount, worstDays: worst > 0 ? worst : null, averageDays: shown(overdueAverage) },
    brokenPlans,
    brokenPromises,
    bounced,
    leftOut,
    index: index === null ? null : { value: index, risk: riskOf(index) },
    lines,
  }
}
