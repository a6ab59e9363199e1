import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import { policyInForce } from '../policy/policy.service.ts'
import type { OpenItemTable } from '../receivables/receivables.table.ts'
import { spread, taxWithin } from './matching.rules.ts'
import type { AllocationChoice } from './payments.contract.ts'
import { openDesk } from './payments.desk.ts'
import { newItems } from './payments.items.ts'
import type { Settled } from './payments.receipts.ts'
import { type ItemRecord, itemsById, writtenOff } from './payments.repository.ts'
import type { AdjustmentTable } from './payments.table.ts'

const itemOf = async (ctx: CommandContext, id: string): Promise<ItemRecord> => {
  const [item] = await itemsById(ctx.db, [id])
  if (!item) throw new Refusal('not-found', 'no such item', { id })
  return item
}

const saying = (
  item: OpenItemTable,
  rest: Partial<AdjustmentTable> & Pick<AdjustmentTable, 'reason'>,
): AdjustmentTable => ({
  item_id: item.id,
  tax: 0,
  tax_rate: '',
  counter_reference: '',
  counter_amount: null,
  note: '',
  policy_version: null,
  ...rest,
})

/** The amount asked for, or all that is left; refuses more than that, and nothing at all. */
const withinOpen = (number: string, currency: string, open: Minor, amount: Minor = open): Minor => {
  if (open === 0) throw new Refusal('payment.nothing-open', `nothing is open of ${number}`, { number })
  if (amount > open)
    throw new Refusal('match.above-open', `${amount} is more than the ${open} open of ${number}`, {
      number,
      amount,
      open,
      currency,
    })
  return amount
}

/**
 * Writes off a small difference, of a debit or of a credit. All that was written off of an item stays within the limit
 * of the policy in force, so that no claim is given up in pieces.
 */
export const writeOff = async (
  ctx: CommandContext,
  input: { itemId: string; day: Day; amount?: Minor | undefined; note: string },
): Promise<Settled> => {
  const { itemId, day, note } = input
  const target = await itemOf(ctx, itemId)
  const { currency } = target
  const desk = await openDesk(ctx, { itemIds: [itemId] })
  const amount = withinOpen(target.number, currency, desk.left(itemId), input.amount)
  const { version, content } = await policyInForce(ctx)
  const limit = content.writeOffLimits[currency] ?? 0
  const already = await writtenOff(ctx.db, itemId)
  if (already + amount > limit)
    throw new Refusal('payment.above-write-off-limit', `${already + amount} is more than the limit of ${limit}`, {
      number: target.number,
      amount,
      already,
      limit,
      currency,
    })
  const item = await addAdjustment(ctx, 'EC', target, day, target.amount > 0 ? -amount : amount, note)
  desk.add(item, { adjustment: saying(item, { reason: 'write_off', note, policy_version: version || null }) })
  const matches = desk.settle(item.id, [desk.side(itemId)], amount)
  await desk.write()
  return { itemId: item.id, number: item.number, matches, left: 0 }
}

const addAdjustment = async (
  ctx: CommandContext,
  series: 'EC' | 'ES' | 'CP',
  { customer_id, currency }: Pick<ItemRecord, 'customer_id' | 'currency'>,
  day: Day,
  amount: Minor,
  label: string,
): Promise<OpenItemTable> => {
  const [item] = await newItems(ctx, [
    { series, customerId: customer_id, kind: 'adjustment', day, currency, amount, label },
  ])
  return item as OpenItemTable
}

/** Grants an early-payment discount on a debt, and works out the VAT that it takes off (CGI 267 II 1°, 272-1). */
export const grantDiscount = async (
  ctx: CommandContext,
  input: { itemId: string; day: Day; amount: Minor; taxRate: string; note: string },
): Promise<Settled & { tax: Minor }> => {
  const { itemId, day, taxRate, note } = input
  const target = await itemOf(ctx, itemId)
  if (target.amount < 0)
    throw new Refusal('payment.not-a-debt', `${target.number} is no debt`, { number: target.number })
  const desk = await openDesk(ctx, { itemIds: [itemId] })
  const amount = withinOpen(target.number, target.currency, desk.left(itemId), input.amount)
  const tax = taxWithin(amount, taxRate)
  const item = await addAdjustment(ctx, 'ES', target, day, -amount, note)
  desk.add(item, { adjustment: saying(item, { reason: 'discount', tax, tax_rate: taxRate, note }) })
  const matches = desk.settle(item.id, [desk.side(itemId)], amount)
  await desk.write()
  return { itemId: item.id, number: item.number, matches, left: 0, tax }
}

/**
 * Sets a debt of ours to the same party against what they owe: both are extinguished up to the smaller one (C. civ.
 * 1347). What we still owe them is told, not kept: it is no receivable.
 */
export const setOff = async (
  ctx: CommandContext,
  input: {
    customerId: string
    day: Day
    reference: string
    amount: Minor
    currency: string
    allocate: AllocationChoice
    note: string
  },
): Promise<Settled & { counterLeft: Minor }> => {
  const { customerId, day, reference, amount, currency, allocate, note } = input
  const byHand = Array.isArray(allocate) ? allocate : null
  const desk = await openDesk(
    ctx,
    byHand ? { itemIds: byHand.map(({ itemId }) => itemId) } : { customerIds: [customerId] },
  )
  const debits = byHand ? [] : desk.open(customerId, currency, 'debits').filter(({ booked }) => booked <= day)
  const settled = byHand ? byHand.reduce((sum, part) => sum + part.amount, 0) : amount - spread(debits, amount).left
  if (settled > amount)
    throw new Refusal('payment.split-above-amount', `the parts add up to ${settled}, more than ${amount}`, {
      split: settled,
      amount,
    })
  if (settled === 0 || allocate === 'none')
    throw new Refusal('payment.nothing-open', 'there is nothing to set it against', { number: reference })
  const item = await addAdjustment(ctx, 'CP', { customer_id: customerId, currency }, day, -settled, reference)
  desk.add(item, {
    adjustment: saying(item, { reason: 'set_off', counter_reference: reference, counter_amount: amount, note }),
  })
  const matches = byHand
    ? byHand.map((part) => desk.match(part.itemId, item.id, part.amount))
    : desk.settle(item.id, debits, settled)
  await desk.write()
  return { itemId: item.id, number: item.number, matches, left: desk.left(item.id), counterLeft: amount - settled }
}

/**
 * A credit note made by hand, matched at once with the item it is for, as far as that is open; what is left of it stays
 * unallocated. Whether a number is another credit note's is for the caller to know.
 */
export const creditFor = async (
  ctx: CommandContext,
  input: {
    customerId: string
    itemId?: string | undefined
    number?: string | undefined
    amount: Minor
    day: Day
    label: string
    /** Of the credit note, when it is for no item. */
    currency?: string | undefined
  },
): Promise<Settled> => {
  const { customerId, itemId, number, amount, day, label } = input
  const target = itemId === undefined ? null : await itemOf(ctx, itemId)
  const currency = target?.currency ?? input.currency
  if (!currency) throw new Refusal('input.invalid', 'a credit note for no item needs a currency', { field: 'currency' })
  const desk = await openDesk(ctx, { itemIds: target ? [target.id] : [] })
  const [made] = await newItems(ctx, [
    { series: 'AV', customerId, kind: 'credit_note', day, currency, amount: -amount, number, label },
  ])
  const item = made as OpenItemTable
  desk.add(item)
  const matches = target ? desk.settle(item.id, [desk.side(target.id)], amount) : []
  await desk.write()
  return { itemId: item.id, number: item.number, matches, left: desk.left(item.id) }
}
