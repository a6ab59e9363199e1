import type { Handlers } from '../kernel/calls.ts'
import { countRuns, decisionsOf, lastRun, listRuns } from './decisions.repository.ts'
import { casesOn, decideOn, toDecision } from './provisions.cases.ts'
import { closeOn, previewClosing, readClosing, toRun, withdrawClosing } from './provisions.closing.ts'
import type { provisionsContract } from './provisions.contract.ts'
import { closingFile } from './provisions.file.ts'
import { makeMatrix } from './provisions.matrix.ts'
import { readPosition } from './provisions.read.ts'

export const provisionsCalls: Handlers<typeof provisionsContract> = {
  matrix: async (ctx, { asOf = ctx.today, ...settings }) => {
    const position = await readPosition(ctx, asOf, settings.taxRate)
    const { home, leftOut, creditsLeft } = position
    const { settings: used, ...matrix } = await makeMatrix(ctx, position, settings)
    return { asOf, currency: home, lostAfter: used.lostAfter, leftOut, creditsLeft: 0 - creditsLeft, ...matrix }
  },
  cases: (ctx, { asOf = ctx.today, ...asked }) => casesOn(ctx, { asOf, ...asked }),
  decide: (ctx, input) => decideOn(ctx, { kind: 'doubtful', ...input }),
  clear: (ctx, input) => decideOn(ctx, { kind: 'sound', ...input }),
  history: async (ctx, { itemId }) => ({ decisions: (await decisionsOf(ctx.db, itemId)).map(toDecision) }),
  closing: (ctx, { asOf = ctx.today, booked, ...settings }) => previewClosing(ctx, { asOf, booked, settings }),
  close: (ctx, { asOf, booked, ...settings }) => closeOn(ctx, { asOf, booked, settings }),
  withdraw: (ctx, { id, reason }) => withdrawClosing(ctx, id, reason),
  runs: async (ctx, page) => {
    const last = await lastRun(ctx.db)
    return { total: await countRuns(ctx.db), runs: (await listRuns(ctx.db, page)).map((row) => toRun(row, last?.id)) }
  },
  run: (ctx, { id }) => readClosing(ctx, id),
  file: (ctx, input) => closingFile(ctx, input),
}
