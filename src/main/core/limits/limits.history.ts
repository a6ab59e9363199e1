import { homeCurrencyOf, worthOn } from '../exchange/exchange.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { addBeside, type HeldSums, heldSums, noSums } from './exposure.accounts.ts'
import { type MovedRow, movedRows } from './exposure.repository.ts'
import { exposureOfOpen, exposureTotal, type Worth } from './exposure.rules.ts'
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

type Balance = { currency: string; debits: Float64Array; credits: Float64Array }

/** Open debits and credits of customers at the end of each of some days, by customer and currency. */
const balancesOver = (rows: readonly MovedRow[], days: readonly Day[]): Map<string, Balance[]> => {
  const balances = new Map<string, Balance[]>()
  for (const [customerId, currency, at, debits, credits] of rows) {
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

/** The exposure of customers at the end of each of some days, by the places of both. */
const totalsOver = async (
  ctx: Reading,
  days: readonly Day[],
  customers: readonly string[],
  worths: readonly Worth[],
): Promise<Float64Array[]> => {
  const { credit: policy } = (await policyInForce(ctx)).content
  const home = await homeCurrencyOf(ctx)
  const counted = policy.exposure
  const rows = await movedRows(ctx.db, home, days, customers, { nets: counted.open === counted.unallocated })
  const balances = balancesOver(rows, days)
  const held = days.map(() => heldSums())
  await addBeside(ctx, days, policy, held, customers.length > FEW ? undefined : customers)
  return days.map((_, at) => {
    const { sums } = held[at] as HeldSums
    return Float64Array.from(customers, (customerId) => {
      const beside = sums.get(customerId)
      const [only, ...more] = balances.get(customerId) ?? []
      if (!beside && more.length === 0 && (!only || only.currency === home))
        return only ? exposureOfOpen(only.debits[at] as number, only.credits[at] as number, counted) : 0
      const own = (balances.get(customerId) ?? []).map(({ currency, debits, credits }) => ({
        ...(beside?.get(currency)?.sums ?? noSums(currency)),
        debits: debits[at] as number,
        credits: credits[at] as number,
      }))
      const others = [...(beside?.values() ?? [])].map((one) => one.sums)
      const alone = others.filter(({ currency }) => !own.some((one) => one.currency === currency))
      return exposureTotal([...own, ...alone], counted, worths[at] as Worth)
    })
  })
}

/**
 * How much of all limits is used at the end of each of some days, ascending, in the company's currency at the rates of the
 * day (domain 4.6); a limit without a rate is left out. What counts as exposure is what today's policy counts.
 */
export const limitUseOver = async (ctx: Reading, days: readonly Day[]): Promise<LimitUse[]> => {
  const { holders, groups } = await holdersAround(ctx)
  if (holders.length === 0) return days.map(() => ({ accounts: 0, exposure: 0, limit: 0, passed: 0 }))
  const worths: Worth[] = []
  for (const day of days) worths.push((await worthOn(ctx, day)).worth)
  const totals = await totalsOver(ctx, days, holders, worths)
  const decisions = Map.groupBy((await decisionsOf(ctx.db, holders)).map(toLimit), ({ customerId }) => customerId ?? '')
  const ids = groups.map(({ id }) => id)
  const ofGroups = Map.groupBy((await decisionsOfGroups(ctx.db, ids)).map(toLimit), ({ groupId }) => groupId ?? '')
  const over = (taken: readonly Limit[] | undefined) => (taken ? limitsOver(taken, days) : null)
  const placeOf = new Map(holders.map((id, place) => [id, place]))
  const groupOf = new Map(groups.flatMap((group, place) => group.members.map((member) => [member, place] as const)))
  const own = holders.map((id) => ({ limits: over(decisions.get(id)), group: groupOf.get(id) }))
  const shared = groups.map(({ id, members }) => ({
    limits: over(ofGroups.get(id)),
    members: members.map((member) => placeOf.get(member) as number),
  }))
  return days.map((_, at) => {
    const exposures = totals[at] as Float64Array
    const limitOf = (limits: BaseLimit[] | null) =>
      limits ? worthOfLimit(limits[at] as BaseLimit, worths[at] as Worth) : null
    const use: LimitUse = { accounts: 0, exposure: 0, limit: 0, passed: 0 }
    const count = (total: Minor, limit: Minor) => {
      use.accounts += 1
      use.exposure += Math.max(0, total)
      use.limit += limit
    }
    const ofGroup = shared.map(({ limits, members }) => {
      const total = members.reduce((sum, member) => sum + (exposures[member] as number), 0)
      const limit = limitOf(limits)
      if (limit !== null) count(total, limit)
      return { limit, isPassed: limit !== null && total > limit }
    })
    for (const [place, { limits, group }] of own.entries()) {
      const total = exposures[place] as number
      const limit = limitOf(limits)
      const above = group === undefined ? undefined : ofGroup[group]
      if (limit !== null && (above?.limit ?? null) === null) count(total, limit)
      if ((limit !== null && total > limit) || above?.isPassed) use.passed += 1
    }
    return use
  })
}
