import type { CommandContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import type { PaymentMethod } from '../payments/payments.contract.ts'
import {
  allocateMatches,
  grantDiscount,
  recordReceipt,
  recordReceipts,
  writeOff,
} from '../payments/payments.service.ts'
import { leftOf, openLine } from './bank.lines.ts'
import { addTraces, itemsNamed, type LineRecord, setStates } from './bank.repository.ts'
import type { BankLineTraceTable } from './bank.table.ts'
import type { Proposed } from './match.model.ts'
import { labelOf } from './match.text.rules.ts'
import { learn } from './payers.repository.ts'
import type { BankLineKind } from './statement.model.ts'

type Placed = { itemId: string; amount: Minor }
export type Part = {
  customerId: string
  amount: Minor
  allocate: 'none' | 'oldest' | Placed[]
  credits: Placed[]
  discounts: (Placed & { taxRate: string })[]
  writeOffs: Placed[]
}

const methods: Partial<Record<BankLineKind, PaymentMethod>> = {
  transfer: 'transfer',
  direct_debit: 'direct_debit',
  cheque: 'cheque',
  draft: 'draft',
  card: 'card',
  cash: 'cash',
}

const LONGEST_REFERENCE = 100

/** A receipt as a line tells it: what the bank wrote is what it is known by. */
const receiptOf = (line: LineRecord, customerId: string, amount: Minor) => ({
  customerId,
  day: line.booked,
  amount,
  currency: line.currency,
  method: methods[line.kind] ?? ('other' as const),
  reference: (line.text || line.reference || line.party).replace(/\s+/g, ' ').trim().slice(0, LONGEST_REFERENCE),
  bankLineId: line.id,
})

type Trace = BankLineTraceTable
const traceOf = (lineId: string, kind: Trace['kind'], ref: string): Trace => ({ line_id: lineId, kind, ref })

/** What a choice teaches: the payer's account and label stand for the customer from now on. */
const lessonsOf = (line: LineRecord, customerId: string) => [
  ...(line.party_account ? [{ kind: 'account' as const, value: line.party_account, customer_id: customerId }] : []),
  ...[labelOf(line)].filter(Boolean).map((value) => ({ kind: 'label' as const, value, customer_id: customerId })),
]

/** Learns from lines whose payer is known now, and remembers it for the day the line is opened again. */
export const learnFrom = async (
  ctx: CommandContext,
  choices: readonly { line: LineRecord; customerId: string }[],
): Promise<void> => {
  const lessons = choices.flatMap(({ line, customerId }) =>
    lessonsOf(line, customerId).map((lesson) => ({ line, lesson })),
  )
  await learn(
    ctx.db,
    lessons.map(({ lesson }) => lesson),
    ctx.today,
  )
  await addTraces(
    ctx.db,
    lessons.map(({ line, lesson }) => traceOf(line.id, lesson.kind, `${lesson.value}\t${lesson.customer_id}`)),
  )
}

export const close = (ctx: CommandContext, lines: readonly LineRecord[]): Promise<number> =>
  setStates(
    ctx.db,
    lines.map(({ id }) => ({ id, state: 'matched', day: ctx.today, user: ctx.user, reason: '' })),
  )

/** Credits first, then the receipt: who settles how much of each item. */
const shared = (allocate: readonly Placed[], credits: readonly Placed[]) => {
  const byCredit: { debitId: string; creditId: string; amount: Minor }[] = []
  const waiting = credits.map((credit) => ({ ...credit }))
  const byReceipt = allocate.flatMap(({ itemId, amount }) => {
    let rest = amount
    for (const credit of waiting) {
      const part = Math.min(rest, credit.amount)
      if (part === 0) continue
      byCredit.push({ debitId: itemId, creditId: credit.itemId, amount: part })
      credit.amount -= part
      rest -= part
    }
    return rest > 0 ? [{ itemId, amount: rest }] : []
  })
  const unused = waiting.reduce((sum, { amount }) => sum + amount, 0)
  return { byCredit, byReceipt, unused }
}

const refuseAboveLine = (line: LineRecord, asked: Minor, left: Minor): void => {
  if (asked > left)
    throw new Refusal('bank.above-line', `${asked} is more than the ${left} left of the line`, {
      asked,
      left,
      currency: line.currency,
    })
}

/** Items of a part belong to its customer and are in the line's currency. */
const refuseStrangers = async (ctx: CommandContext, line: LineRecord, part: Part): Promise<void> => {
  const named = [
    ...(Array.isArray(part.allocate) ? part.allocate : []),
    ...part.credits,
    ...part.discounts,
    ...part.writeOffs,
  ]
  const items = await itemsNamed(
    ctx.db,
    named.map(({ itemId }) => itemId),
  )
  for (const { itemId } of named)
    if (!items.some(({ id }) => id === itemId)) throw new Refusal('not-found', 'no such item', { id: itemId })
  for (const item of items) {
    if (item.customer_id !== part.customerId)
      throw new Refusal('match.other-customer', `${item.number} is another customer’s`, { number: item.number })
    if (item.currency !== line.currency)
      throw new Refusal('bank.other-currency', `${item.number} is in ${item.currency}`, { number: item.number })
  }
}

/** Makes a receipt for each part of a line and settles what the part names; never above the line. */
export const matchLine = async (ctx: CommandContext, lineId: string, parts: readonly Part[]): Promise<void> => {
  const line = await openLine(ctx, lineId, ['receipt'])
  const left = leftOf(line)
  const asked = parts.reduce((sum, { amount }) => sum + amount, 0)
  refuseAboveLine(line, asked, left)
  const traces: Trace[] = []
  for (const part of parts) traces.push(...(await settlePart(ctx, line, part)))
  await addTraces(ctx.db, traces)
  await learnFrom(
    ctx,
    [...new Set(parts.map(({ customerId }) => customerId))].map((customerId) => ({ line, customerId })),
  )
  if (asked === left) await close(ctx, [line])
}

const settlePart = async (ctx: CommandContext, line: LineRecord, part: Part): Promise<Trace[]> => {
  await refuseStrangers(ctx, line, part)
  const traces: Trace[] = []
  const placed = Array.isArray(part.allocate) ? part.allocate : []
  const { byCredit, byReceipt, unused } = shared(placed, part.credits)
  if (unused > 0)
    throw new Refusal('input.invalid', 'credits are deducted from the items named: name more, or deduct less', {
      field: 'credits',
      unused,
    })
  if (byCredit.length > 0)
    for (const { id } of await allocateMatches(ctx, byCredit, { origin: 'bank' }))
      traces.push(traceOf(line.id, 'match', id))
  const allocate = Array.isArray(part.allocate) ? (byReceipt.length > 0 ? byReceipt : 'none') : part.allocate
  const receipt = await recordReceipt(ctx, {
    ...receiptOf(line, part.customerId, part.amount),
    allocate,
    origin: 'bank',
  })
  traces.push(traceOf(line.id, 'item', receipt.itemId))
  for (const { itemId, amount, taxRate } of part.discounts) {
    const made = await grantDiscount(ctx, { itemId, day: line.booked, amount, taxRate, note: '' })
    traces.push(traceOf(line.id, 'item', made.itemId))
  }
  for (const { itemId, amount } of part.writeOffs) {
    const made = await writeOff(ctx, { itemId, day: line.booked, amount, note: '' })
    traces.push(traceOf(line.id, 'item', made.itemId))
  }
  return traces
}

/** The part that a candidate stands for. */
const partOf = (line: LineRecord, { customerId, placed, credits }: Proposed): Part => ({
  customerId,
  amount: leftOf(line),
  allocate: placed.map(({ item, amount }) => ({ itemId: item.id, amount })),
  credits: credits.map(({ item, amount }) => ({ itemId: item.id, amount })),
  discounts: [],
  writeOffs: [],
})

/** Settles many lines by candidates that need no look; those without credits in a few statements. */
export const matchMany = async (
  ctx: CommandContext,
  chosen: readonly { line: LineRecord; candidate: Proposed }[],
): Promise<void> => {
  const plain = chosen.filter(({ candidate }) => candidate.credits.length === 0)
  const settled = await recordReceipts(
    ctx,
    plain.map(({ line, candidate }) => ({
      ...receiptOf(line, candidate.customerId, leftOf(line)),
      allocate: candidate.placed.map(({ item, amount }) => ({ itemId: item.id, amount })),
    })),
    'bank',
  )
  await addTraces(
    ctx.db,
    plain.flatMap(({ line }, place) =>
      settled.slice(place, place + 1).map(({ itemId }) => traceOf(line.id, 'item', itemId)),
    ),
  )
  await learnFrom(
    ctx,
    plain.map(({ line, candidate }) => ({ line, customerId: candidate.customerId })),
  )
  await close(
    ctx,
    plain.map(({ line }) => line),
  )
  for (const { line, candidate } of chosen)
    if (candidate.credits.length > 0) await matchLine(ctx, line.id, [partOf(line, candidate)])
}
