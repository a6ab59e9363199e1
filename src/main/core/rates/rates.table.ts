/** A series of the user's own; what may change is that it is no longer offered. */
export type RateSeriesTable = {
  key: string
  label: string
  currency: string
  margin: string
  follows: 'semester' | 'frozen' | 'payment'
  from_day: string
  source: string
  /** Fixed sum for recovery costs of a debt, in the series' currency; 0 for none. */
  indemnity: number
  created_at: string
  created_by: string
  retired_on: string | null
}

/** A value of a shipped series or of the user's; the last one told of a half-year counts. */
export type RateValueTable = {
  id: string
  series: string
  semester: string
  rate: string
  source: string
  reviewed_on: string
  by: string
  at: string
}
