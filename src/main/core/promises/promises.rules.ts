import { addDays, type Day, maxDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { type Holidays, workingDaysAfter } from '../kernel/working-days.ts'
import type { PromiseState } from './promises.contract.ts'
import type { Arrival } from './promises.model.ts'

/** A promise as it was made, and its items as they stand on the day it is judged. */
export type PromiseFacts = {
  readonly id: string
  readonly customerId: string
  readonly currency: string
  readonly amount: Minor
  /** The day it is to be paid. */
  readonly day: Day
  readonly madeOn: Day
  readonly cancelledOn: Day | null
  readonly items: readonly {
    readonly itemId: string
    /** What was open of it when the promise was made. */
    readonly covered: Minor
    /** What is open of it on the day it is judged. */
    readonly open: Minor
  }[]
}

export type Standing = {
  state: PromiseState
  /** What is expected of it once credit notes are taken off. */
  expected: Minor
  received: Minor
  /** Of what was not received, the part still open. */
  left: Minor
  graceUntil: Day
  judgedOn: Day | null
}

/** The last day on which a payment keeps a promise: so many working days after the day promised. */
export const graceOf = (day: Day, graceDays: number, holidays?: Holidays): Day =>
  workingDaysAfter(day, graceDays, holidays)

/** Whether a receipt came after a promise was made; of the same day, the ids tell: they grow with time. */
const cameAfter = ({ booked, receiptId }: Arrival, { madeOn, id }: PromiseFacts): boolean =>
  booked > madeOn || (booked === madeOn && receiptId > id)

const isCancelled = ({ cancelledOn }: PromiseFacts, asOf: Day): boolean => cancelledOn !== null && cancelledOn <= asOf

const sumOf = (amounts: readonly Minor[]): Minor => amounts.reduce((sum, amount) => sum + amount, 0)

/**
 * What is expected of a promise: its amount, as far as its items still bear it. What settled them otherwise than by payments
 * that came after it (credit notes, write-offs, a payment that had arrived before) lowers it.
 */
const expectedOf = (promise: PromiseFacts, paid: readonly Arrival[]): Minor =>
  Math.min(
    promise.amount,
    sumOf(
      promise.items.map(({ itemId, covered, open }) => {
        const paidOf = sumOf(paid.filter((arrival) => arrival.itemId === itemId).map(({ amount }) => amount))
        return covered - Math.max(0, covered - open - paidOf)
      }),
    ),
  )

type Pool = Arrival & { left: Minor }

/** Takes what arrived in time from what other promises left of it: what is matched with its items first. */
const take = (promise: PromiseFacts, pools: readonly Pool[], expected: Minor, graceUntil: Day) => {
  const own = new Set(promise.items.map(({ itemId }) => itemId))
  const inTime = pools.filter((pool) => pool.booked <= graceUntil && cameAfter(pool, promise))
  const matched = inTime.filter(({ itemId }) => itemId !== null && own.has(itemId))
  const loose = inTime.filter(({ itemId }) => itemId === null)
  let received = 0
  let lastDay: Day | null = null
  for (const pool of [...matched, ...loose]) {
    const part = Math.min(pool.left, expected - received)
    if (part <= 0) continue
    pool.left -= part
    received += part
    lastDay = lastDay === null ? pool.booked : maxDay(lastDay, pool.booked)
  }
  const bounces = matched.flatMap(({ bouncedOn }) => (bouncedOn === null ? [] : [bouncedOn]))
  return { received, lastDay, bouncedOn: bounces.sort().at(-1) ?? null }
}

const judgeAccount = (
  promises: readonly PromiseFacts[],
  arrivals: readonly Arrival[],
  asOf: Day,
  lastDayOf: (day: Day) => Day,
): [string, Standing][] => {
  const pools = arrivals
    .map((arrival): Pool => ({ ...arrival, left: arrival.amount }))
    .sort((a, b) => compare(a.booked, b.booked) || compare(a.receiptId, b.receiptId))
  return promises
    .toSorted((a, b) => compare(a.day, b.day) || compare(a.madeOn, b.madeOn) || compare(a.id, b.id))
    .map((promise): [string, Standing] => {
      const graceUntil = lastDayOf(promise.day)
      const paid = arrivals.filter((arrival) => arrival.itemId !== null && cameAfter(arrival, promise))
      const expected = expectedOf(promise, paid)
      const open = sumOf(promise.items.map((item) => Math.max(0, item.open)))
      const standing = { expected, received: 0, graceUntil, left: Math.min(expected, open) }
      if (isCancelled(promise, asOf)) return [promise.id, { ...standing, left: 0, state: 'cancelled', judgedOn: null }]
      if (expected === 0) return [promise.id, { ...standing, state: 'void', judgedOn: null }]
      const { received, lastDay, bouncedOn } = take(promise, pools, expected, graceUntil)
      const judged = { ...standing, received, left: Math.min(expected - received, open) }
      if (received >= expected) return [promise.id, { ...judged, state: 'kept', judgedOn: lastDay }]
      if (asOf <= graceUntil) return [promise.id, { ...judged, state: 'running', judgedOn: null }]
      const judgedOn = maxDay(addDays(graceUntil, 1), bouncedOn ?? graceUntil)
      return [promise.id, { ...judged, state: received > 0 ? 'partly' : 'broken', judgedOn }]
    })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * How promises stand on a day, by id. Payments that came after a promise, until the end of its grace, keep it: what they
 * settled of its items, then receipts of the customer in its currency that are matched with nothing yet. Promises share
 * what arrived, the one for the earliest day first, so that no payment keeps two. One that came back unpaid never came.
 */
export const judgePromises = (
  promises: readonly PromiseFacts[],
  arrivals: readonly Arrival[],
  asOf: Day,
  graceDays: number,
  holidays?: Holidays,
): Map<string, Standing> => {
  const accountOf = ({ customerId, currency }: { customerId: string; currency: string }) => `${customerId} ${currency}`
  const arrived = Map.groupBy(arrivals, accountOf)
  // Many promises are for the same few days.
  const lastDays = new Map<Day, Day>()
  const lastDayOf = (day: Day): Day => {
    const last = lastDays.get(day) ?? graceOf(day, graceDays, holidays)
    lastDays.set(day, last)
    return last
  }
  return new Map(
    [...Map.groupBy(promises, accountOf)].flatMap(([account, own]) =>
      judgeAccount(own, arrived.get(account) ?? [], asOf, lastDayOf),
    ),
  )
}

/** Whether what was promised was not paid in time. */
export const isBroken = ({ state }: Pick<Standing, 'state'>): boolean => state === 'broken' || state === 'partly'

/**
 * Of promises, those that were not kept and still ask for something: they left open what no promise made since has taken over.
 */
export const stillAsking = (
  judged: readonly { readonly promise: Pick<PromiseFacts, 'id' | 'madeOn' | 'items'>; readonly standing: Standing }[],
): Set<string> => {
  const lastMade = new Map<string, Day>()
  for (const { promise, standing } of judged) {
    if (standing.state === 'cancelled' || standing.state === 'void') continue
    for (const { itemId } of promise.items)
      lastMade.set(itemId, maxDay(promise.madeOn, lastMade.get(itemId) ?? promise.madeOn))
  }
  return new Set(
    judged.flatMap(({ promise, standing }) => {
      const { judgedOn, left } = standing
      if (!isBroken(standing) || judgedOn === null || left <= 0) return []
      const asks = promise.items.some(({ itemId, open }) => open > 0 && (lastMade.get(itemId) ?? '') < judgedOn)
      return asks ? [promise.id] : []
    }),
  )
}
