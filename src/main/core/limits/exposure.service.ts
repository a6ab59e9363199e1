import { worthOn } from '../exchange/exchange.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { shareOfAmount } from './covers.rules.ts'
import { type Account, accountsOn, emptyAccount } from './exposure.accounts.ts'
import { dueAhead, ordersAhead } from './exposure.repository.ts'
import { exposureOn, type Movement, markOf, passingDay, utilisationOf, type Worth } from './exposure.rules.ts'
import { type Exposure, type ExposureLine, type Mark, marks } from './exposure.schema.ts'
import { type CustomerGroup, groupsAround } from './groups.service.ts'
import type { BaseLimit, Limit, LimitsInForce } from './limits.contract.ts'
import { decisionsOf, decisionsOfGroups } from './limits.repository.ts'
import { toLimit } from './limits.rows.ts'
import { baseLimit, inForceOn } from './limits.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** A customer's exposure and limits on a day, before anything is asked of them. */
export type Standing = {
  customerId: string
  account: Account
  lines: ExposureLine[]
  total: Minor
  /** Every decision, in the order they were taken. */
  decisions: Limit[]
  limits: LimitsInForce
  group: GroupStanding | null
}
export type GroupStanding = CustomerGroup & { total: Minor; decisions: Limit[]; base: BaseLimit }

export type Standings = {
  home: string
  worth: Worth
  policy: CreditPolicy
  policyVersion: number
  asOf: Day
  of: (customerId: string) => Standing
  /** Every customer that has an exposure or a limit. */
  known: () => string[]
}

/**
 * How customers stand on a day: those named with the members of their groups, or all of them. A handful of statements
 * whatever their number. `exceptOrder`: the id of an order that is not counted.
 */
export const standingsOn = async (
  ctx: Reading,
  asOf: Day,
  customerIds?: readonly string[],
  exceptOrder = '',
): Promise<Standings> => {
  const { version, content } = await policyInForce(ctx)
  const { home, worth } = await worthOn(ctx, asOf)
  const policy = content.credit
  const groups = await groupsAround(ctx, customerIds)
  const groupOf = new Map(groups.flatMap((group) => group.members.map((member) => [member, group] as const)))
  const whose = customerIds && [...new Set([...customerIds, ...groupOf.keys()])]
  const accounts = await accountsOn(ctx, asOf, policy, worth, whose, exceptOrder)
  const decisions = Map.groupBy((await decisionsOf(ctx.db, whose)).map(toLimit), ({ customerId }) => customerId ?? '')
  const ofGroups = Map.groupBy(
    groups.length === 0
      ? []
      : (
          await decisionsOfGroups(
            ctx.db,
            groups.map(({ id }) => id),
          )
        ).map(toLimit),
    ({ groupId }) => groupId ?? '',
  )
  const exposureOf = (customerId: string) => exposureOn(accounts.get(customerId)?.sums ?? [], policy.exposure, worth)
  const standings = new Map<string, GroupStanding>()
  const groupStanding = (group: CustomerGroup): GroupStanding => {
    const known = standings.get(group.id)
    if (known) return known
    const taken = ofGroups.get(group.id) ?? []
    const standing = {
      ...group,
      total: group.members.reduce((sum, member) => sum + exposureOf(member).total, 0),
      decisions: taken,
      base: baseLimit(taken, asOf),
    }
    standings.set(group.id, standing)
    return standing
  }
  return {
    home,
    worth,
    policy,
    policyVersion: version,
    asOf,
    known: () => [...new Set([...accounts.keys(), ...decisions.keys(), ...groupOf.keys()])],
    of: (customerId) => {
      const taken = decisions.get(customerId) ?? []
      const group = groupOf.get(customerId)
      return {
        customerId,
        account: accounts.get(customerId) ?? emptyAccount(),
        ...exposureOf(customerId),
        decisions: taken,
        limits: inForceOn(taken, asOf),
        group: group ? groupStanding(group) : null,
      }
    },
  }
}

/** A limit in the company's currency; null where none is set, or its currency has no rate. */
export const worthOfLimit = ({ limit }: BaseLimit, worth: Worth): Minor | null =>
  limit?.amount == null ? null : worth(limit.amount, limit.currency)

type Applied = Pick<
  Exposure,
  'total' | 'overdue' | 'limit' | 'limitState' | 'limitKind' | 'limitUntil' | 'available' | 'utilisation' | 'mark'
>

const heavier = (a: Mark, b: Mark): Mark => (marks.indexOf(a) >= marks.indexOf(b) ? a : b)
const greatest = (...values: (number | null)[]): number | null =>
  values.reduce((most, value) => (value !== null && (most === null || value > most) ? value : most), null)
const least = (...values: (number | null)[]): number | null =>
  values.reduce((low, value) => (value !== null && (low === null || value < low) ? value : low), null)

