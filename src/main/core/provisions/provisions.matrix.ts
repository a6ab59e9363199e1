import type { Fraction } from '../financials/fraction.rules.ts'
import type { Day } from '../kernel/day.ts'
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
  seenUntil,
  sumsByBucket,
  totalOf,
  windowOf,
} from './matrix.rules.ts'
import type { Position, Reading } from './provisions.read.ts'
import { lastBooked, paidOf, soldOf } from './provisions.repository.ts'
import {
  type AskedSettings,
  buckets,
  type LossDays,
  lossDays,
  type MatrixGroup,
  type ProvisionGap,
  type Settings,
} from './provisions.schema.ts'

type Rate = Fraction | ProvisionGap

/** What became of the invoices of the window, by segment where it is asked for, else all together. */
const rolledBySegment = async (ctx: Reading, { home, asOf, segments }: Position, seen: Day, settings: Settings) => {
  const window = windowOf(seen, settings)
  const sold = await soldOf(ctx.db, home, window, asOf, settings.bySegment)
  const paid = new Map(
    (sold.length === 0 ? [] : await paidOf(ctx.db, home, window, asOf, settings.lostAfter, settings.bySegment)).map(
      ([id, ...parts]) => [id, parts],
    ),
  )
  const rolled = new Map<string, Rolled>()
  for (const [id, invoices, first, all] of sold) {
    const unpaid = (paid.get(id) ?? [0, 0, 0, 0, 0]).map((part) => Math.max(0, all - part))
    const own = { invoices, first, sold: all, unpaid: unpaid.slice(0, 4), lost: unpaid[4] ?? all }
    const segment = segments.get(id)?.segment ?? ''
    rolled.set(segment, addRolled(rolled.get(segment) ?? NOTHING_ROLLED, own))
  }
  const whole = [...rolled.values()].reduce(addRolled, NOTHING_ROLLED)
  return { settings, window, rolled, whole, gap: gapOf(whole, window.until) }
}

/**
 * The history that rates are taken from. Where the firm does not say when a debt counts as lost, the longest time that the
 * book tells a rate of its oldest debts for: after ninety days all of them would count as lost, which few of them are.
 */
const historyFor = async (ctx: Reading, position: Position, asked: AskedSettings) => {
  const seen = seenUntil(position.asOf, await lastBooked(ctx.db, position.asOf))
  const of = (lostAfter: LossDays) => rolledBySegment(ctx, position, seen, { ...asked, lostAfter })
  if (asked.lostAfter !== null) return of(asked.lostAfter)
  for (const days of lossDays) {
    const told = await of(days)
    const oldest = told.whole.unpaid.at(-1) ?? 0
    if (told.gap === null && oldest > 0) return told
  }
  return of(90)
}

/** The matrix of a day: rates of our own history, or given, on what is open and not treated by case. */
export const makeMatrix = async (ctx: Reading, position: Position, asked: AskedSettings) => {
  const { asOf, held, doubtful } = position
  const { settings, window, rolled, whole, gap: wholeGap } = await historyFor(ctx, position, asked)
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
  return { settings, groups, ...totalsOf(groups) }
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
