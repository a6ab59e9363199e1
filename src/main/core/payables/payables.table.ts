export type SupplierTable = { code: string; name: string }

export type SupplierMovementTable = {
  source_key: string
  supplier: string
  account: string
  kind: 'invoice' | 'credit_note' | 'payment' | 'opening' | 'adjustment'
  number: string
  booked: string
  /** Credit − debit in the ledger's currency: above zero, more is owed. Never zero. */
  amount: number
  lettering: string | null
  lettered_on: string | null
  import_id: string | null
}
