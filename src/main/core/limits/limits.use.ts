import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { namesOf } from './exposure.repository.ts'
import { appliedLimit, type Standings, standingsOn, worthOfLimit } from './exposure.service.ts'
import { FEW, holdersAround } from './limits.history.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** What a limit is held against: a group that has one is one account, and its members are in it; or a customer. */
export type LimitAccount = { customerId: string | null; groupName: string; exposure: Minor; limit: Minor }

/** Customers that ever had a limit, of their own or their group's, as they stand on a day. */
const standingHolders = async (
  ctx: Reading,
  asOf: Day,
): Promise<{ holders: string[]; standings: Standings | null }> => {
  const { holders } = await holdersAround(ctx)
  if (holders.length === 0) return { holders, standings: null }
  return { holders, standings: await standingsOn(ctx, asOf, holders.length > FEW ? undefined : holders) }
}

const accountsAmong = (holders: readonly string[], standings: Standings): LimitAccount[] => {
  const groups = new Set<string>()
  return holders.flatMap((id): LimitAccount[] => {
    const { group, total, limits } = standings.of(id)
    const shared = group && worthOfLimit(group.base, standings.worth)
    if (group && shared !== null) {
      if (groups.has(group.id)) return []
      groups.add(group.id)
      return [{ customerId: null, groupName: group.name, exposure: Math.max(0, group.total), limit: shared }]
    }
    const own = worthOfLimit(limits.base, standings.worth)
    return own === null ? [] : [{ customerId: id, groupName: '', exposure: Math.max(0, total), limit: own }]
  })
}

const passedAmong = (holders: readonly string[], standings: Standings): LimitAccount[] =>
  holders.flatMap((id) => {
    const standing = standings.of(id)
    const { mark, limit } = appliedLimit(standings, standing)
    return mark === 'passed' ? [{ customerId: id, groupName: '', exposure: standing.total, limit: limit ?? 0 }] : []
  })

/** The accounts behind, or the customers above a limit, the largest exposure first. */
export const limitAccounts = async (
  ctx: Reading,
  asOf: Day,
  { passed }: { passed: boolean },
): Promise<(LimitAccount & { name: string })[]> => {
  const { holders, standings } = await standingHolders(ctx, asOf)
  if (!standings) return []
  const accounts = passed ? passedAmong(holders, standings) : accountsAmong(holders, standings)
  const names = new Map((await namesOf(ctx.db, holders)).map(({ id, name }) => [id, name]))
  return accounts
    .map((account) => ({ ...account, name: names.get(account.customerId ?? '') ?? account.groupName }))
    .sort((a, b) => b.exposure - a.exposure || a.name.localeCompare(b.name))
}
