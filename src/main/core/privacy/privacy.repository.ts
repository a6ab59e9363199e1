import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { RetentionKind } from './privacy.contract.ts'
import type { Part } from './privacy.rows.ts'
import type { ErasureTable, RetentionPeriodTable } from './privacy.table.ts'

type Either = Reader | Writer

/** Which rows of a part are meant: of a customer, all or those older than a day. */
export type Which = { customerId: string; until: Day | null }

const condition = (part: Part, { customerId, until }: Which): RawBuilder<boolean> => {
  const of = sql.join(
    part.of.split('@id').map((text) => sql.raw(text)),
    sql`${customerId}`,
  )
  if (until === null || !part.aged) return sql`(${of})`
  return sql`(${of} AND ${sql.raw(part.aged.day)} < ${until} AND ${sql.raw(part.aged.and ?? '1')})`
}

export const countRows = async (db: Either, part: Part, which: Which): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM ${sql.table(part.table)} t WHERE ${condition(part, which)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** Rows as they stand, for whoever they are about. Of bytes nothing: files go beside. */
export const readRows = async (db: Either, part: Part, which: Which): Promise<Record<string, unknown>[]> => {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT * FROM ${sql.table(part.table)} t WHERE ${condition(part, which)}`.execute(db)
  return rows
}

/** Keys of the rows as the audit names them. */
export const keysOf = async (db: Either, part: Part, which: Which): Promise<string[]> => {
  const columns = await sql<{ name: string }>`
    SELECT name FROM pragma_table_info(${part.table}) WHERE pk > 0 ORDER BY pk`.execute(db)
  const key = sql.join(columns.rows.map(({ name }) => sql`t.${sql.ref(name)}`))
  const { rows } = await sql<{ key: string }>`
    SELECT concat_ws('/', ${key}) AS key FROM ${sql.table(part.table)} t WHERE ${condition(part, which)}`.execute(db)
  return rows.map((row) => row.key)
}

export const filesOf = async (db: Either, part: Part, which: Which): Promise<string[]> => {
  const found: string[] = []
  for (const column of part.files ?? []) {
    const { rows } = await sql<{ id: string | null }>`
      SELECT t.${sql.ref(column)} AS id FROM ${sql.table(part.table)} t WHERE ${condition(part, which)}`.execute(db)
    found.push(...rows.flatMap(({ id }) => id ?? []))
  }
  return found
}

/** Takes out of the rows what tells of a person. */
export const eraseRows = async (
  db: Writer,
  part: Part,
  which: Which,
  scrub: (text: string, emptied: readonly string[]) => string,
): Promise<void> => {
  const where = condition(part, which)
  const table = sql.table(part.table)
  if (part.removed) {
    // DELETE takes an alias with AS only.
    await sql`DELETE FROM ${table} AS t WHERE ${where}`.execute(db)
    return
  }
  for (const [column, emptied] of Object.entries(part.scrub ?? {}))
    await rewrite(db, part.table, where, [column], (text) => scrub(text, emptied))
  const sets = [
    ...(part.blank ?? []).map(
      (column) => sql`${sql.ref(column)} = CASE WHEN ${sql.ref(column)} IS NULL THEN NULL ELSE '' END`,
    ),
    ...Object.entries(part.set ?? {}).map(([column, value]) => sql`${sql.ref(column)} = ${sql.raw(value)}`),
  ]
  if (sets.length > 0) await sql`UPDATE ${table} AS t SET ${sql.join(sets)} WHERE ${where}`.execute(db)
}

/** Takes out of every text of the rows what tells of a person; the rest of it stays. */
export const scrubRows = async (db: Writer, part: Part, which: Which, scrub: (text: string) => string): Promise<void> =>
  rewrite(db, part.table, condition(part, which), await textColumns(db, part.table), scrub)

/** The same in rows that are of everybody. */
export const scrubEverywhere = async (
  db: Writer,
  table: Part['table'],
  needles: readonly string[],
  scrub: (text: string) => string,
): Promise<void> => {
  const columns = await textColumns(db, table)
  if (needles.length === 0 || columns.length === 0) return
  const text = sql`lower(concat_ws(' ', ${sql.join(columns.map((column) => sql`t.${sql.ref(column)}`))}))`
  const where = sql<boolean>`(${sql.join(
    needles.map((needle) => sql`instr(${text}, ${needle}) > 0`),
    sql` OR `,
  )})`
  await rewrite(db, table, where, columns, scrub)
}

const columnsOf = async (db: Either, table: string) =>
  (
    await sql<{
      name: string
      type: string
      pk: number
    }>`SELECT name, type, pk FROM pragma_table_info(${table}) ORDER BY pk`.execute(db)
  ).rows

/** Columns that hold words; ids and what points to them are none. */
const textColumns = async (db: Either, table: string): Promise<string[]> =>
  (await columnsOf(db, table))
    .filter(({ name, type }) => type === 'TEXT' && !/^id$|_id$/.test(name))
    .map(({ name }) => name)

/** Reads columns of some rows, and writes those back that come out otherwise. */
const rewrite = async (
  db: Writer,
  name: Part['table'],
  where: RawBuilder<boolean>,
  columns: readonly string[],
  change: (text: string) => string,
): Promise<void> => {
  if (columns.length === 0) return
  const keys = (await columnsOf(db, name)).filter(({ pk }) => pk > 0).map((column) => column.name)
  const key = sql.join(keys.map((column) => sql`t.${sql.ref(column)}`))
  const { rows } = await sql<{ key: string; texts: string }>`
    SELECT json_array(${key}) AS key, json_array(${sql.join(columns.map((column) => sql`t.${sql.ref(column)}`))}) AS texts
    FROM ${sql.table(name)} t WHERE ${where}`.execute(db)
  for (const row of rows) {
    const texts = JSON.parse(row.texts) as (string | null)[]
    const changed = texts.flatMap((text, i) => {
      const clean = text === null ? null : change(text)
      return clean === text ? [] : [sql`${sql.ref(columns[i] as string)} = ${clean}`]
    })
    if (changed.length === 0) continue
    const same = (JSON.parse(row.key) as unknown[]).map((value, i) => sql`${sql.ref(keys[i] as string)} = ${value}`)
    await sql`UPDATE ${sql.table(name)} SET ${sql.join(changed)} WHERE ${sql.join(same, sql` AND `)}`.execute(db)
  }
}

/** Files that nothing refers to any more go whole; the others say that they were erased. */
export const replaceFile = async (
  db: Writer,
  id: string,
  notice: { name: string; bytes: Uint8Array; sha256: string },
): Promise<void> => {
  await db
    .updateTable('document')
    .set({
      name: notice.name,
      media_type: 'application/pdf',
      size: notice.bytes.byteLength,
      sha256: notice.sha256,
      bytes: notice.bytes,
    })
    .where('id', '=', id)
    .execute()
}

export const findCustomerRow = (db: Either, id: string) =>
  db.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst()

export const nameCustomer = async (
  db: Writer,
  id: string,
  said: { code: string; name: string; search: string; sort_name: string; now: string },
): Promise<void> => {
  const { now, ...named } = said
  await db
    .updateTable('customer')
    .set({
      ...named,
      siren: '',
      siret: '',
      lei: '',
      vat_number: '',
      naf: '',
      founded_on: null,
      notes: '',
      updated_at: now,
    })
    .where('id', '=', id)
    .execute()
}

export const contactsOf = (db: Either, customerId: string) =>
  db.selectFrom('contact').selectAll().where('customer_id', '=', customerId).orderBy('name').execute()

export const addressesOf = (db: Either, customerId: string) =>
  db.selectFrom('address').selectAll().where('customer_id', '=', customerId).execute()

export const deleteContact = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('contact').where('id', '=', id).execute()
}

export const writeSearch = async (db: Writer, id: string, search: string): Promise<void> => {
  await db.updateTable('customer').set({ search }).where('id', '=', id).execute()
}

/** Deposit slips on which a letter of the customer stands, and whether nobody else who is known stands on them. */
export const slipsOf = async (db: Either, customerId: string) => {
  const { rows } = await sql<{ document_id: string; stamped_id: string | null; alone: number }>`
    SELECT s.document_id, s.stamped_id, NOT EXISTS (
      SELECT 1 FROM posting p JOIN dunning_letter l ON l.id = p.letter_id WHERE p.slip_id = s.id AND l.customer_id <> ${customerId}
        AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.customer_id = l.customer_id AND e.kind = 'customer')) AS alone
    FROM posting_slip s WHERE EXISTS (
      SELECT 1 FROM posting p JOIN dunning_letter l ON l.id = p.letter_id WHERE p.slip_id = s.id AND l.customer_id = ${customerId})`.execute(
    db,
  )
  return rows
}

export const listPeriods = (db: Either): Promise<RetentionPeriodTable[]> =>
  db.selectFrom('retention_period').selectAll().execute()

export const writePeriod = async (db: Writer, row: RetentionPeriodTable): Promise<void> => {
  await db
    .insertInto('retention_period')
    .values(row)
    .onConflict((on) => on.column('kind').doUpdateSet(row))
    .execute()
}

export const deletePeriod = async (db: Writer, kind: RetentionKind): Promise<void> => {
  await db.deleteFrom('retention_period').where('kind', '=', kind).execute()
}

export const insertErasure = async (db: Writer, row: ErasureTable): Promise<void> => {
  await db.insertInto('erasure').values(row).execute()
}

export const endErasure = async (
  db: Writer,
  id: string,
  counts: { rows: number; documents: number; entries: number },
): Promise<void> => {
  await db
    .updateTable('erasure')
    .set({ ...counts, under_way: 0 })
    .where('id', '=', id)
    .execute()
}

export const markCompacted = async (db: Writer, at: string): Promise<void> => {
  await db.updateTable('erasure').set({ compacted_at: at }).where('compacted_at', 'is', null).execute()
}

export const listErasures = async (db: Either) => {
  const { rows } = await sql<ErasureTable & { code: string; name: string }>`
    SELECT e.*, c.code, c.name FROM erasure e JOIN customer c ON c.id = e.customer_id ORDER BY e.at DESC, e.id DESC`.execute(
    db,
  )
  return rows
}

export const isErased = async (db: Either, customerId: string): Promise<boolean> =>
  (await db
    .selectFrom('erasure')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'customer')
    .executeTakeFirst()) !== undefined
