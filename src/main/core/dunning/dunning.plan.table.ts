import type { Channel } from './dunning.table.ts'

export type Grouping = 'customer' | 'invoice'
export type Effect = 'delivery-stop' | 'credit-review' | 'hand-over'

export type DunningPlanTable = {
  id: string
  name: string
  is_default: number
  item_minimum: number
  /** JSON: minor units by currency. */
  letter_minimums: string
  grouping: Grouping
  working_days: 'none' | 'next' | 'previous'
  lists_younger: number
  archived_on: string | null
}

export type DunningLevelTable = {
  id: string
  plan_id: string
  position: number
  name: string
  wording: string
  days: number
  basis: 'due' | 'month-end' | 'previous'
  minimum_gap: number
  /** JSON: minor units by currency. */
  minimum_amounts: string
  channel: Channel
  claims_interest: number
  claims_indemnity: number
  fee: number
  /** Percent of the principal. */
  fee_percent: string
  new_deadline_days: number | null
  repeat_days: number | null
  approval: 'none' | 'confirm' | 'second-person'
  effect: Effect | null
  effect_target: 'collection' | 'agency' | 'lawyer' | 'bailiff' | 'court' | null
}

export type DunningPlanOfCustomerTable = { customer_id: string; plan_id: string }
export type DunningPlanOfSegmentTable = { segment: string; plan_id: string }
export type DunningPlanOfItemTable = { item_id: string; plan_id: string }

/** A yes to a letter that was proposed, up to a principal; `letter_id` is the letter that used it up. */
export type DunningApprovalTable = {
  id: string
  customer_id: string
  currency: string
  plan_id: string
  level: number
  letter_key: string
  principal: number
  as_of: string
  by: string
  at: string
  note: string
  withdrawn_by: string | null
  withdrawn_at: string | null
  letter_id: string | null
}
