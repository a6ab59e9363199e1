import type { ReportSection } from './reports.contract.ts'

export type ReportCommentTable = {
  /** `2026-10`. */
  month: string
  section: ReportSection
  /** Never empty. */
  text: string
  written_by: string
  written_on: string
}
