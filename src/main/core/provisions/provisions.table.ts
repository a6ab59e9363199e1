import type { Ground } from './provisions.schema.ts'

export type ProvisionDecisionTable = {
  id: string
  item_id: string
  day: string
  at: string
  by: string
  kind: 'doubtful' | 'sound'
  ground: Ground | null
  /** Percent; `0` of a sound debt. */
  probability: string
  note: string
  document_id: string | null
}

export type ProvisionRunTable = {
  id: string
  as_of: string
  previous_id: string | null
  currency: string
  booked: 'cases' | 'both'
  /** JSON. */
  settings: string
  matrix: string
  entries: string
  /** In the company's currency; null where the matrix could not be told. */
  matrix_total: number | null
  cases_total: number
  doubtful_total: number
  made_on: string
  made_at: string
  made_by: string
  withdrawn_on: string | null
  withdrawn_by: string
  withdrawn_because: string
}

/** In the company's currency; never changed afterwards. */
export type ProvisionRunItemTable = {
  run_id: string
  item_id: string
  /** 1: the ledger holds it in 416 already. */
  in_ledger: number
  ground: Ground
  probability: string
  gross: number
  credits: number
  tax: number
  insured: number
  base: number
  amount: number
}
