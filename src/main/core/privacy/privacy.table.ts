import type { ErasureKind, RetentionKind } from './privacy.contract.ts'

export type RetentionPeriodTable = {
  kind: RetentionKind
  months: number
  source: string
  set_on: string
  set_by: string
}

export type ErasureTable = {
  id: string
  customer_id: string
  kind: ErasureKind
  /** Only what is older; null where everything was. */
  until: string | null
  reason: string
  day: string
  at: string
  by: string
  rows: number
  documents: number
  /** Entries of the audit whose content was erased with it. */
  entries: number
  /** Above zero only inside the transaction that erases. */
  under_way: number
  /** When the file was written anew without what had been there; null: its free pages may still hold it. */
  compacted_at: string | null
}
