import { uuidv7 } from 'uuidv7'
import { withdrawCharges } from '../charges/charges.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { Segment } from '../interest/interest.rules.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { approve, withdraw } from './dunning.approvals.service.ts'
import type { dunningContract, LetterRow } from './dunning.contract.ts'
import { takeBackEffects } from './dunning.effects.ts'
import { exportRun } from './dunning.export.ts'
import { issue } from './dunning.issue.ts'
import { listPlans } from './dunning.plan.repository.ts'
import { archivePlan, makeDefaultPlan, planOf, planUse, savePlan, setPlan } from './dunning.plan.service.ts'
import { previewLetter, previewWording } from './dunning.preview.ts'
import { propose } from './dunning.proposal.ts'
import {
  cancelLetter,
  countLetters,
  holdsInForce,
  insertHold,
  isItemOf,
  isLetterInMail,
  letterItems,
  listLetters,
  listRuns,
  markSent,
  releaseHold,
} from './dunning.repository.ts'
import { toLetterRow } from './dunning.rows.ts'
import {
  addWording,
  listWordings,
  removeWording,
  resetWording,
  restoreWording,
  saveWording,
  wordingVersions,
} from './dunning.wording.service.ts'

const readLetter = async (ctx: Pick<QueryContext, 'db'>, id: string): Promise<LetterRow> => {
  const [letter] = await listLetters(ctx.db, { id }, { offset: 0, limit: 1 })
  if (!letter) throw new Refusal('not-found', 'no such letter', { id })
  return toLetterRow(letter)
}

/** A letter with its items, as it was issued: whatever was matched or moved since. */
const letterDetail = async (ctx: QueryContext, id: string) => {
  const letter = await readLetter(ctx, id)
  const items = await letterItems(ctx.db, id)
  return {
    letter,
    items: items.map((item) => ({
      itemId: item.item_id,
      number: item.number,
      due: addDays(letter.day, -item.days_late),
      open: item.open,
      disputed: item.disputed,
      daysLate: item.days_late,
      level: item.level,
      interest: item.interest,
      indemnity: item.indemnity,
      segments: JSON.parse(item.segments) as Segment[],
    })),
  }
}

const toHold = (row: Awaited<ReturnType<typeof holdsInForce>>[number]) => ({
  id: row.id,
  customerId: row.customer_id,
  customerCode: row.code,
  customerName: row.name,
  itemId: row.item_id,
  itemNumber: row.number,
  reason: row.reason,
  owner: row.owner,
  until: row.until,
  createdOn: row.created_on,
  createdBy: row.created_by,
})

export const dunningCalls: Handlers<typeof dunningContract> = {
  plans: async (ctx) => ({ plans: await listPlans(ctx.db) }),
  savePlan: (ctx, plan) => savePlan(ctx, plan),
  archivePlan: (ctx, { id, archived }) => archivePlan(ctx, id, archived),
  makeDefaultPlan: (ctx, { id }) => makeDefaultPlan(ctx, id),
  setPlan: (ctx, choice) => setPlan(ctx, choice),
  planUse: (ctx) => planUse(ctx),
  planOf: (ctx, { customerId, itemId }) => planOf(ctx, customerId, itemId),
  approve: (ctx, input) => approve(ctx, input),
  withdrawApproval: (ctx, { id }) => withdraw(ctx, id),
  propose: async (ctx, { asOf, catchUp }) => (await propose(ctx, asOf, catchUp)).proposal,
  issue: (ctx, input) => issue(ctx, input),
  runs: async (ctx) => ({
    runs: (await listRuns(ctx.db)).map(({ as_of, created_at, ...run }) => ({
      ...run,
      asOf: as_of,
      createdAt: created_at,
    })),
  }),
  letters: async (ctx, { offset, limit, ...selection }) => ({
    total: await countLetters(ctx.db, selection),
    letters: (await listLetters(ctx.db, selection, { offset, limit })).map(toLetterRow),
  }),
  letterDetail: (ctx, { id }) => letterDetail(ctx, id),
  exportRun: (ctx, { runId, format }) => exportRun(ctx, runId, format),
  markSent: async (ctx, { runId, letterIds }) => {
    const [run] = await listRuns(ctx.db, runId)
    if (!run) throw new Refusal('not-found', 'no such run', { id: runId })
    return { marked: await markSent(ctx.db, runId, letterIds, ctx.today) }
  },
  cancelLetter: async (ctx, { id, reason }) => {
    const letter = await readLetter(ctx, id)
    if (letter.cancelledOn) throw new Refusal('dunning.letter-cancelled', 'the letter is cancelled already', { id })
    // What has left cannot be called back, and the next level counts from it.
    if (letter.sentOn) throw new Refusal('dunning.letter-sent', `the letter was sent on ${letter.sentOn}`, { id })
    if (await isLetterInMail(ctx.db, id))
      throw new Refusal('dunning.letter-in-mail', 'a message that bears the letter has left, or may have', { id })
    const effects = await cancelLetter(ctx.db, id, ctx.today, reason)
    await takeBackEffects(ctx, effects, reason)
    await withdrawCharges(ctx, id, ctx.today)
    return readLetter(ctx, id)
  },
  previewLetter: (ctx, input) => previewLetter(ctx, input),
  notices: async (ctx, { asOf, catchUp, keys }) => {
    const { proposal, notices } = await propose(ctx, asOf, catchUp)
    const wanted = keys && new Set(keys)
    return {
      notices: proposal.letters
        .filter(({ key }) => notices.has(key) && (!wanted || wanted.has(key)))
        .map(({ key, customerId, customerName }) => ({
          key,
          customerId,
          customerName,
          elements: notices.get(key) ?? [],
        })),
    }
  },
  wordings: (ctx, { examplesIn }) => listWordings(ctx, examplesIn),
  saveWording: (ctx, wording) => saveWording(ctx, wording),
  resetWording: (ctx, named) => resetWording(ctx, named),
  wordingVersions: (ctx, named) => wordingVersions(ctx, named),
  restoreWording: (ctx, { id }) => restoreWording(ctx, id),
  addWording: (ctx, input) => addWording(ctx, input),
  removeWording: async (ctx, { key }) => {
    await removeWording(ctx, key)
    return {}
  },
  previewWording: (ctx, input) => previewWording(ctx, input),
  holds: async (ctx, { customerId }) => ({ holds: (await holdsInForce(ctx.db, ctx.today, customerId)).map(toHold) }),
  hold: async (ctx, { customerId, itemId, reason, owner, until }) => {
    await readCustomer(ctx, customerId)
    if (itemId && !(await isItemOf(ctx.db, itemId, customerId)))
      throw new Refusal('not-found', 'no such item of this customer', { id: itemId })
    const id = uuidv7()
    await insertHold(ctx.db, {
      id,
      customer_id: customerId,
      item_id: itemId,
      reason,
      owner,
      until,
      created_on: ctx.today,
      created_by: ctx.user,
    })
    const row = (await holdsInForce(ctx.db, ctx.today, customerId)).find((hold) => hold.id === id)
    if (!row) throw new Refusal('input.invalid', 'a hold ends today or later', { until })
    return toHold(row)
  },
  releaseHold: async (ctx, { id }) => {
    if ((await releaseHold(ctx.db, id, ctx.today)) === 0)
      throw new Refusal('not-found', 'no such hold in force', { id })
    return {}
  },
}
