import type { OrderState } from './orders.contract.ts'

export type CustomerOrderTable = {
  id: string
  customer_id: string
  number: string
  day: string
  amount: number
  currency: string
  /** Paid before anything leaves. */
  prepaid: number
  expected: string | null
  note: string
  state: OrderState
  changed_on: string
  changed_by: string
}
