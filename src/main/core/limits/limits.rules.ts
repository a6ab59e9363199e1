import type { Day } from '../kernel/day.ts'
import type { BaseLimit, Limit, LimitsInForce } from './limits.contract.ts'

/** What deciding which limit holds needs of a decision. */
export type Decision = Pick<Limit, 'kind' | 'amount' | 'from' | 'until'>

const endedBy = (decision: Decision, day: Day): boolean => decision.until !== null && decision.until < day

/** The newest by its first day; of the same day the one taken last. Decisions stand in the order they were taken. */
const newest = <D extends Decision>(decisions: readonly D[]): D | null =>
  decisions.reduce<D | null>((found, one) => (found === null || one.from >= found.from ? one : found), null)

const lower = (amount: number | null, than: number | null): boolean =>
  amount !== null && (than === null || amount < than)

/**
 * What may be owed on a day: the internal limit, or a temporary one in its place while it runs. A later decision of a
 * kind replaces those before it for good, so that nothing older comes back when it ends; only temporary limits do not
 * hide one another beyond their end. An internal limit that is lowered, or withdrawn, after a temporary one was granted
 * ends that one: it was granted on better terms. `decisions` are of one customer or group, in the order they were taken.
 */
export const baseLimit = <D extends Decision>(
  decisions: readonly D[],
  asOf: Day,
): { state: BaseLimit['state']; limit: D | null; replaces: D | null } => {
  const begun = decisions.filter(({ from }) => from <= asOf)
  const internals = begun.filter(({ kind }) => kind === 'internal')
  const temporaries = begun.filter(({ kind }) => kind === 'temporary')
  const internal = newest(internals)
  const running = newest(temporaries.filter((one) => one.amount !== null && !endedBy(one, asOf)))
  const withdrawn = newest(temporaries)?.amount === null
  if (running && !withdrawn && !lowered(begun, internals, internal, running))
    return { state: 'set', limit: running, replaces: internal }
  if (internal?.amount === null) return { state: 'none', limit: null, replaces: null }
  if (internal) return { state: endedBy(internal, asOf) ? 'expired' : 'set', limit: internal, replaces: null }
  const lapsed = newest(temporaries.filter(({ amount }) => amount !== null))
  return lapsed ? { state: 'expired', limit: lapsed, replaces: null } : { state: 'none', limit: null, replaces: null }
}

const lowered = <D extends Decision>(
  begun: readonly D[],
  internals: readonly D[],
  internal: D | null,
  temporary: D,
): boolean => {
  const granted = begun.indexOf(temporary)
  if (!internal || begun.indexOf(internal) < granted) return false
  const before = newest(internals.filter((one) => begun.indexOf(one) < granted))
  return lower(internal.amount, (before ?? temporary).amount)
}

/** The cover or guarantee in force on a day: the newest decision of its kind, unless it ended or took it away. */
export const besideLimit = <D extends Decision>(
  decisions: readonly D[],
  kind: 'insured' | 'guarantee',
  asOf: Day,
): D | null => {
  const last = newest(decisions.filter((one) => one.kind === kind && one.from <= asOf))
  return last?.amount && !endedBy(last, asOf) ? last : null
}

/** All that is in force on a day. */
export const inForceOn = (decisions: readonly Limit[], asOf: Day): LimitsInForce => ({
  base: baseLimit(decisions, asOf),
  insured: besideLimit(decisions, 'insured', asOf),
  guarantee: besideLimit(decisions, 'guarantee', asOf),
})
