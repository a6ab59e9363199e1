import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import { toPlaces } from '../financials/fraction.rules.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { FigureName, figuresContract, historyNames, ShownFigure } from './figures.contract.ts'
import type { Move } from './figures.model.ts'
import { balancesByGroup, disputedOn, movesUntil, paidDelays, salesByDay } from './figures.repository.ts'
import {
  concentration,
  countBack,
  daysDelinquent,
  daysOfAverage,
  daysOfSales,
  effectiveness,
  type Figure,
  isKnown,
  lengthOf,
  monthsBefore,
  type Position,
  percent,
  plainDays,
  weightedDays,
} from './figures.rules.ts'
import { overdueDelay, positionsOn, sumsBetween } from './positions.rules.ts'

const BOUNDS = [30, 60, 90]
/** Counting back ends here: two years of sales are owed by nobody who still trades. */
const MOST_MONTHS = 24

type Stretch = { from: Day; until: Day }
/** What the ledger tells of any day of the stretch it was read for. */
type Ledger = {
  at: (day: Day) => Position
  salesOf: (stretch: Stretch) => Minor
  /** The day of the first sale; null without any. */
  since: Day | null
  moves: readonly Move[]
  leftOut: number
}

const readLedger = async (ctx: Pick<QueryContext, 'db'>, home: string, asOf: Day, days: readonly Day[]) => {
  const ascending = [...new Set(days)].sort()
  const first = ascending[0] ?? asOf
  const { moves, leftOut } = await movesUntil(ctx.db, home, { from: first, until: asOf })
  const positions = new Map(positionsOn(ascending, BOUNDS, moves).map((position) => [position.day, position]))
  const sales = await salesByDay(ctx.db, home, { from: monthsBefore(first, MOST_MONTHS), until: asOf })
  const since = sales.reduce<Day | null>((least, { day }) => (least === null || day < least ? day : least), null)
  const at = (day: Day): Position => {
    const position = positions.get(day)
    if (!position) throw new Error(`${day} was not read`)
    return position
  }
  return { at, salesOf: sumsBetween(sales), since, moves, leftOut } satisfies Ledger
}

const stretchOf = (until: Day, months: number): Stretch => ({ from: monthsBefore(until, months), until })

const overdueOf = ({ late }: Position): Minor => late.reduce((sum, part) => sum + part, 0)
/** What is owed, whatever credits are not matched yet: the whole of the shares. */
const owedOf = (position: Position): Minor => position.notDue + overdueOf(position)

/**
 * Sales of the months before a day; of a book that begins within them, of what it knows. Null with less than a month:
 * divided by a few days, sales would tell nothing.
 */
const periodOf = (ledger: Ledger, day: Day, months: number): Stretch | null => {
  const period = stretchOf(day, months)
  if (ledger.since === null || ledger.since <= period.from) return period
  return ledger.since > monthsBefore(day, 1) ? null : { ...period, from: addDays(ledger.since, -1) }
}

/** Those figures that need nothing but the ledger's days and its sales. */
const ofLedger = (ledger: Ledger, day: Day, months: number): Record<(typeof historyNames)[number], Figure> => {
  const position = ledger.at(day)
  const period = periodOf(ledger, day, months)
  const inSales = (receivables: Minor): Figure =>
    period ? daysOfSales(receivables, ledger.salesOf(period), lengthOf(period)) : 'history-too-short'
  const [dso, best] = [inSales(position.total), inSales(position.notDue)]
  const back = Array.from({ length: MOST_MONTHS }, (_, n) => {
    const month = { from: monthsBefore(day, n + 1), until: monthsBefore(day, n) }
    return { sales: ledger.salesOf(month), days: lengthOf(month) }
  })
  const month = stretchOf(day, 1)
  return {
    dso,
    dsoCountBack: countBack(position.total, back),
    bestDso: best,
    addedDays: daysDelinquent(dso, best),
    effectiveness: effectiveness({
      opening: ledger.at(month.from).total,
      sales: ledger.salesOf(month),
      closing: position.total,
      current: position.notDue,
    }),
    overdue: percent(overdueOf(position), owedOf(position)),
    overNinety: percent(position.late.at(-1) ?? 0, owedOf(position)),
  }
}

