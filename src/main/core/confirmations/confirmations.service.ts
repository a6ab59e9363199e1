import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { paperDrafts } from '../mail/mail.service.ts'
import { bundlePapers } from '../statements/statements.service.ts'
import { recordAnswer } from './confirmations.answers.ts'
import type { confirmationsContract } from './confirmations.contract.ts'
import { issueRequests, previewRequest } from './confirmations.issue.ts'
import { requestMail } from './confirmations.letter.ts'
import { auditorsList } from './confirmations.list.ts'
import { lettersOfRun, lookAtDraw, pageOfLetters, readLetter, readRun, readRuns } from './confirmations.read.ts'

export { lateConfirmations } from './confirmations.read.ts'

const keptOf = async (ctx: QueryContext, runId: string) =>
  (await lettersOfRun(ctx, runId)).flatMap(({ documentId, ...letter }) =>
    documentId === null ? [] : [{ ...letter, documentId }],
  )

const draftsOf = async (ctx: QueryContext, runId: string, waitingOnly: boolean) => {
  const { asOf, form, auditor, deadline, number, madeOn } = await readRun(ctx, runId)
  const sent = waitingOnly ? madeOn : null
  // Of the negative form nobody is reminded: silence is what was hoped for.
  const kept = (await keptOf(ctx, runId)).filter(
    ({ state }) => !waitingOnly || (state === 'waiting' && form === 'positive'),
  )
  const { without, ...told } = await paperDrafts(
    ctx,
    `messages-confirmations-${asOf}-${String(number).padStart(3, '0')}`,
    kept.map(({ customerId, documentId, language, reference }) => ({
      ...{ customerId, documentId, language, reference },
      words: (about) => requestMail(language, { ...about, asOf, form, auditor, deadline, sent }),
    })),
  )
  return { ...told, without: without.length }
}

export const confirmationsCalls: Handlers<typeof confirmationsContract> = {
  draw: (ctx, input) => lookAtDraw(ctx, input),
  preview: async (ctx, input) => ({ pages: await previewRequest(ctx, input) }),
  issue: (ctx, input) => issueRequests(ctx, input),
  runs: async (ctx) => ({ runs: await readRuns(ctx) }),
  letters: (ctx, input) => pageOfLetters(ctx, input),
  letter: (ctx, { id }) => readLetter(ctx, id),
  record: (ctx, input) => recordAnswer(ctx, input),
  list: (ctx, input) => auditorsList(ctx, input),
  files: async (ctx, { runId, format, postOnly, duplex }) => {
    const { asOf, number } = await readRun(ctx, runId)
    const kept = (await keptOf(ctx, runId)).filter(({ byMail }) => !(postOnly && byMail))
    const base = `confirmations-${asOf}-${String(number).padStart(3, '0')}`
    return bundlePapers(ctx, kept, { base, format, duplex, day: asOf })
  },
  drafts: (ctx, { runId, waitingOnly }) => draftsOf(ctx, runId, waitingOnly),
}
