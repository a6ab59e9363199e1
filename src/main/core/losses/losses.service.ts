import { readCustomer } from '../customers/customers.service.ts'
import { accountSteps } from '../db/account-steps.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, addMonths, type Day, maxDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Standing, standingsOn } from '../limits/exposure.service.ts'
import { overridesOfMany } from '../limits/limits.service.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { judgmentsOf } from '../registers/registers.service.ts'
import type { Loss, lossesContract } from './losses.contract.ts'
import { measuredEve } from './losses.policy.ts'
import {
  customersNamed,
  type LostItem,
  limitsSince,
  openInvoices,
  type WrittenOff,
  writtenOff,
} from './losses.repository.ts'
import { type Background, effectOf, relationAge, sumsBy, traceOrigin } from './losses.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>
type Stretch = { from: Day; until: Day }
type Found = Omit<LostItem, 'kind'> & Pick<Loss, 'kind' | 'on' | 'writeOff'> & { carried: boolean }

const writeOffOf = ({ writeOffId, reference, reason, proposedBy, approvedBy }: WrittenOff): Loss['writeOff'] =>
  writeOffId === null || reference === null || reason === null
    ? null
    : { id: writeOffId, reference, reason, proposedBy: proposedBy ?? '', approvedBy: approvedBy ?? '' }

const foundLosses = async (ctx: Reading, stretch: Stretch, customerId: string | undefined): Promise<Found[]> => {
  const written = await writtenOff(ctx.db, stretch, customerId)
  const judgments = await judgmentsOf(ctx, customerId === undefined ? null : [customerId], stretch.until)
  const insolvent = [...judgments].filter(([, { day, inForce }]) => inForce && day >= stretch.from)
  const open =
    insolvent.length === 0
      ? []
      : await openInvoices(
          ctx.db,
          stretch.until,
          insolvent.map(([id]) => id),
        )
  return [
    ...written.map((item) => ({
      ...item,
      carried: item.kind === 'opening',
      kind: 'written-off' as const,
      writeOff: writeOffOf(item),
    })),
    ...open.flatMap((item) => {
      const on = judgments.get(item.customerId)?.day
      return on === undefined || item.issued >= on
        ? []
        : [{ ...item, carried: item.kind === 'opening', kind: 'insolvent' as const, on, writeOff: null }]
    }),
  ]
}

/** The balance of each account at the end of any day, from one reading of them. */
const balancesOf = async (
  ctx: Reading,
  until: Day,
  customerIds: readonly string[],
  worth: (amount: number, currency: string) => number | null,
) => {
  const sums = new Map<string, { day: Day; total: number }[]>()
  for (const [customerId, currency, day, amount] of (await accountSteps(ctx.db, until, customerIds)).reverse()) {
    const own = sums.get(customerId) ?? []
    if (own.length === 0) sums.set(customerId, own)
    own.push({ day, total: (own.at(-1)?.total ?? 0) + (worth(amount, currency) ?? 0) })
  }
  return (customerId: string, day: Day): number => {
    const own = sums.get(customerId) ?? []
    let [low, high] = [0, own.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((own[middle]?.day ?? '') <= day) low = middle + 1
      else high = middle
    }
    return own[low - 1]?.total ?? 0
  }
}

const membersOf = ({ customerId, group }: Standing): readonly string[] => group?.members ?? [customerId]

/**
 * Bad debts of a stretch of days, each traced to what let it in on the day it was issued. Limits are those decided by that
 * day; groups are those of today, and amounts in other currencies are worth what they are at the stretch's end.
 */
