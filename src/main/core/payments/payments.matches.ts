import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import type { AllocationTable } from '../receivables/receivables.table.ts'
import { freeFrom, leftOf, type MatchDay } from './matching.rules.ts'
import type { Match } from './payments.contract.ts'
import { type Desk, type Origin, openDesk } from './payments.desk.ts'
import {
  bounceOf,
  chargeDebits,
  deleteItem,
  deleteMatches,
  type ItemRecord,
  itemsById,
  matchesBounced,
  matchesById,
  matchRowsOf,
  namesItem,
  paymentOf,
  setBankLine,
  writeOffOf,
} from './payments.repository.ts'

export type MatchToMake = { debitId: string; creditId: string; amount: Minor } & MatchDay

/** Matches debits with credits as told, each one seeing what those before it left. */
export const matchAsTold = async (
  ctx: CommandContext,
  matches: readonly MatchToMake[],
  origin: Origin,
): Promise<Match[]> => {
  if (matches.length === 0) return []
  const itemIds = [...new Set(matches.flatMap(({ debitId, creditId }) => [debitId, creditId]))]
  const desk = await openDesk(ctx, { itemIds, origin })
  const made = matches.map(({ debitId, creditId, amount, ...when }) => desk.match(debitId, creditId, amount, when))
  await desk.write()
  return made
}

/** Matches debits with credits by hand or from a bank statement, all on one day or each on the first it can be. */
export const allocateMatches = (
  ctx: CommandContext,
  matches: readonly { debitId: string; creditId: string; amount: Minor }[],
  { day, origin = 'manual' }: { day?: Day | undefined; origin?: Origin | undefined } = {},
): Promise<Match[]> =>
  matchAsTold(
    ctx,
    matches.map((match) => ({ ...match, day })),
    origin,
  )

/** Matches all that a customer has in credit with their oldest debts, in one currency or in each. */
export const allocateOldest = async (ctx: CommandContext, customerId: string, currency?: string): Promise<Match[]> => {
  const desk = await openDesk(ctx, { customerIds: [customerId] })
  const currencies = currency ? [currency] : desk.currenciesOf(customerId)
  const made = currencies.flatMap((one) => {
    const debits = desk.open(customerId, one, 'debits')
    return desk.open(customerId, one, 'credits').flatMap((credit) => desk.settle(credit.id, debits, leftOf(credit)))
  })
  await desk.write()
  return made
}

/**
 * Takes matches back from their own day, as if they had never been. A match of a bounce stays: the bounce itself is
 * removed. Refuses `match.undone` for one that was taken back before.
 */
export const undoMatches = async (
  ctx: CommandContext,
  matchIds: readonly string[],
  because: 'mistake' | 'cancelled',
  origin: Origin = 'manual',
): Promise<{ matches: Match[]; items: string[] }> => {
  const ids = [...new Set(matchIds)]
  const found = new Map((await matchesById(ctx.db, ids)).map((match) => [match.id, match]))
  const undone = ids.map((id) => {
    const match = found.get(id)
    if (!match) throw new Refusal('not-found', 'no such match', { id })
    return match
  })
  const reference = await writeOffOf(
    ctx.db,
    undone.map(({ credit_id }) => credit_id),
  )
  if (reference !== null)
    throw new Refusal('match.of-write-off', `${reference} wrote it off: take that back instead`, { reference })
  const items = [...new Set(undone.flatMap(({ debit_id, credit_id }) => [debit_id, credit_id]))]
  const [charges] = await chargeDebits(ctx.db, items)
  if (charges)
    throw new Refusal('match.of-charges', 'charges were paid: take that payment back among the charges', {
      id: charges,
    })
  const desk = await openDesk(ctx, { itemIds: items, origin })
  const matches: Match[] = []
  for (const { taken_back, ...match } of undone) {
    const names = { debit: desk.side(match.debit_id).number, credit: desk.side(match.credit_id).number }
    if (taken_back !== null)
      throw new Refusal('match.undone', `the match of ${names.debit} with ${names.credit} is undone already`, names)
    if ((await paymentOf(ctx.db, match.debit_id))?.bounces_id === match.credit_id)
      throw new Refusal('match.of-bounce', `${names.debit} takes ${names.credit} back: remove it instead`, names)
    matches.push(desk.takeBack(match, because))
  }
  await desk.write()
  return { matches, items }
}

