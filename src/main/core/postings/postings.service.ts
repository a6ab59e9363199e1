import type { Handlers } from '../kernel/calls.ts'
import type { postingsContract } from './postings.contract.ts'
import { depositLetters, keepStampedSlip, makeSlip, numberLetters, recordReceipt } from './postings.handle.ts'
import { printLetters, windowTest } from './postings.print.ts'
import { toPostings } from './postings.read.ts'
import { countPostings, listPostings } from './postings.repository.ts'

export { postingOfLetters } from './postings.read.ts'

export const postingsCalls: Handlers<typeof postingsContract> = {
  list: async (ctx, { show, offset, limit, ...selection }) => {
    const counts = await countPostings(ctx.db, selection)
    const records = await listPostings(ctx.db, selection, show, { offset, limit })
    return { total: counts[show], postings: await toPostings(ctx, records), counts }
  },
  number: async (ctx, input) => ({ postings: await numberLetters(ctx, input) }),
  slip: (ctx, { letterIds, day }) => makeSlip(ctx, letterIds, day),
  stampSlip: async (ctx, { id, name, file }) => {
    await keepStampedSlip(ctx, id, name, file)
    return {}
  },
  deposit: (ctx, { letterIds, day }) => depositLetters(ctx, letterIds, day),
  receipt: (ctx, input) => recordReceipt(ctx, input),
  print: (ctx, input) => printLetters(ctx, input),
  windowTest: (ctx, { envelope }) => windowTest(ctx, envelope),
}
