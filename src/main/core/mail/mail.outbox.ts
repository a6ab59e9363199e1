import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { requireCompany } from '../company/company.service.ts'
import { keepDocument, readDocument } from '../documents/documents.service.ts'
import type { LetterRow } from '../dunning/dunning.contract.ts'
import { formalWordings, lettersOfRun, markLetterEmailed } from '../dunning/dunning.sending.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Message, MessageState } from './mail.contract.ts'
import { type LetterMessage, type MailAttachment, messageOfLetter, type WithoutReason } from './mail.letters.ts'
import { toMime } from './mail.mime.ts'
import {
  attachmentsOf,
  insertMessage,
  lettersQueued,
  listMessages,
  type MessageRecord,
  moveMessage,
} from './mail.repository.ts'
import { datedOf, type Mailbox } from './mail.rules.ts'
import { broughtBy, type Sender, senderOf } from './mail.settings.ts'
import { keyOfStatement, setStatements } from './mail.statements.ts'

type Reading = Pick<QueryContext, 'db'>
export type Choice = {
  runId: string
  letterIds?: string[] | undefined
  withStatement?: boolean | undefined
  withInvoices?: boolean | undefined
}
type Chosen = {
  run: { number: number; asOf: string }
  messages: LetterMessage[]
  without: { letterId: string; reference: string; reason: WithoutReason }[]
  withoutInvoices: { letterId: string; reference: string; size: number }[]
}

/** The messages of the letters chosen, those that can be none with the reason. */
export const chooseMessages = async (
  ctx: QueryContext,
  { runId, letterIds, ...brought }: Choice,
  isWanted: (letter: LetterRow) => boolean,
  refusedBecause: (letter: LetterRow) => WithoutReason | null,
): Promise<Chosen> => {
  const company = await requireCompany(ctx)
  const { bookKey } = await senderOf(ctx, company)
  const shared = { company, bookKey, formal: await formalWordings(ctx), ...(await broughtBy(ctx, brought)) }
  const { run, letters } = await lettersOfRun(ctx, runId, letterIds)
  const chosen: Chosen = { run, messages: [], without: [], withoutInvoices: [] }
  for (const letter of letters.filter((one) => letterIds !== undefined || isWanted(one))) {
    const { id: letterId, reference } = letter
    const message = refusedBecause(letter) ?? (await messageOfLetter(ctx, letter, shared))
    if (typeof message === 'string') chosen.without.push({ letterId, reference, reason: message })
    else {
      chosen.messages.push(message)
      if (message.leftOut > 0) chosen.withoutInvoices.push({ letterId, reference, size: message.leftOut })
    }
  }
  return chosen
}

type Queued = { queued: number } & Pick<Chosen, 'without' | 'withoutInvoices'>

export const isByEmail = ({ channel }: LetterRow): boolean => channel === 'email'

/** Writes the messages of a run into the outbox; a letter that is there, has left or was cancelled is not written again. */
export async function* queueLetters(ctx: CommandContext, choice: Choice): AsyncGenerator<Progress, Queued> {
  const { letters } = await lettersOfRun(ctx, choice.runId, choice.letterIds)
  const before = await lettersQueued(
    ctx.db,
    letters.map(({ id }) => id),
  )
  const { messages, without, withoutInvoices } = await chooseMessages(ctx, choice, isByEmail, (letter) => {
    if (before.has(letter.id)) return 'queued-before'
    return isByEmail(letter) && letter.sentOn && !letter.cancelledOn ? 'sent-before' : null
  })
  const documents = new Map<string, string>()
  for await (const { key, name, bytes, done, total } of setStatements(ctx, messages)) {
    documents.set(key, (await keepDocument(ctx, name, 'application/pdf', bytes)).id)
    if (done % 20 === 0 || done === total) yield { step: 'mail.statements', done, total }
  }
  const documentOf = ({ documentId, statement }: MailAttachment): string =>
    documentId ?? (documents.get(keyOfStatement(statement)) as string)
  for (const message of messages)
    await insertMessage(
      ctx.db,
      {
        id: uuidv7(),
        customer_id: message.customerId,
        letter_id: message.letterId,
        recipients: JSON.stringify(message.to),
        copies: JSON.stringify(message.cc),
        subject: message.subject,
        body: message.text,
        header_id: message.messageId,
        queued_on: ctx.today,
        queued_at: ctx.now,
        queued_by: ctx.user,
      },
      message.attachments.map((file) => ({ documentId: documentOf(file), name: file.name })),
    )
  return { queued: messages.length, without, withoutInvoices }
}

// This program alone writes into the book: what is 'sending' and not here was cut off, by a crash or a power cut.
const underWay = new Set<string>()

