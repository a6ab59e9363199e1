import { sql } from 'kysely'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { BankBook, HeldReceipt, OpenItem, Payer } from './match.model.ts'

/** Everything that is open: debts, and the credit notes that a payer may deduct. */
const openItems = async (db: Reader): Promise<OpenItem[]> => {
  const { rows } = await sql<OpenItem & { askedAccount: string }>`
    SELECT id, customer_id AS customerId, number, due, currency, open FROM (
      SELECT i.id, i.customer_id, i.number, i.due, i.currency, i.amount - CASE WHEN i.amount > 0
        THEN coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.debit_id = i.id), 0)
        ELSE -coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.credit_id = i.id), 0) END AS open
      FROM open_item i WHERE i.settled_on IS NULL AND (i.amount > 0 OR i.kind = 'credit_note') LIMIT -1)
    WHERE open <> 0`.execute(db)
  const asked = await askedAccounts(db)
  // In place: the rows are many.
  for (const row of rows) row.askedAccount = asked.get(row.id) ?? ''
  return rows
}

/** The account that an electronic invoice asks to be paid on, by item. */
const askedAccounts = async (db: Reader): Promise<Map<string, string>> => {
  const { rows } = await sql<{ id: string; iban: string }>`
    SELECT link.item_id AS id, replace(e.content ->> '$.iban', ' ', '') AS iban
    FROM e_invoice e JOIN e_invoice_item link ON link.e_invoice_id = e.id JOIN open_item i ON i.id = link.item_id
    WHERE i.settled_on IS NULL AND e.content ->> '$.iban' <> ''`.execute(db)
  return new Map(rows.map(({ id, iban }) => [id, iban]))
}

/** Receipts of these amounts that have not come back, with every word that a bank line may say again. */
const receiptsOf = async (db: Reader, amounts: readonly number[], from: Day): Promise<HeldReceipt[]> => {
  const { rows } = await sql<Omit<HeldReceipt, 'cleared'> & { cleared: number }>`
    SELECT i.id, i.customer_id AS customerId, i.number, i.booked, i.currency, -i.amount AS amount,
      p.bank_line_id IS NOT NULL AS cleared, coalesce(l.party_account, '') AS partyAccount,
      i.label || ' ' || coalesce(p.reference, '') || ' ' || coalesce(l.text || ' ' || l.reference || ' ' || l.bank_reference, '') AS text
    FROM open_item i LEFT JOIN payment p ON p.item_id = i.id LEFT JOIN bank_line l ON l.id = p.bank_line_id
    WHERE i.amount IN (SELECT -value FROM json_each(${JSON.stringify(amounts)})) AND i.kind = 'payment' AND i.booked >= ${from}
      AND NOT EXISTS (SELECT 1 FROM payment back WHERE back.bounces_id = i.id)
    ORDER BY i.booked, i.id`.execute(db)
  return rows.map((row) => ({ ...row, cleared: row.cleared === 1 }))
}

const letters = async (db: Reader): Promise<BankBook['letters']> => {
  const { rows } = await sql<{ reference: string; items: string }>`
    SELECT l.reference, json_group_array(li.item_id) AS items FROM dunning_letter l
    JOIN dunning_letter_item li ON li.letter_id = l.id JOIN open_item i ON i.id = li.item_id
    WHERE l.cancelled_on IS NULL AND i.settled_on IS NULL GROUP BY l.id`.execute(db)
  return rows.map(({ reference, items }) => ({ reference, itemIds: JSON.parse(items) as string[] }))
}

/** What bank lines of these amounts, above zero, are matched against; each table is read once. */
export const bankBook = async (
  db: Reader,
  amounts: readonly number[],
  from: Day,
): Promise<Omit<BankBook, 'writeOffLimits'>> => ({
  customers: await db.selectFrom('customer').select(['id', 'code', 'name']).execute(),
  items: await openItems(db),
  receipts: await receiptsOf(db, amounts, from),
  payers: (await db
    .selectFrom('payer')
    .select(['kind', 'value', 'customer_id as customerId', 'uses'])
    .execute()) satisfies Payer[],
  letters: await letters(db),
})
