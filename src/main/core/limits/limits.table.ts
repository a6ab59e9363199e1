import type { LimitKind } from './limits.contract.ts'

export type CustomerGroupTable = { id: string; name: string; note: string }

export type CustomerGroupMemberTable = { customer_id: string; group_id: string }

/** A decision. Days are inclusive at both ends; amounts are minor units of `currency`. */
export type CreditLimitTable = {
  id: string
  /** Of a customer, or of a group: one of both. */
  customer_id: string | null
  group_id: string | null
  kind: LimitKind
  /** Null: no limit from that day on. Zero: cash only. */
  amount: number | null
  currency: string
  starts_on: string
  ends_on: string | null
  decided_by: string
  decided_on: string
  at: string
  reason: string
  document_id: string | null
  policy_version: number
  review_id: string | null
  risk_class: number | null
  insurer: string
  policy_number: string
  /** Percent, an exact decimal; empty for other kinds. */
  covered_share: string
  /** Days after an invoice's due day that the insurer lets pass, and the days then left to declare it. */
  extension_days: number
  notice_days: number
  guarantor: string
}

export type CreditBlockTable = {
  id: string
  customer_id: string
  starts_on: string
  ends_on: string | null
  reason: string
  blocked_by: string
  at: string
  lifted_on: string | null
  lifted_by: string
  lifted_because: string
}

export type InvoiceCoverTable = {
  item_id: string
  limit_id: string
  insurer: string
  policy_number: string
  covered_share: string
  /** Of the limit, for all invoices together. */
  amount: number
  currency: string
  extension_days: number
  notice_days: number
  frozen_on: string
  declared_on: string | null
  declared_by: string
  /** The insurer's reference of the declaration. */
  declared_as: string
}

export type CreditOverrideTable = {
  id: string
  customer_id: string
  /** Of one order; empty for any order of the customer. */
  order_number: string
  /** What may be accepted under it, in the company's currency. */
  amount: number
  /** Codes of the rules it lifts, as JSON. */
  codes: string
  starts_on: string
  ends_on: string
  reason: string
  granted_by: string
  at: string
  policy_version: number
}
