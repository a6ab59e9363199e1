import { type RawBuilder, sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import { openAsOf, openItemsAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { HandoverTable } from './handovers.table.ts'

export type HandoverRecord = HandoverTable & { customer_code: string; customer_name: string }
export type HandoverSelection = {
  id?: string | undefined
  customerId?: string | undefined
  show: 'open' | 'closed' | 'all'
}

const SHOWN: Record<HandoverSelection['show'], RawBuilder<boolean>> = {
  open: sql<boolean>`h.closed_on IS NULL`,
  closed: sql<boolean>`h.closed_on IS NOT NULL`,
  all: sql<boolean>`TRUE`,
}

const selected = ({ id, customerId, show }: HandoverSelection): RawBuilder<boolean> =>
  sql<boolean>`${SHOWN[show]} AND ${id ? sql`h.id = ${id}` : sql`TRUE`}
    AND ${customerId ? sql`h.customer_id = ${customerId}` : sql`TRUE`}`

/** The latest first. */
export const listHandovers = async (
  db: Reader,
  selection: HandoverSelection,
  page: { offset: number; limit: number },
): Promise<HandoverRecord[]> => {
  const { rows } = await sql<HandoverRecord>`
    SELECT h.*, c.code AS customer_code, c.name AS customer_name FROM handover h JOIN customer c ON c.id = h.customer_id
    WHERE ${selected(selection)} ORDER BY h.day DESC, h.id DESC LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

export const countHandovers = async (db: Reader, selection: HandoverSelection): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM handover h WHERE ${selected(selection)}`.execute(db)
  return rows[0]?.total ?? 0
}

export type HandedRecord = {
  handoverId: string
  itemId: string
  number: string
  due: Day
  currency: string
  handed: number
  open: number
}

/** The items of hand-overs, as they stood that day and as they are open on another. */
export const handedItems = async (db: Reader, handoverIds: readonly string[], asOf: Day): Promise<HandedRecord[]> => {
  const { rows } = await sql<HandedRecord>`
    SELECT h.handover_id AS handoverId, i.id AS itemId, i.number, i.due, i.currency, h.handed, ${openAsOf(asOf)} AS open
    FROM handover_item h JOIN open_item i ON i.id = h.item_id
    WHERE h.handover_id IN (SELECT value FROM json_each(${JSON.stringify(handoverIds)}))
    ORDER BY i.currency, i.due, i.number`.execute(db)
  return rows
}

/** What a customer owes and has to its credit on a day, with its sign. */
export const openItemsOf = async (db: Reader, customerId: string, asOf: Day) => {
  const { rows } = await sql<{ id: string; open: number }>`
    SELECT item.id, item.open FROM ${openItemsAsOf(asOf, customerId)} item WHERE item.open <> 0`.execute(db)
  return rows
}

export const insertHandover = async (
  db: Writer,
  row: Omit<HandoverTable, 'closed_on' | 'closed_by' | 'closed_because'>,
  items: readonly { id: string; open: number }[],
): Promise<void> => {
  await db
    .insertInto('handover')
    .values({ ...row, closed_on: null, closed_by: '', closed_because: '' })
    .execute()
  await runForEach(
    db,
    'INSERT INTO handover_item (handover_id, item_id, handed) VALUES (?, ?, ?)',
    items.map(({ id, open }) => [row.id, id, open]),
  )
}

export const closeHandover = async (db: Writer, id: string, day: Day, by: string, because: string): Promise<void> => {
  await db
    .updateTable('handover')
    .set({ closed_on: day, closed_by: by, closed_because: because })
    .where('id', '=', id)
    .execute()
}

/** Items that somebody outside the firm collects on a day. */
export const itemsOutside = async (db: Reader, asOf: Day): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT i.item_id AS id FROM handover h JOIN handover_item i ON i.handover_id = h.id
    WHERE h.target <> 'collection' AND h.day <= ${asOf} AND (h.closed_on IS NULL OR h.closed_on > ${asOf})`.execute(db)
  return rows.map(({ id }) => id)
}
