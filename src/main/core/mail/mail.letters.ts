import type { Company } from '../company/company.contract.ts'
import type { Customer } from '../customers/customers.contract.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { LetterRow } from '../dunning/dunning.contract.ts'
import { itemsOfLetter } from '../dunning/dunning.sending.ts'
import { wordingOf } from '../dunning/dunning.wording.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { formatLongDay, formatMoney } from '../kernel/format.ts'
import { typographic } from '../letters/typography.rules.ts'
import { renderWording } from '../letters/wording.rules.ts'
import { isExecutable } from '../proofs/proofs.files.rules.ts'
import { statementName } from '../statements/statements.paper.ts'
import type { WantedStatement } from '../statements/statements.service.ts'
import { ATTACHMENTS_LIMIT, type withoutReasons } from './mail.contract.ts'
import { copiesOfInvoices, type InvoiceCopy, sizeOfDocument } from './mail.repository.ts'
import { distinctNames, type Mailbox, messageIdOf, oneLine, recipientsOf } from './mail.rules.ts'

type Reading = Pick<QueryContext, 'db'>

/** A document of the book, or a statement that is still to be set. */
export type MailAttachment = { name: string } & (
  | { documentId: string; statement?: undefined }
  | { statement: WantedStatement; documentId?: undefined }
)
export type LetterMessage = {
  letterId: string
  reference: string
  customerId: string
  to: Mailbox[]
  cc: Mailbox[]
  subject: string
  text: string
  messageId: string
  attachments: MailAttachment[]
  /** Bytes of the copies that were left out; 0 when they are attached or there are none. */
  leftOut: number
}
export type WithoutReason = (typeof withoutReasons)[number]
type Shared = { company: Company; bookKey: string; formal: ReadonlySet<string | null> } & Brought
type Brought = { withStatement: boolean; withInvoices: boolean }

const fieldsOf = (letter: LetterRow, customer: Customer, company: Company, numbers: string[], oldestDue: string) => ({
  customer: { name: customer.name, code: customer.code },
  company: { name: company.name, signatory: company.signatory, phone: company.phone, email: company.email },
  today: formatLongDay(letter.day, letter.language),
  reference: letter.reference,
  total: formatMoney(letter.total, letter.currency, letter.language),
  deadline: letter.deadline ? formatLongDay(letter.deadline, letter.language) : '',
  oldestDue,
  invoiceCount: numbers.length,
  invoices: numbers.join(', '),
})

// A statement is set after the copies are chosen: room for a long one.
const STATEMENT_ROOM = 500_000

/** Copies of invoices that the book holds and that may go to a customer. */
export const copiesToSend = async (ctx: Reading, itemIds: readonly string[]): Promise<InvoiceCopy[]> =>
  (await copiesOfInvoices(ctx.db, itemIds)).filter(({ name, mediaType }) => !isExecutable(name, mediaType))

/** All copies or none: a message that bears some of them would be read as bearing all. */
const copiesWithin = async (ctx: Reading, letter: LetterRow, itemIds: readonly string[], room: number) => {
  const copies = (await copiesToSend(ctx, itemIds)).filter(({ documentId }) => documentId !== letter.documentId)
  const size = copies.reduce((sum, copy) => sum + copy.size, 0)
  const fits = size + (await sizeOfDocument(ctx.db, letter.documentId)) + room <= ATTACHMENTS_LIMIT
  return fits ? { copies, leftOut: 0 } : { copies: [] as InvoiceCopy[], leftOut: size }
}

/** The message that carries an issued letter, in the language of the letter; or why there is none. */
export const messageOfLetter = async (
  ctx: Reading,
  letter: LetterRow,
  { company, bookKey, formal, withStatement, withInvoices }: Shared,
): Promise<LetterMessage | WithoutReason> => {
  if (letter.cancelledOn) return 'cancelled'
  if (!letter.documentId || !letter.fileName) return 'no-paper'
  const customer = await readCustomer(ctx, letter.customerId)
  const recipients = recipientsOf(customer.contacts)
  if (!recipients) return 'no-address'
  const items = await itemsOfLetter(ctx, letter.id)
  const { copies, leftOut } = withInvoices
    ? await copiesWithin(
        ctx,
        letter,
        [...new Set(items.map(({ itemId }) => itemId))],
        withStatement ? STATEMENT_ROOM : 0,
      )
    : { copies: [], leftOut: 0 }
  const key = formal.has(letter.wording) ? 'email-formal' : letter.notice ? 'email-notice' : 'email-reminder'
  const wording = await wordingOf(ctx, key, letter.language)
  const numbers = items.map(({ number }) => number)
  const oldest = items[0]?.due
  const fields = {
    ...fieldsOf(letter, customer, company, numbers, oldest ? formatLongDay(oldest, letter.language) : ''),
    invoiceCopies: new Set(copies.map(({ itemId }) => itemId)).size,
    statementDay: withStatement ? formatLongDay(letter.day, letter.language) : '',
  }
  const statement = { customerId: customer.id, asOf: letter.day, language: letter.language }
  const files: MailAttachment[] = [
    { documentId: letter.documentId, name: letter.fileName },
    ...(withStatement ? [{ statement, name: statementName(customer, letter.day, letter.language) }] : []),
    ...copies.map(({ documentId, name }) => ({ documentId, name: oneLine(name) })),
  ]
  const names = distinctNames(files.map(({ name }) => name))
  return {
    letterId: letter.id,
    reference: letter.reference,
    customerId: letter.customerId,
    ...recipients,
    subject: oneLine(typographic(renderWording(wording.subject, fields), letter.language)),
    text: typographic(renderWording(wording.body, fields), letter.language),
    messageId: messageIdOf(letter.reference, bookKey),
    attachments: files.map((file, i) => ({ ...file, name: names[i] ?? file.name })),
    leftOut,
  }
}
