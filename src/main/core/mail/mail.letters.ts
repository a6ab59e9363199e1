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
import { ATTACHMENTS_LIMIT, type withoutReasons } from './mail.contract.ts'
import { copiesOfInvoices, type InvoiceCopy, sizeOfDocument } from './mail.repository.ts'
import { distinctNames, type Mailbox, messageIdOf, oneLine, recipientsOf } from './mail.rules.ts'

type Reading = Pick<QueryContext, 'db'>

export type LetterMessage = {
  letterId: string
  reference: string
  customerId: string
  to: Mailbox[]
  cc: Mailbox[]
  subject: string
  text: string
  messageId: string
  attachments: { documentId: string; name: string }[]
  /** Bytes of the copies that were left out; 0 when they are attached or there are none. */
  leftOut: number
}
export type WithoutReason = (typeof withoutReasons)[number]
type Shared = { company: Company; bookKey: string; formal: ReadonlySet<string | null>; withInvoices: boolean }

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

/** All copies or none: a message that bears some of them would be read as bearing all. */
const copiesWithin = async (ctx: Reading, letter: LetterRow, itemIds: readonly string[]) => {
  const copies = (await copiesOfInvoices(ctx.db, itemIds)).filter(
    ({ name, mediaType, documentId }) => documentId !== letter.documentId && !isExecutable(name, mediaType),
  )
  const size = copies.reduce((sum, copy) => sum + copy.size, 0)
  const fits = size + (await sizeOfDocument(ctx.db, letter.documentId)) <= ATTACHMENTS_LIMIT
  return fits ? { copies, leftOut: 0 } : { copies: [] as InvoiceCopy[], leftOut: size }
}

/** The message that carries an issued letter, in the language of the letter; or why there is none. */
export const messageOfLetter = async (
  ctx: Reading,
  letter: LetterRow,
  { company, bookKey, formal, withInvoices }: Shared,
): Promise<LetterMessage | WithoutReason> => {
  if (letter.cancelledOn) return 'cancelled'
  if (!letter.documentId || !letter.fileName) return 'no-paper'
  const customer = await readCustomer(ctx, letter.customerId)
  const recipients = recipientsOf(customer.contacts)
  if (!recipients) return 'no-address'
  const items = await itemsOfLetter(ctx, letter.id)
  const { copies, leftOut } = withInvoices
    ? await copiesWithin(ctx, letter, [...new Set(items.map(({ itemId }) => itemId))])
    : { copies: [], leftOut: 0 }
  const key = formal.has(letter.wording) ? 'email-formal' : 'email-reminder'
  const wording = await wordingOf(ctx, key, letter.language)
  const numbers = items.map(({ number }) => number)
  const oldest = items[0]?.due
  const fields = {
    ...fieldsOf(letter, customer, company, numbers, oldest ? formatLongDay(oldest, letter.language) : ''),
    invoiceCopies: new Set(copies.map(({ itemId }) => itemId)).size,
  }
  const names = distinctNames([letter.fileName, ...copies.map(({ name }) => oneLine(name))])
  const files = [letter.documentId, ...copies.map(({ documentId }) => documentId)]
  return {
    letterId: letter.id,
    reference: letter.reference,
    customerId: letter.customerId,
    ...recipients,
    subject: oneLine(typographic(renderWording(wording.subject, fields), letter.language)),
    text: typographic(renderWording(wording.body, fields), letter.language),
    messageId: messageIdOf(letter.reference, bookKey),
    attachments: files.map((documentId, i) => ({ documentId, name: names[i] ?? 'document' })),
    leftOut,
  }
}
