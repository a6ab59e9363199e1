import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { type PaidSums, paidDelays } from './delays.rules.ts'
import { lostByDay } from './figures.losses.repository.ts'
import { readMatches } from './figures.matches.repository.ts'
import type { Stretch } from './figures.model.ts'
import { readItems, salesByDay } from './figures.repository.ts'
import {
  countBack,
  daysDelinquent,
  daysOfAverage,
  daysOfSales,
  effectiveness,
  type Figure,
  lengthOf,
  monthsBefore,
  percent,
  plainDays,
  weightedDays,
} from './figures.rules.ts'
import { costOfLateness, lossRatio } from './handling.rules.ts'
import { firstFrom, type Overdue, type Position, positions, sumsBetween } from './positions.rules.ts'

export const BOUNDS = [30, 60, 90]
/** Counting back ends here: two years of sales are owed by nobody who still trades. */
const MOST_MONTHS = 24
/** A book that sold nothing for so long begins with its next sale. */
export const MEMORY_MONTHS = 49

export type { Stretch }
/** What the ledger tells of any day of the stretch it was read for. */
export type Ledger = {
  at: (day: Day) => Position
  overdueAt: (day: Day) => Overdue
  salesOf: (stretch: Stretch) => Minor
  /** Parts of invoices that were paid since the day asked for. */
  paidIn: (stretch: Stretch) => PaidSums
  /** What was given up of debts: net of VAT where that is known, and with it where it is not. */
  lostIn: (stretch: Stretch) => { net: Minor; untold: Minor }
  /** The day of the first sale up to a day; null without any. */
  since: (day: Day) => Day | null
  leftOut: number
  hasForeign: boolean
}

/**
 * Reads the ledger up to a day for its state at the end of some days.
 * @param paidFrom what was paid up to it is not told
 */
export const readLedger = async (
  ctx: Pick<QueryContext, 'db'>,
  home: string,
  asOf: Day,
  days: readonly Day[],
  paidFrom: Day = asOf,
): Promise<Ledger> => {
  const ascending = [...new Set(days)].sort()
  const first = ascending[0] ?? asOf
  const moved = positions(ascending, BOUNDS)
  const paid = paidDelays()
  const { leftOut, booked } = await readItems(ctx.db, home, { from: first, until: asOf }, moved.add)
  await readMatches(ctx.db, home, { from: first, until: asOf, paidFrom }, { move: moved.add, paid: paid.add })
  const read = new Map(moved.read().map(({ overdue, ...position }) => [position.day, { overdue, position }]))
  const sales = await salesByDay(ctx.db, home, { from: monthsBefore(first, MEMORY_MONTHS), until: asOf }, booked)
  const sold = sales.map(({ day }) => day).sort()
  const since = (day: Day): Day | null => {
    const next = sold[firstFrom(sold, addDays(monthsBefore(day, MEMORY_MONTHS), 1))]
    return next !== undefined && next <= day ? next : null
  }
  const on = (day: Day) => {
    const found = read.get(day)
    if (!found) throw new Error(`${day} was not read`)
    return found
  }
  const lost = await lostByDay(ctx.db, home, asOf)
  const net = sumsBetween(lost.map((one) => ({ day: one.day, amount: one.net })))
  const untold = sumsBetween(lost.map((one) => ({ day: one.day, amount: one.untold })))
  return {
    at: (day) => on(day).position,
    overdueAt: (day) => on(day).overdue,
    salesOf: sumsBetween(sales),
    paidIn: paid.within,
    lostIn: (stretch) => ({ net: net(stretch), untold: untold(stretch) }),
    since,
    leftOut,
    hasForeign: booked.some(({ currency }) => currency !== home),
  }
}

export const stretchOf = (until: Day, months: number): Stretch => ({ from: monthsBefore(until, months), until })

export const overdueOf = ({ late }: Position): Minor => late.reduce((sum, part) => sum + part, 0)
/** What is owed, whatever credits are not matched yet: the whole of the shares. */
export const owedOf = (position: Position): Minor => position.notDue + overdueOf(position)

/**
 * Sales of the months before a day; of a book that begins within them, of what it knows. Null with less than a month:
 * divided by a few days, sales would tell nothing.
 */
export const periodOf = (since: Day | null, day: Day, months: number): Stretch | null => {
  const period = stretchOf(day, months)
  if (since === null || since <= period.from) return period
  return since > monthsBefore(day, 1) ? null : { ...period, from: addDays(since, -1) }
}

/** Percent, decimals: what money costs a year, and the VAT of what no invoice tells. */
export type Rates = { financing: string; vat: string }

/**
 * Those figures of a day that need nothing but the ledger's days and its sales; see `domain.md` 4 for each formula. The
 * ledger was read for the day, the one a month before and the one so many months before.
 */
export const ofLedger = (ledger: Ledger, day: Day, months: number, rates: Rates) => {
  const position = ledger.at(day)
  const period = periodOf(ledger.since(day), day, months)
  const inSales = (receivables: Minor): Figure =>
    period ? daysOfSales(receivables, ledger.salesOf(period), lengthOf(period)) : 'history-too-short'
  const [dso, best] = [inSales(position.total), inSales(position.notDue)]
  const back = Array.from({ length: MOST_MONTHS }, (_, n) => {
    const month = { from: monthsBefore(day, n + 1), until: monthsBefore(day, n) }
    return { sales: ledger.salesOf(month), days: lengthOf(month) }
  })
  const month = stretchOf(day, 1)
  const stretch = stretchOf(day, months)
  const added = daysDelinquent(dso, best)
  const [overdue, owed] = [overdueOf(position), owedOf(position)]
  const { all, late, sinceIssue, instalments } = ledger.paidIn(stretch)
  const open = ledger.overdueAt(day)
  return {
    dso,
    // The mean of both ends needs both of them.
    dsoAverage:
      period?.from === stretch.from
        ? daysOfAverage(ledger.at(stretch.from).total, position.total, ledger.salesOf(period), lengthOf(period))
        : ('history-too-short' as Figure),
    dsoCountBack: countBack(position.total, back),
    dsoTrue: weightedDays(sinceIssue),
    bestDso: best,
    addedDays: added,
    delay: weightedDays(all),
    delayPlain: plainDays(all),
    delayInstalment: plainDays({ parts: instalments.shares, days: instalments.days }),
    delayLate: weightedDays(late),
    delayWithOpen: weightedDays({ amount: all.amount + open.amount, weighted: all.weighted + open.weighted }),
    effectiveness: effectiveness({
      opening: ledger.at(month.from).total,
      sales: ledger.salesOf(month),
      closing: position.total,
      current: position.notDue,
    }),
    current: percent(position.notDue, owed),
    overdue: percent(overdue, owed),
    overNinety: percent(position.late.at(-1) ?? 0, owed),
    costOfLateness: costOfLateness(overdue, rates.financing, added),
    badDebt: lossRatio(ledger.lostIn(stretch), ledger.salesOf(stretch), rates.vat),
  }
}
