import { addDays, type Day, daysBetween, isLeapYear, minDay, semesterOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Minor, parseDecimal, roundHalfUp } from '../kernel/money.ts'
import { legalFloor, type RateSeries, rateOn, rateSeries } from './rates.rules.ts'

/**
 * Days in the year, and how the days late are counted:
 * - `act/365`: calendar days over 365, the practice in France, Ireland and the United Kingdom
 * - `act/act`: calendar days, over 366 for those in a leap year
 * - `act/360`: calendar days over 360, only where a contract says so
 * - `30/360`: months of 30 days as on German court forms, in the variant 30E/360: the 31st counts as the 30th and the
 *   end of February is left as it is, so that 360 × years + 30 × months + (day − day, each at most 30) are counted
 */
export type DayCount = 'act/365' | 'act/act' | 'act/360' | '30/360'

export type Rates = Pick<RateSeries, 'country' | 'from' | 'follows' | 'values'>

/** A payment or a credit note, above zero, in the minor units of the debt. */
export type Movement = { readonly day: Day; readonly amount: Minor }

export type LateDebt = {
  /** What was owed before the movements, VAT included. */
  readonly principal: Minor
  readonly due: Day
  /** Last day counted: the day of the statement. */
  readonly until: Day
  readonly movements: readonly Movement[]
  /** The statutory series, or the contract's rate in percent a year as an exact decimal. */
  readonly rate: Rates | string
  readonly dayCount: DayCount
  /** The rate of the first day late holds for the whole delay, as a contract may say. */
  readonly frozen: boolean
}

/** `from` and `to` are both counted; `interest` is rounded for display only. */
export type Segment = { from: Day; to: Day; days: number; rate: string; principal: Minor; interest: Minor }

export type LateInterest = {
  principal: Minor
  /** What is left of the principal at the end of the last day. */
  remaining: Minor
  /** Days that bore interest: the sum of the segments' days. It stops on the day the debt is settled. */
  days: number
  /** Rounded once, half up, on the exact total. */
  interest: Minor
  segments: Segment[]
  /** `interest` less the sum of the displayed segments. */
  rounding: Minor
}

/** Days, both counted, on which the same principal was owed. */
export type Stretch = { from: Day; to: Day; principal: Minor }

/** How the days of a debt bear interest. */
export type Terms = Pick<LateDebt, 'due' | 'rate' | 'dayCount' | 'frozen'>

