import { uuidv7 } from 'uuidv7'
import { requireCompany } from '../company/company.service.ts'
import { keepDocument } from '../documents/documents.service.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Page, Progress } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import {
  candidates,
  countIssues,
  type IssueRecord,
  insertIssue,
  insertRun,
  listIssues,
  listRuns,
  nextRunNumber,
  openByCustomer,
  totalsOfRuns,
} from './statements.bulk.repository.ts'
import { addTotals, withoutReason } from './statements.bulk.rules.ts'
import {
  STATEMENTS_LIMIT,
  type StatementCandidate,
  type StatementChoice,
  type StatementIssue,
  type StatementRun,
  type StatementTaken,
} from './statements.contract.ts'
import { statementPdfs } from './statements.read.ts'
import { defaultFrom } from './statements.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>
type Without = { customerId: string; code: string; name: string; reason: NonNullable<StatementCandidate['without']> }

// Between two reports of progress.
const STEP = 20

const storyOf = ({ kind, from, asOf }: Pick<StatementChoice, 'kind' | 'from' | 'asOf'>): Day | null => {
  if (kind === 'open') return null
  const first = from ?? defaultFrom(asOf)
  if (first > asOf) throw new Refusal('statement.days-invalid', `${first} comes after ${asOf}`, { from: first, asOf })
  return first
}

/** Whom a choice names, in the order of their names; those chosen one by one are there even without anything to tell. */
export const accountsOn = async (ctx: Reading, choice: StatementChoice): Promise<StatementCandidate[]> => {
  const { asOf, show, segment, salesperson, customerIds: ids } = choice
  const from = storyOf(choice)
  const open = Map.groupBy(await openByCustomer(ctx.db, asOf, ids), ({ customer_id }) => customer_id)
  const conditions = ids ? { ids } : { segment, salesperson }
  const found = await candidates(ctx.db, conditions, from === null ? null : { from, asOf })
  return found.flatMap(({ id, code, name, language, mailed, posted, moved }) => {
    const totals = (open.get(id) ?? []).map(({ currency, total, overdue }) => ({ currency, total, overdue }))
    const without = withoutReason({ totals, moved: moved === 1 })
    if (!ids && (without !== null || !isShown(show, totals))) return []
    return [{ customerId: id, code, name, language, totals, without, byMail: mailed === 1, byPost: posted === 1 }]
  })
}

const isShown = (show: StatementChoice['show'], totals: StatementCandidate['totals']): boolean =>
  show === 'moved' || (show === 'overdue' ? totals.some(({ overdue }) => overdue > 0) : totals.length > 0)

/** Whether a customer of a choice was taken, whatever it has. */
const takenBy = ({ except, only }: StatementTaken): ((one: { customerId: string }) => boolean) => {
  const out = new Set(except)
  const some = only && new Set(only)
  return ({ customerId }) => !out.has(customerId) && (!some || some.has(customerId))
}

export const chooseStatements = async (
  ctx: QueryContext,
  { offset, limit, except, only, ...choice }: StatementChoice & StatementTaken & Page,
) => {
  const all = await accountsOn(ctx, choice)
  const isTaken = takenBy({ except, only })
  const made = all.filter((one) => one.without === null && isTaken(one))
  return {
    total: all.length,
    count: made.length,
    byMail: made.filter(({ byMail }) => byMail).length,
    totals: addTotals(made.map(({ totals }) => totals)),
    candidates: all.slice(offset, offset + limit),
  }
}

type Asked = StatementChoice & StatementTaken

/**
 * Makes the statements of a choice and keeps them. Refuses a day to come (`statement.day-ahead`): what is owed then is not
 * known; more than `STATEMENTS_LIMIT` (`statement.too-many`); and a choice of which nobody has one (`statement.none`).
 */
