import { createHash, randomUUID } from 'node:crypto'
import { readCustomer } from '../customers/customers.service.ts'
import { worthOn } from '../exchange/exchange.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Page } from '../kernel/contract.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { StatementCandidate } from '../statements/statements.contract.ts'
import { accountsOn } from '../statements/statements.service.ts'
import {
  type Balance,
  type Confirmation,
  type ConfirmationRun,
  type ConfirmationState,
  type Criteria,
  confirmationStates,
} from './confirmations.contract.ts'
import {
  answersOf,
  countLetters,
  countsOf,
  type LateRecord,
  type LetterRecord,
  lateLetters,
  listLetters,
  listRuns,
  standingsOf,
} from './confirmations.repository.ts'
import type { ConfirmationAnswerTable } from './confirmations.table.ts'
import { differencesOf, drawOf, partsOf } from './draw.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** An account without a movement for so long is closed for all but its name. */
const MOVED_MONTHS = 12

/** The order of a draw: anybody with the seed and the codes of the customers can work it out again. */
export const ticketWith =
  (seed: string) =>
  (code: string): string =>
    createHash('sha256').update(`${seed}\n${code}`).digest('hex')

const choice = { kind: 'open', from: null, show: 'open' } as const

/** The accounts of a day that a round draws from. Refuses a customer that is none. */
const populationOf = async (ctx: Reading, asOf: Day, { zero, customerIds }: Criteria) => {
  const moved = { kind: 'movements', from: addMonths(asOf, -MOVED_MONTHS), show: 'moved' } as const
  const found = await accountsOn(ctx, { asOf, ...choice, ...(zero && moved) })
  const owing = found.filter(({ totals }) => zero || totals.some(({ total }) => total !== 0))
  const known = new Set(owing.map(({ customerId }) => customerId))
  const others = [...new Set(customerIds)].filter((id) => !known.has(id))
  const named = others.length === 0 ? [] : await accountsOn(ctx, { asOf, ...choice, customerIds: others })
  // A customer that is none is refused with its id.
  if (named.length < others.length)
    for (const id of others) if (!named.some(({ customerId }) => customerId === id)) await readCustomer(ctx, id)
  return [...owing, ...named]
}

const balancesOf = ({ totals }: StatementCandidate, home: string): Balance[] => {
  const some = totals.filter(({ total }) => total !== 0).map(({ currency, total }) => ({ currency, total }))
  return some.length > 0 ? some : [{ currency: home, total: 0 }]
}

/** Whom a round asks, with what it draws from. */
export const draw = async (ctx: Reading, asOf: Day, criteria: Criteria) => {
  const seed = criteria.seed || randomUUID().slice(0, 8)
  const { home, worth } = await worthOn(ctx, asOf)
  const accounts = (await populationOf(ctx, asOf, criteria)).map((one) => {
    const balances = balancesOf(one, home)
    const worths = balances.map(({ total, currency }) => worth(total, currency))
    const known = worths.every((amount) => amount !== null)
    return { ...one, balances, worth: known ? worths.reduce((sum: number, amount) => sum + (amount ?? 0), 0) : null }
  })
  const drawn = drawOf(accounts, criteria, ticketWith(seed))
  return { seed, population: partsOf(accounts), drawn, parts: partsOf(drawn) }
}

/** What a person sees of a draw before letters are made. */
export const lookAtDraw = async (
  ctx: Reading,
  { asOf, criteria, offset, limit }: Page & { asOf: Day; criteria: Criteria },
) => {
  const { seed, population, drawn, parts } = await draw(ctx, asOf, criteria)
  return {
    seed,
    population,
    drawn: parts,
    total: drawn.length,
    byMail: drawn.filter(({ byMail }) => byMail).length,
    customers: drawn
      .slice(offset, offset + limit)
      .map(({ customerId, code, name, language, byMail, byPost, chosenBy, balances }) => {
        return { customerId, code, name, language, byMail, byPost, chosenBy, balances }
      }),
  }
}

