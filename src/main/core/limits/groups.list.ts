import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { markOf, utilisationOf } from './exposure.rules.ts'
import { standingsOn, worthOfLimit } from './exposure.service.ts'
import { listGroups } from './groups.service.ts'
import { decisionsOfGroups } from './limits.repository.ts'
import { toLimit } from './limits.rows.ts'
import { baseLimit } from './limits.rules.ts'

/** Every group on a day: its members, the limit they share and what they use of it together, in the company's currency. */
export const groupsOn = async (ctx: QueryContext, asOf: Day) => {
  const groups = await listGroups(ctx)
  const everybody = groups.flatMap(({ members }) => members.map(({ id }) => id))
  const { home, worth, policy, of } = await standingsOn(ctx, asOf, everybody)
  const decided = await decisionsOfGroups(
    ctx.db,
    groups.map(({ id }) => id),
  )
  const decisions = Map.groupBy(decided.map(toLimit), ({ groupId }) => groupId ?? '')
  return {
    asOf,
    currency: home,
    groups: groups.map((group) => {
      const base = baseLimit(decisions.get(group.id) ?? [], asOf)
      const limit = worthOfLimit(base, worth)
      const total = group.members.reduce((sum, { id }) => sum + of(id).total, 0)
      return {
        ...group,
        total,
        limit,
        limitState: base.state,
        limitUntil: base.limit?.until ?? null,
        available: limit === null ? null : limit - total,
        utilisation: utilisationOf(total, limit),
        mark: markOf(total, limit, policy.watchPercent),
      }
    }),
  }
}
