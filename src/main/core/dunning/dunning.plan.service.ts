import { readCustomer } from '../customers/customers.service.ts'
import type { CommandContext, QueryContext, Reader, Writer } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { reminderWordingKeys } from '../letters/default-wording.ts'
import { defaultPlan } from './default-plan.ts'
import {
  choosePlan,
  customersWithPlan,
  insertPlan,
  itemsWithPlan,
  knownItems,
  listPlans,
  ownWordingKeys,
  type PlanChoices,
  planChoices,
  replacePlan,
  segmentsInUse,
  setArchived,
  setDefault,
} from './dunning.plan.repository.ts'
import { validatePlan } from './dunning.plan.rules.ts'
import type { LevelInput, Plan, PlanInput, PlanOf, PlanUse } from './dunning.plan.schema.ts'
import { isItemOf } from './dunning.repository.ts'

type Reading = Pick<QueryContext, 'db'>

/** Gives a new book its dunning plan. */
export const createPlan = async (db: Writer, language: 'fr' | 'en', currency: string): Promise<void> => {
  await insertPlan(db, defaultPlan(language, currency), true)
}

/** Every plan, the default one first. */
export const plansOf = (ctx: Reading): Promise<Plan[]> => listPlans(ctx.db)

export const findPlanById = async (ctx: Reading, id: string): Promise<Plan> => {
  const plan = (await listPlans(ctx.db)).find((one) => one.id === id)
  if (!plan) throw new Refusal('not-found', 'no such dunning plan', { id })
  return plan
}

/** Adds a plan or changes one; one that cannot work is refused with every reason (`dunning.plan-invalid`). */
export const savePlan = async (
  ctx: CommandContext,
  { id, ...plan }: PlanInput & { id: string | null },
): Promise<Plan> => {
  const plans = await listPlans(ctx.db)
  if (id !== null && !plans.some((one) => one.id === id)) throw new Refusal('not-found', 'no such dunning plan', { id })
  const problems = [...validatePlan(plan), ...(await unknownWordings(ctx, plan.levels))]
  if (problems.length > 0) throw new Refusal('dunning.plan-invalid', 'the plan cannot work as it is', { problems })
  if (plans.some((one) => one.id !== id && one.archivedOn === null && one.name === plan.name))
    throw new Refusal('dunning.plan-name-used', `there is a plan called ${plan.name}`, { name: plan.name })
  if (id !== null) await replacePlan(ctx.db, id, plan)
  return findPlanById(ctx, id ?? (await insertPlan(ctx.db, plan, false)))
}

const unknownWordings = async (ctx: Reading, levels: readonly LevelInput[]) => {
  const known = new Set<string>([...reminderWordingKeys, ...(await ownWordingKeys(ctx.db, reminderWordingKeys))])
  return levels
    .filter(({ wording }) => !known.has(wording))
    .map(({ position }) => ({ code: 'plan.wording-unknown', position }))
}

const refuseDefault = ({ id, name, isDefault }: Plan): void => {
  if (isDefault) throw new Refusal('dunning.plan-default', `${name} serves whoever has no other plan`, { id, name })
}

/** Puts a plan away; refuses the default one and one that still serves somebody. */
export const archivePlan = async (ctx: CommandContext, id: string, archived: boolean): Promise<Plan> => {
  const plan = await findPlanById(ctx, id)
  if (archived) {
    refuseDefault(plan)
    const { segments, customers, items } = await planUse(ctx)
    const [bySegments, byCustomers, byItems] = [segments, customers, items].map(
      (uses) => uses.filter(({ planId }) => planId === id).length,
    ) as [number, number, number]
    if (bySegments + byCustomers + byItems > 0)
      throw new Refusal('dunning.plan-in-use', `${plan.name} still serves somebody`, {
        name: plan.name,
        segments: bySegments,
        customers: byCustomers,
        items: byItems,
      })
  }
  await setArchived(ctx.db, id, archived ? ctx.today : null)
  return findPlanById(ctx, id)
}

const refuseArchived = ({ name, archivedOn }: Plan): void => {
  if (archivedOn)
    throw new Refusal('dunning.plan-archived', `${name} was archived on ${archivedOn}`, { name, day: archivedOn })
}

