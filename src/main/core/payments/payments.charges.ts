import type { CommandContext } from '../kernel/context.ts'
import { type Day, maxDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import type { OpenItemTable } from '../receivables/receivables.table.ts'
import { type Desk, openDesk } from './payments.desk.ts'
import { newItems } from './payments.items.ts'
import { itemsById, matchesInForce } from './payments.repository.ts'
import type { AdjustmentTable } from './payments.table.ts'

const saying = (item: OpenItemTable, note: string, counter = ''): AdjustmentTable => ({
  item_id: item.id,
  reason: 'charges',
  tax: 0,
  tax_rate: '',
  counter_reference: counter,
  counter_amount: null,
  note,
  policy_version: null,
})

/**
 * Takes out of the ledger the part of a receipt that paid charges: a debit of the same day, matched with it. Charges are
 * in no balance, so that neither is their payment (domain 1.5). Refuses what matching refuses: another customer or
 * currency, more than is left of the receipt, a day before it.
 */
export const payCharges = async (
  ctx: CommandContext,
  input: { customerId: string; currency: string; day: Day; amount: Minor; creditItemId: string; note: string },
): Promise<{ itemId: string; number: string }> => {
  const { customerId, currency, day, amount, creditItemId, note } = input
  const [receipt] = await itemsById(ctx.db, [creditItemId])
  if (!receipt) throw new Refusal('not-found', 'no such item', { id: creditItemId })
  if (receipt.amount > 0 || (receipt.kind !== 'payment' && receipt.kind !== 'opening'))
    throw new Refusal('payment.not-a-receipt', `${receipt.number} is no receipt`, { number: receipt.number })
  const desk = await openDesk(ctx, { itemIds: [creditItemId] })
  const [made] = await newItems(ctx, [
    { series: 'FP', customerId, kind: 'adjustment', day, currency, amount, label: receipt.number },
  ])
  const item = made as OpenItemTable
  desk.add(item, { adjustment: saying(item, note) })
  desk.match(item.id, creditItemId, amount, { day })
  await desk.write()
  return { itemId: item.id, number: item.number }
}

/** Settles debits that took charges out of the ledger, once nothing of a receipt is matched with them any more. */
export const cancelChargeDebits = async (
  ctx: CommandContext,
  desk: Desk,
  debitIds: readonly string[],
  from: Day,
): Promise<void> => {
  const debits = await itemsById(ctx.db, debitIds)
  const days = debits.map(({ booked }) => maxDay(from, booked))
  const made = await newItems(
    ctx,
    debits.map((debit, place) => ({
      series: 'FP',
      customerId: debit.customer_id,
      kind: 'adjustment',
      day: days[place] as Day,
      currency: debit.currency,
      amount: -debit.amount,
      label: debit.number,
      base: debit.base_amount === null ? null : -debit.base_amount,
    })),
  )
  for (const [place, debit] of debits.entries()) {
    const item = made[place] as OpenItemTable
    desk.add(item, { adjustment: saying(item, '', debit.number) })
    desk.match(debit.id, item.id, debit.amount, { day: days[place] })
  }
}

/** Takes a payment of charges back as if it had never been: the receipt has that part free again. */
export const takeBackCharges = async (ctx: CommandContext, debitItemId: string): Promise<void> => {
  const matches = await matchesInForce(ctx.db, debitItemId)
  const desk = await openDesk(ctx, { itemIds: [debitItemId, ...matches.map(({ credit_id }) => credit_id)] })
  for (const match of matches) desk.takeBack(match, 'mistake')
  await cancelChargeDebits(ctx, desk, [debitItemId], desk.side(debitItemId).booked)
  await desk.write()
}
