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
}

export type InstalmentPlanItemTable = {
  plan_id: string
  item_id: string
  /** What was open of the item when the plan was agreed. */
  covered: number
}

export type InstalmentTable = { plan_id: string; position: number; due: string; amount: number }
