import type { Day } from '../kernel/day.ts'
import { insolvenciesOf, judgmentsOf } from '../registers/registers.service.ts'
import type { OpenDeadline } from './declarations.contract.ts'
import type { Reading } from './declarations.draw.ts'
import { declarationsOf, declaredItems, owedBefore, withOpenPapers } from './declarations.repository.ts'
import { eveOf, openDeadlinesOf } from './declarations.rules.ts'
import { claimsOf, withClauses } from './retention.repository.ts'

/** Whether something owed on the eve of a judgment is in no declaration that was sent. */
const owesUndeclared = async (ctx: Reading, customerId: string, judgment: Day, asOf: Day): Promise<boolean> => {
  const sent = await declaredItems(ctx.db, customerId, judgment, 'sent')
  const owed = await owedBefore(ctx.db, customerId, { judgment, eve: eveOf(judgment), asOf })
  return owed.some(({ itemId }) => !sent.has(itemId))
}

/**
 * What is still to be declared, answered or claimed of insolvent customers on a day, the most urgent first; of all, or of
 * some. For lists of the morning and alerts.
 */
export const openDeadlines = async (
  ctx: Reading,
  asOf: Day,
  customerIds: readonly string[] | null = null,
): Promise<OpenDeadline[]> => {
  const insolvencies = await insolvenciesOf(ctx, customerIds, asOf)
  const judgments = await judgmentsOf(ctx, customerIds, asOf)
  const open = (await withOpenPapers(ctx.db)).filter((id) => customerIds === null || customerIds.includes(id))
  const ids = [...new Set([...insolvencies.keys(), ...open])].filter(
    (id) => judgments.get(id)?.inForce || open.includes(id),
  )
  if (ids.length === 0) return []
  const declarations = Map.groupBy(await declarationsOf(ctx.db, ids), (row) => row.customer_id)
  const claims = Map.groupBy(await claimsOf(ctx.db, ids), (row) => row.customer_id)
  const clauses = await withClauses(ctx.db, ids)
  const found: OpenDeadline[] = []
  for (const customerId of ids) {
    const judgment = judgments.get(customerId)
    const own = (claims.get(customerId) ?? []).filter(({ cancelled_on }) => cancelled_on === null)
    found.push(
      ...openDeadlinesOf(
        {
          customerId,
          deadlines: judgment?.inForce ? (insolvencies.get(customerId)?.deadlines ?? []) : [],
          undeclared: judgment?.inForce === true && (await owesUndeclared(ctx, customerId, judgment.day, asOf)),
          retainable: clauses.has(customerId) && !own.some(({ sent_on }) => sent_on !== null),
          declarations: (declarations.get(customerId) ?? []).filter(({ cancelled_on }) => cancelled_on === null),
          claims: own,
        },
        asOf,
      ),
    )
  }
  return found.sort((a, b) => (a.extended ?? a.on).localeCompare(b.extended ?? b.on))
}
