import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { appliedLimit, standingsOn, worthOfLimit } from './exposure.service.ts'
import { groupsAround } from './groups.service.ts'
import { holdersOfLimits } from './limits.repository.ts'

/** Beyond so many of them the accounts of all are read at once. */
const FEW = 500

export type LimitUse = {
  /** Accounts with a limit: a group that has one is one account, and its members are in it. */
  accounts: number
  exposure: Minor
  limit: Minor
  /** Customers above their own limit or their group's: those that the list of exposures shows as such. */
  passed: number
}

/** How much of all limits is used on a day, in the company's currency (domain 4.6); a limit without a rate is left out. */
export const limitUse = async (ctx: Pick<QueryContext, 'db' | 'today'>, asOf: Day): Promise<LimitUse> => {
  const use = { accounts: 0, exposure: 0, limit: 0, passed: 0 }
  const holders = await holdersOfLimits(ctx.db)
  if (holders.length === 0) return use
  const members = (await groupsAround(ctx, holders)).flatMap((group) => group.members)
  const customers = [...new Set([...holders, ...members])]
  const standings = await standingsOn(ctx, asOf, customers.length > FEW ? undefined : customers)
  const groups = new Set<string>()
  for (const id of customers) {
    const standing = standings.of(id)
    if (appliedLimit(standings, standing).mark === 'passed') use.passed += 1
    const shared = standing.group && worthOfLimit(standing.group.base, standings.worth)
    const own = worthOfLimit(standing.limits.base, standings.worth)
    if (standing.group && shared !== null) {
      if (groups.has(standing.group.id)) continue
      groups.add(standing.group.id)
      use.accounts += 1
      use.exposure += Math.max(0, standing.group.total)
      use.limit += shared
    } else if (own !== null) {
      use.accounts += 1
      use.exposure += Math.max(0, standing.total)
      use.limit += own
    }
  }
  return use
}
