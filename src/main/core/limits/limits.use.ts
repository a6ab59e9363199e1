import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { namesOf } from './exposure.repository.ts'
import { appliedLimit, type Standings, standingsOn, worthOfLimit } from './exposure.service.ts'
import { groupsAround } from './groups.service.ts'
import { holdersOfLimits } from './limits.repository.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** Beyond so many of them the accounts of all are read at once. */
const FEW = 500

/** What a limit is held against: a group that has one is one account, and its members are in it; or a customer. */
export type LimitAccount = { customerId: string | null; groupName: string; exposure: Minor; limit: Minor }
export type LimitUse = {
  /** How many, and what they come to. */
  accounts: number
  exposure: Minor
  limit: Minor
  /** Customers above their own limit or their group's: those that the list of exposures shows as such. */
  passed: number
}

/** Customers that ever had a limit, of their own or their group's, as they stand on a day. */
const standingHolders = async (
  ctx: Reading,
  asOf: Day,
): Promise<{ holders: string[]; standings: Standings | null }> => {
  const own = await holdersOfLimits(ctx.db)
  if (own.length === 0) return { holders: [], standings: null }
  const members = (await groupsAround(ctx, own)).flatMap((group) => group.members)
  const holders = [...new Set([...own, ...members])]
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

/** How much of all limits is used on a day, in the company's currency (domain 4.6); a limit without a rate is left out. */
export const limitUse = async (ctx: Reading, asOf: Day): Promise<LimitUse> => {
  const { holders, standings } = await standingHolders(ctx, asOf)
  if (!standings) return { accounts: 0, exposure: 0, limit: 0, passed: 0 }
  const accounts = accountsAmong(holders, standings)
  return {
    accounts: accounts.length,
    exposure: accounts.reduce((sum, { exposure }) => sum + exposure, 0),
    limit: accounts.reduce((sum, { limit }) => sum + limit, 0),
    passed: passedAmong(holders, standings).length,
  }
}

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
