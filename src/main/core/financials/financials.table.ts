export type FinancialStatementTable = {
  id: string
  customer_id: string
  closed_on: string
  months: number
  currency: string
  source: string
  audited: number
  consolidated: number
  /** As the file told it; empty when it did not. */
  siren: string
  note: string
  /** 1, or 1,000 for a statement in thousands. */
  unit: number
  document_id: string | null
  created_at: string
  created_by: string
}

/** A line as it was entered or read: a figure by its name, or a box of the tax forms. */
export type FinancialLineTable = { statement_id: string; line: string; amount: number }
