import { readCustomer } from '../customers/customers.service.ts'
import { keepDocument } from '../documents/documents.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import { payCharges, takeBackCharges } from '../payments/payments.service.ts'
import { readProofFile } from '../proofs/proofs.service.ts'
import type { ChargesOfCustomer, chargesContract } from './charges.contract.ts'
import { entry, outstandingCharges } from './charges.ledger.ts'
import {
  customersNamed,
  type EntryRecord,
  entriesOf,
  entriesOfDebit,
  entryById,
  insertEntries,
  isItemOf,
  principalOf,
  receiptsLeft,
} from './charges.repository.ts'
import { type ChargeSum, merged, type Part, spreadPayment } from './charges.rules.ts'

export { claimCharges, feesBorne, outstandingCharges, withdrawCharges } from './charges.ledger.ts'
// What other slices build on.
export { fixedSumOf, type LateTerms, lateTermsOf } from './charges.terms.ts'

const EVENTS_UNDOABLE: ReadonlySet<EntryRecord['event']> = new Set(['paid', 'waived'])

const toEntry = (row: EntryRecord): ChargesOfCustomer['entries'][number] => ({
  id: row.id,
  day: row.day,
  by: row.by,
  kind: row.kind,
  event: row.event,
  currency: row.currency,
  amount: row.amount,
  itemId: row.item_id,
  itemNumber: row.item_number,
  letterId: row.letter_id,
  letterReference: row.letter_reference,
  reason: row.reason,
  creditItemId: row.credit_item_id,
  creditNumber: row.credit_number,
  documentId: row.document_id,
  documentName: row.document_name,
  stands: row.stands === 1,
  undoable: row.stands === 1 && EVENTS_UNDOABLE.has(row.event),
})

const totalsOf = (sums: readonly ChargeSum[]): ChargesOfCustomer['totals'] =>
  [...Map.groupBy(sums, ({ currency, kind }) => `${currency} ${kind}`).values()].map((group) => {
    const { currency, kind } = group[0] as ChargeSum
    const total = (of: 'claimed' | 'paid' | 'waived' | 'withdrawn' | 'open') =>
      group.reduce((sum, one) => sum + one[of], 0)
    return {
      currency,
      kind,
      claimed: total('claimed'),
      paid: total('paid'),
      waived: total('waived'),
      withdrawn: total('withdrawn'),
      open: total('open'),
    }
  })

const ofCustomer = async (
  ctx: Pick<QueryContext, 'db' | 'today'>,
  customerId: string,
  asOf: Day = ctx.today,
): Promise<ChargesOfCustomer> => {
  await readCustomer(ctx, customerId)
  const [sums, entries, receipts] = await Promise.all([
    outstandingCharges(ctx, { asOf, customerIds: [customerId] }),
    entriesOf(ctx.db, customerId, asOf),
    receiptsLeft(ctx.db, customerId, asOf),
  ])
  const own = sums.get(customerId) ?? []
  return {
    totals: totalsOf(own),
    lines: own.map(({ itemDue: _due, invoice: _invoice, ...line }) => line),
    entries: entries.map(toEntry),
    receipts,
  }
}

const refuseDay = (ctx: CommandContext, day: Day): void => {
  if (day > ctx.today) throw new Refusal('charges.day-invalid', `${day} has not come yet`, { day, today: ctx.today })
}

/**
 * What is left of the customer's charges in a currency, on a day and still today: nothing is paid before it was claimed,
 * nor twice.
 */
const openSums = async (
  ctx: CommandContext,
  customerId: string,
  currency: string,
  day: Day = ctx.today,
): Promise<ChargeSum[]> => {
  const onDay = async (asOf: Day) =>
    ((await outstandingCharges(ctx, { asOf, customerIds: [customerId] })).get(customerId) ?? []).filter(
      (sum) => sum.currency === currency,
    )
  const today = await onDay(ctx.today)
  if (day === ctx.today) return today
  const then = await onDay(day)
  return today.map((sum) => {
    const open = then.find((one) => one.kind === sum.kind && one.itemId === sum.itemId)?.open ?? 0
    return { ...sum, open: Math.min(sum.open, open) }
  })
}

const refuseAbove = (sums: readonly ChargeSum[], parts: readonly Part[], currency: string): void => {
  for (const { kind, itemId, amount } of parts) {
    const open = sums.find((sum) => sum.kind === kind && sum.itemId === itemId)?.open ?? 0
    if (amount > open)
      throw new Refusal('charges.above-open', `${amount} is more than the ${open} left of ${kind}`, {
        kind,
        amount,
        open,
        currency,
      })
  }
}

type Waiving = { customerId: string; currency: string; lines: readonly Part[]; reason: string }

const waive = async (ctx: CommandContext, { customerId, currency, lines, reason }: Waiving): Promise<void> => {
  const parts = merged(lines)
  refuseAbove(await openSums(ctx, customerId, currency), parts, currency)
  await insertEntries(
    ctx.db,
    parts.map((part) => entry(ctx, part, { customer_id: customerId, currency, event: 'waived', reason })),
  )
}

type Cost = {
  customerId: string
  currency: string
  amount: Minor
  day?: Day | undefined
  itemId: string | null
  reason: string
  file: Blob | null
  fileName: string
}

