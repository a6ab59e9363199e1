import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import { keepDocument } from '../documents/documents.service.ts'
import { worthOn } from '../exchange/exchange.service.ts'
import { endPlansOf } from '../instalments/instalments.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import { type Day, notBefore } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Minor } from '../kernel/money.ts'
import { bookLosses } from '../payments/payments.service.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { readProofFile } from '../proofs/proofs.service.ts'
import { readRecord, readWriteOff, sumOf } from './writeoffs.read.ts'
import {
  type ItemFacts,
  insertWriteOff,
  insertWriteOffDocument,
  itemFacts,
  itemsOf,
  lastLetters,
  lastReference,
  proposalWith,
  setCredits,
  updateWriteOff,
  type WriteOffRecord,
} from './writeoffs.repository.ts'
import { approvalOf, referenceOf, taxOf } from './writeoffs.rules.ts'
import type { TaxStanding, WriteOff, WriteOffReason } from './writeoffs.schema.ts'

export type Proposal = {
  customerId: string
  items: readonly { itemId: string; amount?: Minor | undefined }[]
  reason: WriteOffReason
  note: string
  taxDue: TaxStanding['due']
  taxRate: string | null
  definitive: { on: Day; ground: NonNullable<TaxStanding['ground']> } | null
  evidence: readonly { name: string; file: Blob }[]
}

/** Debts of one customer in one currency, each with what is to be given up of it. */
const debtsOf = async (ctx: CommandContext, { customerId, items }: Pick<Proposal, 'customerId' | 'items'>) => {
  const wanted = new Map(items.map((item) => [item.itemId, item.amount]))
  const facts = await itemFacts(ctx.db, [...wanted.keys()], ctx.today)
  const known = new Set(facts.map(({ id }) => id))
  const missing = [...wanted.keys()].find((id) => !known.has(id))
  if (missing !== undefined) throw new Refusal('not-found', 'no such item', { id: missing })
  const currency = (facts[0] as ItemFacts).currency
  const mixed = facts.find((item) => item.customer_id !== customerId || item.currency !== currency)
  if (mixed)
    throw new Refusal('write-off.items-mixed', `${mixed.number} is of another account`, { number: mixed.number })
  const waiting = await proposalWith(ctx.db, [...known])
  if (waiting)
    throw new Refusal('write-off.item-proposed', `${waiting.number} is in ${waiting.reference} already`, waiting)
  const debts = facts.map((item) => ({ item, amount: amountOf(item, wanted.get(item.id)) }))
  return { currency, debts, amount: sumOf(debts.map(({ amount }) => amount)) }
}

const amountOf = ({ number, open, currency, amount: whole }: ItemFacts, wanted: Minor | undefined): Minor => {
  if (whole < 0) throw new Refusal('payment.not-a-debt', `${number} is no debt`, { number })
  if (open <= 0) throw new Refusal('payment.nothing-open', `nothing is open of ${number}`, { number })
  if (wanted !== undefined && wanted > open)
    throw new Refusal('match.above-open', `${wanted} is more than the ${open} open of ${number}`, {
      number,
      amount: wanted,
      open,
      currency,
    })
  return wanted ?? open
}

/**
 * Proposes to write debts of one customer off. Refuses `write-off.items-mixed`, `write-off.item-proposed`,
 * `write-off.note-missing` for a reason that says nothing by itself, and more than is open.
 */
export const proposeWriteOff = async (ctx: CommandContext, proposal: Proposal): Promise<WriteOff> => {
  const { customerId, reason, note, taxDue, taxRate, definitive, evidence } = proposal
  await readCustomer(ctx, customerId)
  if (reason === 'other' && note === '') throw new Refusal('write-off.note-missing', 'say why')
  refuseFuture(definitive?.on, ctx.today)
  const { currency, debts, amount } = await debtsOf(ctx, proposal)
  const { worth } = await worthOn(ctx, ctx.today)
  const id = uuidv7()
  const year = ctx.today.slice(0, 4)
  await insertWriteOff(
    ctx.db,
    {
      id,
      reference: referenceOf(year, (await lastReference(ctx.db, `PP-${year}-`)) + 1),
      customer_id: customerId,
      currency,
      amount,
      worth: worth(amount, currency) || null,
      reason,
      note,
      state: 'proposed',
      proposed_on: ctx.today,
      proposed_at: ctx.now,
      proposed_by: ctx.user,
      answered_on: null,
      answered_at: null,
      answered_by: '',
      answered_for: '',
      answer: '',
      day: null,
      policy_version: null,
      tax_due: taxDue,
      definitive_on: definitive?.on ?? null,
      definitive_ground: definitive?.ground ?? null,
      notice_sent_on: null,
      tax_claimed_on: null,
    },
    debts.map(({ item, amount }) => {
      const { tax, source, rate } = taxOf(amount, invoiceTax(item), taxRate)
      return {
        write_off_id: id,
        item_id: item.id,
        amount,
        tax,
        tax_source: source,
        tax_rate: rate,
        credit_id: null,
      }
    }),
  )
  for (const { name, file } of evidence) await addEvidence(ctx, id, name, file)
  return readWriteOff(ctx, id)
}

