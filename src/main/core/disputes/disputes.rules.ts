import { type Day, daysBetween } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { disputeOutcomes } from './disputes.contract.ts'

export type DisputeOutcome = (typeof disputeOutcomes)[number]

/** Only what a customer owes can be contested: a receipt taken back or a refund is no claim of ours. */
export const isClaim = ({ kind, amount }: { kind: string; amount: Minor }): boolean => amount > 0 && kind !== 'payment'

/** What may still be contested of an item: what is open, less what other disputes contest. */
export const disputable = (open: Minor, contestedElsewhere: Minor): Minor => Math.max(0, open - contestedElsewhere)

/** Whole days that a dispute has lasted, or lasted until it was closed: its age, then its cycle time. */
export const ageOf = ({ openedOn, closedOn }: { openedOn: Day; closedOn: Day | null }, today: Day): number =>
  Math.max(0, daysBetween(openedOn, closedOn ?? today))

/**
 * Whether what is given up fits how a dispute ends: nothing when the claim stands, something for a credit note, and
 * never more than was contested.
 */
export const concededFits = (outcome: DisputeOutcome, conceded: Minor, amount: Minor): boolean =>
  conceded >= 0 && conceded <= amount && (outcome === 'upheld' ? conceded === 0 : outcome === 'settled' || conceded > 0)

export type Told = { reason: string; amount: Minor; owner: string; deadline: Day | null; description: string }

/** The fields that differ, before and after, as a step keeps them. */
export const changesOf = (before: Told, after: Told): Record<string, { before: unknown; after: unknown }> =>
  Object.fromEntries(
    (['reason', 'amount', 'owner', 'deadline', 'description'] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, { before: before[field], after: after[field] }]),
  )
