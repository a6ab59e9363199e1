import { type RawBuilder, sql } from 'kysely'
import { hasMail, hasPost } from '../db/reachable-customers.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Page } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import type { ConfirmationForm, ConfirmationState } from './confirmations.contract.ts'
import type { ConfirmationAnswerTable, ConfirmationRunTable, ConfirmationTable } from './confirmations.table.ts'

export const nextRunNumber = async (db: Reader): Promise<number> => {
  const { rows } = await sql<{
    next: number
  }>`SELECT coalesce(max(number), 0) + 1 AS next FROM confirmation_run`.execute(db)
  return rows[0]?.next ?? 1
}

export const insertRun = async (db: Writer, run: ConfirmationRunTable): Promise<void> => {
  await db.insertInto('confirmation_run').values(run).execute()
}

export const insertConfirmation = async (db: Writer, confirmation: ConfirmationTable): Promise<void> => {
  await db.insertInto('confirmation').values(confirmation).execute()
}

export const insertAnswer = async (db: Writer, answer: ConfirmationAnswerTable): Promise<void> => {
  await db.insertInto('confirmation_answer').values(answer).execute()
}

/** The last entry counts; one taken back leaves the letter waiting. */
const stateOf: RawBuilder<ConfirmationState> = sql<ConfirmationState>`coalesce(nullif((
  SELECT a.outcome FROM confirmation_answer a WHERE a.confirmation_id = l.id ORDER BY a.recorded_at DESC, a.id DESC LIMIT 1
), 'taken-back'), 'waiting')`

export type RunRecord = ConfirmationRunTable & { mailed: number; posted: number }

/** The latest first: the last hundred, or the one named; with how many letters can go by mail, and how many by post only. */
export const listRuns = async (db: Reader, id?: string): Promise<RunRecord[]> => {
  const { rows } = await sql<RunRecord>`
    WITH run AS (
      SELECT * FROM confirmation_run WHERE ${id === undefined ? sql`TRUE` : sql`id = ${id}`} ORDER BY number DESC LIMIT 100
    )
    SELECT run.*, coalesce(sum(${hasMail}), 0) AS mailed, coalesce(sum(NOT ${hasMail} AND ${hasPost}), 0) AS posted
    FROM run LEFT JOIN confirmation l ON l.run_id = run.id LEFT JOIN customer c ON c.id = l.customer_id
    GROUP BY run.id ORDER BY run.number DESC`.execute(db)
  return rows
}

export type StandingRecord = {
  run_id: string
  state: ConfirmationState
  currency: string
  count: number
  total: number
  gross: number
}

/** Balances asked about, by round, state and currency. */
export const standingsOf = async (db: Reader, runIds: readonly string[]): Promise<StandingRecord[]> => {
  const { rows } = await sql<StandingRecord>`
    WITH letter AS MATERIALIZED (
      SELECT l.run_id, l.balances, ${stateOf} AS state FROM confirmation l
      WHERE l.run_id IN (SELECT value FROM json_each(${JSON.stringify(runIds)}))
    )
    SELECT run_id, state, b.value ->> 'currency' AS currency, count(*) AS count, sum(b.value ->> 'total') AS total,
      sum(abs(b.value ->> 'total')) AS gross
    FROM letter JOIN json_each(letter.balances) b GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`.execute(db)
  return rows
}

/** How many letters of rounds are in which state. */
export const countsOf = async (db: Reader, runIds: readonly string[]) => {
  const { rows } = await sql<{ run_id: string; state: ConfirmationState; count: number }>`
    SELECT l.run_id, ${stateOf} AS state, count(*) AS count FROM confirmation l
    WHERE l.run_id IN (SELECT value FROM json_each(${JSON.stringify(runIds)})) GROUP BY 1, 2`.execute(db)
  return rows
}

export type LetterRecord = ConfirmationTable & {
  code: string
  name: string
  mailed: number
  posted: number
  deadline: Day
  form: ConfirmationForm
  state: ConfirmationState
}
type Which = { runId: string; after?: string; state?: ConfirmationState | undefined } | { id: string }

const letters = (which: Which): RawBuilder<unknown> => sql`
  SELECT l.*, c.code, c.name, ${hasMail} AS mailed, ${hasPost} AS posted, r.deadline, r.form, ${stateOf} AS state
  FROM confirmation l JOIN customer c ON c.id = l.customer_id JOIN confirmation_run r ON r.id = l.run_id
  WHERE ${'id' in which ? sql`l.id = ${which.id}` : sql`l.run_id = ${which.runId} AND l.reference > ${which.after ?? ''}`}`

const inState = (which: Which): RawBuilder<unknown> =>
  'runId' in which && which.state ? sql`state = ${which.state}` : sql`TRUE`

/** Letters in the order of their references. */
export const listLetters = async (db: Reader, which: Which, page?: Page): Promise<LetterRecord[]> => {
  const { rows } = await sql<LetterRecord>`
    SELECT * FROM (${letters(which)}) WHERE ${inState(which)}
    ORDER BY reference LIMIT ${page?.limit ?? -1} OFFSET ${page?.offset ?? 0}`.execute(db)
  return rows
}

export const countLetters = async (db: Reader, which: Which): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (${letters(which)}) WHERE ${inState(which)}`.execute(db)
  return rows[0]?.count ?? 0
}

export type LateRecord = { customerId: string; runId: string; id: string; reference: string; deadline: Day }

/** Letters that wait for an answer after their deadline, which is no earlier than a day; of all customers or one, the earliest first. CROSS: the few rounds are read first. */
export const lateLetters = async (
  db: Reader,
  { since, today, customerId }: { since: Day; today: Day; customerId?: string | undefined },
): Promise<LateRecord[]> => {
  const { rows } = await sql<LateRecord>`
    SELECT l.customer_id AS customerId, r.id AS runId, l.id, l.reference, r.deadline
    FROM confirmation_run r CROSS JOIN confirmation l ON l.run_id = r.id
    WHERE r.form = 'positive' AND r.deadline >= ${since} AND r.deadline < ${today} AND ${stateOf} = 'waiting'
      AND ${customerId === undefined ? sql`TRUE` : sql`l.customer_id = ${customerId}`}
      AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.customer_id = l.customer_id AND e.kind = 'customer')
    ORDER BY r.deadline, l.reference`.execute(db)
  return rows
}

/** What was recorded of letters, the latest first. */
export const answersOf = async (db: Reader, ids: readonly string[]) => {
  const rows = await db
    .selectFrom('confirmation_answer')
    .selectAll()
    .where('confirmation_id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return Map.groupBy(rows, ({ confirmation_id }) => confirmation_id)
}
