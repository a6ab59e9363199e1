import type Sqlite from 'better-sqlite3'
import { sealBook } from '../db/seals.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { Author, QueryContext, Writer } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import type { AuditEntry, auditContract } from './audit.contract.ts'
import { exportEntries } from './audit.export.ts'
import {
  chainOlder,
  changesOf,
  type EntryFilters,
  entriesToErase,
  eraseFromEntries,
  everybody,
  findEntry,
  insertEntry,
  listEntries,
  subjectsOfEntries,
} from './audit.repository.ts'
import { foundBeforeSealing, verifyAudit } from './audit.verify.ts'

export { entriesToErase, eraseFromEntries, foundBeforeSealing, verifyAudit }

/** Records a command in its own transaction: what failed leaves no trace, what was done always does. */
export const recordCommand = insertEntry

/**
 * Seals every row as it stands and begins the chain with it: of a new book, and after a migration. What older versions
 * recorded is chained as well, though nothing tells which rows it wrote.
 */
export const sealedFrom = async (
  sqlite: Sqlite.Database,
  db: Writer,
  { call, input, ...by }: Author & { call: string; input: unknown },
): Promise<void> => {
  await chainOlder(db)
  await insertEntry(db, by, call, input, { rows: [], counts: {}, delta: 0 }, { state: sealBook(sqlite) })
}

const MOST_CUSTOMERS = 5

type Listed = { id: number; at: string; today: string; user: string; call: string; counts: string }

const toEntries = async (ctx: Pick<QueryContext, 'db'>, rows: readonly Listed[]): Promise<AuditEntry[]> => {
  const subjects = await subjectsOfEntries(
    ctx.db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, at, today, user, call, counts }) => ({
    id,
    at,
    today,
    user,
    call,
    counts: JSON.parse(counts) as AuditEntry['counts'],
    customers: (subjects.get(id) ?? []).slice(0, MOST_CUSTOMERS).map(({ entryId: _, ...customer }) => customer),
  }))
}

const readEntry = async (ctx: Pick<QueryContext, 'db'>, id: number) => {
  const row = await findEntry(ctx.db, id)
  const [entry] = row ? await toEntries(ctx, [row]) : []
  if (!row || !entry) throw new Refusal('not-found', 'no such entry of the audit', { id })
  const changes = await changesOf(ctx.db, id)
  const rows = Object.values(entry.counts).reduce(
    (sum, { added, changed, removed }) => sum + added + changed + removed,
    0,
  )
  return {
    ...entry,
    input: row.input === null ? null : readJson(row.input),
    changes: changes.map(({ tbl, key, before, after }) => ({
      table: tbl,
      key,
      erased: before === null && after === null,
      before: before === null ? null : (JSON.parse(before) as Record<string, unknown>),
      after: after === null ? null : (JSON.parse(after) as Record<string, unknown>),
    })),
    leftOut: Math.max(0, rows - changes.length),
    hash: row.hash,
    previous: row.previous,
  }
}

// An input that was too long was cut: it is shown as it was kept.
const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Entries by filters, newest first, at most a million. */
export const allEntries = async (ctx: Pick<QueryContext, 'db'>, filters: EntryFilters): Promise<AuditEntry[]> =>
  toEntries(ctx, (await listEntries(ctx.db, filters, { offset: 0, limit: 1_000_000 })).entries)

export const auditCalls: Handlers<typeof auditContract> = {
  list: async (ctx, { offset, limit, ...filters }) => {
    const { total, entries } = await listEntries(ctx.db, filters, { offset, limit })
    return { total, entries: await toEntries(ctx, entries), ...(await everybody(ctx.db)) }
  },
  entry: (ctx, { id }) => readEntry(ctx, id),
  verify: (ctx) => verifyAudit(ctx.db),
  export: async (ctx, { format, language, ...filters }) =>
    exportEntries(await allEntries(ctx, filters), format, language),
}
