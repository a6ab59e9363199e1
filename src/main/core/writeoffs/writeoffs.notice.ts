import { readLogo, requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { keepDocument, readDocument } from '../documents/documents.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { formatAmount, formatDay, formatLongDay, formatMoney } from '../kernel/format.ts'
import type { DeedData } from '../letters/deed.model.ts'
import type { Block } from '../letters/document.model.ts'
import { fileNameOf, recipientOf, senderOf } from '../letters/letter.parties.ts'
import { typesetterOf } from '../letters/typesetter.port.ts'
import { readWriteOff, sumOf } from './writeoffs.read.ts'
import { insertWriteOffDocument } from './writeoffs.repository.ts'
import { taxRecovered } from './writeoffs.rules.ts'
import type { WriteOff } from './writeoffs.schema.ts'
import { noticeTranslations } from './writeoffs.translations.ts'
import { noticeWords as words } from './writeoffs.words.ts'

/**
 * A write-off whose VAT may be recovered. Refuses `write-off.no-tax` where there is none to recover or it is not known, and
 * `write-off.not-definitive` while the loss is not.
 */
const noticeable = (writeOff: WriteOff): WriteOff => {
  const { reference, tax, state } = writeOff
  if (state !== 'booked') throw new Refusal('write-off.not-booked', `${reference} is ${state}`, { reference })
  if (tax.state === 'none' || tax.state === 'unknown')
    throw new Refusal('write-off.no-tax', `${reference} has no VAT to recover`, { reference })
  if (tax.state === 'waiting')
    throw new Refusal('write-off.not-definitive', `${reference} is not definitive`, { reference })
  return writeOff
}

/** Of each item what is still written off: net, VAT and both, in minor units. */
const linesOf = ({ items }: WriteOff) =>
  items.flatMap(({ number, issued, amount, tax, recovered }) => {
    const gross = amount - recovered
    if (gross <= 0) return []
    const part = (tax ?? 0) - (taxRecovered({ amount, tax }, { amount: 0, tax: 0 }, recovered) ?? 0)
    return [{ number, issued, net: gross - part, tax: part, gross }]
  })

const compose = async (ctx: QueryContext | CommandContext, writeOff: WriteOff): Promise<DeedData> => {
  const company = await requireCompany(ctx)
  const customer = await readCustomer(ctx, writeOff.customerId)
  const { currency, reference, tax } = writeOff
  const lines = linesOf(writeOff)
  const figure = (amount: number) => formatAmount(amount, currency, 'fr')
  const money = (amount: number) => formatMoney(amount, currency, 'fr')
  const total = (of: 'net' | 'tax' | 'gross') => sumOf(lines.map((line) => line[of]))
  const event = tax.ground && tax.definitiveOn ? words.grounds[tax.ground](formatLongDay(tax.definitiveOn, 'fr')) : null
  return {
    language: 'fr',
    sender: senderOf(company, await readLogo(ctx, company)),
    recipient: recipientOf(customer, company, { at: ['billing', 'registered'], attention: null }),
    reference,
    date: ctx.today,
    place: company.city,
    channelMention: null,
    title: words.title(lines.length),
    blocks: [
      ...words
        .opening(lines.length)
        .split('\n\n')
        .map((text) => ({ kind: 'paragraph', text }) as const),
      ...(event ? [{ kind: 'paragraph', text: event } as const] : []),
      {
        kind: 'table',
        columns: words.columns.map((label, place) => (place === 0 ? { label, grow: 1 } : { label, align: 'right' })),
        rows: lines.map((line) => [
          line.number,
          formatDay(line.issued, 'fr'),
          figure(line.net),
          figure(line.tax),
          figure(line.gross),
        ]),
        totals:
          lines.length > 1 ? [[words.total, '', money(total('net')), money(total('tax')), money(total('gross'))]] : [],
      },
      {
        kind: 'callout',
        tone: 'plain',
        title: words.mention(lines.length, money(total('net')), money(total('tax'))),
        text: '',
      },
      { kind: 'paragraph', text: words.duty },
      { kind: 'paragraph', text: words.closing },
      ...(company.signatory
        ? [{ kind: 'paragraph', text: [company.signatory, company.signatoryRole].filter(Boolean).join('\n') } as const]
        : []),
      ...translated(customer.language, lines.length, {
        net: (language) => formatMoney(total('net'), currency, language),
        tax: (language) => formatMoney(total('tax'), currency, language),
      }),
    ],
  }
}

/** The same in the customer's language, beside the French mention that the law asks for. */
const translated = (
  language: LetterLanguage,
  count: number,
  sums: Record<'net' | 'tax', (language: LetterLanguage) => string>,
): Block[] => {
  if (language === 'fr') return []
  const { heading, text } = noticeTranslations[language]
  return [
    { kind: 'heading', text: heading },
    ...text(sums.net(language), sums.tax(language), count).map((one) => ({ kind: 'paragraph', text: one }) as const),
  ]
}

const pdfFile = (bytes: Uint8Array, name: string): File =>
  new File([new Uint8Array(bytes)], name, { type: 'application/pdf' })

/** The pages of the notice as it would leave today. */
export const previewNotice = async (ctx: QueryContext, id: string) => {
  const letter = await compose(ctx, noticeable(await readWriteOff(ctx, id)))
  return { pages: typesetterOf(ctx.ports).deedSvg(letter) }
}

/** Issues the notice and keeps it in the book; asked again it gives the one that was issued. */
export const issueNotice = async (ctx: CommandContext, id: string) => {
  const writeOff = await readWriteOff(ctx, id)
  if (writeOff.tax.noticeId !== null) return keptNotice(ctx, writeOff.tax.noticeId)
  const pdf = typesetterOf(ctx.ports).deedPdf(await compose(ctx, noticeable(writeOff)))
  const name = fileNameOf(`${writeOff.reference}-art-272`, writeOff.customerName)
  const document = await keepDocument(ctx, name, 'application/pdf', pdf)
  await insertWriteOffDocument(ctx.db, {
    document_id: document.id,
    write_off_id: id,
    kind: 'vat-notice',
    day: ctx.today,
    at: ctx.now,
    by: ctx.user,
  })
  return keptNotice(ctx, document.id)
}

const keptNotice = async (ctx: CommandContext, documentId: string) => {
  const { name, sha256, bytes } = await readDocument(ctx, documentId)
  return { documentId, name, sha256, file: pdfFile(bytes, name) }
}
