import { uuidv7 } from 'uuidv7'
import { readCustomer } from '../customers/customers.service.ts'
import { readDocument } from '../documents/documents.service.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { judgmentsOf } from '../registers/registers.service.ts'
import type { Reading } from './declarations.draw.ts'
import { eveOf } from './declarations.rules.ts'
import type { RetainedGoodsTable, RetentionClaimTable, RetentionClauseTable } from './declarations.table.ts'
import {
  claimsOf,
  clausesOf,
  debtOf,
  endClauseOn,
  findClause,
  type GoodsRecord,
  goodsById,
  goodsOfClaims,
  goodsOfCustomer,
  insertClause,
  insertGoods,
  updateGoodsRow,
} from './retention.repository.ts'
import { claimableOf } from './retention.rules.ts'
import type { Clause, Goods, goodsInput, RetentionClaim } from './retention.schema.ts'

const tellClause = (row: RetentionClauseTable): Clause => ({
  id: row.id,
  customerId: row.customer_id,
  kind: row.kind,
  version: row.version,
  text: row.text,
  agreedOn: row.agreed_on,
  documentId: row.document_id,
  published: row.published === 1,
  note: row.note,
  by: row.by,
  endedOn: row.ended_on,
})

const tellGoods = (row: GoodsRecord, clauses: readonly Clause[], judgment: Day | null): Goods => ({
  id: row.id,
  customerId: row.customer_id,
  itemId: row.item_id,
  description: row.description,
  serials: row.serials,
  storage: row.storage,
  delivery: row.delivery,
  deliveredOn: row.delivered_on,
  state: row.state,
  resoldTo: row.resold_to,
  resoldOn: row.resold_on,
  resalePrice: row.resale_price,
  note: row.note,
  number: row.number,
  currency: row.currency,
  open: row.open,
  claimId: row.claim_id,
  ...claimableOf(
    { deliveredOn: row.delivered_on, state: row.state, resalePrice: row.resale_price, open: row.open },
    clauses,
    judgment,
  ),
})

const claimState = (row: RetentionClaimTable): RetentionClaim['state'] => {
  if (row.cancelled_on !== null) return 'cancelled'
  if (row.outcome !== null) return 'ended'
  if (row.judge_on !== null) return 'before-judge'
  if (row.answer !== null) return row.answer
  if (row.received_on !== null) return 'received'
  return row.sent_on === null ? 'prepared' : 'sent'
}

export const tellClaim = (
  row: RetentionClaimTable,
  goods: readonly { claimId: string; goodsId: string; description: string; claims: 'goods' | 'price' }[],
): RetentionClaim => ({
  id: row.id,
  reference: row.reference,
  customerId: row.customer_id,
  judgment: row.judgment,
  deadline: row.deadline,
  addressee: (JSON.parse(row.addressee) as { name: string }).name,
  state: claimState(row),
  goods: goods
    .filter(({ claimId }) => claimId === row.id)
    .map(({ goodsId, description, claims }) => ({ goodsId, description, claims })),
  documentId: row.document_id,
  preparedOn: row.prepared_on,
  preparedBy: row.prepared_by,
  sentOn: row.sent_on,
  registeredNumber: row.registered_number,
  receivedOn: row.received_on,
  receiptId: row.receipt_id,
  answer: row.answer,
  answeredOn: row.answered_on,
  judgeOn: row.judge_on,
  outcome: row.outcome,
  outcomeOn: row.outcome_on,
  note: row.note,
  cancelledBecause: row.cancelled_because,
})

const judgmentOf = async (ctx: Reading, customerId: string): Promise<Day | null> => {
  const judgment = (await judgmentsOf(ctx, [customerId], ctx.today)).get(customerId)
  return judgment?.inForce ? judgment.day : null
}

/** Clauses, goods with what can be claimed of them, and claims of a customer. */
export const retentionOf = async (ctx: Reading, customerId: string) => {
  const judgment = await judgmentOf(ctx, customerId)
  const clauses = (await clausesOf(ctx.db, [customerId])).map(tellClause)
  const rows = await goodsOfCustomer(ctx.db, customerId, judgment === null ? ctx.today : eveOf(judgment))
  const claims = await claimsOf(ctx.db, [customerId])
  const claimed = await goodsOfClaims(
    ctx.db,
    claims.map(({ id }) => id),
  )
  return {
    clauses,
    goods: rows.map((row) => tellGoods(row, clauses, judgment)),
    retentionClaims: claims.map((row) => tellClaim(row, claimed)),
  }
}

