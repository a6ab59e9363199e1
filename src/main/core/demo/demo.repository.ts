import type { AddressTable, ContactTable, CustomerTable } from '../customers/customers.table.ts'
import { runForEach } from '../db/connection.ts'
import type { DeliveryTable, InvoiceDatesTable } from '../deliveries/deliveries.table.ts'
import type { DisputeStepTable, DisputeTable } from '../disputes/disputes.table.ts'
import type { DocumentTable } from '../documents/documents.table.ts'
import type { HoldTable } from '../dunning/dunning.table.ts'
import type { CommandContext, Writer } from '../kernel/context.ts'
import type { MailFailure } from '../mail/mail.contract.ts'
import type { ProofTable } from '../proofs/proofs.table.ts'
import type { AllocationTable, OpenItemTable } from '../receivables/receivables.table.ts'

type Rows = {
  customer: CustomerTable[]
  contact: ContactTable[]
  address: AddressTable[]
  open_item: OpenItemTable[]
  allocation: AllocationTable[]
  hold: HoldTable[]
  dispute: DisputeTable[]
  dispute_step: DisputeStepTable[]
  document: DocumentTable[]
  proof: ProofTable[]
  delivery: DeliveryTable[]
  invoice_dates: InvoiceDatesTable[]
}

/** Fills the empty tables of a new book. */
export const insertDemo = async (db: Writer, rows: Rows): Promise<void> => {
  for (const [table, list] of Object.entries(rows)) await insertAll(db, table, list)
}

const insertAll = async (db: Writer, table: string, rows: readonly Record<string, unknown>[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {})
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  await runForEach(
    db,
    sql,
    rows.map((row) => columns.map((column) => row[column])),
  )
}

/** Writes what became of a message that is queued: it left, or a server refused it. Nothing is sent by it. */
export const messageLeft = async (
  { db, now, today, user }: Pick<CommandContext, 'db' | 'now' | 'today' | 'user'>,
  letterId: string,
  refused: { failure: MailFailure; said: string } | null,
): Promise<void> => {
  await db
    .updateTable('mail_message')
    .set({
      attempts: 1,
      dated: now,
      ...(refused
        ? { state: 'failed', failure: refused.failure, permanent: 1, said: refused.said }
        : { state: 'sent', sent_on: today, sent_at: now, sent_by: user }),
    })
    .where('letter_id', '=', letterId)
    .execute()
}
