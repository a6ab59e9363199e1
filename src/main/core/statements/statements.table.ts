import type { LetterLanguage } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'

export type StatementRunTable = {
  id: string
  number: number
  as_of: Day
  kind: 'open' | 'movements'
  from_day: Day | null
  /** JSON: how customers were chosen. */
  chosen: string
  made_on: Day
  made_at: string
  made_by: string
}

export type StatementIssueTable = {
  id: string
  run_id: string
  customer_id: string
  language: LetterLanguage
  /** JSON: totals by currency. */
  totals: string
  file_name: string
  sha256: string
  document_id: string | null
}
