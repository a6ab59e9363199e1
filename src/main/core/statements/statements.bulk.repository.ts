import { type RawBuilder, sql } from 'kysely'
import { openItemsAsOf } from '../db/open-items.ts'
import { hasMail, hasPost } from '../db/reachable-customers.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { LetterLanguage, Page } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import type { StatementIssueTable, StatementRunTable } from './statements.table.ts'

export type Candidate = {
  id: string
  code: string
  name: string
  language: LetterLanguage
  mailed: number
  posted: number
  moved: number
}
export type Open = { customer_id: string; currency: string; total: number; overdue: number }

/** What customers owed on a day, by currency; of those named, or of all: one pass over what was open. */
export const openByCustomer = async (db: Reader, asOf: Day, ids?: readonly string[]): Promise<Open[]> => {
  const { rows } = await sql<Open>`
    SELECT item.customer_id, item.currency, sum(item.open) AS total,
      sum(CASE WHEN item.amount > 0 AND item.due < ${asOf} THEN item.open ELSE 0 END) AS overdue
    FROM ${openItemsAsOf(asOf, ids)} item WHERE item.open <> 0 GROUP BY item.customer_id, item.currency
    ORDER BY item.customer_id, item.currency`.execute(db)
  return rows
}

type Conditions = {
  ids?: readonly string[] | undefined
  segment?: string | undefined
  salesperson?: string | undefined
}
type Story = { from: Day; asOf: Day } | null

const movedIn = (story: Story): RawBuilder<number> =>
  story
    ? sql<number>`EXISTS (SELECT 1 FROM open_item i WHERE i.customer_id = c.id AND i.booked BETWEEN ${story.from} AND ${story.asOf})`
    : sql<number>`0`

/** Customers with how they can be reached, by name. `story`: whether anything was booked in those days as well. */
export const candidates = async (
  db: Reader,
  { ids, segment, salesperson }: Conditions,
  story: Story,
): Promise<Candidate[]> => {
  const { rows } = await sql<Candidate>`
    SELECT c.id, c.code, c.name, c.language, ${movedIn(story)} AS moved,
      ${hasMail} AS mailed, ${hasPost} AS posted
    FROM customer c
    WHERE ${ids ? sql`c.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))` : sql`TRUE`}
      AND ${segment === undefined ? sql`TRUE` : sql`c.segment = ${segment}`}
      AND ${salesperson === undefined ? sql`TRUE` : sql`c.salesperson = ${salesperson}`}
    ORDER BY c.sort_name, c.code`.execute(db)
  return rows
}

export const nextRunNumber = async (db: Reader): Promise<number> => {
  const { rows } = await sql<{ next: number }>`SELECT coalesce(max(number), 0) + 1 AS next FROM statement_run`.execute(
    db,
  )
  return rows[0]?.next ?? 1
}

export const insertRun = async (db: Writer, run: StatementRunTable): Promise<void> => {
  await db.insertInto('statement_run').values(run).execute()
}

export const insertIssue = async (db: Writer, issue: StatementIssueTable): Promise<void> => {
  await db.insertInto('statement_issue').values(issue).execute()
}

export type RunRecord = StatementRunTable & { count: number; mailed: number; posted: number }

/** The latest first: the last hundred, or the one named; with how many statements, how many by mail, how many by post only. */
export const listRuns = async (db: Reader, id?: string): Promise<RunRecord[]> => {
  const { rows } = await sql<RunRecord>`
    WITH run AS (SELECT * FROM statement_run WHERE ${id === undefined ? sql`TRUE` : sql`id = ${id}`} ORDER BY number DESC LIMIT 100)
    SELECT run.*, count(s.id) AS count, coalesce(sum(${hasMail}), 0) AS mailed,
      coalesce(sum(NOT ${hasMail} AND ${hasPost}), 0) AS posted
    FROM run LEFT JOIN statement_issue s ON s.run_id = run.id LEFT JOIN customer c ON c.id = s.customer_id
    GROUP BY run.id ORDER BY run.number DESC`.execute(db)
  return rows
}

/** What the statements of runs come to, by currency. */
export const totalsOfRuns = async (db: Reader, runIds: readonly string[]) => {
  const { rows } = await sql<{ run_id: string; currency: string; total: number; overdue: number }>`
    SELECT s.run_id, t.value ->> 'currency' AS currency, sum(t.value ->> 'total') AS total, sum(t.value ->> 'overdue') AS overdue
    FROM statement_issue s JOIN json_each(s.totals) t
    WHERE s.run_id IN (SELECT value FROM json_each(${JSON.stringify(runIds)})) GROUP BY 1, 2 ORDER BY 1, 2`.execute(db)
  return Map.groupBy(rows, ({ run_id }) => run_id)
}

export type IssueRecord = StatementIssueTable & Pick<Candidate, 'code' | 'name' | 'mailed'>

/** The statements of a run, by customer’s name. */
export const listIssues = async (db: Reader, runId: string, page?: Page): Promise<IssueRecord[]> => {
  const { rows } = await sql<IssueRecord>`
    SELECT s.*, c.code, c.name, ${hasMail} AS mailed FROM statement_issue s JOIN customer c ON c.id = s.customer_id
    WHERE s.run_id = ${runId} ORDER BY c.sort_name, c.code, s.id LIMIT ${page?.limit ?? -1} OFFSET ${page?.offset ?? 0}`.execute(
    db,
  )
  return rows
}

export const countIssues = async (db: Reader, runId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('statement_issue')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('run_id', '=', runId)
    .executeTakeFirstOrThrow()
  return count
}
