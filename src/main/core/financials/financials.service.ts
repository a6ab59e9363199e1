import { uuidv7 } from 'uuidv7'
import { keepDocument, releaseDocument } from '../documents/documents.service.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { readProofFile } from '../proofs/proofs.service.ts'
import type { Financials, financialsContract, Statement, StatementInput } from './financials.contract.ts'
import { importStatements } from './financials.import.ts'
import {
  deleteStatement,
  findStatement,
  identityOf,
  type StatementRecord,
  setDocument,
  statementClosing,
  statementsOf,
  writeStatement,
} from './financials.repository.ts'
import { templateFile } from './financials.template.ts'
import { readSiren, refuseFuture, refuseOtherCompany } from './identity.rules.ts'
import { trendOf } from './ratios.rules.ts'
import { scoreOf } from './scores.rules.ts'
import { type Given, judge } from './statements.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

type ReadRecord = StatementRecord & { given: Given }

const read = (record: StatementRecord): ReadRecord => ({
  ...record,
  given: {
    closedOn: record.closed_on,
    months: record.months,
    currency: record.currency,
    consolidated: record.consolidated === 1,
    unit: record.unit,
    lines: JSON.parse(record.lines) as Statement['lines'],
  },
})

const standardsOn = async (ctx: Reading, day: Day) => {
  const { credit } = (await policyInForce(ctx)).content
  return { taxRate: credit.limits.taxRate, staleBefore: addMonths(day, -credit.staleMonths) }
}

const tell = (records: readonly ReadRecord[], standards: Awaited<ReturnType<typeof standardsOn>>): Statement[] => {
  const judged = judge(
    records.map(({ given }) => given),
    standards,
  )
  return records.map((record, place): Statement => {
    const { closedOn, months, currency, consolidated, unit, lines } = record.given
    return {
      id: record.id,
      customerId: record.customer_id,
      closedOn,
      months,
      currency,
      source: record.source,
      audited: record.audited === 1,
      consolidated,
      siren: record.siren,
      note: record.note,
      unit,
      documentId: record.document_id,
      documentName: record.document_name,
      createdAt: record.created_at,
      createdBy: record.created_by,
      lines,
      ...(judged[place] as NonNullable<(typeof judged)[number]>),
    }
  })
}

/** Statements of several customers, each newest first, with ratios and scores; those closed by a day. */
const financialsOfMany = async (
  ctx: Reading,
  customerIds: readonly string[],
  asOf: Day,
): Promise<Map<string, Statement[]>> => {
  const records = (await statementsOf(ctx.db, customerIds, asOf)).map(read)
  if (records.length === 0) return new Map()
  const standards = await standardsOn(ctx, asOf)
  return new Map(
    [...Map.groupBy(records, (record) => record.customer_id)].map(([id, own]) => [id, tell(own, standards)]),
  )
}

/** Of each customer the newest statement closed by a day: the company's own, which says more of who owes us than its group's. */
export const newestStatements = async (
  ctx: Reading,
  customerIds: readonly string[],
  asOf: Day,
): Promise<Map<string, Statement>> => {
  const records = (await statementsOf(ctx.db, customerIds, asOf)).map(read)
  if (records.length === 0) return new Map()
  const standards = await standardsOn(ctx, asOf)
  return new Map(
    [...Map.groupBy(records, (record) => record.customer_id)].flatMap(([id, own]) => {
      const newest = own.find(({ consolidated }) => consolidated === 0) ?? own[0]
      return newest ? tell([newest], standards).map((statement) => [id, statement] as const) : []
    }),
  )
}

/** Statements of a customer closed by a day (the working day when none is given), newest first, with ratios and scores. */
export const financialsOf = async (ctx: Reading, customerId: string, asOf: Day = ctx.today): Promise<Statement[]> =>
  (await financialsOfMany(ctx, [customerId], asOf)).get(customerId) ?? []

const listFinancials = async (ctx: Reading, customerId: string): Promise<Financials> => {
  const statements = await financialsOf(ctx, customerId)
  const newest = statements[0]
  const series = statements.filter(
    ({ consolidated, currency }) => consolidated === newest?.consolidated && currency === newest?.currency,
  )
  return { statements, trend: trendOf(series) }
}

const readStatement = async (ctx: Reading, id: string): Promise<Statement> => {
  const row = await findStatement(ctx.db, id)
  const found = row && (await financialsOf(ctx, row.customer_id)).find((statement) => statement.id === id)
  if (!found) throw new Refusal('not-found', 'no such statement', { id })
  return found
}

const saveStatement = async (ctx: CommandContext, input: StatementInput & { id: string | null }) => {
  const before = input.id ? await findStatement(ctx.db, input.id) : undefined
  const customer = await identityOf(ctx.db, input.customerId)
  if (!customer || (input.id && before?.customer_id !== input.customerId))
    throw new Refusal('not-found', 'no such statement of this customer', { id: input.id ?? input.customerId })
  refuseFuture(input.closedOn, ctx.today)
  const lines = Object.entries(input.lines).filter((line): line is [string, number] => line[1] !== undefined)
  if (lines.length === 0) throw new Refusal('financials.empty', 'a statement without a line', {})
  const consolidated = input.consolidated ? 1 : 0
  const twin = await statementClosing(ctx.db, customer.id, input.closedOn, consolidated)
  if (twin && twin.id !== input.id)
    throw new Refusal('financials.closing-used', `a statement closes on ${input.closedOn} already`, {
      closedOn: input.closedOn,
      id: twin.id,
    })
  const siren = readSiren(input.siren)
  refuseOtherCompany(customer, siren)
  const id = input.id ?? uuidv7()
  await writeStatement(
    ctx.db,
    {
      id,
      customer_id: customer.id,
      closed_on: input.closedOn,
      months: input.months,
      currency: input.currency,
      source: input.source,
      audited: input.audited ? 1 : 0,
      consolidated,
      siren,
      note: input.note,
      unit: input.unit,
      document_id: before?.document_id ?? null,
      created_at: before?.created_at ?? ctx.now,
      created_by: before?.created_by ?? ctx.user,
    },
    lines,
  )
  return readStatement(ctx, id)
}

const removeStatement = async (ctx: CommandContext, id: string): Promise<void> => {
  const { documentId } = await readStatement(ctx, id)
  await deleteStatement(ctx.db, id)
  if (documentId) await releaseDocument(ctx, documentId)
}

const attachDocument = async (ctx: CommandContext, id: string, name: string, file: Blob): Promise<Statement> => {
  const { documentId } = await readStatement(ctx, id)
  const read = await readProofFile(name, file)
  const kept = await keepDocument(ctx, read.name, read.mediaType, read.bytes)
  await setDocument(ctx.db, id, kept.id)
  if (documentId) await releaseDocument(ctx, documentId)
  return readStatement(ctx, id)
}

export const financialsCalls: Handlers<typeof financialsContract> = {
  score: async (_ctx, { model, figures }) => scoreOf(model, figures),
  list: async (ctx, { customerId }) => {
    if (!(await identityOf(ctx.db, customerId))) throw new Refusal('not-found', 'no such customer', { id: customerId })
    return listFinancials(ctx, customerId)
  },
  save: (ctx, input) => saveStatement(ctx, input),
  remove: async (ctx, { id }) => {
    await removeStatement(ctx, id)
    return {}
  },
  attach: (ctx, { id, name, file }) => attachDocument(ctx, id, name, file),
  import: (ctx, input) => importStatements(ctx, input),
  template: async (ctx, { language }) => templateFile(language, ctx.today),
}