const checked = (movements: readonly Movement[]): Movement[] => {
  for (const { day, amount } of movements) {
    if (!Number.isSafeInteger(amount) || amount < 0) {
      throw new Refusal('interest.payment-invalid', `Not a payment: ${amount} on ${day}`, { day, amount })
    }
  }
  return movements.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

// The day of a payment still bears interest on what was owed before it, as the last day of the delay does.
const byPrincipal = ({ due, until, ...debt }: LateDebt): { stretches: Stretch[]; remaining: Minor } => {
  const stretches: Stretch[] = []
  let principal = debt.principal
  let from = addDays(due, 1)
  for (const { day, amount } of checked(debt.movements)) {
    if (day > until) break
    if (day >= from) {
      if (principal > 0) stretches.push({ from, to: day, principal })
      from = addDays(day, 1)
    }
    principal = Math.max(0, principal - amount)
  }
  if (principal > 0 && from <= until) stretches.push({ from, to: until, principal })
  return { stretches, remaining: principal }
}

type Period = { end: Day; next: Day }

// A hundred thousand debts cross the same few periods.
const remembered = (periodOf: (day: Day) => Period, keyOf: (day: Day) => string): ((day: Day) => Period) => {
  const known = new Map<string, Period>()
  return (day) => {
    const key = keyOf(day)
    const period = known.get(key) ?? periodOf(day)
    known.set(key, period)
    return period
  }
}

const yearOf = remembered(
  (day) => {
    const year = Number(day.slice(0, 4))
    return { end: `${year}-12-31`, next: `${year + 1}-01-01` }
  },
  (day) => day.slice(0, 4),
)

const halfYearOf = remembered((day) => {
  const year = day.slice(0, 4)
  return day.slice(5, 7) < '07' ? { end: `${year}-06-30`, next: `${year}-07-01` } : yearOf(day)
}, semesterOf)

const splitBy = (stretches: readonly Stretch[], periodOf: (day: Day) => Period): Stretch[] => {
  const parts: Stretch[] = []
  for (const { from, to, principal } of stretches) {
    for (let start = from; start <= to; ) {
      const { end, next } = periodOf(start)
      parts.push({ from: start, to: minDay(end, to), principal })
      start = next
    }
  }
  return parts
}

const days30 = (day: Day): number =>
  360 * Number(day.slice(0, 4)) + 30 * Number(day.slice(5, 7)) + Math.min(30, Number(day.slice(8, 10)))

const daysCounted = (from: Day, to: Day, dayCount: DayCount): number =>
  dayCount === '30/360' ? days30(to) - days30(addDays(from, -1)) : daysBetween(from, to) + 1

const daysInYear = (day: Day, dayCount: DayCount): number => {
  if (dayCount === 'act/365') return 365
  if (dayCount === 'act/act') return isLeapYear(Number(day.slice(0, 4))) ? 366 : 365
  return 360
}

// A rate that follows the payment is that of the last day counted, which may come before the statement's.
const rateOfDay = ({ rate, due, frozen }: Terms, lastDay: Day): ((day: Day) => string) => {
  if (typeof rate === 'string') return () => rate
  if (!frozen && rate.follows === 'semester') return (day) => rateOn(rate, day)
  const only = !frozen && rate.follows === 'payment' ? lastDay : addDays(due, 1)
  return () => rateOn(rate, only)
}

type Rate = { units: bigint; scale: number; units53: number }
const rates = new Map<string, Rate>()

// No contract asks for more, and beyond it what is worked out no longer counts single cents.
const HIGHEST_PERCENT = 1000n

const readRate = (rate: string): Rate => {
  const known = rates.get(rate)
  if (known) return known
  const percent = parseDecimal(rate)
  if (!percent || percent.units < 0n || percent.units > HIGHEST_PERCENT * 10n ** BigInt(percent.scale))
    throw new Refusal('input.invalid', `Not a rate in percent: ${rate}`, { field: 'rate', rate })
  const read = { ...percent, units53: Number(percent.units) }
  if (rates.size > 1000) rates.clear()
  rates.set(rate, read)
  return read
}

/** Minor units as a fraction: nothing is lost before the one rounding. */
export type Exact = { numerator: bigint; denominator: bigint }

const interestOf = ({ principal, rate, days, yearDays }: Part): Exact => {
  const { units, scale } = readRate(rate)
  return {
    numerator: BigInt(principal) * units * BigInt(days),
    denominator: 100n * 10n ** BigInt(scale) * BigInt(yearDays),
  }
}

/** The same fraction in plain numbers, several times faster; null where they would not be exact. */
const plainInterestOf = ({ principal, rate, days, yearDays }: Part): { n: number; d: number } | null => {
  const { units53, scale } = readRate(rate)
  const n = principal * units53 * days
  const d = 100 * 10 ** scale * yearDays
  return n < SAFE && d < SAFE ? { n, d } : null
}

// Twice a numerator and a denominator still count single units, and so does the sum of two numerators.
const SAFE = 2 ** 50

const roundPlain = (n: number, d: number): Minor => {
  const twice = 2 * n + d
  return (twice - (twice % (2 * d))) / (2 * d)
}

export const sum = (a: Exact, b: Exact): Exact =>
  a.denominator === b.denominator
    ? { numerator: a.numerator + b.numerator, denominator: a.denominator }
    : {
        numerator: a.numerator * b.denominator + b.numerator * a.denominator,
        denominator: a.denominator * b.denominator,
      }

type Part = { from: Day; to: Day; days: number; rate: string; principal: Minor; yearDays: number }

const partsOf = (stretches: readonly Stretch[], terms: Terms, lastDay: Day): Part[] => {
  const { rate, dayCount, frozen } = terms
  const byYear = dayCount === 'act/act' ? splitBy(stretches, yearOf) : stretches
  const followsSemester = typeof rate !== 'string' && rate.follows === 'semester' && !frozen
  const split = followsSemester ? splitBy(byYear, halfYearOf) : byYear
  const rateOf = rateOfDay(terms, lastDay)
  const parts: Part[] = []
  for (const { from, to, principal } of split) {
    const days = daysCounted(from, to, dayCount)
    // A stretch of nothing but a 31st has no day in 30/360.
    if (days > 0) parts.push({ from, to, days, rate: rateOf(from), principal, yearDays: daysInYear(from, dayCount) })
  }
  return parts
}

/**
 * Stretches of a debt as segments of one rate each, with their exact interest: parted at each half-year when the rate
 * follows it, and at each year end with `act/act`. `lastDay` counts where the rate is that of the last day.
 */
export const segmentsOf = (stretches: readonly Stretch[], terms: Terms, lastDay: Day): (Segment & { exact: Exact })[] =>
  partsOf(stretches, terms, lastDay).map((part) => {
    const { from, to, days, rate, principal } = part
    const exact = interestOf(part)
    return { from, to, days, rate, principal, interest: roundHalfUp(exact.numerator, exact.denominator), exact }
  })

/**
 * Simple late-payment interest, never compounded (C. civ. 1343-2): Σ principal × rate × days / days in the year, from
 * the day after the due date to `until` included (C. com. L441-10 II), in minor units of the debt's currency.
 *
 * Segments end where the principal falls (the day after a payment or credit note), at each half-year when the rate
 * follows it, and at each year end with `act/act`. Movements up to the due date reduce the principal from the start,
 * those after `until` count for nothing, and what is paid in excess is left out. Payments go to the principal first.
 *
 * Refuses `interest.amount-not-positive`, `interest.payment-invalid`, `interest.rate-missing` (it names the half-year)
 * and a contract rate that is no decimal (`input.invalid`).
 */
export const lateInterest = (debt: LateDebt): LateInterest => {
  const { principal, rate } = debt
  if (!Number.isSafeInteger(principal) || principal <= 0) {
    throw new Refusal('interest.amount-not-positive', 'The amount must be above zero', { amount: principal })
  }
  if (typeof rate === 'string') readRate(rate)
  const { stretches, remaining } = byPrincipal(debt)
  const parts = partsOf(stretches, debt, stretches.at(-1)?.to ?? debt.until)
  const { segments, interest } = inPlainNumbers(parts) ?? inExactNumbers(parts)
  let displayed = 0
  let days = 0
  for (const segment of segments) {
    displayed += segment.interest
    days += segment.days
  }
  return { principal, remaining, days, interest, segments, rounding: interest - displayed }
}

type Worked = { segments: Segment[]; interest: Minor }

const toSegment = ({ from, to, days, rate, principal }: Part, interest: Minor): Segment => ({
  from,
  to,
  days,
  rate,
  principal,
  interest,
})

/** Where one denominator serves all parts and every figure stays below 2⁵³, which is nearly always. */
const inPlainNumbers = (parts: readonly Part[]): Worked | null => {
  const segments: Segment[] = []
  let total = 0
  let denominator = 1
  for (const part of parts) {
    const plain = plainInterestOf(part)
    if (!plain || (segments.length > 0 && plain.d !== denominator)) return null
    denominator = plain.d
    total += plain.n
    if (total >= SAFE) return null
    segments.push(toSegment(part, roundPlain(plain.n, plain.d)))
  }
  return { segments, interest: roundPlain(total, denominator) }
}

const inExactNumbers = (parts: readonly Part[]): Worked => {
  let total: Exact = { numerator: 0n, denominator: 1n }
  const segments = parts.map((part) => {
    const exact = interestOf(part)
    total = sum(total, exact)
    return toSegment(part, roundHalfUp(exact.numerator, exact.denominator))
  })
  return { segments, interest: roundHalfUp(total.numerator, total.denominator) }
}

export type FloorWarning = {
  code: 'interest.below-legal-floor'
  details: { rate: string; floor: string; semester: string }
}

/**
 * Warns when a contract's rate is below three times the French legal rate of the half-year (C. com. L441-10 II). The
 * floor bounds contracts only: in 2024 it stood above the statutory default rate, which it does not replace.
 */
export const contractFloorWarning = (rate: string, semester: string): FloorWarning | null => {
  const contract = readRate(rate)
  const floor = legalFloor(semester)
  const hundredths = BigInt(floor.replace('.', ''))
  if (contract.units * 100n >= hundredths * 10n ** BigInt(contract.scale)) return null
  return { code: 'interest.below-legal-floor', details: { rate, floor, semester } }
}

/**
 * The fixed sum for recovery costs of one debt paid late, in minor units of the series' currency: EUR 40 an invoice in
 * France (C. com. D441-5), whatever the days late and the number of reminders; nothing before the first day late. Where
 * it grows with the debt (United Kingdom, Ireland), `amount` chooses the tier; without it the lowest is taken.
 */
export const fixedSum = (
  { indemnity: { tiers } }: Pick<RateSeries, 'indemnity'>,
  { daysLate, amount = 0 }: { daysLate: number; amount?: Minor },
): Minor => (daysLate < 1 ? 0 : (tiers.findLast(({ from }) => from <= amount)?.amount ?? 0))

/** The fixed sum of a country whose rates are shipped; refuses `interest.country-unknown`. */
export const recoveryIndemnity = ({ country, ...debt }: { country: string; daysLate: number; amount?: Minor }): Minor =>
  fixedSum(rateSeries(country), debt)
