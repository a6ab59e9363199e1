import type { ReportFormat } from './leaves.model.ts'
import type { Provider } from './scales.schema.ts'

export type ReportMappingTable = {
  id: string
  name: string
  provider: Provider
  format: ReportFormat
  /** The mapping as JSON. */
  content: string
  saved_at: string
  saved_by: string
}

export type ExternalRatingTable = {
  id: string
  customer_id: string
  provider: Provider
  /** Of another provider than those known. */
  provider_name: string
  day: string
  recommended_limit: number | null
  currency: string
  company_name: string
  siren: string
  duns: string
  note: string
  source: string
  document_id: string | null
  created_at: string
  created_by: string
}

/** A value as the provider gives it, on its scale; `best` and `worst` only of a scale the program does not know. */
export type ExternalRatingValueTable = {
  rating_id: string
  scale: string
  label: string
  value: string
  best: string
  worst: string
}
