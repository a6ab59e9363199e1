import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { sqliteOf } from '../db/connection.ts'
import type { Database } from '../db/database.ts'
import { unsealed, unsealedInSteps } from '../db/seals.check.ts'
import type { Reader } from '../kernel/context.ts'
import { changesDigest, digestOf, entryHash, rowDigest } from './audit.chain.ts'
import { type brokenKinds, unsealedKinds } from './audit.contract.ts'
import {
  changesBetween,
  entriesAfter,
  entriesOfCall,
  lastEntry,
  type StoredEntry,
  subjectsBetween,
  subjectsOf,
} from './audit.repository.ts'
import type { AuditChangeTable } from './audit.table.ts'

/** Entries read at a time: between two pages other calls get their turn. */
const PAGE = 50
const MOST_FOUND = 200

type Broken = { entryId: number; kind: (typeof brokenKinds)[number] }

/** Why an entry is not the link it was; null when it is. */
const faultOf = (
  entry: StoredEntry,
  before: { id: number; hash: string },
  changes: readonly AuditChangeTable[],
  subjects: ReadonlySet<string>,
): Broken['kind'] | null => {
  if (entry.id !== before.id + 1 || entry.previous !== before.hash) return 'entry-missing'
  if (entry.hash !== entryHash(entry)) return 'entry-changed'
  if (entry.input !== null && digestOf(entry.input) !== entry.input_digest) return 'entry-changed'
  if (changesDigest(changes) !== entry.changes_digest) return 'rows-missing'
  const erased = ({ before, after }: AuditChangeTable) => before === null && after === null
  if (changes.some((one) => !erased(one) && rowDigest(one.before, one.after) !== one.digest)) return 'rows-changed'
  // By these the search finds what was done to a customer; what an erased row was about cannot be known any more.
  const known = subjectsOf(changes.filter((one) => !erased(one)).map(rowOf))
  const same = subjects.isSupersetOf(known) && (changes.some(erased) || subjects.size === known.size)
  return same ? null : 'rows-changed'
}

const rowOf = ({ tbl, key, before, after }: AuditChangeTable) => {
  const read = (json: string | null) => (json === null ? null : (JSON.parse(json) as Record<string, unknown>))
  return { table: tbl, key, before: read(before), after: read(after) }
}

/** Follows the chain from an entry on. An entry that is broken is told once; the next is held against it as it stands. */
export const followChain = async (db: Reader, from: { id: number; hash: string } = { id: 0, hash: '' }) => {
  const broken: Broken[] = []
  let last: { id: number; hash: string; state: number } = { ...from, state: 0 }
  let entries = 0
  for (;;) {
    const page = await entriesAfter(db, last.id, PAGE)
    const [first, end] = [page[0], page.at(-1)]
    if (!first || !end) return { entries, last, broken }
    await setImmediate()
    const changes = await changesBetween(db, first.id, end.id)
    const subjects = await subjectsBetween(db, first.id, end.id)
    for (const entry of page) {
      const about = new Set(subjects.get(entry.id)?.map(({ subject }) => subject))
      const kind = faultOf(entry, last, changes.get(entry.id) ?? [], about)
      if (kind && broken.length < MOST_FOUND) broken.push({ entryId: entry.id, kind })
      last = entry
      entries += 1
    }
  }
}

/** What is told of one migration: the places are those of the rows then. */
const MOST_CARRIED = 100
const LONGEST_KEY = 100

/** A migration seals rows anew, and with them what another program wrote before: its entry says so for good. */
const sealedOver = z.object({
  unsealed: z.array(z.object({ table: z.string(), key: z.string().nullable(), kind: z.enum(unsealedKinds) })),
  state: z.boolean(),
})
type SealedOver = z.infer<typeof sealedOver>

/** Rows against their seals, and the seals against the chain: sums that were rewritten with the rows only it still knows. */
const againstSeals = (db: Reader, last: { state: number; id: number }): SealedOver => {
  const { state, found } = unsealed(sqliteOf(db))
  return { unsealed: found, state: found.length === 0 && last.id > 0 && state !== last.state }
}

/** What the migration that comes would seal although no call of the program wrote it; null where that is nothing, or nothing is sealed yet. */
export const foundBeforeSealing = async (db: Kysely<Database>): Promise<SealedOver | null> => {
  const sealed = sqliteOf(db).prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'seal'`).get()
  if (!sealed) return null
  const { unsealed, state } = againstSeals(db, (await lastEntry(db)) ?? { id: 0, state: 0 })
  if (unsealed.length === 0 && !state) return null
  const places = unsealed.slice(0, MOST_CARRIED)
  return { unsealed: places.map((row) => ({ ...row, key: row.key?.slice(0, LONGEST_KEY) ?? null })), state }
}

const sealedOverBy = ({ input }: { input: string | null }): SealedOver | null => {
  try {
    return sealedOver.safeParse(JSON.parse(input ?? '{}').found).data ?? null
  } catch {
    // No JSON any more: the chain tells that the entry was changed.
    return null
  }
}

/** The whole chain, and every row of the book against its seal; in steps that hold nothing up. */
export const verifyAudit = async (db: Reader) => {
  const { entries, last, broken } = await followChain(db)
  const { found, sealsHold, last: newest } = await unsealedInSteps(sqliteOf(db))
  if (found.length === 0 && !sealsHold) broken.push({ entryId: newest, kind: 'state' })
  for (const migration of await entriesOfCall(db, 'book.migrate')) {
    const over = sealedOverBy(migration)
    if (over?.state) broken.push({ entryId: migration.id, kind: 'state' })
    found.push(...(over?.unsealed ?? []))
  }
  return { entries, head: last.hash, broken, unsealed: found.slice(0, MOST_FOUND) }
}
