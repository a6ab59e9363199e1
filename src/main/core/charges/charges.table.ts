import type { ChargeEvent, ChargeKind } from './charges.contract.ts'

/** Only ever added to. */
export type ChargeEntryTable = {
  id: string
  customer_id: string
  currency: string
  /** Null of a fee or cost that is no single invoice's. */
  item_id: string | null
  letter_id: string | null
  kind: ChargeKind
  event: ChargeEvent
  /** Above zero, whatever the event. */
  amount: number
  day: string
  at: string
  by: string
  reason: string
  /** The entry that is withdrawn or undone. */
  refers_to: string | null
  /** The receipt that paid, and the debit that takes that part of it out of the ledger. */
  credit_item_id: string | null
  debit_item_id: string | null
  document_id: string | null
}
