import { readCustomer } from '../customers/customers.service.ts'
import { worthOn } from '../exchange/exchange.service.ts'
import { fraction, toPlaces } from '../financials/fraction.rules.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext } from '../kernel/context.ts'
import { addMonths } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import type { PromiseInput, PromiseToPay, promisesContract } from './promises.contract.ts'
import { recordPromise } from './promises.record.ts'
import { customerOfPromise, endPromise } from './promises.repository.ts'
import { stillAsking } from './promises.rules.ts'
import { type Judged, judgedAsOf, type Reading } from './promises.standing.ts'

export {
  type BrokenPromise,
  brokenCounts,
  brokenPromises,
  type PromiseDue,
  promisesDueOver,
  promisesInForce,
  runningPromises,
} from './promises.standing.ts'

const JUDGED_MONTHS = 12

const tell = ({ row: promise, items, standing }: Judged): PromiseToPay => ({
  id: promise.id,
  customerId: promise.customer_id,
  customerCode: promise.code,
  customerName: promise.name,
  currency: promise.currency,
  amount: promise.amount,
  day: promise.day,
  madeOn: promise.made_on,
  by: promise.by,
  channel: promise.channel,
  contact: promise.contact,
  note: promise.note,
  items: items.map(({ item_id, number, due, amount, open }) => ({ itemId: item_id, number, due, amount, open })),
  ...standing,
  cancelledOn: standing.state === 'cancelled' ? promise.cancelled_on : null,
  cancelledBecause: standing.state === 'cancelled' ? promise.cancelled_because : '',
  replacedBy: standing.state === 'cancelled' ? promise.replaced_by : null,
})

/** A promise as it stands on the working day; refuses `not-found`. */
export const readPromise = async (ctx: Reading, id: string): Promise<PromiseToPay> => {
  const customerId = await customerOfPromise(ctx.db, id)
  const judged = customerId === null ? [] : await judgedAsOf(ctx, ctx.today, [customerId])
  const found = judged.find(({ promise }) => promise.id === id)
  if (!found) throw new Refusal('not-found', 'no such promise', { id })
  return tell(found)
}

/** Records a promise to pay of a customer; the refusals are those of `recordPromise`. */
export const makePromise = async (ctx: CommandContext, input: PromiseInput): Promise<PromiseToPay> => {
  await readCustomer(ctx, input.customerId)
  return readPromise(ctx, await recordPromise(ctx, input))
}

const cancel = async (ctx: CommandContext, id: string, reason: string): Promise<PromiseToPay> => {
  const { state } = await readPromise(ctx, id)
  if (state !== 'running') throw new Refusal('promise.ended', `this promise is ${state}`, { id, state })
  await endPromise(ctx.db, id, {
    cancelled_on: ctx.today,
    cancelled_by: ctx.user,
    cancelled_because: reason,
    replaced_by: null,
  })
  return readPromise(ctx, id)
}

/** Those to act on first: not kept and still asking, running by their day, then what is over, the latest first. */
const byPressure =
  (asking: ReadonlySet<string>) =>
  (a: PromiseToPay, b: PromiseToPay): number => {
    const rank = ({ id, state }: PromiseToPay) => (asking.has(id) ? 0 : state === 'running' ? 1 : 2)
    const ended = ({ judgedOn, cancelledOn, day }: PromiseToPay) => judgedOn ?? cancelledOn ?? day
    return (
      rank(a) - rank(b) ||
      (rank(a) === 2 ? ended(b).localeCompare(ended(a)) : a.day.localeCompare(b.day)) ||
      a.id.localeCompare(b.id)
    )
  }

const matches = (promise: PromiseToPay, wanted: string): boolean =>
  wanted === '' ||
  fold(
    [promise.customerCode, promise.customerName, promise.contact, ...promise.items.map(({ number }) => number)].join(
      ' ',
    ),
  ).includes(wanted)

/** Received of what was expected, in percent, of those judged in the last twelve months; a currency without a rate is left out. */
const keptPercent = async (ctx: Reading, promises: readonly PromiseToPay[]): Promise<string | null> => {
  const since = addMonths(ctx.today, -JUDGED_MONTHS)
  const judged = promises.filter(({ judgedOn }) => judgedOn !== null && judgedOn > since)
  if (judged.length === 0) return null
  const { worth } = await worthOn(ctx, ctx.today)
  const [expected, received] = [0, 1].map((side) =>
    judged.reduce(
      (sum, promise) => sum + (worth(side === 0 ? promise.expected : promise.received, promise.currency) ?? 0),
      0,
    ),
  ) as [number, number]
  return expected > 0 ? toPlaces(fraction(BigInt(received) * 100n, BigInt(expected)), 1) : null
}

export const promisesCalls: Handlers<typeof promisesContract> = {
  list: async (ctx, { customerId, itemId, show, search, offset, limit }) => {
    const judged = await judgedAsOf(ctx, ctx.today, customerId === undefined ? undefined : [customerId])
    const promises = judged.map(tell)
    const asking = stillAsking(judged)
    const shown = {
      running: ({ state }: PromiseToPay) => state === 'running',
      broken: ({ id }: PromiseToPay) => asking.has(id),
      judged: ({ judgedOn }: PromiseToPay) => judgedOn !== null,
      all: () => true,
    }[show]
    const wanted = fold(search)
    const selected = promises
      .filter(
        (promise) =>
          shown(promise) &&
          (itemId === undefined || promise.items.some((item) => item.itemId === itemId)) &&
          matches(promise, wanted),
      )
      .sort(byPressure(asking))
    return {
      total: selected.length,
      promises: selected.slice(offset, offset + limit),
      keptPercent: await keptPercent(ctx, promises),
    }
  },
  get: (ctx, { id }) => readPromise(ctx, id),
  record: (ctx, input) => makePromise(ctx, input),
  cancel: (ctx, { id, reason }) => cancel(ctx, id, reason),
}
