import type { Handlers } from '../kernel/calls.ts'
import { agreementDraft } from './mail.agreement.ts'
import type { mailContract } from './mail.contract.ts'
import { drafts } from './mail.drafts.ts'
import { cancelMessage, composeMessage, queueLetters, readRecord, settleMessage, toMessages } from './mail.outbox.ts'
import { statementDrafts } from './mail.papers.ts'
import { countMessages, listMessages, waitingMessages } from './mail.repository.ts'
import { send } from './mail.send.ts'
import { accountOf, readSettings, saveSettings, senderOf } from './mail.settings.ts'
import { openServer } from './mail.smtp.ts'

export { type PaperToSend, paperDrafts } from './mail.papers.ts'

export const mailCalls: Handlers<typeof mailContract> = {
  settings: (ctx) => readSettings(ctx),
  saveSettings: (ctx, { settings, password }) => saveSettings(ctx, settings, password),
  test: async (ctx, given) => {
    const account = await accountOf(ctx, given)
    const server = await openServer(account)
    server.close()
    const { host, port, security, user } = account
    return { host, port, encrypted: security !== 'none', user }
  },
  drafts: (ctx, input) => drafts(ctx, input),
  agreement: (ctx, { documentId }) => agreementDraft(ctx, documentId),
  statements: (ctx, { runId }) => statementDrafts(ctx, runId),
  queue: (ctx, input) => queueLetters(ctx, input),
  outbox: async (ctx, { offset, limit, ...selection }) => ({
    total: await countMessages(ctx.db, selection),
    waiting: (await waitingMessages(ctx.db, {})).length,
    messages: await toMessages(ctx, await listMessages(ctx.db, selection, { offset, limit })),
  }),
  send: (ctx, input) => send(ctx, input),
  settle: (ctx, { id, arrived }) => settleMessage(ctx, id, arrived),
  cancel: (ctx, { id }) => cancelMessage(ctx, id),
  message: async (ctx, { id }) => {
    const record = await readRecord(ctx, id)
    const { bytes } = await composeMessage(ctx, record, await senderOf(ctx))
    const name = `${record.header_id.replace(/^<|@.*$/g, '')}.eml`
    return { name, file: new File([bytes], name, { type: 'message/rfc822' }) }
  },
}
