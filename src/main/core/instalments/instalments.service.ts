import { uuidv7 } from 'uuidv7'
import { type PlanSelection, plansAsOf } from '../db/instalment-plans.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { type Day, maxDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { issueAgreement, previewAgreement, recordSigned } from './instalments.agreement.ts'
import type { InstalmentPlan, instalmentsContract } from './instalments.contract.ts'
import {
  cancelPlan,
  type IssuedLetter,
  insertPlan,
  itemsAsOf,
  lettersOfPlans,
  type PlanItemRecord,
  planTexts,
} from './instalments.repository.ts'
import { isInForce, planStanding, suggestInstalments } from './instalments.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const standingsAsOf = async (ctx: Reading, asOf: Day, selection?: PlanSelection) => {
  const plans = await plansAsOf(ctx.db, asOf, selection)
  if (plans.length === 0) return []
  const { content } = await policyInForce(ctx)
  return plans.map((plan) => ({ plan, standing: planStanding(plan, asOf, content.instalmentGraceDays) }))
}

/**
 * By item, the plan that is kept or only late on a day: reminders of the item wait. A plan that is broken, kept to the
 * end or cancelled is not in force.
 */
export const plansInForce = async (
  ctx: Reading,
  asOf: Day,
): Promise<Map<string, { planId: string; nextDue: Day | null; brokenOn: Day | null }>> =>
  new Map(
    (await standingsAsOf(ctx, asOf))
      .filter(({ standing }) => isInForce(standing))
      .flatMap(({ plan, standing: { nextDue, brokenOn } }) =>
        plan.items.map(({ itemId }) => [itemId, { planId: plan.id, nextDue, brokenOn }] as const),
      ),
  )

/** Plans in force on a day: what is left of each instalment, and of the items they cover. */
export const runningPlans = async (
  ctx: Reading,
  asOf: Day,
): Promise<{ items: { itemId: string; open: number }[]; instalments: { due: Day; left: number }[] }[]> =>
  (await standingsAsOf(ctx, asOf))
    .filter(({ standing }) => isInForce(standing))
    .map(({ plan, standing }) => ({
      items: plan.items.map(({ itemId, amount, steps }) => ({
        itemId,
        open: steps.reduce((left, step) => left - step.amount, amount),
      })),
      instalments: standing.instalments.map(({ due, amount, paid }) => ({ due, left: amount - paid })),
    }))

/** Plans that are broken on a day and neither cancelled nor paid since; of one customer, or of all. */
export const brokenPlans = async (
  ctx: Reading,
  asOf: Day,
  customerId?: string,
): Promise<{ planId: string; customerId: string; brokenOn: Day | null }[]> =>
  (await standingsAsOf(ctx, asOf, { customerId }))
    .filter(({ standing }) => standing.state === 'broken')
    .map(({ plan, standing }) => ({ planId: plan.id, customerId: plan.customerId, brokenOn: standing.brokenOn }))

/**
 * Ends the plans that hold some of these items and are neither kept nor ended: what was agreed is no longer to be paid.
 * `reference` is what ended them.
 */
export const endPlansOf = async (ctx: CommandContext, itemIds: readonly string[], reference: string): Promise<void> => {
  for (const { plan, standing } of await standingsAsOf(ctx, ctx.today, { itemIds }))
    if (standing.state !== 'kept' && standing.state !== 'cancelled')
      await cancelPlan(ctx.db, plan.id, ctx.today, reference)
}

const toLetter = (row: IssuedLetter | undefined): InstalmentPlan['letter'] =>
  row
    ? {
        documentId: row.document_id,
        name: row.name,
        reference: row.reference,
        sha256: row.sha256,
        on: row.day,
        by: row.by,
        missed: row.missed,
        interest: row.interest,
      }
    : null

/** Plans as of a day, each with its customer, items and instalments. */
const tellPlans = async (ctx: Reading, asOf: Day, selection: PlanSelection): Promise<InstalmentPlan[]> => {
  const found = await standingsAsOf(ctx, asOf, selection)
  const ids = found.map(({ plan }) => plan.id)
  const texts = new Map((await planTexts(ctx.db, ids)).map((text) => [text.id, text]))
  const itemIds = [...new Set(found.flatMap(({ plan }) => plan.items.map(({ itemId }) => itemId)))]
  const items = new Map((await itemsAsOf(ctx.db, itemIds, asOf)).map((item) => [item.id, item]))
  // The last one issued of each.
  const letters = new Map((await lettersOfPlans(ctx.db, ids)).map((letter) => [letter.plan_id, letter]))
  return found.map(({ plan, standing }): InstalmentPlan => {
    const text = texts.get(plan.id)
    if (!text) throw new RangeError(`the plan ${plan.id} has no row`)
    const total = plan.instalments.reduce((sum, { amount }) => sum + amount, 0)
    const cancelled = standing.state === 'cancelled'
    return {
      id: plan.id,
      customerId: plan.customerId,
      customerCode: text.code,
      customerName: text.name,
      currency: plan.currency,
      agreedOn: plan.agreedOn,
      createdBy: text.created_by,
      note: text.note,
      documentId: text.document_id,
      documentName: text.document_name,
      signedOn: text.signed_on,
      letter: toLetter(letters.get(plan.id)),
      state: standing.state,
      brokenOn: standing.brokenOn,
      cancelledOn: cancelled ? text.cancelled_on : null,
      cancelReason: cancelled ? text.cancel_reason : '',
      total,
      paid: standing.paid,
      open: total - standing.paid,
      nextDue: standing.nextDue,
      items: plan.items.map(({ itemId, covered }) => {
        const item = items.get(itemId)
        return { itemId, number: item?.number ?? '', due: item?.due ?? plan.agreedOn, covered, open: item?.open ?? 0 }
      }),
      instalments: standing.instalments.map(({ due, amount, paid }, position) => ({
        position,
        due,
        amount,
        paid,
        open: amount - paid,
      })),
    }
  })
}

