import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Company } from '../company/company.contract.ts'
import { deliveriesCalls } from '../deliveries/deliveries.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { type Minor, toDecimal } from '../kernel/money.ts'
import { allocateMatches } from '../payments/payments.service.ts'
import { addProof } from '../proofs/proofs.service.ts'
import type { OpenItemTable } from '../receivables/receivables.table.ts'
import { dueDate, parseTerms } from '../receivables/terms.rules.ts'
import type { EInvoice } from './einvoice.model.ts'
import { type Buyer, requireBuyer } from './einvoices.buyer.ts'
import {
  advanceReceived,
  creditNotesNaming,
  findByHash,
  type HeldItem,
  insertEInvoice,
  itemsNumbered,
  setDue,
} from './einvoices.repository.ts'
import { claimsOf, isOthers, lastDue } from './einvoices.rules.ts'

/** An electronic invoice, and the file it came in. */
export type EInvoiceTaken = { invoice: EInvoice; xml: Uint8Array; name: string; bytes: Uint8Array }

/** The import that takes it: adds items, and counts them by kind. */
export type Taking = {
  id: string
  company: Company
  addItems: (items: readonly OpenItemTable[]) => Promise<unknown>
}

export type TakenInvoice = {
  /** seller: another company issued it, nothing was done. */
  outcome: 'created' | 'completed' | 'unchanged' | 'seller'
  customer: Buyer | null
  /** The invoice is in the book with another amount: document less book, as the document counts. */
  difference: Minor
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const nothing = (outcome: TakenInvoice['outcome']): TakenInvoice => ({ outcome, customer: null, difference: 0 })

/**
 * Brings an electronic invoice or credit note into the book: creates it with its customer, or completes what the ledger
 * had brought. The same invoice again changes nothing. The file is kept as proof.
 */
export const takeEInvoice = async (ctx: CommandContext, run: Taking, file: EInvoiceTaken): Promise<TakenInvoice> => {
  const { invoice, xml } = file
  const sha256 = sha256Of(xml)
  if (await findByHash(ctx.db, sha256)) return nothing('unchanged')
  if (isOthers(run.company, invoice)) return nothing('seller')
  const buyer = await requireBuyer(ctx, invoice.buyer, run.company)
  const held = await itemsNumbered(ctx.db, { customerId: buyer.id, ...invoice })
  const itemIds = held.length > 0 ? held.map(({ id }) => id) : await createItems(ctx, run, buyer, invoice)
  if (held.length > 0) await completeDue(ctx, held, invoice)
  const [first] = itemIds
  const proof = await addProof(ctx, {
    customerId: buyer.id,
    itemId: first ?? null,
    kind: 'invoice',
    title: invoice.number.slice(0, 200),
    day: invoice.issued,
    expiresOn: null,
    note: '',
    name: baseName(file.name),
    file: new Blob([new Uint8Array(file.bytes)]),
  })
  await insertEInvoice(
    ctx.db,
    {
      id: uuidv7(),
      customer_id: buyer.id,
      number: invoice.number,
      kind: invoice.kind,
      issued: invoice.issued,
      currency: invoice.currency,
      gross: invoice.gross,
      prepaid: invoice.prepaid,
      payable: invoice.payable,
      syntax: invoice.syntax,
      profile: invoice.profile,
      content: JSON.stringify(invoice),
      missing_mentions: JSON.stringify(invoice.missingMentions),
      sha256,
      document_id: proof.documentId,
      import_id: run.id,
    },
    itemIds,
  )
  if (invoice.kind === 'invoice' && invoice.delivered && invoice.delivered <= ctx.today && itemIds.length > 0)
    await deliveriesCalls.setDates(ctx, { itemIds, deliveredOn: invoice.delivered })
  await settleWithCreditNotes(ctx, buyer.id, invoice)
  return {
    outcome: held.length === 0 ? 'created' : 'completed',
    customer: buyer,
    difference: held.length === 0 ? 0 : differenceWith(held, invoice),
  }
}

const baseName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').slice(-200) || 'invoice.xml'

const differenceWith = (held: readonly HeldItem[], invoice: EInvoice): Minor =>
  claimsOf(invoice).claims.reduce((sum, { amount }) => sum + amount, 0) -
  Math.abs(held.reduce((sum, { amount }) => sum + amount, 0))

/** The due date that a document says replaces one worked out from terms. */
const completeDue = async (ctx: CommandContext, held: readonly HeldItem[], invoice: EInvoice): Promise<void> => {
  const due = lastDue(invoice.instalments)
  const [item] = held
  if (!item || held.length > 1 || due === null || item.amount < 0 || item.due_origin !== 'terms') return
  await setDue(ctx.db, item.id, due)
}

const keyOf = (buyer: Buyer, { kind, number, currency }: EInvoice, part: number | 'advance'): string =>
  `einvoice:${sha256Of(Buffer.from([buyer.id, kind, number, currency, part].join('\u0001'))).slice(0, 32)}`

type Labels = { advance: (number: string) => string }
const labels: Record<Company['language'], Labels> = {
  fr: { advance: (number) => `Acompte sur ${number}` },
  en: { advance: (number) => `Advance on ${number}` },
}

/** One item for each instalment and, for what was prepaid, a credit matched with them. Returns the claims' items. */
const createItems = async (ctx: CommandContext, run: Taking, buyer: Buyer, invoice: EInvoice): Promise<string[]> => {
  const { claims, advance } = claimsOf(invoice)
  const sign = invoice.kind === 'invoice' ? 1 : -1
  const onTerms = (): Day => dueDate(invoice.issued, parseTerms(buyer.terms ?? run.company.terms))
  const item = (part: number | 'advance', rest: Partial<OpenItemTable> & { amount: Minor }): OpenItemTable => ({
    id: uuidv7(),
    customer_id: buyer.id,
    kind: invoice.kind,
    number: invoice.number,
    label: '',
    issued: invoice.issued,
    booked: invoice.issued,
    due: invoice.issued,
    due_origin: 'none',
    currency: invoice.currency,
    base_amount: null,
    account: '',
    journal: '',
    entry: '',
    approximate: 0,
    settled_on: null,
    source_key: keyOf(buyer, invoice, part),
    import_id: run.id,
    ...rest,
  })
  const items = claims.map(({ due, amount }, i) =>
    item(i, {
      amount: sign * amount,
      ...(sign > 0 && { due: due ?? onTerms(), due_origin: due ? ('document' as const) : ('terms' as const) }),
    }),
  )
  const label = labels[run.company.language].advance(invoice.number)
  const received =
    sign > 0 && advance > 0
      ? await advanceReceived(ctx.db, {
          customerId: buyer.id,
          currency: invoice.currency,
          amount: advance,
          until: invoice.issued,
        })
      : null
  const paid =
    advance > 0 && received === null ? [item('advance', { kind: 'payment', amount: -sign * advance, label })] : []
  await run.addItems([...items, ...paid])
  const other = received ?? paid[0]?.id
  if (other) await matchAdvance(ctx, items, { id: other, amount: advance, sign })
  return items.map(({ id }) => id)
}

const matchAdvance = async (
  ctx: CommandContext,
  items: readonly OpenItemTable[],
  { id, amount, sign }: { id: string; amount: Minor; sign: number },
): Promise<void> => {
  let left = amount
  const matches = items.flatMap((item) => {
    const part = Math.min(left, Math.abs(item.amount))
    left -= part
    const pair = sign > 0 ? { debitId: item.id, creditId: id } : { debitId: id, creditId: item.id }
    return part > 0 ? [{ ...pair, amount: part }] : []
  })
  await allocateMatches(ctx, matches, { origin: 'import' })
}

/** A credit note settles the invoices that it names as far as they are open, whichever of them came first. */
const settleWithCreditNotes = async (ctx: CommandContext, customerId: string, invoice: EInvoice): Promise<void> => {
  const { currency } = invoice
  const numbered = (kind: 'invoice' | 'credit_note', number: string) =>
    itemsNumbered(ctx.db, { customerId, kind, number, currency })
  const debits =
    invoice.kind === 'invoice'
      ? await numbered('invoice', invoice.number)
      : (await Promise.all(invoice.preceding.map(({ number }) => numbered('invoice', number)))).flat()
  const credits =
    invoice.kind === 'invoice'
      ? await creditNotesNaming(ctx.db, { customerId, number: invoice.number, currency })
      : await numbered('credit_note', invoice.number)
  const opens = debits.map(({ id, open }) => ({ id, open }))
  const matches = credits.flatMap((credit) => {
    let left = credit.open
    return opens.flatMap((debit) => {
      const amount = Math.min(left, debit.open)
      left -= amount
      debit.open -= amount
      return amount > 0 ? [{ debitId: debit.id, creditId: credit.id, amount }] : []
    })
  })
  if (matches.length > 0) await allocateMatches(ctx, matches, { origin: 'import' })
}

/** What is told of an invoice that the book holds with another amount. */
export const differenceText = ({ number, currency }: EInvoice, difference: Minor): string =>
  `${number} is in the book with another amount; it differs by ${toDecimal(difference, currency)}`
