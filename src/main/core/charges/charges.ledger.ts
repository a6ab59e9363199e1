import { uuidv7 } from 'uuidv7'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { claimsOfLetter, feesByItem, insertEntries, letterOf, sumsAsOf } from './charges.repository.ts'
import { type ChargeSum, type Part, sumOf } from './charges.rules.ts'
import type { ChargeEntryTable } from './charges.table.ts'

type Reading = Pick<QueryContext, 'db'>

/** An entry of the working day by the acting user. */
export const entry = (
  ctx: CommandContext,
  { kind, itemId, amount }: Part,
  rest: Pick<ChargeEntryTable, 'customer_id' | 'currency' | 'event'> & Partial<ChargeEntryTable>,
): ChargeEntryTable => ({
  id: uuidv7(),
  item_id: itemId,
  letter_id: null,
  kind,
  amount,
  day: ctx.today,
  at: ctx.now,
  by: ctx.user,
  reason: '',
  refers_to: null,
  credit_item_id: null,
  debit_item_id: null,
  document_id: null,
  ...rest,
})

/**
 * What was claimed beside the invoices by a day and is left of it, by customer: per currency, kind and item (null of fees
 * and costs that are no single invoice's). Payments count while the receipt that made them stands; charges outlive the
 * payment of their invoice.
 */
export const outstandingCharges = async (
  ctx: Reading,
  { asOf, customerIds }: { asOf: Day; customerIds?: readonly string[] | undefined },
): Promise<Map<string, ChargeSum[]>> => {
  const records = await sumsAsOf(ctx.db, asOf, customerIds)
  const byCustomer = new Map<string, ChargeSum[]>()
  for (const record of records) {
    const { customer_id, currency, kind, item_id, claimed, paid, waived, withdrawn } = record
    const sums = byCustomer.get(customer_id) ?? []
    byCustomer.set(customer_id, sums)
    sums.push(
      sumOf(
        {
          currency,
          kind,
          itemId: item_id,
          itemNumber: record.item_number,
          itemDue: record.item_due,
          invoice: record.invoice,
          itemSettled: record.settled === 1,
          claimed,
          paid,
          waived,
          withdrawn,
        },
        record.credited === 1,
      ),
    )
  }
  return byCustomer
}

/** By open item, the levels whose fee it has borne in a letter that was not withdrawn. */
export const feesBorne = async (ctx: Reading, asOf: Day): Promise<ReadonlyMap<string, ReadonlySet<number>>> => {
  const byItem = Map.groupBy(await feesByItem(ctx.db, asOf), ({ itemId }) => itemId)
  return new Map([...byItem].map(([itemId, rows]) => [itemId, new Set(rows.map(({ level }) => level))]))
}

/**
 * Writes what a letter claims, inside the transaction that issues it. Lines are what it adds to earlier letters; one below
 * zero takes back interest that a payment told later lowers.
 */
export const claimCharges = async (
  ctx: CommandContext,
  letterId: string,
  day: Day,
  lines: readonly Part[],
): Promise<void> => {
  if (lines.length === 0) return
  const letter = await letterOf(ctx.db, letterId)
  if (!letter) throw new Refusal('not-found', 'no such letter', { id: letterId })
  const { customer_id, currency } = letter
  const rest = { customer_id, currency, letter_id: letterId, day }
  // What was paid or waived since the letter's day is no longer there to be taken back.
  const lowered = lines.some(({ amount }) => amount < 0)
  const sums = lowered ? await outstandingCharges(ctx, { asOf: ctx.today, customerIds: [customer_id] }) : null
  const openOf = ({ kind, itemId }: Part) =>
    sums?.get(customer_id)?.find((sum) => sum.currency === currency && sum.kind === kind && sum.itemId === itemId)
      ?.open ?? 0
  await insertEntries(
    ctx.db,
    lines.flatMap((line) => {
      if (line.amount > 0) return [entry(ctx, line, { ...rest, event: 'claimed' })]
      const amount = Math.min(-line.amount, openOf(line))
      return amount > 0 ? [entry(ctx, { ...line, amount }, { ...rest, event: 'withdrawn' })] : []
    }),
  )
}

/** Withdraws what a letter claimed, when it is cancelled: as far as it was neither paid nor waived. */
export const withdrawCharges = async (ctx: CommandContext, letterId: string, day: Day): Promise<void> => {
  const claims = (await claimsOfLetter(ctx.db, letterId)).filter(({ withdrawn }) => withdrawn === 0)
  const [first] = claims
  if (!first) return
  const sums = (await outstandingCharges(ctx, { asOf: day, customerIds: [first.customer_id] })).get(first.customer_id)
  const entries: ChargeEntryTable[] = []
  for (const { id, customer_id, currency, kind, item_id: itemId, amount } of claims) {
    const open = sums?.find((sum) => sum.currency === currency && sum.kind === kind && sum.itemId === itemId)?.open ?? 0
    const left = Math.min(amount, open)
    if (left > 0)
      entries.push(
        entry(
          ctx,
          { kind, itemId, amount: left },
          { customer_id, currency, event: 'withdrawn', letter_id: letterId, refers_to: id, day },
        ),
      )
  }
  await insertEntries(ctx.db, entries)
}
