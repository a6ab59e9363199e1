import type { Channel, OfficerRole } from './declarations.contract.ts'
import type { Answer, ClauseKind, GoodsState, RetentionOutcome } from './retention.schema.ts'

export type InsolvencyOfficerTable = {
  id: string
  customer_id: string
  role: OfficerRole
  name: string
  street: string
  postal_code: string
  city: string
  country: string
  email: string
  /** Their number of the case. */
  reference: string
  since: string
  recorded_at: string
  recorded_by: string
  removed_on: string | null
  removed_by: string
}

/** As it was prepared; only what became of it changes. Amounts in its currency. */
export type ClaimDeclarationTable = {
  id: string
  reference: string
  customer_id: string
  procedure: string
  judgment: string
  published_on: string | null
  court: string
  deadline: string | null
  currency: string
  principal: number
  interest: number
  indemnities: number
  costs: number
  /** Receipts and credit notes matched with nothing, above zero: they come off. */
  credits: number
  to_fall_due: number
  total: number
  /** JSON: whom it is addressed to. */
  addressee: string
  /** JSON: what the paper says beside its amounts. */
  details: string
  document_id: string
  prepared_on: string
  prepared_at: string
  prepared_by: string
  sent_on: string | null
  sent_by: string
  channel: Channel | null
  registered_number: string
  received_on: string | null
  receipt_id: string | null
  outcome_on: string | null
  admitted: number | null
  contested: number | null
  rejected: number | null
  outcome_note: string
  /** When the letter that contests it came, and when it was answered. */
  contested_on: string | null
  answered_on: string | null
  cancelled_on: string | null
  cancelled_by: string
  cancelled_because: string
}

export type ClaimDeclarationItemTable = {
  declaration_id: string
  item_id: string
  due: string
  currency: string
  /** Open on the eve of the judgment, in the item's currency; the others in the declaration's. */
  principal: number
  worth: number
  interest: number
  indemnity: number
}

export type RetentionClauseTable = {
  id: string
  customer_id: string
  kind: ClauseKind
  version: string
  text: string
  agreed_on: string
  document_id: string | null
  /** The contract is published at the registry. */
  published: number
  note: string
  at: string
  by: string
  ended_on: string | null
  ended_by: string
}

export type RetainedGoodsTable = {
  id: string
  customer_id: string
  item_id: string
  description: string
  serials: string
  storage: string
  delivery: string
  delivered_on: string
  state: GoodsState
  resold_to: string
  resold_on: string | null
  resale_price: number | null
  note: string
  at: string
  by: string
  removed_on: string | null
  removed_by: string
}

export type RetentionClaimTable = {
  id: string
  reference: string
  customer_id: string
  judgment: string
  published_on: string | null
  deadline: string | null
  addressee: string
  details: string
  document_id: string
  prepared_on: string
  prepared_at: string
  prepared_by: string
  sent_on: string | null
  sent_by: string
  registered_number: string
  received_on: string | null
  receipt_id: string | null
  answer: Answer | null
  answered_on: string | null
  /** When the judge was asked. */
  judge_on: string | null
  outcome: RetentionOutcome | null
  outcome_on: string | null
  note: string
  cancelled_on: string | null
  cancelled_by: string
  cancelled_because: string
}

export type RetentionClaimGoodsTable = { claim_id: string; goods_id: string; claims: 'goods' | 'price' }