const addCost = async (ctx: CommandContext, input: Cost): Promise<void> => {
  const { customerId, currency, amount, day = ctx.today, itemId, reason, file, fileName } = input
  await readCustomer(ctx, customerId)
  refuseDay(ctx, day)
  if (itemId !== null && !(await isItemOf(ctx.db, itemId, customerId, currency)))
    throw new Refusal('not-found', 'no such item of this customer', { id: itemId })
  const kept = file && (await readProofFile(fileName || 'document', file))
  const document = kept && (await keepDocument(ctx, kept.name, kept.mediaType, kept.bytes))
  await insertEntries(ctx.db, [
    entry(
      ctx,
      { kind: 'cost', itemId, amount },
      { customer_id: customerId, currency, event: 'claimed', day, reason, document_id: document?.id ?? null },
    ),
  ])
}

type Paid = {
  customerId: string
  currency: string
  day: Day
  amount: Minor
  creditItemId: string | null
  lines?: readonly Part[] | undefined
  note: string
}

const recordPaid = async (ctx: CommandContext, input: Paid): Promise<void> => {
  const { customerId, currency, day, amount, creditItemId, lines, note } = input
  refuseDay(ctx, day)
  const sums = await openSums(ctx, customerId, currency, day)
  const spread = lines ? { parts: merged(lines), left: 0 } : spreadPayment(sums, amount)
  const split = spread.parts.reduce((sum, part) => sum + part.amount, 0)
  if (spread.left > 0)
    throw new Refusal('charges.above-open', `${amount} is more than the ${split} left`, {
      amount,
      open: split,
      currency,
    })
  if (split !== amount)
    throw new Refusal('charges.split-differs', `the parts add up to ${split}, not ${amount}`, {
      split,
      amount,
      currency,
    })
  refuseAbove(sums, spread.parts, currency)
  const debit =
    creditItemId === null ? null : await payCharges(ctx, { customerId, currency, day, amount, creditItemId, note })
  await insertEntries(
    ctx.db,
    spread.parts.map((part) =>
      entry(ctx, part, {
        customer_id: customerId,
        currency,
        event: 'paid',
        day,
        reason: note,
        credit_item_id: creditItemId,
        debit_item_id: debit?.itemId ?? null,
      }),
    ),
  )
}

/** Takes back a payment or a waiver: of a payment from a receipt all its parts, so that the receipt has them free again. */
const undo = async (ctx: CommandContext, entryId: string, reason: string): Promise<string> => {
  const found = await entryById(ctx.db, entryId, ctx.today)
  if (!found) throw new Refusal('not-found', 'no such entry', { id: entryId })
  if (found.stands === 0 || !EVENTS_UNDOABLE.has(found.event))
    throw new Refusal('charges.not-undoable', 'this entry cannot be taken back', { event: found.event })
  const parts = found.debit_item_id ? await entriesOfDebit(ctx.db, found.debit_item_id, ctx.today) : [found]
  await insertEntries(
    ctx.db,
    parts.map(({ id, customer_id, currency, kind, item_id: itemId, amount, day }) =>
      // From its own day, as if it had never been.
      entry(ctx, { kind, itemId, amount }, { customer_id, currency, event: 'undone', day, reason, refers_to: id }),
    ),
  )
  if (found.debit_item_id) await takeBackCharges(ctx, found.debit_item_id)
  return found.customer_id
}

type Listing = { currency?: string | undefined; only: 'all' | 'nothing-else'; offset: number; limit: number }

const list = async (ctx: QueryContext, { currency, only, offset, limit }: Listing) => {
  const sums = await outstandingCharges(ctx, { asOf: ctx.today })
  const accounts = [...sums].flatMap(([customerId, lines]) =>
    [...Map.groupBy(lines, (line) => line.currency)].flatMap(([code, group]) => {
      const of = (kind: ChargeSum['kind']) =>
        group.reduce((total, one) => total + (one.kind === kind ? one.open : 0), 0)
      const parts = { interest: of('interest'), indemnities: of('indemnity'), fees: of('fee'), costs: of('cost') }
      const open = parts.interest + parts.indemnities + parts.fees + parts.costs
      return open > 0 && (currency === undefined || code === currency)
        ? [{ customerId, currency: code, ...parts, open }]
        : []
    }),
  )
  const ids = accounts.map(({ customerId }) => customerId)
  const [principal, customers] = await Promise.all([principalOf(ctx.db, ctx.today, ids), customersNamed(ctx.db, ids)])
  const rows = accounts
    .map((account) => ({
      ...account,
      customerCode: customers.get(account.customerId)?.code ?? '',
      customerName: customers.get(account.customerId)?.name ?? '',
      principal: principal.get(`${account.customerId} ${account.currency}`) ?? 0,
    }))
    .filter((row) => only === 'all' || row.principal === 0)
    .sort((a, b) => b.open - a.open || a.customerName.localeCompare(b.customerName))
  return { total: rows.length, customers: rows.slice(offset, offset + limit) }
}

export const chargesCalls: Handlers<typeof chargesContract> = {
  ofCustomer: (ctx, { customerId, asOf }) => ofCustomer(ctx, customerId, asOf),
  list: (ctx, input) => list(ctx, input),
  waive: async (ctx, input) => {
    await waive(ctx, input)
    return ofCustomer(ctx, input.customerId)
  },
  addCost: async (ctx, input) => {
    await addCost(ctx, input)
    return ofCustomer(ctx, input.customerId)
  },
  recordPaid: async (ctx, input) => {
    await recordPaid(ctx, input)
    return ofCustomer(ctx, input.customerId)
  },
  undo: async (ctx, { entryId, reason }) => ofCustomer(ctx, await undo(ctx, entryId, reason)),
}
