import { uuidv7 } from 'uuidv7'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import { allocateMatches, reopenLosses } from '../payments/payments.service.ts'
import { refuseFuture } from './writeoffs.decide.ts'
import { readRecord, readWriteOff, sumOf } from './writeoffs.read.ts'
import { insertRecovery, itemsOf, receiptOf, type WriteOffRecord, type WrittenItem } from './writeoffs.repository.ts'
import { taxRecovered } from './writeoffs.rules.ts'
import type { WriteOff } from './writeoffs.schema.ts'

export type Recovering = {
  id: string
  day?: Day | undefined
  items?: readonly { itemId: string; amount: Minor }[] | undefined
  receiptId: string | null
  reason: string
}

type Part = { item: WrittenItem; amount: Minor }

const stillOff = ({ amount, recovered }: WrittenItem): Minor => amount - recovered

/** What is owed again: as told, else as far as the receipt goes, the oldest first, else all that is left. */
const partsOf = (items: readonly WrittenItem[], wanted: Recovering['items'], available: Minor | null): Part[] => {
  if (wanted) {
    return wanted.map(({ itemId, amount }) => {
      const item = items.find((one) => one.item_id === itemId)
      if (!item) throw new Refusal('not-found', 'no such item in this write-off', { id: itemId })
      return { item, amount }
    })
  }
  let left = available ?? Number.POSITIVE_INFINITY
  return items.flatMap((item) => {
    const amount = Math.min(stillOff(item), left)
    left -= amount
    return amount > 0 ? [{ item, amount }] : []
  })
}

const refuseAbove = (parts: readonly Part[], currency: string): void => {
  for (const { item, amount } of parts)
    if (amount > stillOff(item))
      throw new Refusal(
        'write-off.above-written',
        `${stillOff(item)} of ${item.number} is written off, not ${amount}`,
        {
          number: item.number,
          amount,
          written: stillOff(item),
          currency,
        },
      )
}

const receiptFor = async (ctx: CommandContext, row: WriteOffRecord, receiptId: string) => {
  const receipt = await receiptOf(ctx.db, receiptId)
  if (!receipt) throw new Refusal('not-found', 'no such receipt', { id: receiptId })
  const { number } = receipt
  if (receipt.kind !== 'payment' || receipt.customer_id !== row.customer_id || receipt.currency !== row.currency)
    throw new Refusal('write-off.receipt-invalid', `${number} is no receipt of this account`, { number })
  return receipt
}

/**
 * Takes a write-off back from a day on: what a receipt pays of it after all, matched with that receipt, or what should not
 * have been given up, which is then owed again. Refuses more than is still written off, or than the receipt holds.
 */
export const recoverWriteOff = async (
  ctx: CommandContext,
  { id, day = ctx.today, items: wanted, receiptId, reason }: Recovering,
): Promise<WriteOff> => {
  const row = await readRecord(ctx, id)
  const { reference, currency } = row
  if (row.state !== 'booked') throw new Refusal('write-off.not-booked', `${reference} is ${row.state}`, { reference })
  if (receiptId === null && reason === '') throw new Refusal('write-off.note-missing', 'say why it is taken back')
  refuseFuture(day, ctx.today)
  const receipt = receiptId === null ? null : await receiptFor(ctx, row, receiptId)
  const parts = partsOf(await itemsOf(ctx.db, [id], ctx.today), wanted, receipt?.left ?? null)
  if (parts.length === 0) throw new Refusal('write-off.not-booked', `nothing of ${reference} is left`, { reference })
  refuseAbove(parts, currency)
  const amount = sumOf(parts.map((part) => part.amount))
  if (receipt && amount > receipt.left)
    throw new Refusal('write-off.above-receipt', `${receipt.number} holds ${receipt.left}, not ${amount}`, {
      number: receipt.number,
      left: receipt.left,
      amount,
      currency,
    })
  const debits = await reopenLosses(ctx, {
    parts: parts.map(({ item, amount }) => ({ itemId: item.item_id, creditId: item.credit_id as string, amount })),
    day,
    reference,
  })
  if (receiptId !== null)
    await allocateMatches(
      ctx,
      parts.map(({ item, amount }) => ({ debitId: item.item_id, creditId: receiptId, amount })),
      { day },
    )
  const recoveryId = uuidv7()
  await insertRecovery(
    ctx.db,
    {
      id: recoveryId,
      write_off_id: id,
      day,
      at: ctx.now,
      by: ctx.user,
      kind: receiptId === null ? 'reversed' : 'received',
      reason,
      receipt_id: receiptId,
    },
    parts.map(({ item, amount }, place) => ({
      recovery_id: recoveryId,
      item_id: item.item_id,
      amount,
      tax: taxRecovered(item, { amount: item.recovered, tax: item.recovered_tax }, amount),
      debit_id: (debits[place] as (typeof debits)[number]).debitId,
    })),
  )
  return readWriteOff(ctx, id)
}
