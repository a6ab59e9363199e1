import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { SEAL_MODULUS } from '../db/row-hash.ts'
import type { Written } from '../db/seals.ts'
import type { Author, Reader, Writer } from '../kernel/context.ts'
import { type ChainedEntry, changesDigest, digestOf, entryHash, rowDigest } from './audit.chain.ts'
import type { AuditChangeTable, AuditEntryTable } from './audit.table.ts'

const LONGEST_INPUT = 20_000
/** Characters of a value in a row that is kept: beyond them its beginning. */
const LONGEST_VALUE = 2_000

const shortened = (_key: string, value: unknown) =>
  value instanceof Blob
    ? { bytes: value.size }
    : typeof value === 'string' && value.length > LONGEST_VALUE
      ? `${value.slice(0, LONGEST_VALUE)}…`
      : value

/** Keeps who did what, with the call's input and the rows it wrote, as the next link of the chain. */
export const insertEntry = async (
  db: Writer,
  context: Author,
  call: string,
  input: unknown,
  { rows, counts, delta }: Written,
  {
    state,
    untold = false,
  }: {
    /** Of a book sealed anew; otherwise the state follows from the entry before. */
    state?: number
    /** Of rows that are erased: their digests are kept, what they said is not. */
    untold?: boolean
  } = {},
): Promise<void> => {
  const text = (JSON.stringify(input, shortened) ?? '{}').slice(0, LONGEST_INPUT)
  const last = await lastEntry(db)
  const id = (last?.id ?? 0) + 1
  const changes = rows.map((row, position) => {
    const before = row.before && JSON.stringify(row.before, shortened)
    const after = row.after && JSON.stringify(row.after, shortened)
    return { entry_id: id, position, tbl: row.table, key: row.key, before, after, digest: rowDigest(before, after) }
  })
  const entry: ChainedEntry = {
    id,
    at: context.now,
    today: context.today,
    user: context.user,
    call,
    input_digest: digestOf(text),
    changes_digest: changesDigest(changes),
    counts: JSON.stringify(counts),
    state: state ?? ((last?.state ?? 0) + delta) % SEAL_MODULUS,
    previous: last?.hash ?? '',
  }
  await db
    .insertInto('audit_entry')
    .values({ ...entry, input: text, hash: entryHash(entry) })
    .execute()
  for (const change of changes)
    await db
      .insertInto('audit_change')
      .values(untold ? { ...change, before: null, after: null } : change)
      .execute()
  for (const subject of subjectsOf(rows))
    await db.insertInto('audit_subject').values({ subject, entry_id: id }).execute()
}

/** Customers that rows are about. */
export const subjectsOf = (rows: Pick<Written['rows'][number], 'table' | 'key' | 'before' | 'after'>[]): Set<string> =>
  new Set(
    rows.flatMap(({ table, key, before, after }) =>
      table === 'customer'
        ? [key]
        : [before?.customer_id, after?.customer_id].filter((id): id is string => typeof id === 'string'),
    ),
  )

/** The end of the chain. */
export const lastEntry = (db: Reader | Writer) =>
  db.selectFrom('audit_entry').select(['id', 'state', 'hash']).orderBy('id', 'desc').limit(1).executeTakeFirst()

/** Chains what an older version of the program wrote without hashes; the rows it wrote are not known any more. */
export const chainOlder = async (db: Writer): Promise<void> => {
  const older = await db.selectFrom('audit_entry').selectAll().where('hash', '=', '').orderBy('id').execute()
  let previous = ''
  for (const row of older) {
    const entry: ChainedEntry = {
      ...row,
      input_digest: digestOf(row.input ?? ''),
      changes_digest: changesDigest([]),
      previous,
    }
    previous = entryHash(entry)
    await db
      .updateTable('audit_entry')
      .set({
        input_digest: entry.input_digest,
        changes_digest: entry.changes_digest,
        previous: entry.previous,
        hash: previous,
      })
      .where('id', '=', row.id)
      .execute()
  }
}

export type EntryFilters = {
  customerId?: string | undefined
  user?: string | undefined
  call?: string | undefined
  search?: string | undefined
  from?: string | undefined
  until?: string | undefined
}

/** What an entry says somewhere: in a row, in what was asked, or by the name of a customer it is about. */
const tells = (search: string) => {
  const text = search.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const said = JSON.stringify(text).slice(1, -1)
  return sql<boolean>`(instr(lower(audit_entry.input), ${said}) > 0
    OR audit_entry.id IN (SELECT c.entry_id FROM audit_change c WHERE instr(lower(concat(c.before, c.after)), ${said}) > 0)
    OR audit_entry.id IN (SELECT s.entry_id FROM audit_subject s JOIN customer o ON o.id = s.subject
      WHERE instr(lower(o.code), ${text}) > 0 OR instr(lower(o.name), ${text}) > 0))`
}

const filtered = <O>(
  query: SelectQueryBuilder<Database, 'audit_entry', O>,
  { customerId, user, call, search, from, until }: EntryFilters,
): SelectQueryBuilder<Database, 'audit_entry', O> =>
  query
    .$if(customerId !== undefined, (some) =>
      some.where('id', 'in', (eb) =>
        eb
          .selectFrom('audit_subject')
          .select('entry_id')
          .where('subject', '=', customerId as string),
      ),
    )
    .$if(user !== undefined, (some) => some.where('user', '=', user as string))
    .$if(call !== undefined, (some) =>
      call?.includes('.')
        ? some.where('call', '=', call)
        : some.where('call', '>=', `${call}.`).where('call', '<', `${call}/`),
    )
    .$if(Boolean(search), (some) => some.where(tells(search as string)))
    .$if(from !== undefined, (some) => some.where('at', '>=', from as string))
    // The day after: `at` is an instant.
    .$if(until !== undefined, (some) => some.where('at', '<', `${until}T24`))

