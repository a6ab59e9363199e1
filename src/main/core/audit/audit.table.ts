import type { Generated } from 'kysely'

export type AuditEntryTable = {
  id: Generated<number>
  at: string
  today: string
  user: string
  call: string
  /** JSON; null once personal data were erased from it: its digest stays. */
  input: string | null
  input_digest: string
  changes_digest: string
  /** JSON: rows added, changed and removed, by table. */
  counts: string
  /** Sum of the hashes of all rows after it. */
  state: number
  /** Hash of the entry before; the hash of this one covers it. */
  previous: string
  hash: string
}

export type AuditChangeTable = {
  entry_id: number
  position: number
  tbl: string
  key: string
  /** JSON: values by column; null where there was no row, or where personal data were erased. */
  before: string | null
  after: string | null
  digest: string
}

/** A customer that an entry is about; it stays when that customer is merged into another. */
export type AuditSubjectTable = { subject: string; entry_id: number }

export type SealTable = { tbl: string; part: number; bucket: number; sum: number; rows: number }
