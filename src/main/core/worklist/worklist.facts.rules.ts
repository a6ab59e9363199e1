import type { TaskKind } from '../calls/calls.contract.ts'
import type { DeadlineCode as DeclarationCode } from '../declarations/declarations.contract.ts'
import type { LevelInput } from '../dunning/dunning.plan.schema.ts'
import type { DeadlineCode } from '../handovers/procedure.schema.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

/** Of what is overdue, the parts that are not to be asked for now; each amount counts in the first that holds. */
export type Waiting = { disputed: Minor; planned: Minor; promised: Minor; held: Minor }

/** What a procedure waits for. */
export type ProcedureAct = DeadlineCode | DeclarationCode

/** How a customer stands on the working day. Amounts in the company's currency. */
export type Facts = {
  customerId: string
  open: Minor
  overdue: Minor
  items: number
  /** Receipts and credit notes matched with nothing, above zero. */
  credits: Minor
  waiting: Waiting
  /** Due day of the oldest overdue item that is not waiting. */
  oldestDue: Day | null
  promisedUntil: Day | null
  heldUntil: Day | null
  /** Nobody is to remind this customer. */
  excluded: boolean
  broken: { day: Day; amount: Minor; currency: string } | null
  brokenPlan: { since: Day | null } | null
  task: { kind: TaskKind; day: Day; note: string } | null
  /** The first thing to be done, where that is on a later day. */
  later: { kind: TaskKind; day: Day } | null
  /** Insured and not declared; of the insolvent the deadline runs from the judgment. */
  insurance: { deadline: Day; amount: Minor } | null
  /** The next day that a procedure sets us: a claim to declare, an order to have served. */
  procedure: { act: ProcedureAct; deadline: Day } | null
  /** The nearest cautious day of limitation of what is open (domain 1.7), where it is near. */
  limitation: Day | null
  /** A balance it was asked to confirm to the auditor, and did not by the deadline. */
  confirmation: { runId: string; id: string; reference: string; deadline: Day } | null
  insolventSince: Day | null
}

/** What is looked up for those near the top only. */
export type Closer = {
  usualDays: number | null
  score: number | null
  utilisation: number | null
  level: Pick<LevelInput, 'position' | 'name' | 'channel' | 'wording' | 'days'> | null
}
export const nothingCloser: Closer = { usualDays: null, score: null, utilisation: null, level: null }

/** What the figures of one customer are held against. */
export type Scale = {
  asOf: Day
  currency: string
  /** An overdue amount that counts as large in this book: one customer in twenty owes more. */
  large: Minor
  /** Overdue in the whole book. */
  overdue: Minor
  /** Percent of its limit from which the policy watches a customer. */
  watchPercent: number
}

const LARGEST_OF = 20

export const scaleOf = (
  overdue: readonly Minor[],
  { asOf, currency, watchPercent }: Pick<Scale, 'asOf' | 'currency' | 'watchPercent'>,
): Scale => {
  const sorted = Float64Array.from(overdue).sort()
  const place = Math.max(0, Math.ceil(sorted.length * (1 - 1 / LARGEST_OF)) - 1)
  return {
    asOf,
    currency,
    watchPercent,
    large: Math.max(1, sorted[place] ?? 1),
    overdue: overdue.reduce((sum, amount) => sum + amount, 0),
  }
}

type ClaimFacts = Pick<Facts, 'overdue' | 'waiting' | 'credits' | 'insolventSince'>

/** What may be asked for today: overdue, less what waits and what was paid already; of the insolvent nothing (C. com. L622-21). */
export const claimOf = ({ overdue, waiting, credits, insolventSince }: ClaimFacts): Minor =>
  insolventSince !== null
    ? 0
    : Math.max(0, overdue - waiting.disputed - waiting.planned - waiting.promised - waiting.held - credits)

export const daysLateOf = ({ oldestDue }: Pick<Facts, 'oldestDue'>, asOf: Day): number =>
  oldestDue === null ? 0 : Math.max(0, daysBetween(oldestDue, asOf))
