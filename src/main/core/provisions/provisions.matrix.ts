import type { Fraction } from '../financials/fraction.rules.ts'
import {
  addRolled,
  gapOf,
  matrixOf,
  NOTHING_ROLLED,
  noSums,
  type Rolled,
  ratesOf,
  rollRates,
  type Sums,
  sumsByBucket,
  totalOf,
  windowOf,
} from './matrix.rules.ts'
import type { Position, Reading } from './provisions.read.ts'
import { paidBySegment, soldBySegment } from './provisions.repository.ts'
import { buckets, type MatrixGroup, type ProvisionGap, type Settings } from './provisions.schema.ts'

type Rate = Fraction | ProvisionGap

/** What became of the invoices of the window, by segment. */
const rolledBySegment = async (ctx: Reading, { home, asOf }: Position, settings: Settings) => {
  const window = windowOf(asOf, settings)
  const sold = await soldBySegment(ctx.db, home, window, asOf)
  const paid = new Map(
    (sold.length === 0 ? [] : await paidBySegment(ctx.db, home, window, asOf, settings.lostAfter)).map(
      ([segment, ...parts]) => [segment, parts],
    ),
  )
  const rolled = new Map(
    sold.map(({ segment, invoices, first, sold: amount }): [string, Rolled] => {
      const all = amount ?? 0
      const left = (paid.get(segment) ?? [0, 0, 0, 0, 0]).map((part) => Math.max(0, all - part))
      return [segment, { invoices, first, sold: all, unpaid: left.slice(0, 4), lost: left[4] ?? all }]
    }),
  )
  return { window, rolled }
}

/** The matrix of a day: rates of our own history, or given, on what is open and not treated by case. */
export const makeMatrix = async (ctx: Reading, position: Position, settings: Settings) => {
  const { asOf, held, doubtful } = position
  const { window, rolled } = await rolledBySegment(ctx, position, settings)
  const whole = [...rolled.values()].reduce(addRolled, NOTHING_ROLLED)
  const wholeGap = gapOf(whole, window.until)
  const wholeRates = wholeGap === null ? rollRates(whole, settings.lostAfter) : buckets.map((): Rate => wholeGap)

  const groupOf = (segment: string | null, some: typeof held): MatrixGroup => {
    const own = segment === null ? whole : (rolled.get(segment) ?? NOTHING_ROLLED)
    const gap = gapOf(own, window.until)
    const ownRates = segment === null ? wholeRates : gap === null ? rollRates(own, settings.lostAfter) : wholeRates
    // Where nobody of a segment ever came that far, all customers together may tell.
    const rates = ownRates.map((rate, at) => (typeof rate === 'string' ? (wholeRates[at] as Rate) : rate))
    const borrowed = segment !== null && (gap !== null || rates.some((rate, at) => rate !== ownRates[at]))
    const { first: _first, ...history } = own
    return {
      segment,
      history: { ...window, ...history },
      borrowed,
      why: wholeGap !== null && (segment === null || gap !== null) ? wholeGap : null,
      ...matrixOf(sumsByBucket(some, doubtful, asOf), ratesOf(rates, settings)),
    }
  }
  const groups = settings.bySegment
    ? [...Map.groupBy(held, ({ segment }) => segment)]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([segment, some]) => groupOf(segment, some))
    : [groupOf(null, held)]
  return { groups, ...totalsOf(groups) }
}

/** Of all groups, bucket by bucket. */
export const totalsOf = (groups: readonly MatrixGroup[]) => {
  const totals = buckets.map((bucket, at) => {
    const lines = groups.flatMap(({ lines: [...all] }) => all[at] ?? [])
    const sums = lines.reduce<Sums>((sum, line) => {
      for (const name of ['gross', 'cases', 'credits', 'tax', 'insured', 'base'] as const) sum[name] += line[name]
      return sum
    }, noSums())
    return { bucket, ...sums, amount: totalOf(lines.map(({ amount }) => amount)) }
  })
  const amount = totalOf(totals.map((one) => one.amount))
  const missing = groups.flatMap(({ lines }) => lines).find((line) => line.amount === null)
  return { totals, amount, why: amount === null ? (missing?.why ?? 'rate-missing') : null }
}
