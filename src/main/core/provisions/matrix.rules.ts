import {
  atLeast,
  atMost,
  type Fraction,
  fraction,
  plus,
  readFraction,
  times,
  toPlaces,
  ZERO,
} from '../financials/fraction.rules.ts'
import { addDays, addMonths, type Day } from '../kernel/day.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'
import type { Exposure } from './exposures.rules.ts'
import {
  type Bucket,
  buckets,
  type History,
  type MatrixLine,
  type ProvisionGap,
  type Settings,
} from './provisions.schema.ts'

/** Below these a history says nothing: a few invoices of a few weeks. Practice, not law. */
const FEWEST_INVOICES = 30
const SHORTEST_MONTHS = 3

const ONE = fraction(1)
const HUNDRED = fraction(100)

/** A ledger that nothing was booked in for longer has ended: what came in since is not known. */
const QUIET_DAYS = 31

/** The day up to which a ledger tells what was paid: the day asked for, or its own last one where it ends before. */
export const seenUntil = (asOf: Day, lastBooked: Day | null): Day =>
  lastBooked !== null && lastBooked < addDays(asOf, -QUIET_DAYS) ? lastBooked : asOf

/** The due days whose invoices tell rates on a day: all that had the time to be lost. */
export const windowOf = (asOf: Day, { months, lostAfter }: Pick<Settings, 'months' | 'lostAfter'>) => {
  const until = addDays(asOf, -lostAfter)
  return { from: addMonths(until, -months), until }
}

/** What became of the invoices of a window; `first` is the first due day among them. */
export type Rolled = Pick<History, 'invoices' | 'sold' | 'unpaid' | 'lost'> & { first: Day | null }

export const NOTHING_ROLLED: Rolled = { invoices: 0, sold: 0, unpaid: [0, 0, 0, 0], lost: 0, first: null }

export const addRolled = (a: Rolled, b: Rolled): Rolled => ({
  invoices: a.invoices + b.invoices,
  sold: a.sold + b.sold,
  unpaid: a.unpaid.map((amount, at) => amount + (b.unpaid[at] ?? 0)),
  lost: a.lost + b.lost,
  first: a.first === null ? b.first : b.first === null || a.first < b.first ? a.first : b.first,
})

/** Why a history tells no rates; null when it does. */
export const gapOf = ({ invoices, sold, first }: Rolled, until: Day): ProvisionGap | null => {
  if (invoices === 0 || sold <= 0 || first === null) return 'no-sales'
  if (first > addMonths(until, -SHORTEST_MONTHS)) return 'history-too-short'
  return invoices < FEWEST_INVOICES ? 'too-few-invoices' : null
}

/**
 * Loss rates by age, each from 0 to 1 (domain 4.8, S134: roll-through): what was lost of all that was sold, of what was
 * unpaid at the due day, and 30, 60 and 90 days later. Where nothing ever came that far there is none; later than what
 * counts as lost, all of it is.
 */
export const rollRates = (
  { sold, unpaid, lost }: Rolled,
  lostAfter: Settings['lostAfter'],
): (Fraction | 'never-reached')[] =>
  [sold, ...unpaid].map((reached, at) => {
    if (at === buckets.length - 1 && lostAfter === 90) return ONE
    return reached <= 0 ? 'never-reached' : atLeast(ZERO, atMost(ONE, fraction(lost, reached)))
  })

type Rate = Pick<MatrixLine, 'own' | 'rate' | 'byHand' | 'why'>

/** The rates that count: by hand where one is given, else our own with the adjustment, from 0 to 100 percent, two decimals. */
export const ratesOf = (
  own: readonly (Fraction | ProvisionGap)[],
  { adjustment, byHand }: Pick<Settings, 'adjustment' | 'byHand'>,
): Rate[] => {
  const factor = plus(ONE, times(readFraction(adjustment) ?? ZERO, fraction(1, 100)))
  return own.map((rate, at): Rate => {
    const hand = byHand[at] ?? null
    const known = typeof rate === 'string' ? null : toPlaces(times(rate, HUNDRED), 2)
    if (hand !== null) return { own: known, rate: toPlaces(readFraction(hand) ?? ZERO, 2), byHand: true, why: null }
    if (typeof rate === 'string') return { own: null, rate: null, byHand: false, why: rate }
    const adjusted = atLeast(ZERO, atMost(ONE, times(rate, factor)))
    return { own: known, rate: toPlaces(times(adjusted, HUNDRED), 2), byHand: false, why: null }
  })
}

/** A share in percent of an amount, rounded once, half up. */
export const shareOf = (amount: Minor, percent: string): Minor => {
  const share = readFraction(percent) ?? ZERO
  return roundHalfUp(BigInt(amount) * share.n, 100n * share.d)
}

/** The column of the aged balance that a debt stands in on a day, by its due day. */
export const bucketsOn = (asOf: Day): ((due: Day) => Bucket) => {
  const [month, two, three] = [addDays(asOf, -30), addDays(asOf, -60), addDays(asOf, -90)]
  return (due) =>
    due >= asOf ? 'notDue' : due >= month ? 'to30' : due >= two ? 'to60' : due >= three ? 'to90' : 'older'
}

export type Sums = Pick<MatrixLine, 'gross' | 'cases' | 'credits' | 'tax' | 'insured' | 'base'>
export const noSums = (): Sums => ({ gross: 0, cases: 0, credits: 0, tax: 0, insured: 0, base: 0 })

/** Debts by age; those treated by case count in what is open and nowhere else. */
export const sumsByBucket = (
  exposures: readonly Exposure[],
  byCase: ReadonlySet<string>,
  asOf: Day,
): Record<Bucket, Sums> => {
  const sums = Object.fromEntries(buckets.map((bucket) => [bucket, noSums()])) as Record<Bucket, Sums>
  const bucketOf = bucketsOn(asOf)
  for (const one of exposures) {
    const sum = sums[bucketOf(one.due)]
    sum.gross += one.gross
    if (byCase.has(one.itemId)) {
      sum.cases += one.gross
      continue
    }
    sum.credits += one.credits
    sum.tax += one.tax
    sum.insured += one.insured
    sum.base += one.base
  }
  return sums
}

/** Rate times balance, bucket by bucket; the sum is null where a balance has no rate. Nothing to cover needs no rate. */
export const matrixOf = (
  sums: Record<Bucket, Sums>,
  rates: readonly Rate[],
): { lines: MatrixLine[]; amount: Minor | null } => {
  const lines = buckets.map((bucket, at): MatrixLine => {
    const rate = rates[at] as Rate
    const { base } = sums[bucket]
    return {
      bucket,
      ...sums[bucket],
      ...rate,
      amount: rate.rate === null ? (base === 0 ? 0 : null) : shareOf(base, rate.rate),
    }
  })
  return { lines, amount: totalOf(lines.map(({ amount }) => amount)) }
}

/** The sum, or null when one is not known. */
export const totalOf = (amounts: readonly (Minor | null)[]): Minor | null =>
  amounts.some((amount) => amount === null) ? null : amounts.reduce<Minor>((sum, amount) => sum + (amount ?? 0), 0)
