import { sql } from 'kysely'
import { disputedAsOf } from '../db/disputed-items.ts'
import { openAsOf, openItemsAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

export type ClaimedRecord = {
  id: string
  customerId: string
  kind: string
  number: string
  label: string
  issued: Day
  due: Day
  currency: string
  amount: number
  open: number
  disputed: number
}

/** The items named, as they stand on a day, by due date. */
export const claimedItems = async (db: Reader, itemIds: readonly string[], asOf: Day): Promise<ClaimedRecord[]> => {
  const { rows } = await sql<ClaimedRecord>`
    SELECT i.id, i.customer_id AS customerId, i.kind, i.number, i.label, i.issued, i.due, i.currency, i.amount,
      ${openAsOf(asOf)} AS open, CASE WHEN i.amount > 0 THEN ${disputedAsOf(asOf)} ELSE 0 END AS disputed
    FROM open_item i WHERE i.id IN (SELECT value FROM json_each(${JSON.stringify(itemIds)})) AND i.booked <= ${asOf}
    ORDER BY i.currency, i.due, i.number, i.id`.execute(db)
  return rows
}

/** Ids of what is open of a customer on a day, owed and to its credit. */
export const openIdsOf = async (db: Reader, customerId: string, asOf: Day): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT item.id FROM ${openItemsAsOf(asOf, customerId)} item WHERE item.open <> 0`.execute(db)
  return rows.map(({ id }) => id)
}

/** Ids of what a customer has to its credit on a day and nothing was matched with. */
export const openCreditsOf = async (db: Reader, customerId: string, asOf: Day): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    SELECT item.id FROM ${openItemsAsOf(asOf, customerId)} item WHERE item.open < 0`.execute(db)
  return rows.map(({ id }) => id)
}

export type MovementRecord = { itemId: string; day: Day; amount: number; kind: string; number: string }

/** What was matched with debts by a day, from the day it was booked; matches taken back are left out. */
export const movementsOf = async (db: Reader, itemIds: readonly string[], asOf: Day): Promise<MovementRecord[]> => {
  const { rows } = await sql<MovementRecord>`
    SELECT a.debit_id AS itemId, credit.booked AS day, a.amount, credit.kind, credit.number
    FROM allocation a JOIN open_item credit ON credit.id = a.credit_id
    WHERE a.debit_id IN (SELECT value FROM json_each(${JSON.stringify(itemIds)})) AND a.day <= ${asOf} AND a.amount > 0
      AND NOT EXISTS (SELECT 1 FROM allocation back WHERE back.reverses = a.id AND back.day <= ${asOf})
    ORDER BY credit.booked, credit.id`.execute(db)
  return rows
}
