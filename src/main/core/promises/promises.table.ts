import type { promiseChannels } from './promises.contract.ts'

export type PromiseTable = {
  id: string
  customer_id: string
  currency: string
  amount: number
  /** The day it is to be paid. */
  day: string
  made_on: string
  at: string
  by: string
  channel: (typeof promiseChannels)[number]
  contact: string
  note: string
  cancelled_on: string | null
  cancelled_by: string
  cancelled_because: string
  replaced_by: string | null
}

export type PromiseItemTable = {
  promise_id: string
  item_id: string
  /** What was open of the item when the promise was made. */
  covered: number
  /** The part of it that was promised. */
  amount: number
}
