import { worthOn } from '../exchange/exchange.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { addBeside, heldSums, noSums } from './exposure.accounts.ts'
import { movedRows } from './exposure.repository.ts'
import { exposureTotal } from './exposure.rules.ts'
import { worthOfLimit } from './exposure.service.ts'
import { type CustomerGroup, groupsAround } from './groups.service.ts'
import type { BaseLimit, Limit } from './limits.contract.ts'
import { decisionsOf, decisionsOfGroups, holdersOfLimits } from './limits.repository.ts'
import { toLimit } from './limits.rows.ts'
import { baseLimit } from './limits.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

export type LimitUse = {
  /** What a limit is held against: a group that has one is one account, and its members are in it; or a customer. */
  accounts: number
  exposure: Minor
  limit: Minor
  /** Customers above their own limit or their group's: those that the list of exposures shows as such. */
  passed: number
}

/** Beyond so many of them what stands beside the accounts of all is read at once. */
export const FEW = 500

/** What may be owed at each of some days: worked out again only where a decision began or ended in between. */
const limitsOver = (decisions: readonly Limit[], days: readonly Day[]): BaseLimit[] => {
  const changes = decisions.flatMap(({ from, until }) => (until === null ? [from] : [from, addDays(until, 1)]))
  const limits: BaseLimit[] = []
  for (const [at, day] of days.entries()) {
    const before = limits[at - 1]
    const same = before && !changes.some((change) => change > (days[at - 1] as Day) && change <= day)
    limits.push(same ? before : baseLimit(decisions, day))
  }
  return limits
}

/** Open debits and credits of customers at the end of each of some days, by customer and currency. */
const balancesOver = async (ctx: Reading, days: readonly Day[], customers: readonly string[]) => {
  type Balance = { currency: string; debits: Float64Array; credits: Float64Array }
  const balances = new Map<string, Balance[]>()
  for (const [customerId, currency, at, debits, credits] of await movedRows(ctx.db, days, customers)) {
    const own = balances.get(customerId) ?? []
    if (own.length === 0) balances.set(customerId, own)
    let held = own.find((one) => one.currency === currency)
    if (!held) {
      held = { currency, debits: new Float64Array(days.length), credits: new Float64Array(days.length) }
      own.push(held)
    }
    for (let place = at; place < days.length; place += 1) {
      held.debits[place] = (held.debits[place] as number) + debits
      held.credits[place] = (held.credits[place] as number) + credits
    }
  }
  return balances
}

/** Customers that ever had a limit, of their own or their group's, with the groups they belong to. */
export const holdersAround = async (ctx: Reading): Promise<{ holders: string[]; groups: CustomerGroup[] }> => {
  const own = await holdersOfLimits(ctx.db)
  if (own.length === 0) return { holders: [], groups: [] }
  const groups = await groupsAround(ctx, own)
  return { holders: [...new Set([...own, ...groups.flatMap(({ members }) => members)])], groups }
}

/**
 * How much of all limits is used at the end of each of some days, ascending, in the company's currency at the rates of the
 * day (domain 4.6); a limit without a rate is left out. What counts as exposure is what today's policy counts.
 */
export const limitUseOver = async (ctx: Reading, days: readonly Day[]): Promise<LimitUse[]> => {
  const { holders, groups } = await holdersAround(ctx)
  if (holders.length === 0) return days.map(() => ({ accounts: 0, exposure: 0, limit: 0, passed: 0 }))
  const policy = (await policyInForce(ctx)).content.credit
  const balances = await balancesOver(ctx, days, holders)
  const decisions = Map.groupBy((await decisionsOf(ctx.db, holders)).map(toLimit), ({ customerId }) => customerId ?? '')
  const ids = groups.map(({ id }) => id)
  const ofGroups = Map.groupBy((await decisionsOfGroups(ctx.db, ids)).map(toLimit), ({ groupId }) => groupId ?? '')
  const over = (taken: readonly Limit[] | undefined) => (taken ? limitsOver(taken, days) : null)
  const ownLimits = new Map(holders.map((id) => [id, over(decisions.get(id))]))
  const groupLimits = new Map(groups.map(({ id }) => [id, over(ofGroups.get(id))]))
  const groupOf = new Map(groups.flatMap((group) => group.members.map((member) => [member, group] as const)))
  const uses: LimitUse[] = []
  for (const [at, day] of days.entries()) {
    const { worth } = await worthOn(ctx, day)
    const { sums, at: heldAt } = heldSums()
    await addBeside(ctx, day, policy, heldAt, holders.length > FEW ? undefined : holders)
    const totalOf = (customerId: string): Minor => {
      const beside = sums.get(customerId)
      const own = (balances.get(customerId) ?? []).map(({ currency, debits, credits }) => ({
        ...(beside?.get(currency)?.sums ?? noSums(currency)),
        debits: debits[at] as number,
        credits: credits[at] as number,
      }))
      const others = [...(beside?.values() ?? [])].map((held) => held.sums)
      const alone = others.filter(({ currency }) => !own.some((one) => one.currency === currency))
      return exposureTotal([...own, ...alone], policy.exposure, worth)
    }
    const totals = new Map(holders.map((id) => [id, totalOf(id)]))
    const limitAt = (limits: BaseLimit[] | null | undefined) =>
      limits ? worthOfLimit(limits[at] as BaseLimit, worth) : null
    const shared = new Map(
      groups.map(({ id, members }) => {
        const total = members.reduce((sum, member) => sum + (totals.get(member) ?? 0), 0)
        return [id, { total, limit: limitAt(groupLimits.get(id)) }] as const
      }),
    )
    const use: LimitUse = { accounts: 0, exposure: 0, limit: 0, passed: 0 }
    const count = (total: Minor, limit: Minor) => {
      use.accounts += 1
      use.exposure += Math.max(0, total)
      use.limit += limit
    }
    for (const { total, limit } of shared.values()) if (limit !== null) count(total, limit)
    for (const [id, total] of totals) {
      const own = limitAt(ownLimits.get(id))
      const group = shared.get(groupOf.get(id)?.id ?? '')
      const ofGroup = group?.limit ?? null
      if (own !== null && ofGroup === null) count(total, own)
      if ((own !== null && total > own) || (group && ofGroup !== null && group.total > ofGroup)) use.passed += 1
    }
    uses.push(use)
  }
  return uses
}
