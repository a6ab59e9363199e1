import type { Minor } from '../../../main/core/kernel/money.ts'
import type { DecisionKind, ProposalInput, Review } from '../../../main/core/reviews/reviews.contract.ts'

/** A proposal as it is being written. */
export type ProposalDraft = Omit<ProposalInput, 'kind' | 'amount' | 'terms'> & {
  amount: Minor | null
  /** Empty leaves them. */
  terms: string
  withdraw: boolean
}

/** The limit that a proposal is measured against; null where none was ever decided. */
export const currentOf = ({ review, evidence }: Pick<Review, 'review' | 'evidence'>, scope: ProposalDraft['scope']) =>
  scope === 'group' ? (evidence.exposure.group?.limit ?? null) : review.currentLimit

/** What an amount makes of the limit that stands; a first one extends, also one of zero. */
export const kindOf = (
  { withdraw, amount }: Pick<ProposalDraft, 'withdraw' | 'amount'>,
  current: Minor | null,
): DecisionKind | null => {
  if (withdraw) return 'withdraw'
  if (amount === null) return null
  if (current === null || amount > current) return 'extend'
  return amount < current ? 'reduce' : 'maintain'
}

/** The last version when it was sent back or taken back, else the recommendation. */
export const draftOf = ({ review, evidence, proposals }: Review): ProposalDraft => {
  const last = proposals.at(-1)
  if (last)
    return {
      scope: last.scope,
      amount: last.amount,
      withdraw: last.kind === 'withdraw',
      until: last.until,
      terms: last.terms ?? '',
      conditions: last.conditions,
      reason: last.reason,
      riskClass: last.riskClass,
      nextReviewOn: last.nextReviewOn,
      aboveFirstCeiling: last.aboveFirstCeiling,
    }
  return {
    scope: 'customer',
    amount: evidence.recommendation.amount ?? review.currentLimit,
    withdraw: false,
    until: null,
    terms: '',
    conditions: '',
    reason: '',
    riskClass: null,
    nextReviewOn: null,
    aboveFirstCeiling: false,
  }
}

/** More than new customers get without it being said (policy). */
export const aboveCeiling = (
  { amount, scope, withdraw }: ProposalDraft,
  { recommendation }: Review['evidence'],
): boolean =>
  !withdraw && scope === 'customer' && recommendation.ceiling !== null && (amount ?? 0) > recommendation.ceiling.amount

/** What is submitted; null while something is missing. */
export const inputOf = (draft: ProposalDraft, current: Minor | null): ProposalInput | null => {
  const kind = kindOf(draft, current)
  const { withdraw, terms, ...rest } = draft
  if (kind === null || draft.reason.trim() === '') return null
  return {
    ...rest,
    kind,
    amount: withdraw ? 0 : (draft.amount ?? 0),
    until: withdraw ? null : draft.until,
    terms: terms.trim() === '' ? null : terms.trim(),
  }
}
