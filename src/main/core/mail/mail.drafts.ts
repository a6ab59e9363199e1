import { zipSync } from 'fflate'
import { readDocument } from '../documents/documents.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { WantedStatement } from '../statements/statements.service.ts'
import type { LetterMessage } from './mail.letters.ts'
import { toMime } from './mail.mime.ts'
import { type Choice, chooseMessages, isByEmail } from './mail.outbox.ts'
import { datedOf } from './mail.rules.ts'
import { type Sender, senderOf } from './mail.settings.ts'
import { keyOfStatement, setStatements } from './mail.statements.ts'

const EML = 'message/rfc822'
// What is attached is compressed already.
const STORED = 0

/** Messages that the user's mail program opens ready to be sent; the book only reads, and the user marks the run as sent. */
export const drafts = async (ctx: QueryContext, { everyChannel, ...choice }: Choice & { everyChannel: boolean }) => {
  const { run, messages, without, withoutInvoices } = await chooseMessages(
    ctx,
    choice,
    (letter) => everyChannel || isByEmail(letter),
    () => null,
  )
  const sender = await senderOf(ctx)
  const told = { count: messages.length, without, withoutInvoices }
  const base = `messages-${run.asOf}-${String(run.number).padStart(3, '0')}`
  const statements = new Map<string, Uint8Array>()
  for await (const { key, bytes } of setStatements(ctx, messages)) statements.set(key, bytes)
  const [first, ...others] = messages
  if (!first) return { name: `${base}.zip`, file: null, ...told }
  if (others.length === 0) {
    const name = `${first.reference}.eml`
    return { name, file: new File([await draftOf(ctx, first, sender, statements)], name, { type: EML }), ...told }
  }
  const files: Record<string, [Uint8Array, { level: 0 }]> = {}
  for (const message of messages)
    files[`${message.reference}.eml`] = [await draftOf(ctx, message, sender, statements), { level: STORED }]
  const name = `${base}.zip`
  return { name, file: new File([new Uint8Array(zipSync(files))], name, { type: 'application/zip' }), ...told }
}

const draftOf = async (
  ctx: QueryContext,
  message: LetterMessage,
  { from, replyTo }: Sender,
  statements: ReadonlyMap<string, Uint8Array>,
) => {
  const attachments = []
  for (const { documentId, statement, name } of message.attachments) {
    const kept = documentId === undefined ? null : await readDocument(ctx, documentId)
    const bytes = kept?.bytes ?? statements.get(keyOfStatement(statement as WantedStatement))
    attachments.push({ name, mediaType: kept?.media_type ?? 'application/pdf', bytes: bytes as Uint8Array })
  }
  const { to, cc, subject, text, messageId } = message
  const dated = datedOf(ctx.today, ctx.now)
  return toMime({ from, replyTo, to, cc, subject, text, messageId, dated, attachments, draft: true })
}
