import type { LetterLanguage } from '../kernel/contract.ts'
import type { Effect, Grouping } from './dunning.plan.table.ts'

export type HoldTable = {
  id: string
  customer_id: string
  /** Null holds every item of the customer. */
  item_id: string | null
  reason: string
  /** Who looks after it. */
  owner: string
  /** Last day of the hold; null until released. */
  until: string | null
  created_on: string
  created_by: string
  released_on: string | null
}

export type Channel = 'call' | 'email' | 'letter' | 'registered' | 'task'

/** The wordings that differ from those of the program, each with the version it is. */
export type WordingTable = {
  key: string
  language: LetterLanguage
  subject: string
  body: string
  updated_at: string
  version_id: string
}

/** Append-only: what a wording ever said. */
export type WordingVersionTable = {
  id: string
  key: string
  language: LetterLanguage
  /** 1, 2, 3… of the key and language. */
  number: number
  subject: string
  body: string
  how: 'saved' | 'restored' | 'reset'
  saved_at: string
  saved_by: string
}

/** A wording of the user, beside those of the program. */
export type OwnWordingTable = {
  key: string
  name: string
  /** The key of the program's wording it began as. */
  based_on: string
  made_at: string
  made_by: string
  removed_at: string | null
}

export type DunningRunTable = { id: string; number: number; as_of: string; created_at: string; user: string }

export type DunningLetterTable = {
  id: string
  run_id: string
  reference: string
  customer_id: string
  currency: string
  level: number
  level_name: string
  channel: Channel
  language: LetterLanguage
  day: string
  deadline: string | null
  principal: number
  credits: number
  interest: number
  indemnities: number
  fees: number
  earlier_charges: number
  total: number
  document_id: string | null
  file_name: string | null
  sent_on: string | null
  cancelled_on: string | null
  cancel_reason: string | null
  /** JSON: whom it was addressed to; null for letters without paper and those issued before it was kept. */
  recipient: string | null
  /** Null in letters older than the plan they could name. */
  plan_id: string | null
  /** Key of the wording, and its version; null where there was none. */
  wording: string | null
  wording_version: string | null
  grouping: Grouping
  /** 1: told before anything was due. */
  notice: number
  effect: Effect | null
  /** The delivery stop or hand-over it made. */
  effect_id: string | null
  task_id: string | null
}

export type DunningLetterItemTable = {
  letter_id: string
  item_id: string
  level: number
  /** What was open of the item; the letter claims it less what is disputed. */
  open: number
  disputed: number
  days_late: number
  interest: number
  indemnity: number
  /** JSON: how the interest of the letter came about. */
  segments: string
}
