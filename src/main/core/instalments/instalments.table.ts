import type { LetterLanguage } from '../kernel/contract.ts'

export type InstalmentPlanTable = {
  id: string
  customer_id: string
  currency: string
  agreed_on: string
  created_by: string
  note: string
  document_id: string | null
  cancelled_on: string | null
  cancel_reason: string
  /** The day the agreement was signed; `document_id` is the copy that came back. */
  signed_on: string | null
}

/** The agreement that a plan was put down in; made again, the earlier one stays. */
export type InstalmentLetterTable = {
  document_id: string
  plan_id: string
  reference: string
  language: LetterLanguage
  day: string
  at: string
  by: string
  /** What one instalment missed makes due: all of it, or itself. */
  missed: 'whole' | 'instalment'
  interest: 'waived' | 'kept'
  /** Id of the version of the wording; null for the text shipped. */
  wording_version: string | null
}

export type InstalmentPlanItemTable = {
  plan_id: string
  item_id: string
  /** What was open of the item when the plan was agreed. */
  covered: number
}

export type InstalmentTable = { plan_id: string; position: number; due: string; amount: number }