/** Holds a message as being sent while `work` runs. */
export const whileSending = async <T>(id: string, work: () => Promise<T>): Promise<T> => {
  underWay.add(id)
  try {
    return await work()
  } finally {
    underWay.delete(id)
  }
}

const stateOf = ({ id, state }: MessageRecord): MessageState =>
  state === 'sending' && !underWay.has(id) ? 'uncertain' : state

const mailboxes = (json: string): Mailbox[] => JSON.parse(json) as Mailbox[]

export const toMessages = async (ctx: Reading, records: readonly MessageRecord[]): Promise<Message[]> => {
  const attachments = await attachmentsOf(
    ctx.db,
    records.map(({ id }) => id),
  )
  return records.map((record) => {
    const state = stateOf(record)
    return {
      id: record.id,
      customerId: record.customer_id,
      customerCode: record.customer_code,
      customerName: record.customer_name,
      letterId: record.letter_id,
      to: mailboxes(record.recipients).map(({ address }) => address),
      cc: mailboxes(record.copies).map(({ address }) => address),
      subject: record.subject,
      text: record.body,
      messageId: record.header_id,
      attachments: (attachments.get(record.id) ?? []).map(({ name, document_id, size }) => ({
        name,
        documentId: document_id,
        size,
      })),
      state,
      sentOtherwise: record.letter_sent_on !== null && (state === 'queued' || state === 'failed'),
      queuedOn: record.queued_on,
      queuedBy: record.queued_by,
      sentOn: record.sent_on,
      sentAt: record.sent_at,
      attempts: record.attempts,
      failure: state === 'uncertain' ? 'no-answer' : record.failure,
      error: record.said,
    }
  })
}

export const readRecord = async (ctx: Reading, id: string): Promise<MessageRecord> => {
  const [record] = await listMessages(ctx.db, { ids: [id], show: 'all' }, { offset: 0, limit: 1 })
  if (!record) throw new Refusal('not-found', 'no such message', { id })
  return record
}

export const readMessage = async (ctx: Reading, id: string): Promise<Message> => {
  const [message] = await toMessages(ctx, [await readRecord(ctx, id)])
  return message as Message
}

export const cancelMessage = async (ctx: CommandContext, id: string): Promise<Message> => {
  const { state } = await readMessage(ctx, id)
  if (!(await moveMessage(ctx.db, id, ['queued', 'failed'], { state: 'cancelled' })))
    throw new Refusal('mail.not-waiting', `the message is ${state}`, { state })
  return readMessage(ctx, id)
}

/** What the user found out about a message that left without an answer; refuses any other, and one being sent now. */
export const settleMessage = async (ctx: CommandContext, id: string, arrived: boolean): Promise<Message> => {
  const { state, letterId } = await readMessage(ctx, id)
  if (state !== 'uncertain') throw new Refusal('mail.not-uncertain', `the message is ${state}`, { state })
  const sent = { state: 'sent', sent_on: ctx.today, sent_at: ctx.now, sent_by: ctx.user, failure: null } as const
  const again = { state: 'queued', failure: null, said: '' } as const
  await moveMessage(ctx.db, id, ['sending', 'uncertain'], arrived ? sent : again)
  if (arrived && letterId) await markLetterEmailed(ctx, letterId)
  return readMessage(ctx, id)
}

export type Composed = {
  bytes: Uint8Array<ArrayBuffer>
  sender: Mailbox | null
  replyTo: Mailbox | null
  dated: string
}

const written = (json: string): Mailbox | null => (json ? (JSON.parse(json) as Mailbox) : null)
export const mailboxJson = (mailbox: Mailbox | null): string => (mailbox ? JSON.stringify(mailbox) : '')

/** The bytes of a message: those that left, once it did; before, those that would leave now. */
export const composeMessage = async (
  ctx: Pick<QueryContext, 'db' | 'today' | 'now'>,
  record: MessageRecord,
  sender: Sender,
): Promise<Composed> => {
  const left =
    record.dated !== null && (record.state === 'sent' || record.state === 'sending' || record.state === 'uncertain')
  const from = left ? written(record.sender) : sender.from
  const replyTo = left ? written(record.reply_to) : sender.replyTo
  const dated = left && record.dated ? record.dated : datedOf(ctx.today, ctx.now)
  const attachments = []
  for (const { document_id, name } of (await attachmentsOf(ctx.db, [record.id])).get(record.id) ?? []) {
    const { media_type, bytes } = await readDocument(ctx, document_id)
    attachments.push({ name, mediaType: media_type, bytes })
  }
  const bytes = await toMime({
    from,
    replyTo,
    to: mailboxes(record.recipients),
    cc: mailboxes(record.copies),
    subject: record.subject,
    text: record.body,
    messageId: record.header_id,
    dated,
    attachments,
    draft: false,
  })
  return { bytes, sender: from, replyTo, dated }
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
