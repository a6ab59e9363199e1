import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'
import { accountRows, bouncedRows, deliveredRows, disputedRows, draftRows, orderRows } from './exposure.repository.ts'
import type { AccountSums, Worth } from './exposure.rules.ts'

/** A customer's account on a day. Amounts of `overdue` and `late` in the company's currency. */
export type Account = {
  sums: AccountSums[]
  deliveriesUnknown: number
  overdue: { amount: Minor; invoices: number; oldestDue: Day | null }
  /** Late from the policy's days on and not contested, less the credits not allocated. */
  late: { warn: Minor; refuse: Minor; oldestDue: Day | null }
}

export const emptyAccount = (): Account => ({
  sums: [],
  deliveriesUnknown: 0,
  overdue: { amount: 0, invoices: 0, oldestDue: null },
  late: { warn: 0, refuse: 0, oldestDue: null },
})

type Late = { overdue: Minor; warn: Minor; refuse: Minor; invoices: number; oldestDue: Day | null }

type Held = { sums: AccountSums; late: Late }

/** Sums by customer and currency, begun where they are first asked for. */
export const heldSums = () => {
  const sums = new Map<string, Map<string, Held>>()
  const at = (customerId: string, currency: string): Held => {
    let own = sums.get(customerId)
    if (!own) {
      own = new Map()
      sums.set(customerId, own)
    }
    let held = own.get(currency)
    if (!held) {
      held = { sums: noSums(currency), late: { overdue: 0, warn: 0, refuse: 0, invoices: 0, oldestDue: null } }
      own.set(currency, held)
    }
    return held
  }
  return { sums, at }
}

type LateDays = { warn: Day; refuse: Day }
const lateDays = (asOf: Day, { late }: Pick<CreditPolicy, 'late'>): LateDays => ({
  warn: addDays(asOf, -late.warnDays),
  refuse: addDays(asOf, -late.refuseDays),
})

export type HeldSums = ReturnType<typeof heldSums>

/**
 * What stands beside open debits and credits at each of some days, ascending: contested, bounced, drawn, ordered,
 * delivered. By day, how many deliveries of a customer have no amount.
 */
export const addBeside = async (
  ctx: Pick<QueryContext, 'db'>,
  days: readonly Day[],
  policy: Pick<CreditPolicy, 'late'>,
  held: readonly HeldSums[],
  whose: readonly string[] | undefined,
  exceptOrder = '',
): Promise<Map<string, number>[]> => {
  const stretch = { from: days[0] ?? '', until: days.at(-1) ?? '' }
  const ordered = await orderRows(ctx.db, stretch, whose, exceptOrder)
  const delivered = await deliveredRows(ctx.db, stretch, whose)
  const unknown = days.map(() => new Map<string, number>())
  for (const [place, day] of days.entries()) {
    const { at } = held[place] as HeldSums
    for (const row of await disputedRows(ctx.db, day, lateDays(day, policy), whose)) {
      const own = at(row.customer_id, row.currency)
      own.sums.disputed = row.amount
      own.late.overdue -= row.overdue
      own.late.warn -= row.lateWarn
      own.late.refuse -= row.lateRefuse
      own.late.invoices -= row.overdueCount
    }
    for (const row of await bouncedRows(ctx.db, day, whose)) at(row.customer_id, row.currency).sums.bounced = row.amount
    for (const row of await draftRows(ctx.db, day, whose)) at(row.customer_id, row.currency).sums.drafts = row.amount
    for (const [customerId, currency, prepaid, taken, closed, amount, leftOn, left] of ordered) {
      if (taken > day || (closed !== null && closed <= day)) continue
      const gone = leftOn !== null && leftOn <= day ? (left ?? 0) : 0
      at(customerId, currency).sums[prepaid === 1 ? 'prepaidOrders' : 'orders'] += Math.max(0, amount - gone)
    }
    for (const [customerId, currency, leftOn, invoiced, amount] of delivered) {
      if (leftOn > day || (invoiced !== null && invoiced <= day)) continue
      at(customerId, currency).sums.delivered += amount ?? 0
      if (amount === null) unknown[place]?.set(customerId, (unknown[place]?.get(customerId) ?? 0) + 1)
    }
  }
  return unknown
}

/** The accounts of customers on a day, or of all that have one: a handful of statements, however many they are. */
export const accountsOn = async (
  ctx: Pick<QueryContext, 'db'>,
  asOf: Day,
  policy: Pick<CreditPolicy, 'late'>,
  worth: Worth,
  whose: readonly string[] | undefined,
  exceptOrder = '',
): Promise<Map<string, Account>> => {
  const held = heldSums()
  const { sums, at } = held
  for (const row of await accountRows(ctx.db, asOf, lateDays(asOf, policy), whose)) {
    const own = at(row.customer_id, row.currency)
    own.sums.debits = row.debits
    own.sums.credits = row.credits
    own.late = {
      overdue: row.overdue,
      warn: row.lateWarn,
      refuse: row.lateRefuse,
      invoices: row.overdueCount,
      oldestDue: row.oldestDue,
    }
  }
  const [unknown] = await addBeside(ctx, [asOf], policy, [held], whose, exceptOrder)
  return new Map(
    [...sums].map(([customerId, own]) => [
      customerId,
      { ...toAccount([...own.values()], worth), deliveriesUnknown: unknown?.get(customerId) ?? 0 },
    ]),
  )
}

export const noSums = (currency: string): AccountSums => ({
  currency,
  debits: 0,
  disputed: 0,
  bounced: 0,
  credits: 0,
  delivered: 0,
  orders: 0,
  prepaidOrders: 0,
  drafts: 0,
})

const toAccount = (held: readonly Held[], worth: Worth): Omit<Account, 'deliveriesUnknown'> => {
  const total = { overdue: 0, warn: 0, refuse: 0, credits: 0, invoices: 0 }
  let oldestDue: Day | null = null
  for (const { sums, late } of held) {
    const home = (amount: Minor) => worth(amount, sums.currency) ?? 0
    total.overdue += home(late.overdue)
    total.warn += home(late.warn)
    total.refuse += home(late.refuse)
    total.credits += home(sums.credits)
    total.invoices += late.invoices
    if (late.invoices > 0 && late.oldestDue !== null && (oldestDue === null || late.oldestDue < oldestDue))
      oldestDue = late.oldestDue
  }
  return {
    sums: held.map(({ sums }) => sums),
    overdue: { amount: total.overdue, invoices: total.invoices, oldestDue },
    late: {
      warn: Math.max(0, total.warn - total.credits),
      refuse: Math.max(0, total.refuse - total.credits),
      oldestDue,
    },
  }
}
