import { type RawBuilder, sql } from 'kysely'
import { rowsAsArrays, runForEach } from '../db/connection.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import type { StepCode } from '../handovers/procedure.schema.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { ActKind } from './limitations.contract.ts'
import type { LimitationActTable, LimitationRegimeTable } from './limitations.table.ts'

const listOf = (values: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** Which open items are looked at: of some customers, some items, or those begun early enough to be near. */
export type ClaimSelection = {
  customerId?: string | undefined
  itemIds?: readonly string[] | undefined
  /** Of most customers by `day`; of those named, whose claims live shorter, by `shorterDay`. */
  begun?: { day: Day; shorterDay: Day; shorter: RawBuilder<string> | null } | undefined
}

/** Item, customer, issued, performed, due, currency, open, segment. */
export type ClaimRow = readonly [string, string, Day, Day | null, Day, string, number, string]

const begunBy = (begun: ClaimSelection['begun']): RawBuilder<unknown> => {
  if (!begun) return sql``
  const { day, shorterDay, shorter } = begun
  const short = shorter === null ? sql`` : sql`OR (i.issued <= ${shorterDay} AND i.customer_id IN (${shorter}))`
  const last = shorter === null ? day : shorterDay
  return sql`AND (i.issued <= ${day} ${short} OR i.id IN (SELECT item_id FROM invoice_dates WHERE delivered_on <= ${last}
    UNION ALL SELECT item_id FROM delivery WHERE item_id IS NOT NULL AND delivered_on <= ${last}))`
}

/** Open debts on a day, in one statement: what was told of the invoice's performance comes before its deliveries. */
export const openClaims = (
  db: Reader,
  asOf: Day,
  { customerId, itemIds, begun }: ClaimSelection = {},
): Promise<ClaimRow[]> => {
  const among = itemIds === undefined ? sql`` : sql`AND i.id IN ${listOf(itemIds)}`
  return rowsAsArrays<ClaimRow>(
    db,
    sql`SELECT item.id, item.customer_id, item.issued,
      coalesce(dates.delivered_on, (SELECT min(d.delivered_on) FROM delivery d WHERE d.item_id = item.id)),
      item.due, item.currency, item.open, c.segment
    FROM ${openItemsAsOf(asOf, customerId, sql`i.amount > 0 ${among} ${begunBy(begun)}`)} item
    CROSS JOIN customer c ON c.id = item.customer_id LEFT JOIN invoice_dates dates ON dates.item_id = item.id
    WHERE item.open > 0`,
  )
}

/** Customers whose claims live shorter than most: their own rule, or their segment's. */
export const withRegimes = (customerIds: readonly string[], segments: readonly string[]): RawBuilder<string> =>
  sql<string>`SELECT value FROM json_each(${JSON.stringify(customerIds)})
    UNION ALL SELECT id FROM customer WHERE segment IN ${listOf(segments)}`

/** Item, day of a payment that settled a part of it. */
export type PartPaymentRow = readonly [string, Day]

/** Receipts matched with a part of items that are still open, bounced and wrongly matched ones left out. */
export const partPayments = (db: Reader, itemIds: readonly string[], asOf: Day): Promise<PartPaymentRow[]> =>
  rowsAsArrays<PartPaymentRow>(
    db,
    sql`SELECT DISTINCT a.debit_id, min(receipt.issued, a.day)
    FROM json_each(${JSON.stringify(itemIds)}) wanted CROSS JOIN allocation a ON a.debit_id = wanted.value
    CROSS JOIN open_item receipt ON receipt.id = a.credit_id
    WHERE a.reverses IS NULL AND a.day <= ${asOf} AND receipt.kind = 'payment'
      AND NOT EXISTS (SELECT 1 FROM allocation back WHERE back.reverses = a.id)`,
  )

/** Item, day on which a plan of it was signed. */
export const signedPlans = (db: Reader, customerId?: string): Promise<(readonly [string, Day])[]> =>
  rowsAsArrays<readonly [string, Day]>(
    db,
    sql`SELECT item.item_id, coalesce(plan.signed_on, plan.agreed_on)
    FROM instalment_plan plan CROSS JOIN instalment_plan_item item ON item.plan_id = plan.id
    WHERE (plan.signed_on IS NOT NULL OR plan.document_id IS NOT NULL)
      ${customerId === undefined ? sql`` : sql`AND plan.customer_id = ${customerId}`}`,
  )

/** Hand-over, closed, item, step, day. */
export type ProceedingRow = readonly [string, Day | null, string, StepCode, Day]

/** Steps of hand-overs that were not withdrawn, in the order of their days, once for each of their items. */
export const proceedings = (db: Reader, asOf: Day, customerId?: string): Promise<ProceedingRow[]> =>
  rowsAsArrays<ProceedingRow>(
    db,
    sql`SELECT h.id, h.closed_on, item.item_id, step.code, step.day
    FROM handover_step step CROSS JOIN handover h ON h.id = step.handover_id
    CROSS JOIN handover_item item ON item.handover_id = h.id
    WHERE step.withdrawn_on IS NULL AND step.day <= ${asOf}
      ${customerId === undefined ? sql`` : sql`AND h.customer_id = ${customerId}`} ORDER BY step.day, step.id`,
  )

export const unsignedPlans = async (db: Reader, customerId: string): Promise<{ planId: string; agreedOn: Day }[]> => {
  const { rows } = await sql<{ planId: string; agreedOn: Day }>`
    SELECT id AS planId, agreed_on AS agreedOn FROM instalment_plan
    WHERE customer_id = ${customerId} AND signed_on IS NULL AND document_id IS NULL ORDER BY agreed_on`.execute(db)
  return rows
}

/** Item, act, customer, kind, day, until. */
export type RecordedRow = readonly [string, string, string, ActKind, Day, Day | null]

/** Acts in force with the items they are of. */
export const recordedActs = (db: Reader, customerId?: string): Promise<RecordedRow[]> =>
  rowsAsArrays<RecordedRow>(
    db,
    sql`SELECT item.item_id, act.id, act.customer_id, act.kind, act.day, act.until
    FROM limitation_act act CROSS JOIN limitation_act_item item ON item.act_id = act.id
    WHERE act.withdrawn_on IS NULL ${customerId === undefined ? sql`` : sql`AND act.customer_id = ${customerId}`}`,
  )

export type ActRecord = LimitationActTable & { document_name: string | null }

const actsWhere = async (db: Reader, which: RawBuilder<unknown>): Promise<ActRecord[]> => {
  const { rows } = await sql<ActRecord>`
    SELECT act.*, document.name AS document_name FROM limitation_act act
    LEFT JOIN document ON document.id = act.document_id WHERE ${which} ORDER BY act.day DESC, act.id DESC`.execute(db)
  return rows
}

export const findAct = async (db: Reader, id: string): Promise<ActRecord | undefined> =>
  (await actsWhere(db, sql`act.id = ${id}`))[0]

export const findActBySource = (db: Reader, source: string) =>
  db.selectFrom('limitation_act').selectAll().where('source', '=', source).executeTakeFirst()

export const actsOfCustomer = (db: Reader, customerId: string): Promise<ActRecord[]> =>
  actsWhere(db, sql`act.customer_id = ${customerId}`)

/** The items of acts with their numbers. */
export const itemsOfActs = async (db: Reader, actIds: readonly string[]) => {
  const { rows } = await sql<{ actId: string; itemId: string; number: string }>`
    SELECT item.act_id AS actId, i.id AS itemId, i.number FROM limitation_act_item item
    JOIN open_item i ON i.id = item.item_id WHERE item.act_id IN ${listOf(actIds)} ORDER BY i.due, i.number`.execute(db)
  return rows
}

export const insertAct = async (db: Writer, act: LimitationActTable, itemIds: readonly string[]): Promise<void> => {
  await db.insertInto('limitation_act').values(act).execute()
  await runForEach(
    db,
    'INSERT INTO limitation_act_item (act_id, item_id) VALUES (?, ?)',
    itemIds.map((itemId) => [act.id, itemId]),
  )
}

export const updateAct = async (db: Writer, id: string, changes: Partial<LimitationActTable>): Promise<void> => {
  await db.updateTable('limitation_act').set(changes).where('id', '=', id).execute()
}

export type DebtRecord = {
  id: string
  number: string
  amount: number
  customer_id: string
  begun: Day
  settled_on: Day | null
}

/**
 * Items that an act of a customer may be of: those named, or all that is not settled. `begun`: performance or invoice; a debt
 * carried over without its invoice began before anything told of it.
 */
export const debtsOf = async (
  db: Reader,
  customerId: string,
  itemIds: readonly string[] | null,
): Promise<DebtRecord[]> => {
  const which =
    itemIds === null
      ? sql`i.customer_id = ${customerId} AND i.settled_on IS NULL AND i.amount > 0`
      : sql`i.id IN ${listOf(itemIds)}`
  const { rows } = await sql<DebtRecord>`
    SELECT i.id, i.number, i.amount, i.customer_id, i.settled_on, CASE WHEN i.kind = 'opening' THEN '' ELSE min(i.issued,
      coalesce(dates.delivered_on, (SELECT min(d.delivered_on) FROM delivery d WHERE d.item_id = i.id), i.issued)) END AS begun
    FROM open_item i LEFT JOIN invoice_dates dates ON dates.item_id = i.id WHERE ${which} ORDER BY i.due, i.number`.execute(
    db,
  )
  return rows
}

/** Item, number, kind; customer’s code, name and search text. */
export type NamedRow = readonly [string, string, string, string, string, string]

export const namesOfItems = (db: Reader, itemIds: readonly string[]): Promise<NamedRow[]> =>
  rowsAsArrays<NamedRow>(
    db,
    sql`SELECT i.id, i.number, i.kind, c.code, c.name, c.search
    FROM json_each(${JSON.stringify(itemIds)}) wanted CROSS JOIN open_item i ON i.id = wanted.value
    CROSS JOIN customer c ON c.id = i.customer_id`,
  )

export type RegimeRecord = LimitationRegimeTable & { code: string | null; name: string | null }

/** Every rule that was set. */
export const listRegimes = async (db: Reader): Promise<RegimeRecord[]> => {
  const { rows } = await sql<RegimeRecord>`
    SELECT r.*, c.code, c.name FROM limitation_regime r LEFT JOIN customer c ON c.id = r.customer_id
    ORDER BY r.segment, c.sort_name`.execute(db)
  return rows
}

export const segmentOf = async (db: Reader, customerId: string): Promise<string | null> =>
  (await db.selectFrom('customer').select('segment').where('id', '=', customerId).executeTakeFirst())?.segment ?? null

/** Takes the rule of a customer, a segment or the book away, and sets another where there is one. */
export const replaceRegime = async (
  db: Writer,
  of: { customerId: string | null; segment: string | null },
  row: LimitationRegimeTable | null,
): Promise<void> => {
  await sql`DELETE FROM limitation_regime WHERE customer_id IS ${of.customerId} AND segment IS ${of.segment}`.execute(
    db,
  )
  if (row) await db.insertInto('limitation_regime').values(row).execute()
}
