import { uuidv7 } from 'uuidv7'
import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { findRun, insertRun, lastRun, runBefore, runItems, withdrawRun } from './decisions.repository.ts'
import { ACCOUNTS, type EntryStub, entriesOf, type HeldBefore, sidesOf } from './entries.rules.ts'
import { amountOf } from './provisions.cases.ts'
import type { ProvisionRun } from './provisions.contract.ts'
import { makeMatrix } from './provisions.matrix.ts'
import { type Reading, readPosition } from './provisions.read.ts'
import { itemsNamed, usualAccount, writtenOffOf } from './provisions.repository.ts'
import { type AskedSettings, groupSchema, type ProvisionEntry, settingsSchema } from './provisions.schema.ts'
import type { ProvisionRunTable } from './provisions.table.ts'

export type Closing = { asOf: Day; booked: 'cases' | 'both'; settings: AskedSettings }

/** What a closing books of the matrix. */
const bookedMatrix = (run: Pick<ProvisionRunTable, 'booked' | 'matrix_total'> | undefined): number =>
  run?.booked === 'both' ? (run.matrix_total ?? 0) : 0

/** Debts of the closing before, and what was written off of them since. */
const heldBefore = async (ctx: Reading, run: ProvisionRunTable | undefined, asOf: Day): Promise<HeldBefore[]> => {
  if (!run) return []
  const items = await runItems(ctx.db, run.id)
  const written = await writtenOffOf(
    ctx.db,
    run.currency,
    items.map(({ item_id }) => item_id),
    { from: run.as_of, until: asOf },
  )
  return items.map((item) => ({
    itemId: item.item_id,
    customerId: item.customer_id,
    account: item.account,
    // Once the ledger holds it in 416, that is where its own entries move it from.
    inLedger: item.in_ledger === 1 || item.account.startsWith(ACCOUNTS.doubtful),
    gross: item.gross,
    amount: item.amount,
    writtenOff: written.get(item.item_id) ?? 0,
  }))
}

/** What a closing of a day comes to, and its entries since the closing before it. */
export const makeClosing = async (ctx: Reading, { asOf, booked, settings }: Closing) => {
  const position = await readPosition(ctx, asOf, settings.taxRate)
  const matrix = await makeMatrix(ctx, position, settings)
  const cases = position.held.flatMap((one) => {
    const decision = position.decisions.get(one.itemId)
    const amount = amountOf(one, decision)
    return amount === null || !decision ? [] : [{ ...one, amount, decision }]
  })
  // Entries come in this order, whatever order the book was read in.
  cases.sort((a, b) => (a.due === b.due ? (a.itemId < b.itemId ? -1 : 1) : a.due < b.due ? -1 : 1))
  const sum = (of: 'gross' | 'amount') => cases.reduce((total, one) => total + one[of], 0)
  const previous = await runBefore(ctx.db, asOf)
  const earlier = await heldBefore(ctx, previous, asOf)
  const stubs = entriesOf(cases, earlier, {
    now: booked === 'both' ? (matrix.amount ?? 0) : 0,
    before: bookedMatrix(previous),
  })
  const [casesTotal, doubtful] = [sum('amount'), sum('gross')]
  const amount = booked === 'cases' ? casesTotal : matrix.amount === null ? null : casesTotal + matrix.amount
  const was = previous ? previous.cases_total + bookedMatrix(previous) : 0
  return { position, matrix, cases, previous, was, stubs, casesTotal, doubtful, amount }
}

/** Entries with the names of today. */
export const tellEntries = async (ctx: Reading, stubs: readonly EntryStub[]): Promise<ProvisionEntry[]> => {
  const names = await itemsNamed(
    ctx.db,
    stubs.flatMap(({ itemId }) => itemId ?? []),
  )
  const like = await usualAccount(ctx.db)
  return stubs.map((stub): ProvisionEntry => {
    const named = stub.itemId === null ? undefined : names.get(stub.itemId)
    const [customerCode, customerName] = [named?.code ?? '', named?.name ?? '']
    const { debit, credit } = sidesOf(stub, like)
    const line = ({ account, aux }: typeof debit, side: 'debit' | 'credit') => ({
      account,
      customerCode: aux ? customerCode : '',
      customerName: aux ? customerName : '',
      debit: side === 'debit' ? stub.amount : 0,
      credit: side === 'credit' ? stub.amount : 0,
    })
    return { kind: stub.kind, customerCode, customerName, lines: [line(debit, 'debit'), line(credit, 'credit')] }
  })
}

export const previewClosing = async (ctx: Reading, closing: Closing) => {
  const { position, previous, was, stubs, doubtful, amount } = await makeClosing(ctx, closing)
  const entries = await tellEntries(ctx, stubs)
  const sum = (side: 'debit' | 'credit') =>
    entries.reduce((total, { lines }) => lines.reduce((own, line) => own + line[side], total), 0)
  return {
    asOf: closing.asOf,
    currency: position.home,
    previous: previous
      ? { id: previous.id, asOf: previous.as_of, amount: was, doubtful: previous.doubtful_total }
      : null,
    amount,
    change: amount === null ? null : amount - was,
    doubtful,
    entries,
    debit: sum('debit'),
    credit: sum('credit'),
    leftOut: position.leftOut,
  }
}

