import { addDays, addMonths, type Day, daysBetween, maxDay, minDay } from '../kernel/day.ts'
import type { ActKind, AlertLevel, Bearing, Regime, Run } from './limitations.contract.ts'
import { ACTS } from './regimes.rules.ts'

/** An act as it bears on one claim: recorded, or read from the ledger or a signed plan (no id). */
export type Act = { id: string | null; kind: ActKind; day: Day; until: Day | null }

/** What the time of a claim is counted from. */
export type Claim = { issued: Day; performedOn: Day | null; due: Day }

/** After talks that were agreed, the time left is six months at least (C. civ. 2238). */
const MONTHS_AFTER_TALKS = 6

/** A period under way: an interruption begins another beside it, and the longest counts. */
type Clock = { from: Day; by: Bearing | null }
type Stop = { from: Day; to: Day }

/** The last day of a period, with the days on which it stood still; a day under two stops counts once. */
const lastDay = ({ from }: Clock, { months }: Regime, stops: readonly Stop[]): { day: Day; suspendedDays: number } => {
  let day = addMonths(from, months)
  let counted = from
  let suspendedDays = 0
  for (const stop of stops) {
    const start = maxDay(stop.from, counted)
    if (stop.to <= start || start > day) continue
    const days = daysBetween(start, stop.to)
    suspendedDays += days
    day = maxDay(addDays(day, days), addMonths(stop.to, MONTHS_AFTER_TALKS))
    counted = stop.to
  }
  return { day, suspendedDays }
}

const longest = (clocks: readonly Clock[], regime: Regime, stops: readonly Stop[]): Run =>
  clocks
    .map(({ from, by }): Run => ({ from, interruptedBy: by, ...lastDay({ from, by }, regime, stops) }))
    .reduce((best, run) => (run.day > best.day ? run : best))

/**
 * The last day on which a claim may still be sued for, as it stands on `asOf`, for a period that begins on `start`: each act
 * that came in time begins a new one of the same length (C. civ. 2231), from its day or, where it lasts, from its end; agreed
 * talks add their days (2230, 2238). What came after the claim was barred is told and changes nothing. An act that goes on
 * counts as if it ended on `asOf`. No act ever shortens.
 */
export const runOf = (
  start: Day,
  regime: Regime,
  acts: readonly Act[],
  asOf: Day,
): { run: Run; suspended: boolean; bearings: Bearing[] } => {
  const clocks: Clock[] = [{ from: start, by: null }]
  const stops: Stop[] = []
  const bearings: Bearing[] = []
  let run = longest(clocks, regime, stops)
  let suspended = false
  for (const act of acts.filter(({ day }) => day <= asOf).toSorted(inOrder)) {
    const { effect, lasts } = ACTS[act.kind]
    const without = act.kind === 'demand' && !regime.demandCounts
    const late = act.day > run.day
    const bearing: Bearing = { ...act, effect: without ? 'without' : late ? 'late' : effect }
    bearings.push(bearing)
    if (without || late) continue
    const ongoing = lasts && (act.until === null || act.until > asOf)
    const end = lasts ? minDay(act.until ?? asOf, asOf) : act.day
    suspended ||= ongoing
    if (effect === 'suspends') stops.push({ from: act.day, to: end })
    // Before the period began there was nothing to interrupt.
    else if (end > start) clocks.push({ from: end, by: bearing })
    run = longest(clocks, regime, stops)
  }
  return { run, suspended, bearings }
}

const inOrder = (a: Act, b: Act): number =>
  a.day.localeCompare(b.day) || a.kind.localeCompare(b.kind) || (a.until ?? '').localeCompare(b.until ?? '')

/**
 * The two days of a claim, because the courts waver on where the time begins (domain 1.7): cautious, from the performance
 * or the invoice, whichever came first; usual, from the day after the due date.
 */
export const limitationOf = (claim: Claim, regime: Regime, acts: readonly Act[], asOf: Day) => {
  const { issued, performedOn, due } = claim
  const cautious = runOf(minDay(performedOn ?? issued, issued), regime, acts, asOf)
  const usual = runOf(addDays(due, 1), regime, acts, asOf)
  return {
    cautious: cautious.run,
    usual: usual.run,
    suspended: cautious.suspended,
    acts: cautious.bearings,
  }
}

/** How near a day of limitation is on a day; null when it is more than a year off. The day itself may still be used. */
export const levelsOn = (asOf: Day): ((day: Day) => AlertLevel | null) => {
  const bounds = [1, 3, 6, 12].map((months) => ({
    level: String(months) as AlertLevel,
    last: addMonths(asOf, months),
  }))
  return (day) => (day < asOf ? 'passed' : (bounds.find(({ last }) => day <= last)?.level ?? null))
}

/**
 * A claim that began after this day, with a period of so many months, is not near on `asOf` whatever happened to it: acts
 * only lengthen. Three days more, because months end on different days.
 */
export const nearUntil = (asOf: Day, within: number, { months }: Pick<Regime, 'months'>): Day =>
  addDays(addMonths(asOf, within - months), 3)
