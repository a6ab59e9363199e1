import { sqliteOf } from '../db/connection.ts'
import { unsealed } from '../db/seals.ts'
import type { Reader } from '../kernel/context.ts'
import { changesDigest, digestOf, entryHash, rowDigest } from './audit.chain.ts'
import type { brokenKinds } from './audit.contract.ts'
import { changesBetween, entriesAfter, type StoredEntry } from './audit.repository.ts'
import type { AuditChangeTable } from './audit.table.ts'

const PAGE = 2_000
const MOST_FOUND = 200

type Broken = { entryId: number; kind: (typeof brokenKinds)[number] }

/** Why an entry is not the link it was; null when it is. */
const faultOf = (
  entry: StoredEntry,
  before: { id: number; hash: string },
  changes: readonly AuditChangeTable[],
): Broken['kind'] | null => {
  if (entry.id !== before.id + 1 || entry.previous !== before.hash) return 'entry-missing'
  if (entry.hash !== entryHash(entry)) return 'entry-changed'
  if (entry.input !== null && digestOf(entry.input) !== entry.input_digest) return 'entry-changed'
  if (changesDigest(changes) !== entry.changes_digest) return 'rows-missing'
  const erased = ({ before, after }: AuditChangeTable) => before === null && after === null
  return changes.some((one) => !erased(one) && rowDigest(one.before, one.after) !== one.digest) ? 'rows-changed' : null
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
    const changes = await changesBetween(db, first.id, end.id)
    for (const entry of page) {
      const kind = faultOf(entry, last, changes.get(entry.id) ?? [])
      if (kind && broken.length < MOST_FOUND) broken.push({ entryId: entry.id, kind })
      last = entry
      entries += 1
    }
  }
}

/** The whole chain, and every row of the book against its seal. */
export const verifyAudit = async (db: Reader) => {
  const { entries, last, broken } = await followChain(db)
  const { state, found } = unsealed(sqliteOf(db))
  // The sums were rewritten with the rows: only the chain still knows how they were.
  if (found.length === 0 && entries > 0 && state !== last.state) broken.push({ entryId: last.id, kind: 'state' })
  return { entries, head: last.hash, broken, unsealed: found.slice(0, MOST_FOUND) }
}
