import type { CommandContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { bounceReceipt, clearOnBank, removeMovement, undoMatches } from '../payments/payments.service.ts'
import { leftOf, openLine, requireLine } from './bank.lines.ts'
import {
  addTraces,
  itemsNamed,
  type LineRecord,
  matchesInForce,
  removeTraces,
  setStates,
  tracesOf,
} from './bank.repository.ts'
import { close, learnFrom } from './bank.settle.ts'
import { unlearn } from './payers.repository.ts'

const receiptsNamed = async (ctx: CommandContext, line: LineRecord, itemIds: readonly string[]) => {
  const items = await itemsNamed(ctx.db, itemIds)
  return itemIds.map((id) => {
    const item = items.find((one) => one.id === id)
    if (!item) throw new Refusal('not-found', 'no such item', { id })
    if (item.kind !== 'payment' || item.amount > 0)
      throw new Refusal('payment.not-a-receipt', `${item.number} is no receipt`, { number: item.number })
    if (item.currency !== line.currency)
      throw new Refusal('bank.other-currency', `${item.number} is in ${item.currency}`, { number: item.number })
    return item
  })
}

/** The line is receipts that the book holds: they are cleared on the bank's day. Refuses one cleared already. */
export const linkLine = async (ctx: CommandContext, lineId: string, itemIds: readonly string[]): Promise<void> => {
  const line = await openLine(ctx, lineId, ['receipt'])
  const receipts = await receiptsNamed(ctx, line, [...new Set(itemIds)])
  const left = leftOf(line)
  const sum = receipts.reduce((total, { amount }) => total - amount, 0)
  if (sum > left)
    throw new Refusal('bank.above-line', `${sum} is more than the ${left} left of the line`, {
      asked: sum,
      left,
      currency: line.currency,
    })
  for (const { id } of receipts) await clearOnBank(ctx, id, line.id)
  await addTraces(
    ctx.db,
    receipts.map(({ id }) => ({ line_id: line.id, kind: 'link', ref: id })),
  )
  await learnFrom(
    ctx,
    [...new Set(receipts.map(({ customer_id }) => customer_id))].map((customerId) => ({ line, customerId })),
  )
  if (sum === left) await close(ctx, [line])
}

/** The line takes a receipt back: what that settled is open again from the bank's day. */
export const bounceLine = async (
  ctx: CommandContext,
  lineId: string,
  itemId: string,
  reason: string,
): Promise<void> => {
  const line = await openLine(ctx, lineId, ['return'])
  const [receipt] = await receiptsNamed(ctx, line, [itemId])
  if (!receipt || -receipt.amount !== leftOf(line))
    throw new Refusal('bank.amount-differs', 'the receipt and the line differ in amount', { number: receipt?.number })
  const made = await bounceReceipt(ctx, {
    itemId,
    day: line.booked,
    reason: reason || line.return_reason || line.text.slice(0, 100),
    reference: line.reference,
    bankLineId: line.id,
  })
  await addTraces(ctx.db, [{ line_id: line.id, kind: 'item', ref: made.itemId }])
  await close(ctx, [line])
}

/** Undoes everything that was made of a line, and what it taught; the line waits again. */
export const reopenLine = async (ctx: CommandContext, lineId: string): Promise<void> => {
  const line = await requireLine(ctx, lineId)
  const traces = await tracesOf(ctx.db, lineId)
  if (line.state === 'open' && traces.length === 0)
    throw new Refusal('bank.line-open', 'nothing was made of the line', { id: lineId })
  const of = (kind: string) => traces.filter((trace) => trace.kind === kind).map(({ ref }) => ref)
  const items = await itemsNamed(ctx.db, of('item'))
  for (const { id } of [...items, ...(await itemsNamed(ctx.db, of('link')))].filter(({ kind }) => kind === 'payment'))
    await clearOnBank(ctx, id, null)
  // Removing a bounce puts back what it took back; of all else the matches are undone first.
  const undone = items.filter(({ bounces_id }) => bounces_id === null).map(({ id }) => id)
  const matchIds = await matchesInForce(ctx.db, { itemIds: undone, matchIds: of('match') })
  if (matchIds.length > 0) await undoMatches(ctx, matchIds, 'mistake', 'bank')
  for (const { id } of items) await removeMovement(ctx, id)
  await unlearn(
    ctx.db,
    traces.flatMap(({ kind, ref }) => {
      const [value = '', customerId = ''] = ref.split('\t')
      return kind === 'account' || kind === 'label' ? [{ kind, value, customer_id: customerId }] : []
    }),
  )
  await removeTraces(ctx.db, lineId)
  await setStates(ctx.db, [{ id: lineId, state: 'open', day: null, user: null, reason: '' }])
}
