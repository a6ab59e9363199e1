import type { PostingKind, PostingOutcome } from './postings.contract.ts'

/** A letter without a row was only issued. */
export type PostingTable = {
  letter_id: string
  kind: PostingKind
  number: string
  /** JSON: where it went. */
  address: string
  slip_id: string | null
  deposited_on: string | null
  outcome: PostingOutcome | null
  outcome_on: string | null
  receipt_id: string | null
  outcome_by: string
  outcome_at: string | null
  created_at: string
  created_by: string
}

export type PostingSlipTable = {
  id: string
  number: number
  day: string
  document_id: string
  stamped_id: string | null
  created_at: string
  created_by: string
}
