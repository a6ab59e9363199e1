import type { CommandContext } from '../kernel/context.ts'
import { type Day, maxDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import { leftOf } from './matching.rules.ts'
import { cancelChargeDebits } from './payments.charges.ts'
import type { AllocationChoice, Match, PaymentMethod } from './payments.contract.ts'
import { type Desk, type Origin, openDesk } from './payments.desk.ts'
import { newItems } from './payments.items.ts'
import { bounceOf, chargeDebits, itemsById, matchesInForce, paymentOf } from './payments.repository.ts'
import type { PaymentTable } from './payments.table.ts'

/** What came of a movement: the item made, its matches, and what is left of it to place. */
export type Settled = { itemId: string; number: string; matches: Match[]; left: Minor }

export type Receipt = {
  customerId: string
  day: Day
  /** Above zero. Without it, what the split by hand adds up to. */
  amount?: Minor | undefined
  currency: string
  method: PaymentMethod
  reference: string
  maturity?: Day | null | undefined
  note?: string | undefined
  rate?: string | undefined
  bankLineId?: string | null | undefined
  number?: string | undefined
  allocate: AllocationChoice
}

const saying = (itemId: string, rest: Partial<PaymentTable> & Pick<PaymentTable, 'method'>): PaymentTable => ({
  item_id: itemId,
  reference: '',
  maturity: null,
  bank_line_id: null,
  bounces_id: null,
  bounce_reason: '',
  note: '',
  ...rest,
})

const amountOf = ({ amount, allocate }: Receipt): Minor => {
  const parts = Array.isArray(allocate) ? allocate.reduce((sum, part) => sum + part.amount, 0) : 0
  const whole = amount ?? parts
  if (whole <= 0)
    throw new Refusal('input.invalid', 'a receipt needs an amount, or a split that adds up to it', { field: 'amount' })
  if (parts > whole)
    throw new Refusal('payment.split-above-amount', `the parts add up to ${parts}, more than ${whole}`, {
      split: parts,
      amount: whole,
    })
  return whole
}

/**
 * Records receipts and what each settles, in the order given: a later one sees what an earlier one left. Thousands in
 * one call take a few statements.
 */
export const recordReceipts = async (
  ctx: CommandContext,
  receipts: readonly Receipt[],
  origin: Origin = 'manual',
): Promise<Settled[]> => {
  const items = await newItems(
    ctx,
    receipts.map((receipt) => ({
      series: 'RG',
      customerId: receipt.customerId,
      kind: 'payment',
      day: receipt.day,
      currency: receipt.currency,
      amount: -amountOf(receipt),
      number: receipt.number,
      label: receipt.reference,
      rate: receipt.rate,
    })),
  )
  const desk = await openDesk(ctx, {
    itemIds: receipts.flatMap(({ allocate }) => (Array.isArray(allocate) ? allocate.map(({ itemId }) => itemId) : [])),
    customerIds: [
      ...new Set(receipts.flatMap(({ customerId, allocate }) => (allocate === 'oldest' ? [customerId] : []))),
    ],
    origin,
  })
  const settled = receipts.map((receipt, place): Settled => {
    const item = items[place] as (typeof items)[number]
    const { method, reference, maturity = null, note = '', bankLineId = null } = receipt
    desk.add(item, { payment: saying(item.id, { method, reference, maturity, note, bank_line_id: bankLineId }) })
    const matches = allocate(desk, item.id, receipt.allocate)
    return { itemId: item.id, number: item.number, matches, left: desk.left(item.id) }
  })
  await desk.write()
  return settled
}

/** Records one receipt. */
export const recordReceipt = async (
  ctx: CommandContext,
  { origin = 'manual', ...receipt }: Receipt & { origin?: Origin | undefined },
): Promise<Settled> => (await recordReceipts(ctx, [receipt], origin))[0] as Settled

/** Settles debts with a credit as chosen. */
export const allocate = (desk: Desk, creditId: string, choice: AllocationChoice): Match[] => {
  if (choice === 'none') return []
  if (choice !== 'oldest') return choice.map(({ itemId, amount }) => desk.match(itemId, creditId, amount))
  const { customerId, currency } = desk.side(creditId)
  return desk.settle(creditId, desk.open(customerId, currency, 'debits'), desk.left(creditId))
}

/** A receipt by hand or from a file, not taken back yet. */
const receiptToBounce = async (ctx: CommandContext, itemId: string) => {
  const [item] = await itemsById(ctx.db, [itemId])
  if (!item) throw new Refusal('not-found', 'no such item', { id: itemId })
  if (item.kind !== 'payment' || item.amount > 0)
    throw new Refusal('payment.not-a-receipt', `${item.number} is no receipt`, { number: item.number })
  const before = await bounceOf(ctx.db, itemId)
  if (before)
    throw new Refusal('payment.already-bounced', `${item.number} came back on ${before.booked}`, {
      number: item.number,
      day: before.booked,
    })
  return item
}

/**
 * A receipt came back: what it settled is open again from that day, at its own due dates. What took it back is a debit
 * of the same amount, matched with it.
 */
export const bounceReceipt = async (
  ctx: CommandContext,
  input: {
    itemId: string
    day: Day
    reason: string
    reference?: string | undefined
    bankLineId?: string | null | undefined
  },
): Promise<Settled & { reopened: string[] }> => {
  const { itemId, day, reason, reference = '', bankLineId = null } = input
  const receipt = await receiptToBounce(ctx, itemId)
  if (day < receipt.booked)
    throw new Refusal('payment.day-too-early', `${receipt.number} was received on ${receipt.booked}`, {
      number: receipt.number,
      day,
      earliest: receipt.booked,
    })
  const undone = await matchesInForce(ctx.db, itemId)
  const origin = bankLineId ? 'bank' : 'manual'
  const desk = await openDesk(ctx, { itemIds: [itemId, ...undone.map((match) => match.debit_id)], origin })
  // A match dated after the bounce was never in force.
  for (const match of undone) desk.takeBack(match, 'bounced', maxDay(day, match.day))
  const [item] = await newItems(ctx, [
    {
      series: 'RJ',
      customerId: receipt.customer_id,
      kind: 'payment',
      day,
      currency: receipt.currency,
      amount: -receipt.amount,
      label: reason || reference,
      base: receipt.base_amount === null ? null : -receipt.base_amount,
    },
  ])
  const returned = item as NonNullable<typeof item>
  desk.add(returned, {
    payment: saying(returned.id, {
      method: (await paymentOf(ctx.db, itemId))?.method ?? 'other',
      reference,
      bank_line_id: bankLineId,
      bounces_id: itemId,
      bounce_reason: reason,
    }),
  })
  const match = desk.match(returned.id, itemId, returned.amount)
  // Charges that it had paid are owed again, beside the ledger.
  const charges = await chargeDebits(
    ctx.db,
    undone.map(({ debit_id }) => debit_id),
  )
  await cancelChargeDebits(ctx, desk, charges, day)
  await desk.write()
  const reopened = [...new Set(undone.map(({ debit_id }) => debit_id))].filter((id) => !charges.includes(id))
  return { itemId: returned.id, number: returned.number, matches: [match], left: 0, reopened }
}

/** Pays back what a customer has in credit by a day: the credits named, or the oldest; never more than they hold. */
export const refundCredit = async (
  ctx: CommandContext,
  input: {
    customerId: string
    day: Day
    amount: Minor
    currency: string
    method: PaymentMethod
    reference: string
    note: string
    credits?: readonly { itemId: string; amount: Minor }[] | undefined
    bankLineId?: string | null | undefined
  },
): Promise<Settled> => {
  const { customerId, day, amount, currency, method, reference, note, credits, bankLineId = null } = input
  const desk = await openDesk(
    ctx,
    credits ? { itemIds: credits.map(({ itemId }) => itemId) } : { customerIds: [customerId] },
  )
  const [item] = await newItems(ctx, [
    { series: 'RB', customerId, kind: 'payment', day, currency, amount, label: reference },
  ])
  const refund = item as NonNullable<typeof item>
  desk.add(refund, { payment: saying(refund.id, { method, reference, note, bank_line_id: bankLineId }) })
  const available = credits
    ? credits.reduce((sum, part) => sum + part.amount, 0)
    : desk
        .open(customerId, currency, 'credits')
        .filter(({ booked }) => booked <= day)
        .reduce((sum, side) => sum + leftOf(side), 0)
  if (available < amount)
    throw new Refusal('payment.above-credit', `${amount} is more than the ${available} in credit`, {
      amount,
      credit: available,
      currency,
    })
  const matches = credits
    ? credits.map((part) => desk.match(refund.id, part.itemId, part.amount))
    : desk.settle(
        refund.id,
        desk.open(customerId, currency, 'credits').filter(({ booked }) => booked <= day),
        amount,
      )
  await desk.write()
  return { itemId: refund.id, number: refund.number, matches, left: desk.left(refund.id) }
}
