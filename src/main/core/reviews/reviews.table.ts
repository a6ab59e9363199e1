import type { DecisionKind, ReviewState, Trigger } from './reviews.contract.ts'

export type CreditReviewTable = {
  id: string
  /** `R-2026-0007` */
  reference: string
  customer_id: string
  cause: Trigger
  detail: string
  application_id: string | null
  state: ReviewState
  opened_on: string
  opened_by: string
  opened_at: string
  due_on: string | null
  currency: string
  /** When the evidence was frozen or the last proposal submitted, in `currency`. */
  current_limit: number | null
  class: number | null
  frozen_on: string
  /** JSON. */
  evidence: string
  outcome: 'approved' | 'refused' | null
  decided_on: string | null
  decided_by: string
  /** Whose authority it was, when a deputy decided. */
  decided_for: string
  decided_at: string | null
  decided_because: string
  limit_id: string | null
  policy_version: number | null
  next_review_on: string | null
  cancelled_on: string | null
  cancelled_by: string
  cancelled_because: string
}

export type ReviewProposalTable = {
  review_id: string
  version: number
  kind: DecisionKind
  /** Whose limit it is; null for the customer's own. */
  group_id: string | null
  amount: number
  until: string | null
  terms: string | null
  conditions: string
  reason: string
  /** By judgement. */
  risk_class: number | null
  /** That it is decided under. */
  class: number | null
  next_review_on: string | null
  /** What the decider must have authority for; null where any authority will do. */
  counted: number | null
  /** Of which class: a judgement does not lower the authority that the scorecard asks for. */
  counted_class: number | null
  /** The policy's ceiling for new customers, where the proposal goes above it. */
  first_ceiling: number | null
  /** The decision that stood when it was submitted. */
  measured_limit_id: string | null
  policy_version: number
  by: string
  day: string
  at: string
  state: 'submitted' | 'approved' | 'refused' | 'returned' | 'taken-back'
  answered_by: string
  answered_for: string
  answered_on: string | null
  answer: string
}

export type ReviewNoteTable = { id: string; review_id: string; day: string; at: string; by: string; text: string }

export type ReviewDocumentTable = { document_id: string; review_id: string; kind: 'letter' | 'dossier'; day: string }
