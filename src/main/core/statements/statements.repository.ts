import { sql } from 'kysely'
import { disputedAsOf } from '../db/disputed-items.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { ItemKind } from '../receivables/receivables.table.ts'

type ItemRow = {
  customerId: string
  itemId: string
  kind: ItemKind
  number: string
  label: string
  currency: string
  due: Day
  amount: number
}

/** What is open of these customers on a day, by due date, credits last: the items behind their lines of the aged balance. */
export const openLines = async (db: Reader, customerIds: readonly string[], asOf: Day) => {
  const { rows } = await sql<ItemRow & { issued: Day; open: number; disputed: number }>`
    SELECT item.customer_id AS customerId, i.id AS itemId, i.kind, i.number, i.label, item.currency, item.issued, item.due,
      item.amount, item.open, ${disputedAsOf(asOf)} AS disputed
    FROM ${openItemsAsOf(asOf, customerIds)} item JOIN open_item i ON i.rowid = item.place
    WHERE item.open <> 0 ORDER BY item.amount < 0, item.due, i.number, i.id`.execute(db)
  return Map.groupBy(rows, ({ customerId }) => customerId)
}

/** What was booked of a customer between two days, both included. */
export const movementsBetween = async (db: Reader, customerId: string, from: Day, to: Day) => {
  const { rows } = await sql<ItemRow & { booked: Day }>`
    SELECT customer_id AS customerId, id AS itemId, booked, kind, number, label, currency, due, amount
    FROM open_item WHERE customer_id = ${customerId} AND booked BETWEEN ${from} AND ${to}
    ORDER BY booked, amount < 0, number, id`.execute(db)
  return rows
}

/** The balance of a customer at the end of the day before, by currency. */
export const balancesBefore = async (db: Reader, customerId: string, day: Day): Promise<Map<string, number>> => {
  const { rows } = await sql<{ currency: string; balance: number }>`
    SELECT currency, sum(amount) AS balance FROM open_item WHERE customer_id = ${customerId} AND booked < ${day}
    GROUP BY currency`.execute(db)
  return new Map(rows.map(({ currency, balance }) => [currency, balance]))
}
