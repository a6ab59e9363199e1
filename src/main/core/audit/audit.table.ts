import type { Generated } from 'kysely'

export type AuditEntryTable = {
  id: Generated<number>
  at: string
  today: string
  user: string
  call: string
  input: string
}