export const listEntries = async (db: Reader, filters: EntryFilters, page: { offset: number; limit: number }) => {
  const { total } = await filtered(db.selectFrom('audit_entry'), filters)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const entries = await filtered(db.selectFrom('audit_entry'), filters)
    .select(['id', 'at', 'today', 'user', 'call', 'counts'])
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { total, entries }
}

/** Customers of entries, by entry. */
export const subjectsOfEntries = async (db: Reader, ids: readonly number[]) => {
  const { rows } = await sql<{ entryId: number; id: string; code: string; name: string }>`
    SELECT s.entry_id AS entryId, s.subject AS id, coalesce(c.code, '') AS code, coalesce(c.name, '') AS name
    FROM json_each(${JSON.stringify(ids)}) wanted JOIN audit_subject s ON s.entry_id = wanted.value
    LEFT JOIN customer c ON c.id = s.subject ORDER BY c.code`.execute(db)
  return Map.groupBy(rows, ({ entryId }) => entryId)
}

export const everybody = async (db: Reader) => {
  const users = await db.selectFrom('audit_entry').select('user').distinct().orderBy('user').execute()
  const calls = await db.selectFrom('audit_entry').select('call').distinct().orderBy('call').execute()
  return { users: users.map(({ user }) => user), calls: calls.map(({ call }) => call) }
}

export const findEntry = (db: Reader, id: number) =>
  db.selectFrom('audit_entry').selectAll().where('id', '=', id).executeTakeFirst()

export const changesOf = (db: Reader, id: number): Promise<AuditChangeTable[]> =>
  db.selectFrom('audit_change').selectAll().where('entry_id', '=', id).orderBy('position').execute()

export type Erased = {
  customerId: string
  /** Whatever the audit kept of these rows, by table. */
  keys: ReadonlyMap<string, readonly string[]>
  /** Texts that must not stand in it any more, in small letters as SQLite makes them (ASCII only). */
  needles: readonly string[]
  /** Whether everything that was asked about the customer goes, whatever it says. */
  whole: boolean
}

const saysOne = (text: RawBuilder<unknown>, needles: readonly string[]) =>
  needles.length === 0
    ? sql`0`
    : sql`(${sql.join(
        needles.map((needle) => sql`instr(lower(${text}), ${needle}) > 0`),
        sql` OR `,
      )})`

const erasable = ({ customerId, keys, needles, whole }: Erased) => {
  const rows = JSON.stringify([...keys].flatMap(([table, all]) => all.map((key) => `${table} ${key}`)))
  const told = whole ? [...needles, customerId] : needles
  const changes = sql`(c.before IS NOT NULL OR c.after IS NOT NULL) AND (
    c.tbl || ' ' || c.key IN (SELECT value FROM json_each(${rows})) OR ${saysOne(sql`concat(c.before, c.after)`, told)})`
  const inputs = sql`e.input IS NOT NULL AND (${saysOne(sql`e.input`, told)}
    OR (${whole ? 1 : 0} AND e.id IN (SELECT entry_id FROM audit_subject WHERE subject = ${customerId})))`
  return { changes, inputs }
}

/** Entries that tell of what is to be erased. */
export const entriesToErase = async (db: Reader, erased: Erased): Promise<number> => {
  const { changes, inputs } = erasable(erased)
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM (
    SELECT c.entry_id AS id FROM audit_change c WHERE ${changes} UNION SELECT e.id FROM audit_entry e WHERE ${inputs})`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

/** Empties them; who, when and the digests stay, and with them the chain. Returns how many entries it touched. */
export const eraseFromEntries = async (db: Writer, erased: Erased): Promise<number> => {
  const { changes, inputs } = erasable(erased)
  const touched = new Set<number>()
  const written = await sql<{ id: number }>`
    UPDATE audit_change AS c SET before = NULL, after = NULL WHERE ${changes} RETURNING entry_id AS id`.execute(db)
  for (const { id } of written.rows) touched.add(id)
  const asked = await sql<{ id: number }>`UPDATE audit_entry AS e SET input = NULL WHERE ${inputs} OR
    (e.input IS NOT NULL AND e.id IN (SELECT value FROM json_each(${JSON.stringify([...touched])}))) RETURNING id`.execute(
    db,
  )
  for (const { id } of asked.rows) touched.add(id)
  return touched.size
}

export type StoredEntry = Omit<AuditEntryTable, 'id'> & { id: number }

export const entriesOfCall = (db: Reader, call: string): Promise<StoredEntry[]> =>
  db.selectFrom('audit_entry').selectAll().where('call', '=', call).orderBy('id').execute()

/** Entries after one, in order. */
export const entriesAfter = (db: Reader, id: number, limit: number): Promise<StoredEntry[]> =>
  db.selectFrom('audit_entry').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute()

export const changesBetween = async (db: Reader, first: number, last: number) =>
  Map.groupBy(
    await db
      .selectFrom('audit_change')
      .selectAll()
      .where('entry_id', '>=', first)
      .where('entry_id', '<=', last)
      .orderBy('entry_id')
      .orderBy('position')
      .execute(),
    ({ entry_id }) => entry_id,
  )

/** Customers of each of the entries, as the search by customer finds them. */
export const subjectsBetween = async (db: Reader, first: number, last: number) =>
  Map.groupBy(
    await db
      .selectFrom('audit_subject')
      .selectAll()
      .where('entry_id', '>=', first)
      .where('entry_id', '<=', last)
      .execute(),
    ({ entry_id }) => entry_id,
  )
