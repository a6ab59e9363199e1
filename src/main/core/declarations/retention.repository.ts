import { type RawBuilder, sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import { openAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { RetainedGoodsTable, RetentionClaimTable, RetentionClauseTable } from './declarations.table.ts'

const listOf = (values: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

export const clausesOf = (db: Reader, customerIds: readonly string[]): Promise<RetentionClauseTable[]> =>
  db
    .selectFrom('retention_clause')
    .selectAll()
    .where('customer_id', 'in', listOf(customerIds))
    .orderBy('agreed_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const findClause = (db: Reader, id: string) =>
  db.selectFrom('retention_clause').selectAll().where('id', '=', id).executeTakeFirst()

export const insertClause = async (db: Writer, row: RetentionClauseTable): Promise<void> => {
  await db.insertInto('retention_clause').values(row).execute()
}

export const endClauseOn = async (db: Writer, id: string, day: Day, by: string): Promise<void> => {
  await db.updateTable('retention_clause').set({ ended_on: day, ended_by: by }).where('id', '=', id).execute()
}

export type GoodsRecord = RetainedGoodsTable & {
  number: string
  currency: string
  open: number
  claim_id: string | null
}

/** Goods that were not taken back, with what is open of their invoice on a day and the claim they are part of. */
export const goodsWhere = async (db: Reader, which: RawBuilder<unknown>, asOf: Day): Promise<GoodsRecord[]> => {
  const { rows } = await sql<GoodsRecord>`
    SELECT g.*, i.number, i.currency, ${openAsOf(asOf)} AS open, (SELECT c.id FROM retention_claim_goods x
      JOIN retention_claim c ON c.id = x.claim_id WHERE x.goods_id = g.id AND c.cancelled_on IS NULL
      ORDER BY c.id DESC LIMIT 1) AS claim_id
    FROM retained_goods g JOIN open_item i ON i.id = g.item_id WHERE g.removed_on IS NULL AND ${which}
    ORDER BY g.delivered_on, g.id`.execute(db)
  return rows
}

export const goodsOfCustomer = (db: Reader, customerId: string, asOf: Day) =>
  goodsWhere(db, sql`g.customer_id = ${customerId}`, asOf)

export const goodsById = async (db: Reader, id: string, asOf: Day): Promise<GoodsRecord | undefined> =>
  (await goodsWhere(db, sql`g.id = ${id}`, asOf))[0]

export const insertGoods = async (db: Writer, row: RetainedGoodsTable): Promise<void> => {
  await db.insertInto('retained_goods').values(row).execute()
}

export const updateGoodsRow = async (db: Writer, id: string, changes: Partial<RetainedGoodsTable>): Promise<void> => {
  await db.updateTable('retained_goods').set(changes).where('id', '=', id).execute()
}

export const debtOf = (db: Reader, itemId: string) =>
  db
    .selectFrom('open_item')
    .select(['id', 'customer_id', 'number', 'kind', 'amount', 'issued'])
    .where('id', '=', itemId)
    .executeTakeFirst()

export const claimsOf = (db: Reader, customerIds: readonly string[]): Promise<RetentionClaimTable[]> =>
  db
    .selectFrom('retention_claim')
    .selectAll()
    .where('customer_id', 'in', listOf(customerIds))
    .orderBy('prepared_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const findClaim = (db: Reader, id: string) =>
  db.selectFrom('retention_claim').selectAll().where('id', '=', id).executeTakeFirst()

export const goodsOfClaims = async (db: Reader, claimIds: readonly string[]) => {
  const { rows } = await sql<{ claimId: string; goodsId: string; description: string; claims: 'goods' | 'price' }>`
    SELECT x.claim_id AS claimId, x.goods_id AS goodsId, g.description, x.claims FROM retention_claim_goods x
    JOIN retained_goods g ON g.id = x.goods_id WHERE x.claim_id IN ${listOf(claimIds)} ORDER BY g.delivered_on, g.id`.execute(
    db,
  )
  return rows
}

export const insertClaim = async (
  db: Writer,
  row: RetentionClaimTable,
  goods: readonly { id: string; claims: 'goods' | 'price' }[],
): Promise<void> => {
  await db.insertInto('retention_claim').values(row).execute()
  await runForEach(
    db,
    'INSERT INTO retention_claim_goods (claim_id, goods_id, claims) VALUES (?, ?, ?)',
    goods.map(({ id, claims }) => [row.id, id, claims]),
  )
}

export const updateClaim = async (db: Writer, id: string, changes: Partial<RetentionClaimTable>): Promise<void> => {
  await db.updateTable('retention_claim').set(changes).where('id', '=', id).execute()
}

/** Of these customers, those with a clause in force and an unpaid invoice's goods, or a clause alone: claims are possible. */
export const withClauses = async (db: Reader, customerIds: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT customer_id AS id FROM retention_clause WHERE customer_id IN ${listOf(customerIds)}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
