import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { MailFailure } from './mail.contract.ts'
import type { MailAttachmentTable, MailMessageTable, MailSettingsTable } from './mail.table.ts'

export const findSettings = (db: Reader): Promise<MailSettingsTable> =>
  db.selectFrom('mail_settings').selectAll().executeTakeFirstOrThrow()

export const updateSettings = async (db: Writer, changes: Partial<MailSettingsTable>): Promise<void> => {
  await db.updateTable('mail_settings').set(changes).execute()
}

export type MessageRecord = MailMessageTable & {
  customer_code: string
  customer_name: string
  /** Of a letter that goes by e-mail. */
  letter_sent_on: Day | null
}
export type MessageSelection = {
  ids?: readonly string[] | undefined
  customerId?: string | undefined
  show: 'open' | 'sent' | 'all'
}

const SHOWN: Record<MessageSelection['show'], RawBuilder<boolean>> = {
  open: sql<boolean>`m.state IN ('queued', 'sending', 'uncertain', 'failed')`,
  sent: sql<boolean>`m.state = 'sent'`,
  all: sql<boolean>`TRUE`,
}

const selected = ({ ids, customerId, show }: MessageSelection): RawBuilder<boolean> =>
  sql<boolean>`${SHOWN[show]}
    AND ${ids ? sql`m.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))` : sql`TRUE`}
    AND ${customerId ? sql`m.customer_id = ${customerId}` : sql`TRUE`}`

/** The newest first. */
export const listMessages = async (
  db: Reader,
  selection: MessageSelection,
  page: { offset: number; limit: number },
): Promise<MessageRecord[]> => {
  const { rows } = await sql<MessageRecord>`
    SELECT m.*, c.code AS customer_code, c.name AS customer_name, l.sent_on AS letter_sent_on
    FROM mail_message m JOIN customer c ON c.id = m.customer_id LEFT JOIN dunning_letter l ON l.id = m.letter_id AND l.channel = 'email'
    WHERE ${selected(selection)} ORDER BY m.queued_at DESC, m.id DESC LIMIT ${page.limit} OFFSET ${page.offset}`.execute(
    db,
  )
  return rows
}

export const countMessages = async (db: Reader, selection: MessageSelection): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*) AS total FROM mail_message m WHERE ${selected(selection)}`.execute(db)
  return rows[0]?.total ?? 0
}

type Waiting = { ids?: readonly string[] | undefined; runId?: string | undefined }

/** What waits, the first queued first: without `ids` neither what was refused for good nor whose letter went otherwise. */
export const waitingMessages = async (db: Reader, { ids, runId }: Waiting): Promise<string[]> => {
  const chosen = ids
    ? sql`m.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
    : sql`m.permanent = 0 AND l.sent_on IS NULL`
  const ofRun = runId ? sql`m.letter_id IN (SELECT id FROM dunning_letter WHERE run_id = ${runId})` : sql`TRUE`
  const { rows } = await sql<{ id: string }>`
    SELECT m.id FROM mail_message m LEFT JOIN dunning_letter l ON l.id = m.letter_id AND l.channel = 'email'
    WHERE ${SHOWN.open} AND m.state IN ('queued', 'failed') AND ${chosen} AND ${ofRun}
    ORDER BY m.queued_at, m.id`.execute(db)
  return rows.map(({ id }) => id)
}

export const attachmentsOf = async (db: Reader, messageIds: readonly string[]) => {
  const { rows } = await sql<MailAttachmentTable & { size: number }>`
    SELECT a.*, d.size FROM mail_attachment a JOIN document d ON d.id = a.document_id
    WHERE a.message_id IN (SELECT value FROM json_each(${JSON.stringify(messageIds)}))
    ORDER BY a.message_id, a.position`.execute(db)
  return Map.groupBy(rows, ({ message_id }) => message_id)
}

/** Of these letters, those whose message is in the outbox, or has left. */
export const lettersQueued = async (db: Reader, letterIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ letter_id: string }>`
    SELECT letter_id FROM mail_message WHERE letter_id IN (SELECT value FROM json_each(${JSON.stringify(letterIds)}))
      AND state <> 'cancelled'`.execute(db)
  return new Set(rows.map(({ letter_id }) => letter_id))
}

export type InvoiceCopy = { itemId: string; documentId: string; name: string; mediaType: string; size: number }

/** The copies of these invoices that the book holds: as proof, or as the electronic invoice they came from; each file once. */
export const copiesOfInvoices = async (db: Reader, itemIds: readonly string[]): Promise<InvoiceCopy[]> => {
  const { rows } = await sql<InvoiceCopy>`
    WITH wanted AS (SELECT value AS item_id, key AS place FROM json_each(${JSON.stringify(itemIds)})),
    copies AS (
      SELECT wanted.place, p.item_id, p.document_id FROM wanted JOIN proof p ON p.item_id = wanted.item_id WHERE p.kind = 'invoice'
      UNION SELECT wanted.place, ei.item_id, e.document_id FROM wanted JOIN e_invoice_item ei ON ei.item_id = wanted.item_id
        JOIN e_invoice e ON e.id = ei.e_invoice_id)
    SELECT c.item_id AS itemId, d.id AS documentId, d.name, d.media_type AS mediaType, d.size
    FROM copies c JOIN document d ON d.id = c.document_id GROUP BY d.sha256 ORDER BY c.place, d.name`.execute(db)
  return rows
}

export const sizeOfDocument = async (db: Reader, id: string | null): Promise<number> =>
  (await db.selectFrom('document').select('size').where('id', '=', id).executeTakeFirst())?.size ?? 0

export const insertMessage = async (
  db: Writer,
  message: Pick<
    MailMessageTable,
    'id' | 'customer_id' | 'letter_id' | 'recipients' | 'copies' | 'subject' | 'body' | 'header_id'
  > &
    Pick<MailMessageTable, 'queued_on' | 'queued_at' | 'queued_by'>,
  attachments: readonly { documentId: string; name: string }[],
): Promise<void> => {
  await db
    .insertInto('mail_message')
    .values({
      ...message,
      sender: '',
      reply_to: '',
      state: 'queued',
      dated: null,
      attempts: 0,
      failure: null,
      permanent: 0,
      said: '',
      sent_on: null,
      sent_at: null,
      sent_by: '',
      sha256: null,
    })
    .execute()
  for (const [position, { documentId, name }] of attachments.entries())
    await db
      .insertInto('mail_attachment')
      .values({ message_id: message.id, position, document_id: documentId, name })
      .execute()
}

/** Takes a message for sending; false when it no longer waits: somebody else took it, or it was cancelled. */
export const claimMessage = async (
  db: Writer,
  id: string,
  as: Pick<MailMessageTable, 'sender' | 'reply_to' | 'dated' | 'sha256'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('mail_message')
    .set((eb) => ({ ...as, state: 'sending', attempts: eb('attempts', '+', 1), failure: null, permanent: 0, said: '' }))
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'failed'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Standing = Pick<MailMessageTable, 'state'> & {
  failure?: MailFailure | null
  permanent?: number
  said?: string
  sent_on?: Day
  sent_at?: string
  sent_by?: string
}

/** Moves a message on from one of the states it may be in; false when it is in none of them. */
export const moveMessage = async (
  db: Writer,
  id: string,
  from: readonly MailMessageTable['state'][],
  standing: Standing,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('mail_message')
    .set(standing)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const noteOnMessage = async (db: Writer, id: string, failure: MailFailure, said: string): Promise<void> => {
  await db.updateTable('mail_message').set({ failure, said }).where('id', '=', id).execute()
}
