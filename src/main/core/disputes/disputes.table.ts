export type DisputeTable = {
  id: string
  customer_id: string
  item_id: string
  reason: string
  amount: number
  opened_on: string
  opened_by: string
  owner: string
  deadline: string | null
  description: string
  outcome: 'credit_note' | 'upheld' | 'settled' | null
  closed_on: string | null
  closed_by: string | null
  /** What was given up, above zero. */
  conceded: number
  credit_item_id: string | null
  conclusion: string
}

export type DisputeStepTable = {
  id: string
  dispute_id: string
  day: string
  at: string
  user: string
  kind: 'opened' | 'note' | 'changed' | 'closed' | 'reopened'
  text: string
  details: string
}
