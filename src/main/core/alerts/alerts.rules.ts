import type { Behaviour } from '../behaviour/behaviour.contract.ts'
import { type Day, maxDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { type Alert, type AlertKind, alertKinds } from './alerts.contract.ts'

/** An alert before it is known whose name it bears and whether it was seen. */
export type Raised = Pick<Alert, 'customerId' | 'kind' | 'occurrence' | 'day' | 'details' | 'grave'>

/** `2026-Q4`: what rests on a sliding window is told again in the next quarter if it still stands. */
export const quarterOf = (day: Day): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** What changed on an account on a day, in the company's currency. */
export type AccountStep = { day: Day; amount: Minor }

/**
 * Since when a limit is passed without a break, counted back from what is owed today; not before the limit itself.
 * `steps`: the newest first. Orders and deliveries count as they stand today, for the book does not say how they stood.
 */
export const passedSince = (total: Minor, limit: Minor, limitFrom: Day, steps: readonly AccountStep[]): Day => {
  let owed = total
  for (const { day, amount } of steps) {
    if (day <= limitFrom) break
    owed -= amount
    if (owed <= limit) return day
  }
  return limitFrom
}

type Ending = {
  kind: Extract<AlertKind, 'limit-ending' | 'cover-ending' | 'guarantee-ending'>
  id: string
  amount: Minor | null
  currency: string
  until: Day | null
  by: string
  scope?: 'own' | 'group'
}

/** A limit, cover or guarantee that ends within the policy's days, or has ended and nothing stands in its place. */
export const endingAlert = (
  customerId: string,
  { kind, id, amount, currency, until, by, scope }: Ending,
  { asOf, horizon }: { asOf: Day; horizon: Day },
): Raised[] => {
  if (until === null || until > horizon || amount === null) return []
  const ended = until < asOf
  return [
    {
      customerId,
      kind,
      occurrence: `${id}:${ended ? 'ended' : 'ending'}`,
      day: until,
      details: { amount, currency, until, ended, ...(by !== '' && { by }), ...(scope && { scope }) },
      grave: ended,
    },
  ]
}

const rank = new Map(alertKinds.map((kind, place) => [kind, place]))

/** The gravest kind first, of one kind the latest day. */
export const byGravity = (a: Raised, b: Raised): number =>
  Number(b.grave) - Number(a.grave) || (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || b.day.localeCompare(a.day)

/**
 * Whether a payment score may have lost so many points to something that happened lately: who pays on time, owes nothing late,
 * bounced nothing and kept its word only sees older payments leave the window, which is no alert.
 */
export const mayHaveFallen = (
  {
    score,
    trend,
    overdue,
    bounced,
    brokenPlans,
    brokenPromises,
  }: Pick<Behaviour, 'score' | 'trend' | 'overdue' | 'bounced' | 'brokenPlans' | 'brokenPromises'>,
  points: number,
): boolean =>
  score !== null &&
  score <= 100 - points &&
  (Number(trend.recent ?? 0) > 0 || overdue.amount > 0 || bounced.count > 0 || brokenPlans > 0 || brokenPromises > 0)

export type Standing = { score: number | null; change: string | null; recent: string | null; before: string | null }

/** How a customer pays today and paid three months ago, held against the policy's marks. */
export const behaviourAlerts = (
  customerId: string,
  today: Standing,
  earlier: { score: number | null; day: Day } | null,
  marks: { lateRise: number; scoreDrop: number },
  asOf: Day,
): Raised[] => {
  const raised: Raised[] = []
  const { change, recent, before, score } = today
  if (change !== null && recent !== null && before !== null && Number(change) >= marks.lateRise)
    raised.push({
      customerId,
      kind: 'late-rising',
      occurrence: quarterOf(asOf),
      day: asOf,
      details: { recent, before, change },
      grave: false,
    })
  if (earlier && earlier.score !== null && score !== null && earlier.score - score >= marks.scoreDrop)
    raised.push({
      customerId,
      kind: 'score-drop',
      occurrence: `behaviour:${quarterOf(asOf)}`,
      day: asOf,
      details: { source: 'behaviour', from: String(earlier.score), to: String(score), fromDay: earlier.day },
      grave: false,
    })
  return raised
}

/** Days from which something counts as old, and what the oldest allowed is. */
export const inactiveAlert = (
  customerId: string,
  limit: { id: string; amount: Minor; currency: string; from: Day },
  lastInvoice: Day | null,
  { since, months }: { since: Day; months: number },
): Raised[] => {
  // A limit younger than the months, or a sale within them: nobody is inactive yet.
  const still = maxDay(limit.from, lastInvoice ?? limit.from)
  if (still > since) return []
  return [
    {
      customerId,
      kind: 'inactive',
      occurrence: lastInvoice === null ? limit.id : `${limit.id}:${lastInvoice}`,
      day: lastInvoice ?? limit.from,
      details: { lastInvoice, months, limit: limit.amount, currency: limit.currency },
      grave: false,
    },
  ]
}
