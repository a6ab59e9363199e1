import { sql } from 'kysely'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { EInvoiceTable } from './einvoices.table.ts'

export const findByHash = (db: Reader, sha256: string) =>
  db.selectFrom('e_invoice').select('id').where('sha256', '=', sha256).executeTakeFirst()

export const insertEInvoice = async (db: Writer, row: EInvoiceTable, itemIds: readonly string[]): Promise<void> => {
  await db.insertInto('e_invoice').values(row).execute()
  for (const item_id of itemIds)
    await db
      .insertInto('e_invoice_item')
      .values({ item_id, e_invoice_id: row.id })
      .onConflict((conflict) => conflict.column('item_id').doNothing())
      .execute()
}

export const eInvoiceOfItem = (db: Reader, itemId: string) =>
  db
    .selectFrom('e_invoice_item')
    .innerJoin('e_invoice', 'e_invoice.id', 'e_invoice_item.e_invoice_id')
    .innerJoin('document', 'document.id', 'e_invoice.document_id')
    .selectAll('e_invoice')
    .select('document.name as file_name')
    .where('e_invoice_item.item_id', '=', itemId)
    .executeTakeFirst()

export const itemsOf = async (db: Reader, eInvoiceId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('e_invoice_item')
      .innerJoin('open_item', 'open_item.id', 'e_invoice_item.item_id')
      .select('item_id')
      .where('e_invoice_id', '=', eInvoiceId)
      .orderBy('due')
      .orderBy('item_id')
      .execute()
  ).map(({ item_id }) => item_id)

type Buyer = { siren: string; vatNumber: string; identifier: string; sortName: string }

/** The customer that a buyer is: by SIREN, then VAT number, then code, then name; where several are, the one of that name. */
export const customerOf = async (db: Reader, { siren, vatNumber, identifier, sortName }: Buyer) => {
  const { rows } = await sql<{ id: string; terms: string | null }>`
    SELECT id, terms FROM (
      SELECT id, terms, sort_name, code, 1 AS how FROM customer WHERE siren = ${siren} AND siren <> ''
      UNION ALL SELECT id, terms, sort_name, code, 2 FROM customer WHERE vat_number = ${vatNumber} AND vat_number <> ''
      UNION ALL SELECT id, terms, sort_name, code, 3 FROM customer WHERE code = ${identifier}
      UNION ALL SELECT id, terms, sort_name, code, 4 FROM customer WHERE sort_name = ${sortName})
    ORDER BY how, sort_name <> ${sortName}, code LIMIT 1`.execute(db)
  return rows[0]
}

export const codeUsed = async (db: Reader, code: string): Promise<boolean> =>
  (await db.selectFrom('customer').select('id').where('code', '=', code).executeTakeFirst()) !== undefined

export type HeldItem = { id: string; amount: number; due: Day; due_origin: string; booked: Day; open: number }

/** The items of a document that the book holds, whoever wrote them there, with what is left of each above zero. */
export const itemsNumbered = async (
  db: Reader,
  { customerId, kind, number, currency }: { customerId: string; kind: string; number: string; currency: string },
): Promise<HeldItem[]> => {
  const { rows } = await sql<HeldItem>`
    SELECT id, amount, due, due_origin, booked, abs(amount) - coalesce((
      SELECT sum(a.amount) FROM allocation a WHERE a.debit_id = i.id OR a.credit_id = i.id), 0) AS open
    FROM open_item i WHERE number = ${number} AND customer_id = ${customerId} AND kind = ${kind} AND currency = ${currency}
    ORDER BY due, id`.execute(db)
  return rows
}

/** A receipt of that very amount, booked by a day and not placed yet: the advance that an invoice tells of. */
export const advanceReceived = async (
  db: Reader,
  { customerId, currency, amount, until }: { customerId: string; currency: string; amount: number; until: Day },
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM open_item i WHERE customer_id = ${customerId} AND settled_on IS NULL AND booked <= ${until}
      AND kind = 'payment' AND currency = ${currency} AND amount = ${-amount}
      AND NOT EXISTS (SELECT 1 FROM allocation a WHERE a.credit_id = i.id) ORDER BY booked DESC LIMIT 1`.execute(db)
  return rows[0]?.id ?? null
}

/** Credit notes of a customer that name an invoice, with something of them left. */
export const creditNotesNaming = async (
  db: Reader,
  { customerId, number, currency }: { customerId: string; number: string; currency: string },
): Promise<{ id: string; open: number }[]> => {
  const { rows } = await sql<{ id: string; open: number }>`
    SELECT i.id, -i.amount - coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.credit_id = i.id), 0) AS open
    FROM e_invoice e JOIN e_invoice_item link ON link.e_invoice_id = e.id JOIN open_item i ON i.id = link.item_id
    WHERE e.customer_id = ${customerId} AND e.kind = 'credit_note' AND i.currency = ${currency} AND i.settled_on IS NULL
      AND EXISTS (SELECT 1 FROM json_each(e.content, '$.preceding') p WHERE p.value ->> '$.number' = ${number})
    ORDER BY i.booked, i.id`.execute(db)
  return rows.filter(({ open }) => open > 0)
}

export const setDue = async (db: Writer, itemId: string, due: Day): Promise<void> => {
  await db.updateTable('open_item').set({ due, due_origin: 'document' }).where('id', '=', itemId).execute()
}