/** Made in the program, not read from a file: what may be removed. */
export const isByHand = (item: Pick<ItemRecord, 'kind' | 'source_key' | 'import_id' | 'journal'>): boolean =>
  item.source_key === null &&
  item.import_id === null &&
  item.journal === '' &&
  (item.kind === 'payment' || item.kind === 'adjustment' || item.kind === 'credit_note')

/**
 * Removes a movement entered by mistake, once its matches are undone. Removing a bounce puts back the matches that it
 * took back, as they were.
 */
export const removeMovement = async (ctx: CommandContext, itemId: string): Promise<void> => {
  const [item] = await itemsById(ctx.db, [itemId])
  if (!item) throw new Refusal('not-found', 'no such item', { id: itemId })
  const { number } = item
  if (!isByHand(item)) throw new Refusal('payment.not-removable', `${number} was not entered by hand`, { number })
  const payment = await paymentOf(ctx.db, itemId)
  if (payment?.bank_line_id) throw new Refusal('payment.cleared', `${number} stands on a bank statement`, { number })
  const bounce = await bounceOf(ctx.db, itemId)
  if (bounce)
    throw new Refusal('payment.already-bounced', `${number} came back on ${bounce.booked}`, {
      number,
      day: bounce.booked,
    })
  const own = await matchRowsOf(ctx.db, itemId)
  const receiptId = payment?.bounces_id ?? null
  const undone = new Set(own.flatMap(({ reverses }) => reverses ?? []))
  const inForce = own.filter(
    (row) => row.reverses === null && !undone.has(row.id) && (receiptId === null || row.credit_id !== receiptId),
  )
  if (inForce.length > 0)
    throw new Refusal('payment.still-matched', `${number} is matched: undo that first`, {
      number,
      matches: inForce.length,
    })
  if (await namesItem(ctx.db, itemId))
    throw new Refusal('payment.in-use', `a letter, a dispute or a plan names ${number}`, { number })
  const returned = receiptId === null ? [] : await matchesBounced(ctx.db, receiptId)
  // A payment of charges stays taken back: that part of the receipt is free, to be recorded again.
  const charges = await chargeDebits(
    ctx.db,
    returned.map(({ debit_id }) => debit_id),
  )
  const bounced = returned.filter(({ debit_id }) => !charges.includes(debit_id))
  const removed = [...own, ...bounced]
  const desk = await openDesk(ctx, { itemIds: removed.flatMap((row) => [row.debit_id, row.credit_id]) })
  desk.forget(own)
  for (const row of bounced) putBack(desk, row)
  await deleteMatches(
    ctx.db,
    removed.map(({ id }) => id),
  )
  await desk.write()
  await deleteItem(ctx.db, itemId)
}

/** What a bounce reopened may have been settled otherwise since: then it cannot be put back. */
const putBack = (desk: Desk, takenBack: AllocationTable): void => {
  const side = desk.side(takenBack.debit_id)
  const amount = -takenBack.amount
  const from = freeFrom(side, amount)
  if (from === null || from > takenBack.day)
    throw new Refusal('match.above-open', `${side.number} was settled otherwise since`, {
      number: side.number,
      amount,
      open: leftOf(side),
      currency: side.currency,
    })
  desk.forget([takenBack])
}

/**
 * Marks a receipt or refund as seen on a bank statement, or as not. Refuses `payment.cleared` for one that another line
 * has cleared.
 */
export const clearOnBank = async (ctx: CommandContext, itemId: string, bankLineId: string | null): Promise<void> => {
  const [item] = await itemsById(ctx.db, [itemId])
  if (!item) throw new Refusal('not-found', 'no such item', { id: itemId })
  if (item.kind !== 'payment')
    throw new Refusal('payment.not-a-receipt', `${item.number} is no receipt`, { number: item.number })
  const held = (await paymentOf(ctx.db, itemId))?.bank_line_id ?? null
  if (held === bankLineId) return
  if (bankLineId !== null && held !== null)
    throw new Refusal('payment.cleared', `${item.number} stands on a bank statement already`, { number: item.number })
  await setBankLine(ctx.db, itemId, bankLineId)
}
