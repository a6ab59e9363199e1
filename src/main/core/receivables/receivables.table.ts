export type ItemKind = 'invoice' | 'credit_note' | 'payment' | 'opening' | 'adjustment'

export type OpenItemTable = {
  id: string
  customer_id: string
  kind: ItemKind
  number: string
  label: string
  issued: string
  /** The day it counts in the ledger: the accounting date. */
  booked: string
  /** For a credit, its own day: it is never overdue. */
  due: string
  due_origin: 'document' | 'terms' | 'none'
  currency: string
  /** Minor units: positive is owed by the customer, negative is owed to them. */
  amount: number
  /** In the company's currency when it was booked; null when its currency is that one, or no rate was known. */
  base_amount: number | null
  account: string
  journal: string
  entry: string
  approximate: number
  /** Cache: the day of the match that closed the item; null while any of it is open. */
  settled_on: string | null
  source_key: string | null
  import_id: string | null
}

export type AllocationTable = {
  id: string
  debit_id: string
  credit_id: string
  /** Above zero; below zero for the row that takes a match back. */
  amount: number
  day: string
  origin: 'lettering' | 'import' | 'manual' | 'bank'
  lettering: string | null
  /** In the company's currency: what the credit was worth less what the debit was; a gain is above zero. */
  exchange: number
  /** In the company's currency: the part of each side's `base_amount` that the match takes, above zero; null when not known. */
  debit_base: number | null
  credit_base: number | null
  reverses: string | null
  undone_because: 'mistake' | 'bounced' | 'cancelled' | 'recovered' | null
}
