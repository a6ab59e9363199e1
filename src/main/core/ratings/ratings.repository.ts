import { sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { ExternalRatingTable, ExternalRatingValueTable } from './ratings.table.ts'

const listOf = (values: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

export type RatingRecord = ExternalRatingTable & { document_name: string | null; held: string }

/** Reports of several customers with their values as JSON, by customer and the newest first; those of a day or before. */
export const ratingRecords = async (db: Reader, customerIds: readonly string[], asOf: Day): Promise<RatingRecord[]> => {
  const { rows } = await sql<RatingRecord>`
    SELECT r.*, document.name AS document_name, (
      SELECT json_group_array(json_object('scale', scale, 'label', label, 'value', value, 'best', best, 'worst', worst))
      FROM external_rating_value WHERE rating_id = r.id) AS held
    FROM external_rating r LEFT JOIN document ON document.id = r.document_id
    WHERE r.customer_id IN ${listOf(customerIds)} AND r.day <= ${asOf}
    ORDER BY r.customer_id, r.day DESC, r.created_at DESC, r.id DESC`.execute(db)
  return rows
}

export const findRating = (db: Reader, id: string) =>
  db.selectFrom('external_rating').selectAll().where('id', '=', id).executeTakeFirst()

/** The report of a provider of the same day. */
export const twinOf = (db: Reader, customerId: string, provider: string, providerName: string, day: Day) =>
  db
    .selectFrom('external_rating')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('provider', '=', provider as 'dnb')
    .where('provider_name', '=', providerName)
    .where('day', '=', day)
    .orderBy('id')
    .executeTakeFirst()

export const valuesOf = (db: Reader, ratingId: string): Promise<ExternalRatingValueTable[]> =>
  db
    .selectFrom('external_rating_value')
    .selectAll()
    .where('rating_id', '=', ratingId)
    .orderBy('scale')
    .orderBy('label')
    .execute()

/** DUNS numbers that reports of a customer name, but one report’s own. */
export const knownDuns = async (db: Reader, customerId: string, but: string | null): Promise<string[]> => {
  const rows = await db
    .selectFrom('external_rating')
    .select('duns')
    .distinct()
    .where('customer_id', '=', customerId)
    .where('duns', '<>', '')
    .$if(but !== null, (query) => query.where('id', '<>', but as string))
    .orderBy('duns')
    .execute()
  return rows.map((row) => row.duns)
}

/** Another customer whose reports name this DUNS number. */
export const ownerOfDuns = (db: Reader, duns: string, but: string) =>
  db
    .selectFrom('external_rating')
    .innerJoin('customer', 'customer.id', 'external_rating.customer_id')
    .select(['customer.code', 'customer.name'])
    .where('external_rating.duns', '=', duns)
    .where('external_rating.customer_id', '<>', but)
    .executeTakeFirst()

/** Writes a report, or writes it anew, with exactly these values. */
export const writeRating = async (
  db: Writer,
  row: ExternalRatingTable,
  values: readonly Omit<ExternalRatingValueTable, 'rating_id'>[],
): Promise<void> => {
  const { id, ...changes } = row
  await db
    .insertInto('external_rating')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changes))
    .execute()
  await db.deleteFrom('external_rating_value').where('rating_id', '=', id).execute()
  await runForEach(
    db,
    'INSERT INTO external_rating_value (rating_id, scale, label, value, best, worst) VALUES (?, ?, ?, ?, ?, ?)',
    values.map(({ scale, label, value, best, worst }) => [id, scale, label, value, best, worst]),
  )
}

export const setDocument = async (db: Writer, id: string, documentId: string): Promise<void> => {
  await db.updateTable('external_rating').set({ document_id: documentId }).where('id', '=', id).execute()
}

export const deleteRating = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('external_rating').where('id', '=', id).execute()
}

export const customerNamed = (db: Reader, id: string) =>
  db.selectFrom('customer').select(['id', 'name', 'siren']).where('id', '=', id).executeTakeFirst()

/** Customers by their code or their SIREN. */
export const customersNamed = (db: Reader, by: 'code' | 'siren', value: string): Promise<{ id: string }[]> =>
  db.selectFrom('customer').select('id').where(by, '=', value).where(by, '<>', '').limit(2).execute()