/** Places behind the point that each is shown with. */
const PLACES: Partial<Record<FigureName, number>> = {
  overdue: 2,
  overNinety: 2,
  current: 2,
  disputed: 2,
  herfindahl: 0,
}

const show = (name: FigureName, figure: Figure): ShownFigure =>
  isKnown(figure) ? { value: toPlaces(figure, PLACES[name] ?? 1), why: null } : { value: null, why: figure }

const showAll = <N extends FigureName>(figures: Record<N, Figure>): Record<N, ShownFigure> =>
  Object.fromEntries(
    Object.entries<Figure>(figures).map(([name, figure]) => [name, show(name as N, figure)]),
  ) as Record<N, ShownFigure>

/** Key figures of a day and of the ends of the months before it; see `domain.md` 4 for each formula. */
export const keyFigures = async (
  ctx: Pick<QueryContext, 'db'>,
  asOf: Day,
  { months, history }: { months: number; history: number },
) => {
  const home = await homeCurrencyOf(ctx)
  const days = Array.from({ length: history + 1 }, (_, n) => monthsBefore(asOf, history - n))
  const begun = monthsBefore(asOf, months)
  const ledger = await readLedger(ctx, home, asOf, [...days, ...days.map((day) => monthsBefore(day, 1)), begun])
  const period = periodOf(ledger, asOf, months)
  const position = ledger.at(asOf)
  const opening = ledger.at(begun)
  const stretch = stretchOf(asOf, months)
  const paid = await paidDelays(ctx.db, home, stretch)
  const late = overdueDelay(ledger.moves, asOf)
  const disputed = await disputedOn(ctx.db, home, asOf)
  const { topTen, index, equivalent } = concentration(await balancesByGroup(ctx.db, home, asOf))
  const month = stretchOf(asOf, 1)
  const figures: Record<FigureName, Figure> = {
    ...ofLedger(ledger, asOf, months),
    // The mean of both ends needs both of them.
    dsoAverage:
      period?.from === begun
        ? daysOfAverage(opening.total, position.total, ledger.salesOf(period), lengthOf(period))
        : 'history-too-short',
    dsoTrue: weightedDays(paid.sinceIssue),
    delay: weightedDays(paid.all),
    delayPlain: plainDays(paid.all),
    delayLate: weightedDays(paid.late),
    delayWithOpen: weightedDays({ amount: paid.all.amount + late.amount, weighted: paid.all.weighted + late.weighted }),
    current: percent(position.notDue, owedOf(position)),
    disputed: percent(disputed.amount, owedOf(position)),
    topTen,
    herfindahl: index,
    equivalent,
  }
  return {
    asOf,
    currency: home,
    leftOut: ledger.leftOut,
    period: { ...(period ?? stretch), days: lengthOf(period ?? stretch) },
    sales: ledger.salesOf(period ?? stretch),
    salesOfMonth: ledger.salesOf(month),
    position,
    opening,
    monthBefore: ledger.at(month.from),
    paid: {
      parts: paid.all.parts,
      amount: paid.all.amount,
      lateParts: paid.late.parts,
      lateAmount: paid.late.amount,
    },
    disputed,
    figures: showAll(figures),
    points: days.map((day) => ({
      ...ledger.at(day),
      sales: ledger.salesOf(stretchOf(day, 1)),
      figures: showAll(ofLedger(ledger, day, months)),
    })),
  }
}

export const figuresCalls: Handlers<typeof figuresContract> = {
  key: (ctx, { asOf = ctx.today, ...input }) => keyFigures(ctx, asOf, input),
}