export async function* issueStatements(
  ctx: CommandContext,
  { except, only, ...choice }: Asked,
): AsyncGenerator<Progress, { run: StatementRun; without: Without[] }> {
  const { asOf, kind } = choice
  if (asOf > ctx.today) throw new Refusal('statement.day-ahead', `${asOf} is still to come`, { asOf, today: ctx.today })
  await requireCompany(ctx)
  const from = storyOf(choice)
  const isTaken = takenBy({ except, only })
  const all = await accountsOn(ctx, choice)
  const taken = all.filter((one) => one.without === null && isTaken(one))
  const left = new Set(except)
  const without = all.flatMap(({ customerId, code, name, without }): Without[] =>
    without !== null || left.has(customerId) ? [{ customerId, code, name, reason: without ?? 'left-out' }] : [],
  )
  if (taken.length === 0)
    throw new Refusal('statement.none', 'nobody has a statement', { asOf, without: without.length })
  if (taken.length > STATEMENTS_LIMIT)
    throw new Refusal('statement.too-many', `${taken.length} at once`, { count: taken.length, limit: STATEMENTS_LIMIT })
  const run = { id: uuidv7(), number: await nextRunNumber(ctx.db), as_of: asOf, kind, from_day: from }
  const chosen = JSON.stringify({ ...choice, except: except.length, ...(only && { only: only.length }) })
  await insertRun(ctx.db, { ...run, chosen, made_on: ctx.today, made_at: ctx.now, made_by: ctx.user })
  const total = taken.length
  yield { step: 'statements.setting', done: 0, total }
  let done = 0
  const wanted = taken.map(({ customerId, language }) => ({ customerId, asOf, kind, from, language }))
  for await (const { name, statement, language, bytes } of statementPdfs(ctx, wanted)) {
    const { id: documentId, sha256 } = await keepDocument(ctx, name, 'application/pdf', bytes)
    const totals = statement.accounts.map(({ currency, total, overdue, toPay }) => ({
      currency,
      total,
      overdue,
      toPay,
    }))
    await insertIssue(ctx.db, {
      id: uuidv7(),
      run_id: run.id,
      customer_id: statement.customerId,
      language,
      totals: JSON.stringify(totals),
      file_name: name,
      sha256,
      document_id: documentId,
    })
    done += 1
    if (done % STEP === 0) yield { step: 'statements.setting', done, total }
  }
  yield { step: 'statements.setting', done, total }
  return { run: (await statementRuns(ctx, run.id))[0] as StatementRun, without }
}

const toIssue = (record: IssueRecord): StatementIssue => ({
  id: record.id,
  customerId: record.customer_id,
  code: record.code,
  name: record.name,
  language: record.language,
  totals: JSON.parse(record.totals),
  byMail: record.mailed === 1,
  fileName: record.file_name,
  sha256: record.sha256,
  documentId: record.document_id,
})

export const statementRuns = async (ctx: Reading, id?: string): Promise<StatementRun[]> => {
  const runs = await listRuns(ctx.db, id)
  const totals = await totalsOfRuns(
    ctx.db,
    runs.map((run) => run.id),
  )
  return runs.map((run) => ({
    id: run.id,
    number: run.number,
    asOf: run.as_of,
    kind: run.kind,
    from: run.from_day,
    madeOn: run.made_on,
    madeBy: run.made_by,
    count: run.count,
    byMail: run.mailed,
    byPost: run.posted,
    totals: (totals.get(run.id) ?? []).map(({ run_id: _run, ...sums }) => sums),
  }))
}

export const issuedStatements = async (ctx: Reading, runId: string, page: Page) => ({
  total: await countIssues(ctx.db, runId),
  statements: (await listIssues(ctx.db, runId, page)).map(toIssue),
})

/** A run with all its statements. Refuses `not-found`. */
export const statementsOfRun = async (ctx: Reading, runId: string) => {
  const [run] = await listRuns(ctx.db, runId)
  if (!run) throw new Refusal('not-found', 'no such run of statements', { runId })
  return { run, statements: (await listIssues(ctx.db, runId)).map(toIssue) }
}