const traceLosses = async (ctx: Reading, stretch: Stretch, customerId?: string) => {
  const found = await foundLosses(ctx, stretch, customerId)
  const ids = [...new Set(found.map((item) => item.customerId))]
  const standings = await standingsOn(ctx, stretch.until, ids)
  const { worth, home, policy } = standings
  const standing = new Map(ids.map((id) => [id, standings.of(id)]))
  const everyone = [...new Set([...standing.values()].flatMap(membersOf))]
  const balance = await balancesOf(ctx, stretch.until, everyone, worth)
  const named = await customersNamed(ctx.db, ids)
  const overrides = Map.groupBy(await overridesOfMany(ctx, ids), (one) => one.customerId)
  const since = await limitsSince(ctx.db)
  const losses = found.flatMap((item): Loss[] => {
    const [own, customer] = [standing.get(item.customerId), named.get(item.customerId)]
    if (!own || !customer) return []
    const background: Background = {
      decisions: own.decisions,
      ofGroup: own.group?.decisions ?? [],
      overrides: overrides.get(item.customerId) ?? [],
      firstInvoiced: customer.firstInvoiced,
      worth: ({ amount, currency }) => (amount === null ? null : worth(amount, currency)),
      newCustomers: policy.newCustomers,
      limitsSince: since,
    }
    const { itemId, number, issued, currency, kind, on, writeOff, amount, carried, invoiced } = item
    // A ledger may book an invoice after the day it bears.
    const day = maxDay(issued, item.booked)
    const owed = balance(item.customerId, day)
    const ofGroup = membersOf(own).reduce((sum, member) => sum + balance(member, day), 0)
    const traced = { issued, carried, worth: worth(invoiced, currency) ?? 0 }
    return [
      {
        itemId,
        number,
        customerId: item.customerId,
        customerCode: customer.code,
        customerName: customer.name,
        segment: customer.segment,
        salesperson: customer.salesperson,
        since: customer.firstInvoiced,
        age: relationAge(customer.firstInvoiced, issued),
        issued,
        currency,
        kind,
        on,
        writeOff,
        amount,
        worth: worth(amount, currency),
        balance: owed,
        ...traceOrigin(traced, { own: owed, group: ofGroup }, background),
      },
    ]
  })
  return { home, losses: losses.sort((a, b) => b.on.localeCompare(a.on) || (b.worth ?? 0) - (a.worth ?? 0)) }
}

type Asked = { from?: Day | undefined; until?: Day | undefined; customerId?: string | undefined }

/** A year up to the working day unless asked otherwise; refuses `input.invalid` and `not-found`. */
const lossesOf = async (
  ctx: Reading,
  { until = ctx.today, from = addDays(addMonths(until, -12), 1), customerId }: Asked,
) => {
  if (from > until) throw new Refusal('input.invalid', 'it would end before it begins', { field: 'from' })
  if (customerId !== undefined) await readCustomer(ctx, customerId)
  return { from, until, ...(await traceLosses(ctx, { from, until }, customerId)) }
}

/** Measuring one takes some milliseconds. */
const MOST_MEASURED = 100

const worthLost = (losses: readonly Loss[]): number => losses.reduce((sum, { worth }) => sum + (worth ?? 0), 0)

export const lossesCalls: Handlers<typeof lossesContract> = {
  list: async (ctx, asked) => {
    const { from, until, home, losses } = await lossesOf(ctx, asked)
    return {
      from,
      until,
      currency: home,
      total: worthLost(losses),
      byOrigin: sumsBy(losses, ({ origin }) => origin).map(({ key, ...sums }) => ({ origin: key, ...sums })),
      byDecider: sumsBy(losses, ({ decidedBy }) => decidedBy).map(({ key, ...sums }) => ({ person: key, ...sums })),
      bySegment: sumsBy(losses, ({ segment }) => segment).map(({ key, ...sums }) => ({ segment: key, ...sums })),
      bySalesperson: sumsBy(losses, ({ salesperson }) => salesperson).map(({ key, ...sums }) => ({
        salesperson: key,
        ...sums,
      })),
      byAge: sumsBy(losses, ({ age }) => age).map(({ key, ...sums }) => ({ age: key, ...sums })),
      losses,
    }
  },
  underPolicy: async (ctx, asked) => {
    const { from, until, home, losses } = await lossesOf(ctx, asked)
    const largest = losses.toSorted((a, b) => (b.worth ?? 0) - (a.worth ?? 0)).slice(0, MOST_MEASURED)
    const { content, version } = await policyInForce(ctx)
    const eves = new Map<string, Awaited<ReturnType<typeof measuredEve>>>()
    const measured = []
    for (const { itemId, kind, customerId, issued, balance, worth } of largest) {
      const asOf = addDays(issued, -1)
      const key = `${customerId} ${asOf}`
      const known = eves.get(key) ?? (await measuredEve(ctx, customerId, asOf))
      eves.set(key, known)
      const amount = worth ?? 0
      const tolerance = content.credit.tolerancePercent
      measured.push({
        itemId,
        kind,
        asOf,
        ...known,
        balance,
        amount,
        ...effectOf({ ...known, balance, amount, tolerance }),
      })
    }
    const sum = (rows: readonly { amount: number; avoided: number }[], of: 'amount' | 'avoided') =>
      rows.reduce((total, row) => total + row[of], 0)
    return {
      from,
      until,
      currency: home,
      policyVersion: version,
      lost: sum(measured, 'amount'),
      avoided: sum(measured, 'avoided'),
      leftOut: losses.length - largest.length,
      byEffect: [...Map.groupBy(measured, ({ effect }) => effect)]
        .map(([effect, own]) => ({
          effect,
          items: own.length,
          amount: sum(own, 'amount'),
          avoided: sum(own, 'avoided'),
        }))
        .sort((a, b) => b.amount - a.amount),
      losses: measured,
    }
  },
}
