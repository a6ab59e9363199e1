import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { verdictOn } from '../limits/limits.service.ts'
import type { Purpose, Verdict } from '../limits/verdict.schema.ts'
import type { OrderInput, OrderRow, OrderState, ordersContract } from './orders.contract.ts'
import { importOrders } from './orders.import.ts'
import {
  countOrders,
  deleteOrder,
  insertOrder,
  listOrders,
  type OrderRecord,
  orderNumbered,
  updateOrder,
} from './orders.repository.ts'

type Reading = Pick<QueryContext, 'db'>
export type Decided = { order: OrderRow; verdict: Verdict }

const toRow = (record: OrderRecord): OrderRow => ({
  id: record.id,
  customerId: record.customer_id,
  customerCode: record.customer_code,
  customerName: record.customer_name,
  number: record.number,
  day: record.day,
  amount: record.amount,
  currency: record.currency,
  prepaid: record.prepaid === 1,
  expected: record.expected,
  note: record.note,
  state: record.state,
  changedOn: record.changed_on,
  changedBy: record.changed_by,
  delivered: record.delivered,
})

const readOrder = async (ctx: Reading, id: string): Promise<OrderRow> => {
  const [record] = await listOrders(ctx.db, { id, show: 'all', search: '' }, { offset: 0, limit: 1 })
  if (!record) throw new Refusal('not-found', 'no such order', { id })
  return toRow(record)
}

type Asked = Pick<OrderInput, 'customerId' | 'number' | 'amount' | 'currency' | 'prepaid'>

/** The verdict on an order of the book, its own amount not counted twice. What was delivered of it is no order any more. */
const check = (ctx: CommandContext, order: Asked, purpose: Purpose, delivered = 0): Promise<Verdict> =>
  verdictOn(ctx, {
    customerId: order.customerId,
    amount: Math.max(0, order.amount - delivered),
    currency: order.currency,
    prepaid: order.prepaid,
    purpose,
    orderNumber: order.number,
  })

const refuseWrong = async (ctx: CommandContext, id: string | null, order: Omit<OrderInput, 'note'>) => {
  if (order.expected !== null && order.expected < order.day)
    throw new Refusal('order.day-invalid', 'expected before it was taken', { day: order.day, expected: order.expected })
  const other = await orderNumbered(ctx.db, order.customerId, order.number)
  if (other && other.id !== id)
    throw new Refusal('order.number-used', `${order.number} is recorded already`, { number: order.number })
}

const columnsOf = ({ number, day, amount, currency, prepaid, expected, note }: Omit<OrderInput, 'customerId'>) => ({
  number,
  day,
  amount,
  currency,
  prepaid: prepaid ? 1 : 0,
  expected,
  note,
})

const stateOf = ({ verdict }: Verdict): OrderState => (verdict === 'refuse' ? 'held' : 'open')

/** Records an order: open when the credit rules let it pass, otherwise held until somebody decides. */
export const addOrder = async (ctx: CommandContext, order: OrderInput): Promise<Decided> => {
  await readCustomer(ctx, order.customerId)
  await refuseWrong(ctx, null, order)
  const verdict = await check(ctx, order, 'order')
  const id = uuidv7()
  await insertOrder(ctx.db, {
    id,
    customer_id: order.customerId,
    ...columnsOf(order),
    state: stateOf(verdict),
    changed_on: ctx.today,
    changed_by: ctx.user,
  })
  return { order: await readOrder(ctx, id), verdict }
}

/** Changes an order. One that is running is checked again, and held when it no longer passes. */
export const changeOrder = async (
  ctx: CommandContext,
  { id, ...told }: Omit<OrderInput, 'customerId'> & { id: string },
): Promise<Decided> => {
  const before = await readOrder(ctx, id)
  const order = { ...told, customerId: before.customerId }
  await refuseWrong(ctx, id, order)
  await updateOrder(ctx.db, id, { ...columnsOf(told), changed_on: ctx.today, changed_by: ctx.user })
  const verdict = await check(ctx, order, 'order', before.delivered)
  if (before.state === 'open' || before.state === 'held') await updateOrder(ctx.db, id, { state: stateOf(verdict) })
  return { order: await readOrder(ctx, id), verdict }
}

/**
 * Lets a held order go, or opens a closed one again. Refuses `order.refused` while the credit rules do, whatever the order
 * was before: what fell out of the exposure is checked like a new order when it comes back.
 */
const openOrder = async (ctx: CommandContext, id: string): Promise<Decided> => {
  const order = await readOrder(ctx, id)
  const verdict = await check(ctx, order, order.state === 'held' ? 'release' : 'reopening', order.delivered)
  if (verdict.verdict === 'refuse')
    throw new Refusal('order.refused', `${order.number} is refused by the credit rules`, {
      number: order.number,
      codes: verdict.reasons.filter(({ weight }) => weight === 'refuse').map(({ code }) => code),
    })
  await setState(ctx, id, 'open')
  return { order: await readOrder(ctx, id), verdict }
}

const setState = (ctx: CommandContext, id: string, state: OrderState): Promise<void> =>
  updateOrder(ctx.db, id, { state, changed_on: ctx.today, changed_by: ctx.user })

export const ordersCalls: Handlers<typeof ordersContract> = {
  list: async (ctx, { offset, limit, ...selection }) => ({
    total: await countOrders(ctx.db, selection),
    orders: (await listOrders(ctx.db, selection, { offset, limit })).map(toRow),
  }),
  add: (ctx, order) => addOrder(ctx, order),
  update: (ctx, order) => changeOrder(ctx, order),
  open: (ctx, { id }) => openOrder(ctx, id),
  close: async (ctx, { id, cancelled }) => {
    await readOrder(ctx, id)
    await setState(ctx, id, cancelled ? 'cancelled' : 'closed')
    return readOrder(ctx, id)
  },
  remove: async (ctx, { id }) => {
    if ((await deleteOrder(ctx.db, id)) === 0) throw new Refusal('not-found', 'no such order', { id })
    return {}
  },
  importFile: (ctx, input) =>
    importOrders(ctx, input, { addOrder, changeOrder, closeOrder: (id, state) => setState(ctx, id, state) }),
}