export const makeDefaultPlan = async (ctx: CommandContext, id: string): Promise<Plan> => {
  refuseArchived(await findPlanById(ctx, id))
  await setDefault(ctx.db, id)
  return findPlanById(ctx, id)
}

type Choosing = {
  planId: string | null
  customerId?: string | undefined
  segment?: string | undefined
  itemIds?: string[] | undefined
}

/** Chooses the plan of a customer, a segment or some items; an archived plan is refused (`dunning.plan-archived`). */
export const setPlan = async (ctx: CommandContext, { planId, customerId, segment, itemIds }: Choosing) => {
  if (planId !== null) refuseArchived(await findPlanById(ctx, planId))
  if (customerId !== undefined) {
    await readCustomer(ctx, customerId)
    await choosePlan(ctx.db, { customerId }, planId)
  } else if (segment !== undefined) await choosePlan(ctx.db, { segment }, planId)
  else await choosePlan(ctx.db, { itemIds: await itemsThere(ctx.db, itemIds ?? []) }, planId)
  return {}
}

/** Each once; refuses `not-found` for one that is no item of the book. */
const itemsThere = async (db: Reader, itemIds: readonly string[]): Promise<string[]> => {
  const known = await knownItems(db, itemIds)
  const missing = itemIds.find((id) => !known.has(id))
  if (missing !== undefined) throw new Refusal('not-found', 'no such item', { id: missing })
  return [...known]
}

export const planUse = async (ctx: Reading): Promise<PlanUse> => ({
  segments: await segmentsInUse(ctx.db),
  customers: await customersWithPlan(ctx.db),
  items: await itemsWithPlan(ctx.db),
})

type Served = { itemId: string; customerId: string }

/** The plans of a book, and the one that serves an item: its own before its customer's, its segment's and the default one. */
export type Ladders = {
  plans: readonly Plan[]
  byId: ReadonlyMap<string, Plan>
  of: (item: Served) => Plan
  base: Plan
}

const laddersFrom = (plans: readonly Plan[], { items, customers, ofSegment }: PlanChoices): Ladders => {
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  const base = plans.find(({ isDefault }) => isDefault)
  if (!base) throw new Error('the book has no default plan')
  const chosen = items.size + customers.size + ofSegment.size > 0
  const of = ({ itemId, customerId }: Served): Plan => {
    const id = items.get(itemId) ?? customers.get(customerId) ?? ofSegment.get(customerId)
    return (id !== undefined && byId.get(id)) || base
  }
  return { plans, byId, base, of: chosen ? of : () => base }
}

/** For the whole book, or for a few customers. */
export const laddersOf = async (ctx: Reading, customerIds?: readonly string[]): Promise<Ladders> =>
  laddersFrom(await listPlans(ctx.db), await planChoices(ctx.db, customerIds))

/** The plan of a customer or of one of its items, and why that one. */
export const planOf = async (ctx: Reading, customerId: string, itemId?: string): Promise<PlanOf> => {
  await readCustomer(ctx as QueryContext, customerId)
  if (itemId !== undefined && !(await isItemOf(ctx.db, itemId, customerId)))
    throw new Refusal('not-found', 'no such item of this customer', { id: itemId })
  const choices = await planChoices(ctx.db, [customerId])
  const { base, byId } = laddersFrom(await listPlans(ctx.db), choices)
  const steps = [
    ['item', itemId === undefined ? undefined : choices.items.get(itemId)],
    ['customer', choices.customers.get(customerId)],
    ['segment', choices.ofSegment.get(customerId)],
    ['default', base.id],
  ] as const
  const [first, ...further] = steps.filter(([, id]) => id !== undefined)
  const own = itemId === undefined ? 'customer' : 'item'
  const because = first?.[0] ?? 'default'
  const next = because === own ? further[0] : first
  const nameOf = (id: string | undefined) => byId.get(id ?? base.id) ?? base
  const [plan, otherwise] = [nameOf(first?.[1]), nameOf(next?.[1])]
  return { planId: plan.id, name: plan.name, because, otherwise: { planId: otherwise.id, name: otherwise.name } }
}
