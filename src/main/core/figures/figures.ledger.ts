import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { LedgerHistoryName } from './figures.contract.ts'
import { lostByDay } from './figures.losses.repository.ts'
import type { Move } from './figures.model.ts'
import { movesUntil, salesByDay } from './figures.repository.ts'
import {
  countBack,
  daysDelinquent,
  daysOfSales,
  effectiveness,
  type Figure,
  lengthOf,
  monthsBefore,
  type Position,
  percent,
} from './figures.rules.ts'
import { costOfLateness, lossRatio } from './handling.rules.ts'
import { positionsOn, sumsBetween } from './positions.rules.ts'

export const BOUNDS = [30, 60, 90]
/** Counting back ends here: two years of sales are owed by nobody who still trades. */
const MOST_MONTHS = 24

export type Stretch = { from: Day; until: Day }
/** What the ledger tells of any day of the stretch it was read for. */
export type Ledger = {
  at: (day: Day) => Position
  salesOf: (stretch: Stretch) => Minor
  /** What was given up of debts: net of VAT where that is known, and with it where it is not. */
  lostIn: (stretch: Stretch) => { net: Minor; untold: Minor }
  /** The day of the first sale; null without any. */
  since: Day | null
  moves: readonly Move[]
  leftOut: number
}

export const readLedger = async (ctx: Pick<QueryContext, 'db'>, home: string, asOf: Day, days: readonly Day[]) => {
  const ascending = [...new Set(days)].sort()
  const first = ascending[0] ?? asOf
  const { moves, leftOut, booked } = await movesUntil(ctx.db, home, { from: first, until: asOf })
  const positions = new Map(positionsOn(ascending, BOUNDS, moves).map((position) => [position.day, position]))
  const sales = await salesByDay(ctx.db, home, { from: monthsBefore(first, MOST_MONTHS), until: asOf }, booked)
  const since = sales.reduce<Day | null>((least, { day }) => (least === null || day < least ? day : least), null)
  const at = (day: Day): Position => {
    const position = positions.get(day)
    if (!position) throw new Error(`${day} was not read`)
    return position
  }
  const lost = await lostByDay(ctx.db, home, asOf)
  const net = sumsBetween(lost.map((one) => ({ day: one.day, amount: one.net })))
  const untold = sumsBetween(lost.map((one) => ({ day: one.day, amount: one.untold })))
  const lostIn = (stretch: Stretch) => ({ net: net(stretch), untold: untold(stretch) })
  return { at, salesOf: sumsBetween(sales), lostIn, since, moves, leftOut } satisfies Ledger
}

export const stretchOf = (until: Day, months: number): Stretch => ({ from: monthsBefore(until, months), until })

export const overdueOf = ({ late }: Position): Minor => late.reduce((sum, part) => sum + part, 0)
/** What is owed, whatever credits are not matched yet: the whole of the shares. */
export const owedOf = (position: Position): Minor => position.notDue + overdueOf(position)

/**
 * Sales of the months before a day; of a book that begins within them, of what it knows. Null with less than a month:
 * divided by a few days, sales would tell nothing.
 */
export const periodOf = (ledger: Pick<Ledger, 'since'>, day: Day, months: number): Stretch | null => {
  const period = stretchOf(day, months)
  if (ledger.since === null || ledger.since <= period.from) return period
  return ledger.since > monthsBefore(day, 1) ? null : { ...period, from: addDays(ledger.since, -1) }
}

/** Percent, decimals: what money costs a year, and the VAT of what no invoice tells. */
export type Rates = { financing: string; vat: string }

/** Those figures that need nothing but the ledger's days and its sales. */
export const ofLedger = (
  ledger: Ledger,
  day: Day,
  months: number,
  rates: Rates,
): Record<Exclude<LedgerHistoryName, 'dpo' | 'dsoGap'>, Figure> => {
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
  const stretch = stretchOf(day, months)
  const added = daysDelinquent(dso, best)
  return {
    dso,
    dsoCountBack: countBack(position.total, back),
    bestDso: best,
    addedDays: added,
    effectiveness: effectiveness({
      opening: ledger.at(month.from).total,
      sales: ledger.salesOf(month),
      closing: position.total,
      current: position.notDue,
    }),
    overdue: percent(overdueOf(position), owedOf(position)),
    overNinety: percent(position.late.at(-1) ?? 0, owedOf(position)),
    costOfLateness: costOfLateness(overdueOf(position), rates.financing, added),
    badDebt: lossRatio(ledger.lostIn(stretch), ledger.salesOf(stretch), rates.vat),
  }
}