/** The lower of a customer's own limit and its group's, each held against its own exposure. */
export const appliedLimit = ({ worth, policy }: Standings, { account, total, limits, group }: Standing): Applied => {
  const own = worthOfLimit(limits.base, worth)
  const shared = group ? worthOfLimit(group.base, worth) : null
  const byGroup = shared !== null && (own === null || shared < own)
  const applied = byGroup && group ? group.base : limits.base
  return {
    total,
    overdue: account.overdue,
    limit: least(own, shared),
    limitState: applied.state,
    limitKind:
      applied.limit === null ? null : byGroup ? 'group' : applied.limit.kind === 'temporary' ? 'temporary' : 'internal',
    limitUntil: applied.limit?.until ?? null,
    available: least(own === null ? null : own - total, shared === null || !group ? null : shared - group.total),
    utilisation: greatest(utilisationOf(total, own), group ? utilisationOf(group.total, shared) : null),
    mark: heavier(
      markOf(total, own, policy.watchPercent),
      group ? markOf(group.total, shared, policy.watchPercent) : 'none',
    ),
  }
}

/** A forecast of exposures: by customer, the first day within a horizon on which its own limit or its group's is passed. */
export const passingDays = async (
  ctx: Reading,
  standings: Standings,
  customerIds: readonly string[] | undefined,
  days: number,
): Promise<(standing: Standing) => Day | null> => {
  const { asOf, policy, worth } = standings
  const usual = policy.limits.usualDelayDays
  const horizon = { asOf, days }
  const movements = new Map<string, Movement[]>()
  const add = (customerId: string, currency: string, day: Day, amount: Minor) => {
    const home = worth(amount, currency)
    if (home === null || home === 0) return
    const own = movements.get(customerId)
    if (own) own.push({ day, amount: home })
    else movements.set(customerId, [{ day, amount: home }])
  }
  // What is later than usual is not expected any more.
  const due = { from: addDays(asOf, 1 - usual), until: addDays(asOf, days - usual) }
  if (policy.exposure.open)
    for (const row of await dueAhead(ctx.db, asOf, due, customerIds))
      add(row.customer_id, row.currency, addDays(row.day, usual), 0 - row.amount)
  for (const row of await ordersAhead(ctx.db, asOf, customerIds, policy.exposure.orders))
    add(row.customer_id, row.currency, row.day, row.amount)
  const passes = (decisions: readonly Limit[], total: Minor, moved: readonly Movement[]): Day | null => {
    if (decisions.length === 0) return null
    const changes = decisions.flatMap(({ from, until }) => (until === null ? [from] : [from, addDays(until, 1)]))
    const limitOn = (day: Day) => worthOfLimit(baseLimit(decisions, day), worth)
    return passingDay(total, moved, limitOn, changes, horizon)
  }
  return ({ customerId, decisions, total, group }) => {
    const own = passes(decisions, total, movements.get(customerId) ?? [])
    if (!group) return own
    const shared = passes(
      group.decisions,
      group.total,
      group.members.flatMap((member) => movements.get(member) ?? []),
    )
    return own === null || (shared !== null && shared < own) ? shared : own
  }
}

/** A customer's exposure with everything that stands beside it. */
export const exposureFrom = (standings: Standings, standing: Standing, passesOn: Day | null): Exposure => {
  const { asOf, home, worth } = standings
  const { insured, guarantee } = standing.limits
  const { total, group } = standing
  const cover = insured ? worth(insured.amount ?? 0, insured.currency) : null
  const guaranteed = guarantee ? worth(guarantee.amount ?? 0, guarantee.currency) : null
  const borne = insured && cover !== null ? shareOfAmount(Math.max(0, Math.min(total, cover)), insured.coveredShare) : 0
  return {
    customerId: standing.customerId,
    asOf,
    currency: home,
    lines: standing.lines,
    deliveriesUnknown: standing.account.deliveriesUnknown,
    ...appliedLimit(standings, standing),
    passesOn,
    insured:
      insured && cover !== null
        ? {
            limit: cover,
            coveredShare: insured.coveredShare,
            insurer: insured.insurer,
            until: insured.until,
            amount: borne,
          }
        : null,
    guaranteed:
      guarantee && guaranteed !== null
        ? { limit: guaranteed, guarantor: guarantee.guarantor, until: guarantee.until }
        : null,
    ownShare: Math.max(0, Math.max(0, total) - borne - (guaranteed ?? 0)),
    group: group && {
      id: group.id,
      name: group.name,
      total: group.total,
      limit: worthOfLimit(group.base, worth),
      limitState: group.base.state,
    },
  }
}

const AHEAD = 30

/** Exposure of customers on a day, in the order named. */
export const exposuresOf = async (ctx: Reading, customerIds: readonly string[], asOf: Day): Promise<Exposure[]> => {
  const standings = await standingsOn(ctx, asOf, customerIds)
  const shown = customerIds.map(standings.of)
  const among = [...new Set(shown.flatMap(({ customerId, group }) => [customerId, ...(group?.members ?? [])]))]
  const passesOn = await passingDays(ctx, standings, among, AHEAD)
  return shown.map((standing) => exposureFrom(standings, standing, passesOn(standing)))
}

/** Exposure of one customer on a day: parts, limit, what is left. Amounts in the company's currency. */
export const exposureOf = async (ctx: Reading, customerId: string, asOf: Day): Promise<Exposure> =>
  (await exposuresOf(ctx, [customerId], asOf))[0] as Exposure
