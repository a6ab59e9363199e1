import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

export type SupplierKind = 'invoice' | 'credit_note' | 'payment' | 'opening' | 'adjustment'

/** A line of a ledger that moves what is owed to a supplier. */
export type SupplierLine = {
  supplierCode: string
  supplierName: string
  account: string
  kind: SupplierKind
  number: string
  booked: Day
  /** Credit − debit in cents of the ledger's currency: above zero, more is owed. Never zero. */
  amount: Minor
  lettering: string
  letteringDate: Day | null
  /** Names the same line in another reading, or in a longer export of the same year. */
  sourceKey: string
}

/** What the lines of one kind brought on a day. */
export type DayOfSuppliers = { day: Day; kind: SupplierKind; amount: Minor }