export const addClause = async (ctx: CommandContext, input: Omit<Clause, 'id' | 'by' | 'endedOn'>): Promise<Clause> => {
  await readCustomer(ctx, input.customerId)
  if (input.agreedOn > ctx.today)
    throw new Refusal('retention.day-invalid', `${input.agreedOn} has not come yet`, { day: input.agreedOn })
  if (input.documentId !== null) await readDocument(ctx, input.documentId)
  const row: RetentionClauseTable = {
    id: uuidv7(),
    customer_id: input.customerId,
    kind: input.kind,
    version: input.version,
    text: input.text,
    agreed_on: input.agreedOn,
    document_id: input.documentId,
    published: input.published ? 1 : 0,
    note: input.note,
    at: ctx.now,
    by: ctx.user,
    ended_on: null,
    ended_by: '',
  }
  await insertClause(ctx.db, row)
  return tellClause(row)
}

export const endClause = async (ctx: CommandContext, id: string, day: Day): Promise<Clause> => {
  const row = await findClause(ctx.db, id)
  if (!row) throw new Refusal('not-found', 'no such clause', { id })
  if (day > ctx.today || day < row.agreed_on) throw new Refusal('retention.day-invalid', `${day} does not fit`, { day })
  await endClauseOn(ctx.db, id, day, ctx.user)
  return tellClause({ ...row, ended_on: day })
}

type GoodsFields = typeof goodsInput._output

const goodsColumns = (input: GoodsFields) => ({
  item_id: input.itemId,
  description: input.description,
  serials: input.serials,
  storage: input.storage,
  delivery: input.delivery,
  delivered_on: input.deliveredOn,
  state: input.state,
  resold_to: input.resoldTo,
  resold_on: input.resoldOn,
  resale_price: input.resalePrice,
  note: input.note,
})

/** An invoice that is a debt, and days that have come. */
const refuseGoods = async (ctx: CommandContext, input: GoodsFields): Promise<string> => {
  const debt = await debtOf(ctx.db, input.itemId)
  if (!debt) throw new Refusal('not-found', 'no such item', { id: input.itemId })
  if (debt.amount <= 0 || (debt.kind !== 'invoice' && debt.kind !== 'opening'))
    throw new Refusal('retention.item-invalid', `${debt.number} is no invoice`, { number: debt.number })
  const future = [input.deliveredOn, input.resoldOn].find((day) => day !== null && day > ctx.today)
  if (future) throw new Refusal('retention.day-invalid', `${future} has not come yet`, { day: future })
  return debt.customer_id
}

const readGoods = async (ctx: Reading, id: string): Promise<Goods> => {
  const today = await goodsById(ctx.db, id, ctx.today)
  if (!today) throw new Refusal('not-found', 'no such goods', { id })
  const { goods } = await retentionOf(ctx, today.customer_id)
  return goods.find((one) => one.id === id) as Goods
}

export const addGoods = async (ctx: CommandContext, input: GoodsFields): Promise<Goods> => {
  const customerId = await refuseGoods(ctx, input)
  const row: RetainedGoodsTable = {
    id: uuidv7(),
    customer_id: customerId,
    ...goodsColumns(input),
    at: ctx.now,
    by: ctx.user,
    removed_on: null,
    removed_by: '',
  }
  await insertGoods(ctx.db, row)
  return readGoods(ctx, row.id)
}

const freeGoods = async (ctx: CommandContext, id: string): Promise<Goods> => {
  const goods = await readGoods(ctx, id)
  if (goods.claimId !== null)
    throw new Refusal('retention.goods-claimed', 'these goods are claimed already', { description: goods.description })
  return goods
}

export const updateGoods = async (ctx: CommandContext, id: string, input: GoodsFields): Promise<Goods> => {
  const { customerId } = await freeGoods(ctx, id)
  if ((await refuseGoods(ctx, input)) !== customerId)
    throw new Refusal('retention.item-invalid', 'an invoice of another customer', { number: '' })
  await updateGoodsRow(ctx.db, id, goodsColumns(input))
  return readGoods(ctx, id)
}

export const removeGoods = async (ctx: CommandContext, id: string): Promise<void> => {
  await freeGoods(ctx, id)
  await updateGoodsRow(ctx.db, id, { removed_on: ctx.today, removed_by: ctx.user })
}