/**
 * Takes a closing over. Refuses `provision.day-future`, `provision.later-closing` where one of that day or a later one is in
 * force, `provision.reason-missing` for rates that are not the book's own, and `provision.rates-missing` where the matrix
 * is to be booked and cannot be told.
 */
export const closeOn = async (ctx: CommandContext, closing: Closing): Promise<ProvisionRun> => {
  const { asOf, booked, settings } = closing
  if (asOf > ctx.today) throw new Refusal('provision.day-future', `${asOf} has not come`, { day: asOf })
  const last = await lastRun(ctx.db)
  if (last && last.as_of >= asOf)
    throw new Refusal('provision.later-closing', `${last.as_of} is closed`, { asOf: last.as_of })
  const changed = Number(settings.adjustment) !== 0 || settings.byHand.some((rate) => rate !== null)
  if (changed && settings.reason === '') throw new Refusal('provision.reason-missing', 'say why')
  const made = await makeClosing(ctx, closing)
  if (booked === 'both' && made.matrix.amount === null)
    throw new Refusal('provision.rates-missing', 'the matrix cannot be told', { why: made.matrix.why ?? '' })
  const id = uuidv7()
  const run: ProvisionRunTable = {
    id,
    as_of: asOf,
    previous_id: made.previous?.id ?? null,
    currency: made.position.home,
    booked,
    settings: JSON.stringify(made.matrix.settings),
    matrix: JSON.stringify(made.matrix.groups),
    entries: JSON.stringify(made.stubs),
    matrix_total: made.matrix.amount,
    cases_total: made.casesTotal,
    doubtful_total: made.doubtful,
    made_on: ctx.today,
    made_at: ctx.now,
    made_by: ctx.user,
    withdrawn_on: null,
    withdrawn_by: '',
    withdrawn_because: '',
  }
  await insertRun(
    ctx.db,
    run,
    made.cases.map((one) => ({
      run_id: id,
      item_id: one.itemId,
      in_ledger: one.inLedger ? 1 : 0,
      ground: one.decision.ground ?? 'other',
      probability: one.decision.probability,
      gross: one.gross,
      credits: one.credits,
      tax: one.tax,
      insured: one.insured,
      base: one.base,
      amount: one.amount,
    })),
  )
  return toRun(run, id)
}

export const toRun = (row: ProvisionRunTable, lastId: string | undefined): ProvisionRun => ({
  id: row.id,
  asOf: row.as_of,
  currency: row.currency,
  booked: row.booked,
  settings: settingsSchema.parse(JSON.parse(row.settings)),
  matrixTotal: row.matrix_total,
  casesTotal: row.cases_total,
  doubtfulTotal: row.doubtful_total,
  madeOn: row.made_on,
  madeBy: row.made_by,
  withdrawnOn: row.withdrawn_on,
  withdrawnBy: row.withdrawn_by,
  withdrawnBecause: row.withdrawn_because,
  last: row.id === lastId,
})

const readRecord = async (ctx: Reading, id: string): Promise<ProvisionRunTable> => {
  const row = await findRun(ctx.db, id)
  if (!row) throw new Refusal('not-found', 'no such closing', { id })
  return row
}

/** Withdraws the last closing. Refuses `not-found`, `provision.withdrawn`, and `provision.not-last`: later ones start from it. */
export const withdrawClosing = async (ctx: CommandContext, id: string, reason: string): Promise<ProvisionRun> => {
  const row = await readRecord(ctx, id)
  if (row.withdrawn_on !== null)
    throw new Refusal('provision.withdrawn', `${row.as_of} is withdrawn`, { asOf: row.as_of })
  const last = await lastRun(ctx.db)
  if (last && last.id !== id)
    throw new Refusal('provision.not-last', `${last.as_of} starts from it`, { asOf: row.as_of, last: last.as_of })
  const change = { withdrawn_on: ctx.today, withdrawn_by: ctx.user, withdrawn_because: reason }
  await withdrawRun(ctx.db, id, change)
  return toRun({ ...row, ...change }, undefined)
}

/** A closing as it was taken over, with the names of today; refuses `not-found`. */
export const readClosing = async (ctx: Reading, id: string) => {
  const row = await readRecord(ctx, id)
  const previous = row.previous_id === null ? undefined : await findRun(ctx.db, row.previous_id)
  const items = await runItems(ctx.db, id)
  return {
    ...toRun(row, (await lastRun(ctx.db))?.id),
    previousAsOf: previous?.as_of ?? null,
    groups: groupSchema.array().parse(JSON.parse(row.matrix)),
    entries: await tellEntries(ctx, JSON.parse(row.entries) as EntryStub[]),
    cases: items.map((item) => ({
      itemId: item.item_id,
      number: item.number,
      customerId: item.customer_id,
      customerCode: item.customer_code,
      customerName: item.customer_name,
      segment: item.segment,
      issued: item.issued,
      due: item.due,
      inLedger: item.in_ledger === 1,
      gross: item.gross,
      credits: item.credits,
      tax: item.tax,
      insured: item.insured,
      base: item.base,
      ground: item.ground,
      probability: item.probability,
      amount: item.amount,
      decidedOn: item.decided_on,
      decidedBy: item.decided_by ?? '',
      note: item.note ?? '',
      evidence: item.evidence ?? '',
    })),
  }
}
