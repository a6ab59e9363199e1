export type HandoverTable = {
  id: string
  customer_id: string
  target: 'collection' | 'agency' | 'lawyer' | 'bailiff' | 'court'
  day: string
  at: string
  by: string
  reason: string
  review_id: string | null
  closed_on: string | null
  closed_by: string
  closed_because: string
}

/** What was open that day, with its sign; never changed afterwards. */
export type HandoverItemTable = { handover_id: string; item_id: string; handed: number }
