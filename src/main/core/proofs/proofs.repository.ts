import { type RawBuilder, sql } from 'kysely'
import { escapeLike } from '../customers/customers.search.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import { CUSTOMER_KINDS, provedBy, unprovedBy } from '../db/proved-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import type { ProofTable } from './proofs.table.ts'

export type ProofSelection = {
  id?: string | undefined
  customerId?: string | undefined
  itemId?: string | undefined
  kind?: string | undefined
  show: 'all' | 'expired' | 'expiring'
  search: string
}
export type ProofRecord = ProofTable & {
  customer_name: string
  item_number: string | null
  name: string
  media_type: string
  size: number
  sha256: string
}

/** A document that expires within these days is shown as expiring. */
const SOON = 30

const selected = (today: Day, selection: ProofSelection): RawBuilder<boolean> => {
  const { id, customerId, itemId, kind, show, search } = selection
  const conditions = [
    {
      all: sql<boolean>`1`,
      expired: sql<boolean>`p.expires_on < ${today}`,
      expiring: sql<boolean>`p.expires_on BETWEEN ${today} AND ${addDays(today, SOON)}`,
    }[show],
  ]
  if (id) conditions.push(sql<boolean>`p.id = ${id}`)
  if (customerId) conditions.push(sql<boolean>`p.customer_id = ${customerId}`)
  if (itemId)
    conditions.push(sql<boolean>`p.customer_id = (SELECT customer_id FROM open_item WHERE id = ${itemId})
      AND (p.item_id IS NULL OR p.item_id = ${itemId})`)
  if (kind) conditions.push(sql<boolean>`p.kind = ${kind}`)
  for (const word of search.split(/\s+/).filter(Boolean)) {
    const [written, folded] = [word, fold(word)].map((text) => sql`LIKE ${`%${escapeLike(text)}%`} ESCAPE '\\'`)
    conditions.push(
      sql<boolean>`(p.title ${written} OR p.note ${written} OR d.name ${written} OR i.number ${written} OR c.search ${folded})`,
    )
  }
  return sql<boolean>`${sql.join(conditions, sql` AND `)}`
}

const FROM = sql`proof p JOIN customer c ON c.id = p.customer_id JOIN document d ON d.id = p.document_id
  LEFT JOIN open_item i ON i.id = p.item_id`

/** Documents, the last one added first; their content stays where it is. */
export const listProofs = async (
  db: Reader,
  today: Day,
  selection: ProofSelection,
  page: { offset: number; limit: number },
): Promise<ProofRecord[]> => {
  const { rows } = await sql<ProofRecord>`
    SELECT p.*, c.name AS customer_name, i.number AS item_number, d.name, d.media_type, d.size, d.sha256
    FROM ${FROM} WHERE ${selected(today, selection)}
    ORDER BY p.added_at DESC, p.id DESC LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows
}

export const countProofs = async (db: Reader, today: Day, selection: ProofSelection): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM ${FROM} WHERE ${selected(today, selection)}`.execute(db)
  return rows[0]?.total ?? 0
}

/** A customer's documents of the same content. */
export const findSameFile = async (db: Reader, customerId: string, sha256: string) =>
  db
    .selectFrom('proof')
    .innerJoin('document', 'document.id', 'proof.document_id')
    .select(['proof.id', 'proof.item_id', 'proof.kind', 'proof.document_id', 'document.name'])
    .where('proof.customer_id', '=', customerId)
    .where('document.sha256', '=', sha256)
    .execute()

export const insertProof = async (db: Writer, proof: ProofTable): Promise<void> => {
  await db.insertInto('proof').values(proof).execute()
}

export const updateProof = async (db: Writer, id: string, changes: Partial<ProofTable>): Promise<void> => {
  await db.updateTable('proof').set(changes).where('id', '=', id).execute()
}

export const deleteProof = async (db: Writer, id: string): Promise<void> => {
  await db.deleteFrom('proof').where('id', '=', id).execute()
}

export const findItem = (db: Reader, id: string) =>
  db.selectFrom('open_item').select(['id', 'customer_id', 'kind', 'amount']).where('id', '=', id).executeTakeFirst()

/** What may prove an item: its own documents, those of its customer that cover all its invoices, and its e-invoice. */
export const proofsOfItem = async (db: Reader, itemId: string, today: Day) => {
  const general = sql.join(CUSTOMER_KINDS.map((kind) => sql`${kind}`))
  const { rows } = await sql<{
    id: string | null
    documentId: string
    kind: ProofTable['kind']
    title: string
    fileName: string
  }>`
    SELECT p.id, p.document_id AS documentId, p.kind, p.title, d.name AS fileName
    FROM open_item i JOIN proof p ON p.customer_id = i.customer_id
      AND (p.item_id = i.id OR (p.item_id IS NULL AND p.kind IN (${general})))
    JOIN document d ON d.id = p.document_id
    WHERE i.id = ${itemId} AND (p.expires_on IS NULL OR p.expires_on >= ${today})
    UNION ALL
    SELECT NULL, e.document_id, 'invoice', e.number, d.name
    FROM e_invoice_item ei JOIN e_invoice e ON e.id = ei.e_invoice_id JOIN document d ON d.id = e.document_id
    WHERE ei.item_id = ${itemId} AND NOT EXISTS (
      SELECT 1 FROM proof WHERE proof.item_id = ei.item_id AND proof.document_id = e.document_id)`.execute(db)
  return rows
}

const unproved = (today: Day, requirements: readonly (readonly string[])[], customerId: string | undefined) => sql`
  ${openItemsAsOf(today, customerId)} i JOIN open_item o ON o.rowid = i.place
  WHERE i.amount > 0 AND i.open > 0 AND o.kind = 'invoice' AND ${unprovedBy(requirements, today)}`

export type UnprovedRecord = {
  id: string
  customer_id: string
  customer_name: string
  number: string
  issued: Day
  due: Day
  currency: string
  open: number
} & Record<`met${number}`, number>

/** Open invoices that lack a required proof, the largest first; `met<n>` says whether the n-th requirement is met. */
export const listUnproved = async (
  db: Reader,
  today: Day,
  requirements: readonly (readonly string[])[],
  customerId: string | undefined,
  page: { offset: number; limit: number },
): Promise<UnprovedRecord[]> => {
  if (requirements.length === 0) return []
  const met = requirements.map((kinds, place) => sql`${provedBy(kinds, today)} AS ${sql.id(`met${place}`)}`)
  const { rows } = await sql<UnprovedRecord>`
    SELECT i.id, i.customer_id, c.name AS customer_name, i.number, i.issued, i.due, i.currency, i.open, ${sql.join(met)}
    FROM (SELECT i.id, i.customer_id, o.number, i.issued, i.due, i.currency, i.open FROM ${unproved(today, requirements, customerId)}
      ORDER BY i.open DESC, i.id LIMIT ${page.limit} OFFSET ${page.offset}) i
    JOIN customer c ON c.id = i.customer_id ORDER BY i.open DESC, i.id`.execute(db)
  return rows
}

export const countUnproved = async (
  db: Reader,
  today: Day,
  requirements: readonly (readonly string[])[],
  customerId: string | undefined,
): Promise<number> => {
  if (requirements.length === 0) return 0
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM ${unproved(today, requirements, customerId)}`.execute(db)
  return rows[0]?.total ?? 0
}
