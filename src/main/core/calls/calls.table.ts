import type { Outcome, TaskKind } from './calls.contract.ts'

export type CallTable = {
  id: string
  customer_id: string
  day: string
  at: string
  by: string
  channel: 'call' | 'email' | 'meeting' | 'other'
  incoming: number
  contact: string
  phone: string
  outcome: Outcome
  note: string
  seconds: number | null
  promise_id: string | null
  dispute_id: string | null
}

export type CallItemTable = { call_id: string; item_id: string }

export type TaskTable = {
  id: string
  customer_id: string
  kind: TaskKind
  day: string
  note: string
  owner: string
  /** The talk that left it as its next action. */
  call_id: string | null
  created_on: string
  created_by: string
  done_on: string | null
  done_by: string
}
