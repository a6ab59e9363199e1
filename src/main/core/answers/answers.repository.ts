import { type RawBuilder, sql } from 'kysely'
import { escapeLike } from '../customers/customers.search.ts'
import { openAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Page } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import type { AnswerState } from './answers.contract.ts'
import type { CustomerAnswerTable } from './answers.table.ts'

export type AnswerSelection = {
  id?: string
  customerId?: string | undefined
  show: AnswerState | 'all'
  search: string
}
export type AnswerRecord = CustomerAnswerTable & { customer_code: string; customer_name: string }

const selected = ({ id, customerId, show, search }: AnswerSelection): RawBuilder<boolean> => {
  const conditions = [sql<boolean>`1`]
  if (show !== 'all') conditions.push(sql<boolean>`a.state = ${show}`)
  if (id) conditions.push(sql<boolean>`a.id = ${id}`)
  if (customerId) conditions.push(sql<boolean>`a.customer_id = ${customerId}`)
  for (const word of fold(search.replace(/\p{Cc}+/gu, ' '))
    .split(/\s+/)
    .filter(Boolean))
    conditions.push(sql<boolean>`c.search LIKE ${`%${escapeLike(word)}%`} ESCAPE '\\'`)
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`
}

/** Those waiting first, the oldest of them on top; then those decided, the latest first. */
export const listAnswers = async (db: Reader, selection: AnswerSelection, page: Page): Promise<AnswerRecord[]> => {
  const { rows } = await sql<AnswerRecord>`
    SELECT a.*, c.code AS customer_code, c.name AS customer_name
    FROM customer_answer a JOIN customer c ON c.id = a.customer_id WHERE ${selected(selection)}
    ORDER BY a.state <> 'waiting', CASE WHEN a.state = 'waiting' THEN a.read_at END, a.decided_on DESC, a.id DESC
    LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

export const countAnswers = async (db: Reader, selection: AnswerSelection): Promise<number> => {
  const { rows } = await sql<{ total: number }>`SELECT count(*) AS total
    FROM customer_answer a JOIN customer c ON c.id = a.customer_id WHERE ${selected(selection)}`.execute(db)
  return rows[0]?.total ?? 0
}

/** When an answer of this space was read already; undefined when it was not. */
export const findNonce = (db: Reader, spaceId: string, nonce: string) =>
  db
    .selectFrom('customer_answer')
    .select(['id', 'read_on'])
    .where('space_id', '=', spaceId)
    .where('nonce', '=', nonce)
    .executeTakeFirst()

/** Whether the customer bears this code, or bore it when the space was made: it was changed, or two were merged. */
export const boreCode = async (db: Reader, customerId: string, code: string): Promise<boolean> => {
  const { rows } = await sql<{ bore: number }>`SELECT
    EXISTS (SELECT 1 FROM customer WHERE id = ${customerId} AND code = ${code}) OR EXISTS (
      SELECT 1 FROM customer_event WHERE customer_id = ${customerId} AND kind IN ('edited', 'merged')
        AND ${code} IN (json_extract(details, '$.code'), json_extract(details, '$.code.before'))) AS bore`.execute(db)
  return rows[0]?.bore === 1
}

export type NamedItem = {
  itemId: string
  customerId: string
  number: string
  label: string
  due: Day
  currency: string
  amount: number
  open: number
}

/** Items by their ids, with what is open of them on a day. */
export const namedItems = async (db: Reader, itemIds: readonly string[], asOf: Day): Promise<NamedItem[]> => {
  const { rows } = await sql<NamedItem>`
    SELECT i.id AS itemId, i.customer_id AS customerId, i.number, i.label, i.due, i.currency, i.amount,
      ${openAsOf(asOf)} AS open
    FROM open_item i WHERE i.id IN (SELECT value FROM json_each(${JSON.stringify(itemIds)}))
    ORDER BY i.due, i.number`.execute(db)
  return rows
}

export const insertAnswer = async (db: Writer, answer: CustomerAnswerTable, documents: string[]): Promise<void> => {
  await db.insertInto('customer_answer').values(answer).execute()
  if (documents.length > 0)
    await db
      .insertInto('customer_answer_file')
      .values(documents.map((document_id, place) => ({ answer_id: answer.id, place, document_id })))
      .execute()
}

export const updateAnswer = async (db: Writer, id: string, changes: Partial<CustomerAnswerTable>): Promise<void> => {
  await db.updateTable('customer_answer').set(changes).where('id', '=', id).execute()
}

export const filesOf = (db: Reader, answerId: string) =>
  db
    .selectFrom('customer_answer_file as f')
    .innerJoin('document as d', 'd.id', 'f.document_id')
    .select(['d.id as documentId', 'd.name', 'd.media_type as mediaType', 'd.size'])
    .where('f.answer_id', '=', answerId)
    .orderBy('f.place')
    .execute()

/** A task may have been dropped since. */
export const taskStands = async (db: Reader, id: string): Promise<boolean> =>
  (await db.selectFrom('task').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
