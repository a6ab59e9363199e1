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
  amount: number
  day: string
  origin: 'lettering' | 'import' | 'manual'
  lettering: string | null
}
