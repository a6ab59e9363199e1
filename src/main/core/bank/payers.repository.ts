import { sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { PayerTable } from './bank.table.ts'

type Learnt = Pick<PayerTable, 'kind' | 'value' | 'customer_id'>

export const learn = (db: Writer, payers: readonly Learnt[], day: Day): Promise<number> =>
  runForEach(
    db,
    `INSERT INTO payer (kind, value, customer_id, uses, last_used) VALUES (?, ?, ?, 1, ?)
      ON CONFLICT DO UPDATE SET uses = uses + 1, last_used = max(last_used, excluded.last_used)`,
    payers.map(({ kind, value, customer_id }) => [kind, value, customer_id, day]),
  )

/** A choice that was undone teaches nothing. */
export const unlearn = async (db: Writer, payers: readonly Learnt[]): Promise<void> => {
  const of = payers.map(({ kind, value, customer_id }) => [kind, value, customer_id])
  await runForEach(db, 'UPDATE payer SET uses = uses - 1 WHERE kind = ? AND value = ? AND customer_id = ?', of)
  await runForEach(db, 'DELETE FROM payer WHERE uses < 1 AND kind = ? AND value = ? AND customer_id = ?', of)
}

export const forget = async (db: Writer, { kind, value, customer_id }: Learnt): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('payer')
    .where('kind', '=', kind)
    .where('value', '=', value)
    .where('customer_id', '=', customer_id)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export const listPayers = async (db: Reader, customerId: string | undefined) => {
  const { rows } = await sql<PayerTable & { customer_name: string }>`
    SELECT p.*, c.name AS customer_name FROM payer p JOIN customer c ON c.id = p.customer_id
    ${customerId === undefined ? sql`` : sql`WHERE p.customer_id = ${customerId}`}
    ORDER BY c.sort_name, p.kind, p.value`.execute(db)
  return rows
}
