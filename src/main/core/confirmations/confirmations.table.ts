import type { LetterLanguage } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'

export type ConfirmationRunTable = {
  id: string
  number: number
  as_of: Day
  form: 'positive' | 'negative'
  /** JSON. */
  auditor: string
  deadline: Day
  seed: string
  /** JSON: how customers were chosen. */
  criteria: string
  /** JSON: what was drawn from, by currency. */
  population: string
  made_on: Day
  made_at: string
  made_by: string
}

export type ConfirmationTable = {
  id: string
  run_id: string
  reference: string
  customer_id: string
  chosen_by: 'chosen' | 'all' | 'largest' | 'above' | 'random'
  language: LetterLanguage
  /** JSON: currency and total of each account. */
  balances: string
  file_name: string
  sha256: string
  document_id: string | null
}

export type ConfirmationAnswerTable = {
  id: string
  confirmation_id: string
  outcome: 'agrees' | 'differs' | 'none' | 'taken-back'
  /** JSON: currency and total as the customer has them. */
  stated: string
  reason: string
  note: string
  answered_on: Day
  recorded_on: Day
  recorded_at: string
  recorded_by: string
  document_id: string | null
}
