import { sql } from 'kysely'
import type { Reader } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'

/** A plan as agreed, and what happened to the items it covers by a day: what lists, balances and reminders share. */
export type PlanAsOf = {
  id: string
  customerId: string
  currency: string
  agreedOn: Day
  cancelledOn: Day | null
  items: { itemId: string; amount: number; covered: number; steps: { day: Day; amount: number }[] }[]
  instalments: { due: Day; amount: number }[]
}

/** Which plans: one, those of a customer, those that cover some items, or all. */
export type PlanSelection = {
  id?: string | undefined
  customerId?: string | undefined
  itemIds?: readonly string[] | undefined
}

/** Plans agreed by a day, the newest first, with the matches of their items dated by then. */
export const plansAsOf = async (db: Reader, asOf: Day, selection: PlanSelection = {}): Promise<PlanAsOf[]> => {
  const { id, customerId, itemIds } = selection
  const plans = await db
    .selectFrom('instalment_plan')
    .select(['id', 'customer_id', 'currency', 'agreed_on', 'cancelled_on'])
    .where('agreed_on', '<=', asOf)
    .$if(id !== undefined, (query) => query.where('id', '=', id as string))
    .$if(customerId !== undefined, (query) => query.where('customer_id', '=', customerId as string))
    .$if(itemIds !== undefined, (query) =>
      query.where('id', 'in', (eb) =>
        eb
          .selectFrom('instalment_plan_item')
          .select('plan_id')
          .where('item_id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(itemIds)}))`),
      ),
    )
    .orderBy('agreed_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  if (plans.length === 0) return []
  const among = sql<string>`(SELECT value FROM json_each(${JSON.stringify(plans.map((plan) => plan.id))}))`
  const [items, instalments, { rows: steps }] = await Promise.all([
    db
      .selectFrom('instalment_plan_item')
      .innerJoin('open_item', 'open_item.id', 'instalment_plan_item.item_id')
      .select(['plan_id', 'item_id', 'covered', 'amount'])
      .where('plan_id', 'in', among)
      .orderBy('open_item.due')
      .orderBy('open_item.number')
      .orderBy('item_id')
      .execute(),
    db
      .selectFrom('instalment')
      .select(['plan_id', 'due', 'amount'])
      .where('plan_id', 'in', among)
      .orderBy('position')
      .execute(),
    sql<{ itemId: string; day: Day; amount: number }>`
      SELECT a.debit_id AS itemId, a.day, sum(a.amount) AS amount FROM allocation a
      WHERE a.debit_id IN (SELECT item_id FROM instalment_plan_item WHERE plan_id IN ${among}) AND a.day <= ${asOf}
      GROUP BY a.debit_id, a.day ORDER BY a.day`.execute(db),
  ])
  const [itemsOf, instalmentsOf, stepsOf] = [
    Map.groupBy(items, (item) => item.plan_id),
    Map.groupBy(instalments, (instalment) => instalment.plan_id),
    Map.groupBy(steps, (step) => step.itemId),
  ]
  return plans.map((plan) => ({
    id: plan.id,
    customerId: plan.customer_id,
    currency: plan.currency,
    agreedOn: plan.agreed_on,
    cancelledOn: plan.cancelled_on,
    items: (itemsOf.get(plan.id) ?? []).map(({ item_id, covered, amount }) => ({
      itemId: item_id,
      amount,
      covered,
      steps: (stepsOf.get(item_id) ?? []).map(({ day, amount }) => ({ day, amount })),
    })),
    instalments: (instalmentsOf.get(plan.id) ?? []).map(({ due, amount }) => ({ due, amount })),
  }))
}
