export type CreditApplicationTable = {
  id: string
  customer_id: string
  received_on: string
  currency: string
  /** Minor units of `currency`. */
  asked: number
  purchases: number | null
  terms: string
  applicant: string
  capacity: string
  note: string
  dropped_on: string | null
  dropped_by: string
  dropped_because: string
  /** The form as it came back. */
  document_id: string | null
  recorded_at: string
  recorded_by: string
}

export type TradeReferenceTable = {
  id: string
  application_id: string
  supplier: string
  contact: string
  asked_on: string | null
  answered_on: string | null
  /** What the supplier answered, as JSON. */
  answer: string | null
  position: number
}
