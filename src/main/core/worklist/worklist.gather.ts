import { lateConfirmations } from '../confirmations/confirmations.service.ts'
import { openDeadlines } from '../declarations/declarations.service.ts'
import { disputedAsOf } from '../disputes/disputes.service.ts'
import { worthOn } from '../exchange/exchange.service.ts'
import { procedureDeadlines } from '../handovers/handovers.service.ts'
import { brokenPlans, plansInForce } from '../instalments/instalments.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addDays, type Day, maxDay, minDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { nearestLimitations } from '../limitations/limitations.service.ts'
import { claimsOn } from '../limits/covers.service.ts'
import { brokenPromises, promisesInForce } from '../promises/promises.service.ts'
import { insolvenciesOf } from '../registers/registers.service.ts'
import type { Facts } from './worklist.facts.rules.ts'
import {
  accounts,
  excludedCustomers,
  holdsOn,
  openTasks,
  overdueOf,
  ownersOf,
  workedOn,
  writtenTo,
} from './worklist.repository.ts'
import { asksForMore, DEADLINE_DAYS, LIMITATION_WARNING_MONTHS } from './worklist.strengths.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>
type Worth = (amount: Minor, currency: string) => Minor

export type Gathered = { home: string; facts: Map<string, Facts>; done: Set<string> }

const blank = (customerId: string): Facts => ({
  customerId,
  open: 0,
  overdue: 0,
  items: 0,
  credits: 0,
  waiting: { disputed: 0, planned: 0, promised: 0, held: 0 },
  oldestDue: null,
  promisedUntil: null,
  heldUntil: null,
  excluded: false,
  broken: null,
  brokenPlan: null,
  task: null,
  later: null,
  insurance: null,
  procedure: null,
  limitation: null,
  confirmation: null,
  insolventSince: null,
})

/**
 * How every customer stands on the working day, or one: a statement over what is open, and beside it only what is
 * disputed, promised, planned, held, insured or to be done. `done`: who had a talk or a task done on that day, or a letter
 * that leaves nothing else to do.
 */
export const gather = async (ctx: Reading, customerId?: string): Promise<Gathered> => {
  const { db, today } = ctx
  const whose = customerId === undefined ? undefined : [customerId]
  const { home, worth: known } = await worthOn(ctx, today)
  const worth: Worth = (amount, currency) => known(amount, currency) ?? 0
  const facts = new Map<string, Facts>()
  const of = (id: string): Facts => {
    const found = facts.get(id) ?? blank(id)
    facts.set(id, found)
    return found
  }
  const mine = (id: string) => customerId === undefined || id === customerId

  for (const [id, currency, debits, credits, overdue, items, oldestDue] of await accounts(db, today, customerId)) {
    const own = of(id)
    own.open += worth(debits, currency)
    own.credits += worth(credits, currency)
    own.overdue += worth(overdue, currency)
    own.items += items
    own.oldestDue = earliest(own.oldestDue, oldestDue)
  }
  await partWaiting(ctx, of, worth, customerId)

  for (const { customerId: id, day, currency, left } of await brokenPromises(ctx, today, whose)) {
    const own = of(id)
    if (own.broken === null || own.broken.amount < left) own.broken = { day, amount: left, currency }
  }
  for (const { customerId: id, brokenOn } of await brokenPlans(ctx, today, customerId))
    of(id).brokenPlan = { since: brokenOn }

  const again = new Set<string>()
  for (const { customer_id: id, kind, day, note, created_on } of await openTasks(db, customerId)) {
    const own = of(id)
    if (day <= today) own.task ??= { kind, day, note }
    else own.later ??= { kind, day }
    // A call asked for later the same day: who was spoken to is not done.
    if (kind === 'call' && day === today && created_on === today) again.add(id)
  }

  for (const { customerId: id, deadline, currency, open } of await claimsOn(ctx, today, {
    customerId,
    declared: false,
  })) {
    const own = of(id)
    const amount = worth(open, currency) + (own.insurance?.amount ?? 0)
    own.insurance = { deadline: earliest(own.insurance?.deadline ?? null, deadline) ?? deadline, amount }
  }
  const acts = [
    ...(await openDeadlines(ctx, today, whose ?? null)).map(({ extended, on, ...rest }) => ({
      ...rest,
      on: extended ?? on,
    })),
    ...(await procedureDeadlines(ctx, today)).filter(({ kind, customerId: id }) => kind === 'act' && mine(id)),
  ]
  for (const { customerId: id, code, on } of acts) {
    const own = of(id)
    if (own.procedure === null || on < own.procedure.deadline) own.procedure = { act: code, deadline: on }
  }
  for (const [id, { day }] of await nearestLimitations(ctx, today, LIMITATION_WARNING_MONTHS, customerId))
    of(id).limitation = day
  // The earliest of a customer; one nobody asked about for so long is the auditor’s to close.
  for (const { customerId: id, ...late } of await lateConfirmations(ctx, addDays(today, -DEADLINE_DAYS), customerId))
    of(id).confirmation ??= late
  for (const [id, { since }] of await insolvenciesOf(ctx, whose ?? null, today)) {
    const own = facts.get(id)
    if (own) own.insolventSince = since
  }
  for (const id of await excludedCustomers(db)) {
    const own = facts.get(id)
    if (own) own.excluded = true
  }
  const written = (await writtenTo(db, today)).filter((id) => {
    const own = facts.get(id)
    return own === undefined || !asksForMore(own, today)
  })
  const worked = await workedOn(db, today)
  const done = new Set([...worked, ...written].filter((id) => mine(id) && !again.has(id)))
  return { home, facts, done }
}

