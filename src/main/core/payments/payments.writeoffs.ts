import { shareOf } from '../exchange/exchange.rules.ts'
import type { CommandContext } from '../kernel/context.ts'
import { type Day, maxDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import { leftOf, type Side } from './matching.rules.ts'
import { type Desk, openDesk } from './payments.desk.ts'
import { newItems } from './payments.items.ts'
import { itemsById, matchesInForce } from './payments.repository.ts'
import type { AdjustmentTable } from './payments.table.ts'

const saying = (itemId: string, rest: Partial<AdjustmentTable>): AdjustmentTable => ({
  item_id: itemId,
  reason: 'write_off',
  tax: 0,
  tax_rate: '',
  counter_reference: '',
  counter_amount: null,
  note: '',
  policy_version: null,
  ...rest,
})

/** Worth of a part of what is left of an item, above zero: what is given up, or is owed again, makes no exchange difference. */
const worthOf = (side: Side, amount: Minor): Minor | null =>
  side.base === null ? null : shareOf(Math.abs(side.base) - side.baseMatched, amount, leftOf(side))

export type Loss = { itemId: string; amount: Minor; tax: Minor; taxRate: string }
export type BookedLoss = { itemId: string; creditId: string; number: string }

/**
 * Writes off debts that somebody with authority gave up: a credit for each, matched with it on the day given. Refuses
 * `payment.not-a-debt`, `match.above-open`, and `match.day-too-early` where it was not open enough on that day.
 */
export const bookLosses = async (
  ctx: CommandContext,
  { losses, day, reference, policyVersion }: Booking & { losses: readonly Loss[]; policyVersion: number | null },
): Promise<BookedLoss[]> => {
  const ids = losses.map(({ itemId }) => itemId)
  const targets = new Map((await itemsById(ctx.db, ids)).map((item) => [item.id, item]))
  const desk = await openDesk(ctx, { itemIds: ids })
  const items = await newItems(
    ctx,
    losses.map(({ itemId, amount }) => {
      const target = targets.get(itemId)
      if (!target) throw new Refusal('not-found', 'no such item', { id: itemId })
      if (target.amount < 0)
        throw new Refusal('payment.not-a-debt', `${target.number} is no debt`, { number: target.number })
      const side = desk.side(itemId)
      if (amount > leftOf(side)) throw aboveOpen(side, amount)
      const base = worthOf(side, amount)
      return {
        series: 'EC',
        customerId: target.customer_id,
        kind: 'adjustment',
        day,
        currency: target.currency,
        amount: -amount,
        label: reference,
        base: base === null ? null : -base,
      } as const
    }),
  )
  const booked = losses.map(({ itemId, amount, tax, taxRate }, place): BookedLoss => {
    const item = items[place] as (typeof items)[number]
    desk.add(item, {
      adjustment: saying(item.id, { tax, tax_rate: taxRate, note: reference, policy_version: policyVersion }),
    })
    desk.match(itemId, item.id, amount, { day })
    return { itemId, creditId: item.id, number: item.number }
  })
  await desk.write()
  return booked
}

type Booking = { day: Day; reference: string }
export type Reopening = { itemId: string; creditId: string; amount: Minor }

const aboveOpen = ({ number, currency, ...side }: Side, amount: Minor): Refusal =>
  new Refusal(
    'match.above-open',
    `${amount} is more than the ${leftOf({ number, currency, ...side })} open of ${number}`,
    {
      number,
      amount,
      open: leftOf({ number, currency, ...side }),
      currency,
    },
  )

/**
 * Takes a part of what was written off back from a day on: the debt is owed again at its own due day, and a debit takes
 * up the credit that gave it up, so that the account says the same of every day before. Returns that debit of each.
 */
export const reopenLosses = async (
  ctx: CommandContext,
  { parts, day, reference }: Booking & { parts: readonly Reopening[] },
): Promise<{ itemId: string; debitId: string }[]> => {
  const desk = await openDesk(ctx, { itemIds: parts.flatMap(({ itemId, creditId }) => [itemId, creditId]) })
  for (const part of parts) await takeBack(ctx, desk, part, day)
  const items = await newItems(
    ctx,
    parts.map(({ creditId, amount }) => {
      const credit = desk.side(creditId)
      return {
        series: 'EC',
        customerId: credit.customerId,
        kind: 'adjustment',
        day,
        currency: credit.currency,
        amount,
        label: reference,
        base: worthOf(credit, amount),
      } as const
    }),
  )
  const debits = parts.map(({ itemId, creditId, amount }, place) => {
    const item = items[place] as (typeof items)[number]
    desk.add(item, { adjustment: saying(item.id, { note: reference }) })
    desk.match(item.id, creditId, amount, { day })
    return { itemId, debitId: item.id }
  })
  await desk.write()
  return debits
}

/** The whole match ends on that day, and what stays written off is matched again. */
const takeBack = async (
  ctx: CommandContext,
  desk: Desk,
  { itemId, creditId, amount }: Reopening,
  day: Day,
): Promise<void> => {
  const matches = (await matchesInForce(ctx.db, creditId)).filter((match) => match.debit_id === itemId)
  const written = matches.reduce((sum, match) => sum + match.amount, 0)
  const { number, currency } = desk.side(itemId)
  if (amount > written)
    throw new Refusal('write-off.above-written', `${written} of ${number} is written off, not ${amount}`, {
      number,
      amount,
      written,
      currency,
    })
  const from = matches.reduce<Day>((latest, match) => maxDay(latest, match.day), '')
  if (day < from)
    throw new Refusal('write-off.day-too-early', `${number} was written off on ${from}`, {
      number,
      day,
      earliest: from,
    })
  for (const match of matches) desk.takeBack(match, 'recovered', day)
  if (written > amount) desk.match(itemId, creditId, written - amount, { day })
}
