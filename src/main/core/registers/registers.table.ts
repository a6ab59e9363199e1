import type { EventKind, EventRegister, EventStage, FileRegister } from './registers.contract.ts'

export type RegisterEventTable = {
  id: string
  customer_id: string
  register: EventRegister
  /** Of a notice, its number; of a state in a register, who and since when. */
  reference: string
  kind: EventKind
  stage: EventStage
  day: string | null
  published_on: string | null
  court: string
  department: string
  /** In the register's own words. */
  nature: string
  /** Name of the file, or who said it. */
  source: string
  /** Reference of the notice that this one corrects. */
  replaces: string
  withdrawn_on: string | null
  withdrawn_by: string
  recorded_at: string
  recorded_by: string
  dismissed_on: string | null
  dismissed_by: string
  dismissed_because: string
}

export type RegisterCheckTable = {
  id: string
  day: string
  at: string
  user: string
  name: string
  register: FileRegister
  records: number
  matched: number
  problems: number
}
