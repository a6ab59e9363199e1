import type { definitiveGrounds, taxDueKinds, WriteOffReason, writeOffStates } from './writeoffs.schema.ts'

export type WriteOffTable = {
  id: string
  reference: string
  customer_id: string
  currency: string
  amount: number
  /** In the company's currency; null without a rate. */
  worth: number | null
  reason: WriteOffReason
  note: string
  state: (typeof writeOffStates)[number]
  proposed_on: string
  proposed_at: string
  proposed_by: string
  answered_on: string | null
  answered_at: string | null
  answered_by: string
  answered_for: string
  answer: string
  day: string | null
  policy_version: number | null
  tax_due: (typeof taxDueKinds)[number]
  definitive_on: string | null
  definitive_ground: (typeof definitiveGrounds)[number] | null
  notice_sent_on: string | null
  tax_claimed_on: string | null
}

export type WriteOffItemTable = {
  write_off_id: string
  item_id: string
  amount: number
  /** Within the amount; null where it is not known. */
  tax: number | null
  tax_source: 'invoice' | 'rate' | null
  tax_rate: string
  /** What booked it. */
  credit_id: string | null
}

export type WriteOffDocumentTable = {
  document_id: string
  write_off_id: string
  kind: 'evidence' | 'vat-notice'
  day: string
  at: string
  by: string
}

export type WriteOffRecoveryTable = {
  id: string
  write_off_id: string
  day: string
  at: string
  by: string
  kind: 'received' | 'reversed'
  reason: string
  receipt_id: string | null
}

export type WriteOffRecoveryItemTable = {
  recovery_id: string
  item_id: string
  amount: number
  tax: number | null
  /** The debit that took the credit up. */
  debit_id: string
}