/** Of an item with an electronic invoice; its gross amount is null without one. */
export const invoiceTax = ({ gross, tax }: Pick<ItemFacts, 'gross' | 'tax'>) =>
  gross === null || tax === null ? null : { gross, tax: Number(tax) }

export const addEvidence = async (ctx: CommandContext, id: string, given: string, file: Blob): Promise<void> => {
  const { name, bytes, mediaType } = await readProofFile(given, file)
  const document = await keepDocument(ctx, name, mediaType, bytes)
  await insertWriteOffDocument(ctx.db, {
    document_id: document.id,
    write_off_id: id,
    kind: 'evidence',
    day: ctx.today,
    at: ctx.now,
    by: ctx.user,
  })
}

export const refuseFuture = (day: Day | null | undefined, today: Day): void => {
  if (day && day > today) throw new Refusal('write-off.day-future', `${day} has not come`, { day })
}

const readProposed = async (ctx: CommandContext, id: string): Promise<WriteOffRecord> => {
  const row = await readRecord(ctx, id)
  if (row.state !== 'proposed')
    throw new Refusal('write-off.answered', `${row.reference} is ${row.state}`, {
      reference: row.reference,
      state: row.state,
    })
  notBefore(ctx.today, row.proposed_on)
  return row
}

/** In whose place the acting person approves; refuses who may not, with who may. */
const approver = async (ctx: CommandContext, row: WriteOffRecord) => {
  const { version, content } = await policyInForce(ctx)
  const { standing, people, behalf } = approvalOf(
    { losses: content.losses, deputies: content.credit.deputies },
    { worth: row.worth, proposedBy: row.proposed_by },
    ctx.user,
    ctx.today,
  )
  const { reference, currency } = row
  const told = { person: ctx.user, people, reference, currency }
  if (standing === 'own-proposal')
    throw new Refusal('write-off.own-proposal', `${ctx.user} proposed it: another person approves`, told)
  if (standing === 'rate-missing')
    throw new Refusal('write-off.rate-missing', `no rate of ${currency}: ceilings cannot be held against it`, told)
  if (standing === 'above-authority')
    throw new Refusal('write-off.above-authority', `${ctx.user} may not write off so much`, told)
  return { version, behalf }
}

/**
 * Approves a proposal and books it: the debts are matched with credits from the day given on, and plans that hold them end.
 * Refuses what `approver` does, a day to come or before a letter that claims an item, and more than was open on that day.
 */
export const approveWriteOff = async (
  ctx: CommandContext,
  { id, day = ctx.today, answer }: { id: string; day?: Day | undefined; answer: string },
): Promise<WriteOff> => {
  const row = await readProposed(ctx, id)
  const { version, behalf } = await approver(ctx, row)
  refuseFuture(day, ctx.today)
  const items = await itemsOf(ctx.db, [id], ctx.today)
  const itemIds = items.map(({ item_id }) => item_id)
  const [letter] = await lastLetters(ctx.db, itemIds)
  if (letter && day < letter.day)
    throw new Refusal('write-off.before-letter', `${letter.letter} of ${letter.day} claims ${letter.number}`, {
      letter: letter.letter,
      sent: letter.day,
      number: letter.number,
      day,
    })
  // Before what is booked counts as paid.
  await endPlansOf(ctx, itemIds, row.reference)
  const credits = await bookLosses(ctx, {
    losses: items.map((item) => ({
      itemId: item.item_id,
      amount: item.amount,
      tax: item.tax ?? 0,
      taxRate: item.tax_rate,
    })),
    day,
    reference: row.reference,
    policyVersion: version || null,
  })
  await setCredits(ctx.db, id, credits)
  await updateWriteOff(ctx.db, id, {
    state: 'booked',
    answered_on: ctx.today,
    answered_at: ctx.now,
    answered_by: ctx.user,
    answered_for: behalf,
    answer,
    day,
    policy_version: version || null,
  })
  return readWriteOff(ctx, id)
}

/** Refuses a proposal, or withdraws one's own. */
export const answerWriteOff = async (
  ctx: CommandContext,
  { id, answer }: { id: string; answer: string },
  state: 'refused' | 'withdrawn',
): Promise<WriteOff> => {
  const row = await readProposed(ctx, id)
  const own = row.proposed_by === ctx.user
  if (state === 'withdrawn' && !own)
    throw new Refusal('write-off.not-author', `${row.proposed_by} proposed it`, { person: row.proposed_by })
  if (state === 'refused' && own)
    throw new Refusal('write-off.own-proposal', `${ctx.user} proposed it: withdraw it instead`, { person: ctx.user })
  await updateWriteOff(ctx.db, id, {
    state,
    answered_on: ctx.today,
    answered_at: ctx.now,
    answered_by: ctx.user,
    answer,
  })
  return readWriteOff(ctx, id)
}
