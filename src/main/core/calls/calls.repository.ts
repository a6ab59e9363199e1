import { type RawBuilder, sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { CallTable, TaskTable } from './calls.table.ts'

type Page = { offset: number; limit: number }

const listed = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

export type CallSelection = { id: string } | { customerId: string }

/** Talks, the newest first. */
export const listCalls = (db: Reader, selection: CallSelection, { offset, limit }: Page): Promise<CallTable[]> => {
  const calls = db.selectFrom('call').selectAll()
  const wanted =
    'id' in selection ? calls.where('id', '=', selection.id) : calls.where('customer_id', '=', selection.customerId)
  return wanted.orderBy('day', 'desc').orderBy('id', 'desc').limit(limit).offset(offset).execute()
}

export const countCalls = async (db: Reader, customerId: string): Promise<number> => {
  const row = await db
    .selectFrom('call')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow()
  return row.total
}

/** What talks were about, the oldest due first. */
export const itemsOfCalls = async (db: Reader, callIds: readonly string[]) => {
  const { rows } = await sql<{ callId: string; itemId: string; number: string }>`
    SELECT c.call_id AS callId, i.id AS itemId, i.number FROM call_item c CROSS JOIN open_item i ON i.id = c.item_id
    WHERE c.call_id IN ${listed(callIds)} ORDER BY i.due, i.number`.execute(db)
  return rows
}

export type TaskRecord = TaskTable & { customer_code: string; customer_name: string }
export type TaskSelection = {
  id?: string | undefined
  callIds?: readonly string[] | undefined
  customerId?: string | undefined
  owner?: string | undefined
  show: 'due' | 'open' | 'done' | 'all'
}

const selected = (today: Day, { id, callIds, customerId, owner, show }: TaskSelection): RawBuilder<boolean> => {
  const conditions: RawBuilder<boolean>[] = [
    {
      due: sql<boolean>`t.done_on IS NULL AND t.day <= ${today}`,
      open: sql<boolean>`t.done_on IS NULL`,
      done: sql<boolean>`t.done_on IS NOT NULL`,
      all: sql<boolean>`TRUE`,
    }[show],
  ]
  if (id !== undefined) conditions.push(sql<boolean>`t.id = ${id}`)
  if (callIds !== undefined) conditions.push(sql<boolean>`t.call_id IN ${listed(callIds)}`)
  if (customerId !== undefined) conditions.push(sql<boolean>`t.customer_id = ${customerId}`)
  if (owner !== undefined) conditions.push(sql<boolean>`t.owner = ${owner}`)
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`
}

/** What is to be done by its day; with `done`, the latest done first. */
export const listTasks = async (
  db: Reader,
  today: Day,
  selection: TaskSelection,
  { offset, limit }: Page,
): Promise<TaskRecord[]> => {
  const order = selection.show === 'done' ? sql`t.done_on DESC, t.id DESC` : sql`t.day, t.id`
  const { rows } = await sql<TaskRecord>`
    SELECT t.*, c.code AS customer_code, c.name AS customer_name FROM task t CROSS JOIN customer c ON c.id = t.customer_id
    WHERE ${selected(today, selection)} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows
}

export const countTasks = async (db: Reader, today: Day, selection: TaskSelection): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM task t WHERE ${selected(today, selection)}`.execute(db)
  return rows[0]?.total ?? 0
}

/** Of these items, those of a customer. */
export const itemsOfCustomer = async (db: Reader, customerId: string, itemIds: readonly string[]) => {
  const { rows } = await sql<{ id: string; number: string; own: number }>`
    SELECT id, number, customer_id = ${customerId} AS own FROM open_item WHERE id IN ${listed(itemIds)}`.execute(db)
  return rows
}

export const disputeOf = (db: Reader, id: string) =>
  db.selectFrom('dispute').select(['customer_id', 'deadline', 'closed_on']).where('id', '=', id).executeTakeFirst()

export const insertCall = async (db: Writer, call: CallTable, itemIds: readonly string[]): Promise<void> => {
  await db.insertInto('call').values(call).execute()
  await runForEach(
    db,
    'INSERT INTO call_item (call_id, item_id) VALUES (?, ?)',
    itemIds.map((itemId) => [call.id, itemId]),
  )
}

export const insertTask = async (db: Writer, task: TaskTable): Promise<void> => {
  await db.insertInto('task').values(task).execute()
}

export const updateTask = async (
  db: Writer,
  id: string,
  changes: Partial<Pick<TaskTable, 'day' | 'done_on' | 'done_by'>>,
): Promise<void> => {
  await db.updateTable('task').set(changes).where('id', '=', id).execute()
}

export const removeTask = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('task').where('id', '=', id).execute()
}
