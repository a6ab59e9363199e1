import type { ActKind, RegimeCode } from './limitations.contract.ts'

/** Of a customer, of a segment, or of the whole book where neither is named. */
export type LimitationRegimeTable = {
  id: string
  segment: string | null
  customer_id: string | null
  regime: RegimeCode
  /** Of `other` only. */
  months: number | null
  law: string
  set_on: string
  set_by: string
}

export type LimitationActTable = {
  id: string
  customer_id: string
  kind: ActKind
  day: string
  /** The end of an act that lasts; null while it goes on, and for those that are of one day. */
  until: string | null
  /** Everything that was owed on its day was meant; the items say what that was. */
  whole: number
  note: string
  document_id: string | null
  /** What wrote it, where that is another part of the program: `declaration:<id>`. */
  source: string
  at: string
  by: string
  withdrawn_on: string | null
  withdrawn_by: string
  withdrawn_because: string
}

export type LimitationActItemTable = { act_id: string; item_id: string }
