import { sql } from 'kysely'
import { baseOpenAsOf } from '../db/base-items.ts'
import { runForEach } from '../db/connection.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { ExchangeRateTable } from './exchange.table.ts'

/** The company's own currency. */
export const homeCurrency = async (db: Reader): Promise<string> =>
  (await db.selectFrom('company').select('currency').executeTakeFirst())?.currency ?? 'EUR'

export const listRates = (db: Reader, currency?: string) =>
  db
    .selectFrom('exchange_rate')
    .selectAll()
    .$if(currency !== undefined, (query) => query.where('currency', '=', currency as string))
    .orderBy('day', 'desc')
    .orderBy('currency')
    .execute()

export const upsertRate = async (db: Writer, rate: ExchangeRateTable): Promise<void> => {
  const { rate: value, source } = rate
  await db
    .insertInto('exchange_rate')
    .values(rate)
    .onConflict((conflict) => conflict.columns(['currency', 'day']).doUpdateSet({ rate: value, source }))
    .execute()
}

export const deleteRate = async (db: Writer, currency: string, day: Day): Promise<boolean> => {
  const result = await db
    .deleteFrom('exchange_rate')
    .where('currency', '=', currency)
    .where('day', '=', day)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Items of a currency booked within some days whose worth in the company's currency is not known. */
export const itemsWithoutBase = (db: Reader, currency: string, from: Day, before: Day | null) =>
  db
    .selectFrom('open_item')
    .select(['id', 'amount'])
    .where('currency', '=', currency)
    .where('base_amount', 'is', null)
    .where('booked', '>=', from)
    .$if(before !== null, (query) => query.where('booked', '<', before as Day))
    .execute()

export const setBases = (db: Writer, bases: readonly (readonly [base: number, id: string])[]): Promise<number> =>
  runForEach(db, 'UPDATE open_item SET base_amount = ? WHERE id = ?', bases)

export type ValuedMatch = {
  id: string
  debit_id: string
  credit_id: string
  amount: number
  reverses: string | null
  debit_base: number | null
  credit_base: number | null
}

/** Matches of the items named, in the order they were made. */
export const matchesOfItems = async (db: Reader, itemIds: readonly string[]): Promise<ValuedMatch[]> => {
  const ids = JSON.stringify(itemIds)
  const { rows } = await sql<ValuedMatch>`
    SELECT id, debit_id, credit_id, amount, reverses, debit_base, credit_base FROM allocation
    WHERE debit_id IN (SELECT value FROM json_each(${ids})) OR credit_id IN (SELECT value FROM json_each(${ids}))
    ORDER BY id`.execute(db)
  return rows
}

export const setShares = (
  db: Writer,
  shares: readonly (readonly [debit: number | null, credit: number | null, exchange: number, id: string])[],
): Promise<number> =>
  runForEach(db, 'UPDATE allocation SET debit_base = ?, credit_base = ?, exchange = ? WHERE id = ?', shares)

/** What is open in other currencies than the company's on a day, and what that was worth when it was booked. */
export const openInForeign = async (db: Reader, home: string, asOf: Day) => {
  const { rows } = await sql<{ currency: string; open: number; base: number; withoutRate: number }>`
    SELECT item.currency, sum(item.open) AS open, coalesce(sum(${baseOpenAsOf(asOf)}), 0) AS base,
      sum(i.base_amount IS NULL) AS withoutRate
    FROM ${openItemsAsOf(asOf)} item JOIN open_item i ON i.rowid = item.place
    WHERE item.currency <> ${home} AND item.open <> 0 GROUP BY item.currency ORDER BY item.currency`.execute(db)
  return rows
}

/** Exchange differences of the matches dated by a day. */
export const realisedUntil = async (db: Reader, asOf: Day): Promise<number> => {
  const row = await db
    .selectFrom('allocation')
    .select((eb) => eb.fn.sum<number | null>('exchange').as('sum'))
    .where('exchange', '<>', 0)
    .where('day', '<=', asOf)
    .executeTakeFirst()
  return row?.sum ?? 0
}