export const readRuns = async (ctx: Reading, id?: string): Promise<ConfirmationRun[]> => {
  const runs = await listRuns(ctx.db, id)
  const ids = runs.map((run) => run.id)
  const standings = Map.groupBy(await standingsOf(ctx.db, ids), ({ run_id }) => run_id)
  const counts = Map.groupBy(await countsOf(ctx.db, ids), ({ run_id }) => run_id)
  return runs.map((run) => {
    const own = standings.get(run.id) ?? []
    const parts = (state: ConfirmationState) =>
      own
        .filter((one) => one.state === state)
        .map(({ currency, count, total, gross }) => ({ currency, count, total, gross }))
    const count = (state: ConfirmationState) => counts.get(run.id)?.find((one) => one.state === state)?.count ?? 0
    return {
      id: run.id,
      number: run.number,
      asOf: run.as_of,
      form: run.form,
      auditor: JSON.parse(run.auditor),
      deadline: run.deadline,
      seed: run.seed,
      criteria: JSON.parse(run.criteria),
      madeOn: run.made_on,
      madeBy: run.made_by,
      population: JSON.parse(run.population),
      drawn: addParts(own),
      counts: Object.fromEntries(confirmationStates.map((state) => [state, count(state)])) as ConfirmationRun['counts'],
      standings: confirmationStates.map((state) => ({ state, parts: parts(state) })),
      byMail: run.mailed,
      byPost: run.posted,
    }
  })
}

const addParts = (parts: readonly { currency: string; count: number; total: number; gross: number }[]) =>
  [...Map.groupBy(parts, ({ currency }) => currency)]
    .map(([currency, some]) => ({
      currency,
      count: some.reduce((sum, { count }) => sum + count, 0),
      total: some.reduce((sum, { total }) => sum + total, 0),
      gross: some.reduce((sum, { gross }) => sum + gross, 0),
    }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))

/** Refuses `not-found`. */
export const readRun = async (ctx: Reading, id: string): Promise<ConfirmationRun> => {
  const [run] = await readRuns(ctx, id)
  if (!run) throw new Refusal('not-found', 'no such round of confirmations', { id })
  return run
}

const toAnswer = (row: ConfirmationAnswerTable): Confirmation['answers'][number] => ({
  outcome: row.outcome,
  stated: JSON.parse(row.stated),
  reason: row.reason === '' ? null : (row.reason as Confirmation['answers'][number]['reason']),
  note: row.note,
  answeredOn: row.answered_on,
  recordedOn: row.recorded_on,
  recordedBy: row.recorded_by,
  documentId: row.document_id,
})

// Of the negative form silence is what was hoped for.
const isLate = ({ today }: Pick<Reading, 'today'>, { form, deadline }: Pick<ConfirmationRun, 'form' | 'deadline'>) =>
  form === 'positive' && deadline < today

const toLetters = async (ctx: Reading, records: readonly LetterRecord[]): Promise<Confirmation[]> => {
  const answers = await answersOf(
    ctx.db,
    records.map(({ id }) => id),
  )
  return records.map((record) => {
    const told = (answers.get(record.id) ?? []).map(toAnswer)
    const balances: Balance[] = JSON.parse(record.balances)
    return {
      id: record.id,
      runId: record.run_id,
      reference: record.reference,
      customerId: record.customer_id,
      code: record.code,
      name: record.name,
      chosenBy: record.chosen_by,
      language: record.language,
      byMail: record.mailed === 1,
      byPost: record.posted === 1,
      balances,
      fileName: record.file_name,
      sha256: record.sha256,
      documentId: record.document_id,
      state: record.state,
      late: isLate(ctx, record) && record.state === 'waiting',
      differences: record.state === 'differs' ? differencesOf(balances, told[0]?.stated ?? []) : [],
      answers: told,
    }
  })
}

export const lettersOfRun = async (ctx: Reading, runId: string): Promise<Confirmation[]> =>
  toLetters(ctx, await listLetters(ctx.db, { runId }))

export const pageOfLetters = async (
  ctx: Reading,
  {
    runId,
    show,
    after,
    offset,
    limit,
  }: Page & { runId: string; show: ConfirmationState | 'late' | 'all'; after: string },
) => {
  const run = await readRun(ctx, runId)
  if (show === 'late' && !isLate(ctx, run)) return { total: 0, letters: [] }
  const which = { runId, after, state: show === 'all' ? undefined : show === 'late' ? ('waiting' as const) : show }
  const records = await listLetters(ctx.db, which, { offset, limit })
  return { total: await countLetters(ctx.db, which), letters: await toLetters(ctx, records) }
}

/** Refuses `not-found`. */
export const readLetter = async (ctx: Reading, id: string): Promise<Confirmation> => {
  const [letter] = await toLetters(ctx, await listLetters(ctx.db, { id }))
  if (!letter) throw new Refusal('not-found', 'no such balance confirmation', { id })
  return letter
}

/** Letters of the positive form that nobody answered by their deadline, which is no earlier than `since`; the earliest first. */
export const lateConfirmations = (ctx: Reading, since: Day, customerId?: string): Promise<LateRecord[]> =>
  lateLetters(ctx.db, { since, today: ctx.today, customerId })