const readPlan = async (ctx: Reading, id: string, asOf: Day): Promise<InstalmentPlan> => {
  const [plan] = await tellPlans(ctx, asOf, { id })
  if (!plan) throw new Refusal('not-found', 'no such plan', { id })
  return plan
}

/** Debts of one customer and currency, each with something open on a day. */
const itemsToPlan = async (ctx: Reading, itemIds: readonly string[], asOf: Day, customerId?: string) => {
  const ids = [...new Set(itemIds)]
  const items = await itemsAsOf(ctx.db, ids, asOf)
  const known = new Set(items.map(({ id }) => id))
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined) throw new Refusal('not-found', `no such item on ${asOf}`, { id: missing })
  const first = items[0] as PlanItemRecord
  const wrong = items.find(
    (item) =>
      item.open <= 0 || item.currency !== first.currency || item.customer_id !== (customerId ?? first.customer_id),
  )
  if (wrong)
    throw new Refusal('instalments.item-invalid', `${wrong.number} cannot be part of this plan`, {
      number: wrong.number,
    })
  return { items, currency: first.currency, total: items.reduce((sum, { open }) => sum + open, 0) }
}

const refuseDays = (agreedOn: Day, instalments: readonly { due: Day; amount: Minor }[]): void => {
  const ascending = instalments.every(({ due }, place) => {
    const before = instalments[place - 1]?.due
    return due >= agreedOn && (before === undefined || due > before)
  })
  if (!ascending)
    throw new Refusal('instalments.days-invalid', 'instalments follow each other, none before the agreement', {
      agreedOn,
    })
}

/** A plan that still runs, is late or was broken holds its items until it is ended. */
const refuseCovered = async (ctx: Reading, items: readonly PlanItemRecord[], day: Day): Promise<void> => {
  const itemIds = items.map(({ id }) => id)
  for (const { plan, standing } of await standingsAsOf(ctx, day, { itemIds })) {
    if (standing.state === 'kept' || standing.state === 'cancelled') continue
    const covered = items.find(({ id }) => plan.items.some(({ itemId }) => itemId === id))
    if (covered)
      throw new Refusal('instalments.item-covered', `${covered.number} is part of a plan already`, {
        number: covered.number,
        agreedOn: plan.agreedOn,
      })
  }
}

export const instalmentsCalls: Handlers<typeof instalmentsContract> = {
  list: async (ctx, { customerId, show }) => {
    const plans = await tellPlans(ctx, ctx.today, { customerId })
    return { plans: show === 'all' ? plans : plans.filter(({ state }) => state !== 'kept' && state !== 'cancelled') }
  },
  get: (ctx, { id }) => readPlan(ctx, id, ctx.today),
  suggest: async (ctx, { itemIds, count, first, every }) => {
    const { total, currency } = await itemsToPlan(ctx, itemIds, ctx.today)
    return { total, currency, instalments: suggestInstalments(total, count, first, every) }
  },
  create: (ctx, input) => createPlan(ctx, input),
  letterPreview: async (ctx, { id, ...clauses }) => previewAgreement(ctx, await readPlan(ctx, id, ctx.today), clauses),
  letter: async (ctx, { id, ...clauses }) => issueAgreement(ctx, await readPlan(ctx, id, ctx.today), clauses),
  signed: async (ctx, { id, ...signed }) => {
    await recordSigned(ctx, await readPlan(ctx, id, ctx.today), signed)
    return readPlan(ctx, id, ctx.today)
  },
  cancel: async (ctx, { id, reason }) => {
    const plan = await readPlan(ctx, id, ctx.today)
    if (plan.state === 'cancelled' || plan.state === 'kept')
      throw new Refusal('instalments.ended', 'this plan has ended', { id, state: plan.state })
    await cancelPlan(ctx.db, id, ctx.today, reason)
    return readPlan(ctx, id, ctx.today)
  },
}

const createPlan = async (
  ctx: CommandContext,
  input: {
    customerId: string
    itemIds: readonly string[]
    agreedOn: Day
    instalments: readonly { due: Day; amount: Minor }[]
    note: string
  },
): Promise<InstalmentPlan> => {
  const { customerId, itemIds, agreedOn, instalments, note } = input
  const { items, currency, total } = await itemsToPlan(ctx, itemIds, agreedOn, customerId)
  refuseDays(agreedOn, instalments)
  const sum = instalments.reduce((all, { amount }) => all + amount, 0)
  if (sum !== total)
    throw new Refusal('instalments.sum-differs', `the instalments make ${sum}, the items ${total}`, {
      sum,
      open: total,
      currency,
    })
  const shown = maxDay(ctx.today, agreedOn)
  await refuseCovered(ctx, items, shown)
  const id = uuidv7()
  await insertPlan(
    ctx.db,
    {
      id,
      customer_id: customerId,
      currency,
      agreed_on: agreedOn,
      created_by: ctx.user,
      note,
      document_id: null,
      cancelled_on: null,
      cancel_reason: '',
      signed_on: null,
    },
    items.map((item) => ({ plan_id: id, item_id: item.id, covered: item.open })),
    instalments.map(({ due, amount }, position) => ({ plan_id: id, position, due, amount })),
  )
  return readPlan(ctx, id, shown)
}
