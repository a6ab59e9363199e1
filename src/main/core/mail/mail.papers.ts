import { zipSync } from 'fflate'
import { requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { readDocument } from '../documents/documents.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import { typographic } from '../letters/typography.rules.ts'
import { statementsOfRun } from '../statements/statements.service.ts'
import { toMime } from './mail.mime.ts'
import { datedOf, messageIdOf, recipientsOf } from './mail.rules.ts'
import { senderOf } from './mail.settings.ts'
import { statementMail } from './mail.words.ts'

/** A paper of the book that goes to a customer as it is, with a few words. */
export type PaperToSend = {
  customerId: string
  /** Names the file; a mail program knows the message by it. */
  reference: string
  documentId: string
  language: LetterLanguage
  words: (about: { customer: string; signatory: string; company: string }) => { subject: string; text: string }
}

// What is attached is compressed already.
const STORED = 0

/**
 * Papers as drafts that the user's mail program opens ready to be sent: one file, or all in a ZIP; null when nobody has an
 * address. Tells the places of those left out for that.
 */
export const paperDrafts = async (ctx: QueryContext, base: string, papers: readonly PaperToSend[]) => {
  const company = await requireCompany(ctx)
  const { from, replyTo, bookKey } = await senderOf(ctx, company)
  const dated = datedOf(ctx.today, ctx.now)
  const drafts: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = []
  const without: number[] = []
  for (const [place, { customerId, reference, documentId, language, words }] of papers.entries()) {
    ctx.signal?.throwIfAborted()
    const customer = await readCustomer(ctx, customerId)
    const recipients = recipientsOf(customer.contacts)
    if (!recipients) {
      without.push(place)
      continue
    }
    const { name, media_type, bytes } = await readDocument(ctx, documentId)
    const about = { customer: customer.name, signatory: company.signatory || company.name, company: company.name }
    const { subject, text } = words(about)
    const message = {
      ...{ from, replyTo, ...recipients, dated, draft: true },
      subject: typographic(subject, language),
      text: typographic(text, language),
      messageId: messageIdOf(reference, bookKey),
      attachments: [{ name, mediaType: media_type, bytes }],
    }
    drafts.push({ name: `${reference}.eml`, bytes: await toMime(message) })
  }
  const [first, ...others] = drafts
  if (!first) return { name: `${base}.zip`, file: null, count: 0, without }
  if (others.length === 0)
    return {
      name: first.name,
      file: new File([first.bytes], first.name, { type: 'message/rfc822' }),
      count: 1,
      without,
    }
  const files = Object.fromEntries(drafts.map(({ name, bytes }) => [name, [bytes, { level: STORED }] as const]))
  const name = `${base}.zip`
  // biome-ignore lint/suspicious/noExplicitAny: fflate wants its tuples mutable
  const file = new File([new Uint8Array(zipSync(files as any))], name, { type: 'application/zip' })
  return { name, file, count: drafts.length, without }
}

/** The statements of a run as drafts. Refuses `not-found`. */
export const statementDrafts = async (ctx: QueryContext, runId: string) => {
  const { run, statements } = await statementsOfRun(ctx, runId)
  const kept = statements.filter(({ documentId }) => documentId !== null)
  const number = String(run.number).padStart(3, '0')
  const { without, ...told } = await paperDrafts(
    ctx,
    `messages-releves-${run.as_of}-${number}`,
    kept.map(({ customerId, documentId, language, totals, code }) => ({
      customerId,
      documentId: documentId as string,
      language,
      reference: `RC-${run.as_of.replaceAll('-', '')}-${number}-${code.replace(/[^A-Za-z0-9-]+/g, '-')}`,
      words: (about) => statementMail(language, { ...about, asOf: run.as_of, totals }),
    })),
  )
  return {
    ...told,
    without: without.flatMap((place) => {
      const { customerId, code, name } = kept[place] ?? {}
      return customerId && code && name ? [{ customerId, code, name }] : []
    }),
  }
}
