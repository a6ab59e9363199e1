import { sql } from 'kysely'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

/**
 * What receipts of the days after one, up to another, paid of the debts booked by then, in the company's currency; what
 * came back by the last day left out.
 */
export const receivedOf = async (db: Reader, home: string, { from, until }: { from: Day; until: Day }) => {
  const { rows } = await sql<{ amount: number | null }>`
    SELECT sum(CASE WHEN i.currency = ${home} THEN a.amount ELSE a.debit_base END) AS amount
    FROM open_item c CROSS JOIN allocation a ON a.credit_id = c.id CROSS JOIN open_item i ON i.id = a.debit_id
    WHERE c.kind = 'payment' AND c.booked > ${from} AND c.booked <= ${until} AND a.amount > 0 AND a.day <= ${until}
      AND i.booked <= ${from}
      AND NOT EXISTS (SELECT 1 FROM allocation back WHERE back.reverses = a.id AND back.day <= ${until})`.execute(db)
  return rows[0]?.amount ?? 0
}

export const namesOf = (db: Reader, ids: readonly string[]) =>
  db.selectFrom('customer').select(['id', 'code', 'name']).where('id', 'in', ids).execute()