const earliest = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null ? a : minDay(a, b))
/** Of two days, the later; null has no end. */
const longest = (a: Day | null, b: Day | null): Day | null => (a === null || b === null ? null : maxDay(a, b))

/** Parts what is overdue into what may be asked for and what waits, for the few customers of whom something does. */
const partWaiting = async (
  ctx: Reading,
  of: (id: string) => Facts,
  worth: Worth,
  customerId: string | undefined,
): Promise<void> => {
  const { db, today } = ctx
  const disputed = await disputedAsOf(ctx, today)
  const planned = await plansInForce(ctx, today)
  const promised = await promisesInForce(ctx, today)
  const holds = await holdsOn(db, today)
  const held = new Map(holds.map(({ itemId, customerId: id, until }) => [itemId ?? id, until]))
  const itemIds = [...disputed.keys(), ...planned.keys(), ...promised.keys()]
  const touched = new Set([...(await ownersOf(db, itemIds)), ...holds.map(({ customerId: id }) => id)])
  const whose = customerId === undefined ? [...touched] : touched.has(customerId) ? [customerId] : []
  if (whose.length === 0) return
  for (const id of whose) of(id).oldestDue = null
  for (const [itemId, id, currency, due, open] of await overdueOf(db, today, whose)) {
    const { waiting, ...own } = of(id)
    const contested = Math.min(open, disputed.get(itemId) ?? 0)
    waiting.disputed += worth(contested, currency)
    const rest = worth(open - contested, currency)
    if (rest === 0) continue
    const promise = promised.get(itemId)
    const hold = held.has(itemId) ? itemId : held.has(id) ? id : null
    if (planned.has(itemId)) waiting.planned += rest
    else if (promise) {
      waiting.promised += rest
      of(id).promisedUntil = maxDay(own.promisedUntil ?? promise.until, promise.until)
    } else if (hold !== null) {
      const until = held.get(hold) ?? null
      of(id).heldUntil = waiting.held === 0 ? until : longest(own.heldUntil, until)
      waiting.held += rest
    } else of(id).oldestDue = earliest(own.oldestDue, due)
  }
}
