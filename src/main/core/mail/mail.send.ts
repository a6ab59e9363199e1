import { markLetterEmailed, standingOfLetter } from '../dunning/dunning.sending.ts'
import type { CommandContext, ErrandContext } from '../kernel/context.ts'
import type { Progress, Secret } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Composed, composeMessage, hashOf, mailboxJson, readRecord, whileSending } from './mail.outbox.ts'
import { claimMessage, type MessageRecord, moveMessage, noteOnMessage, waitingMessages } from './mail.repository.ts'
import type { Mailbox } from './mail.rules.ts'
import { accountOf, type Sender, senderOf } from './mail.settings.ts'
import { type Delivery, type MailServer, openServer } from './mail.smtp.ts'

type Sent = { sent: number; failed: number; uncertain: number; left: number }

/**
 * Sends what waits, one message after the other: 'sending' is committed before the bytes leave and the answer after, so
 * that a crash in between leaves a message whose fate is unknown, never one that goes twice. No transaction is open
 * while the network is waited for. Refuses what keeps every message from leaving (`mail.no-settings`, `mail.unreachable`,
 * `mail.login-refused`…) before any is touched.
 */
export async function* send(
  ctx: ErrandContext,
  { ids, runId, password }: { ids?: string[] | undefined; runId?: string | undefined; password: Secret | null },
): AsyncGenerator<Progress, Sent> {
  const account = await accountOf(ctx, { settings: null, password })
  const sender = await senderOf(ctx)
  if (!sender.from) throw new Refusal('mail.no-sender', 'neither the settings nor the company name an address')
  const waiting = await waitingMessages(ctx.db, { ids, runId })
  const result: Sent = { sent: 0, failed: 0, uncertain: 0, left: waiting.length + missing(ids, waiting) }
  if (waiting.length === 0) return result

  let server = await openServer(account)
  try {
    for (const [done, id] of waiting.entries()) {
      yield { step: 'mail.sending', done, total: waiting.length }
      if (!server.isUsable()) {
        server.close()
        const again = await openServer(account).catch(whenRefused)
        if (!again) return result
        server = again
      }
      const outcome = await whileSending(id, () => sendOne(ctx, server, id, sender, ids !== undefined))
      if (outcome === 'left') continue
      result[outcome] += 1
      result.left -= 1
    }
    yield { step: 'mail.sending', done: waiting.length, total: waiting.length }
    return result
  } finally {
    server.close()
  }
}

const missing = (ids: readonly string[] | undefined, waiting: readonly string[]): number =>
  (ids?.length ?? waiting.length) - waiting.length

/** The rest stays queued when the server is lost half-way: what has left is told, and the next sending says why. */
const whenRefused = (error: unknown): null => {
  if (error instanceof Refusal) return null
  throw error
}

const sendOne = async (
  ctx: ErrandContext,
  server: MailServer,
  id: string,
  sender: Sender,
  named: boolean,
): Promise<Delivery['outcome'] | 'left'> => {
  const record = await readRecord(ctx, id)
  const composed = await composeMessage(ctx, record, sender)
  if (!(await ctx.commit((writing) => claim(writing, record, composed, named)))) return 'left'
  const to = addressesOf(record)
  const delivery = await server.deliver({ from: composed.sender?.address ?? '', to }, composed.bytes)
  await ctx.commit((writing) => keepOutcome(writing, record, delivery))
  if (delivery.outcome === 'sent' && sender.copyTo) await sendCopy(ctx, server, id, composed, sender.copyTo)
  return delivery.outcome
}

const addressesOf = ({ recipients, copies }: MessageRecord): string[] =>
  [...(JSON.parse(recipients) as Mailbox[]), ...(JSON.parse(copies) as Mailbox[])].map(({ address }) => address)

/** False when it is not to leave: taken by another sending, its letter cancelled, or sent by other means and not named. */
const claim = async (ctx: CommandContext, record: MessageRecord, composed: Composed, named: boolean) => {
  const standing = record.letter_id ? await standingOfLetter(ctx, record.letter_id) : 'open'
  if (standing === 'cancelled') {
    await moveMessage(ctx.db, record.id, ['queued', 'failed'], { state: 'cancelled' })
    return false
  }
  if (standing === 'sent' && !named) return false
  return claimMessage(ctx.db, record.id, {
    sender: mailboxJson(composed.sender),
    reply_to: mailboxJson(composed.replyTo),
    dated: composed.dated,
    sha256: hashOf(composed.bytes),
  })
}

const keepOutcome = async (ctx: CommandContext, { id, letter_id }: MessageRecord, delivery: Delivery) => {
  switch (delivery.outcome) {
    case 'sent':
      await moveMessage(ctx.db, id, ['sending'], {
        state: 'sent',
        sent_on: ctx.today,
        sent_at: ctx.now,
        sent_by: ctx.user,
        // Some of several recipients: the message itself has left.
        failure: delivery.refused ? 'recipient-refused' : null,
        said: delivery.refused,
      })
      if (letter_id) await markLetterEmailed(ctx, letter_id)
      return
    case 'failed':
      await moveMessage(ctx.db, id, ['sending'], {
        state: 'failed',
        failure: delivery.failure,
        permanent: delivery.permanent ? 1 : 0,
        said: delivery.said,
      })
      return
    case 'uncertain':
      await moveMessage(ctx.db, id, ['sending'], { state: 'uncertain', failure: 'no-answer', said: delivery.said })
  }
}

/** To the firm itself, in an envelope of its own: a copy that is refused changes nothing of what the customer got. */
const sendCopy = async (ctx: ErrandContext, server: MailServer, id: string, composed: Composed, copyTo: Mailbox) => {
  const copy = server.isUsable()
    ? await server.deliver({ from: composed.sender?.address ?? '', to: [copyTo.address] }, composed.bytes)
    : ({ outcome: 'failed', said: '' } as const)
  if (copy.outcome !== 'sent') await ctx.commit(({ db }) => noteOnMessage(db, id, 'copy-refused', copy.said))
}
