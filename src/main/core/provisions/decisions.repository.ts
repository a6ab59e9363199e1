import { sql } from 'kysely'
import { runForEach } from '../db/connection.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { ProvisionDecisionTable, ProvisionRunItemTable, ProvisionRunTable } from './provisions.table.ts'

export type DecisionRecord = ProvisionDecisionTable & { document_name: string | null }

/** Of each debt the last decision by a day. */
export const decisionsOn = async (db: Reader, asOf: Day): Promise<DecisionRecord[]> => {
  const { rows } = await sql<DecisionRecord>`
    SELECT d.*, document.name AS document_name FROM provision_decision d LEFT JOIN document ON document.id = d.document_id
    WHERE d.id = (SELECT l.id FROM provision_decision l WHERE l.item_id = d.item_id AND l.day <= ${asOf}
      ORDER BY l.day DESC, l.id DESC LIMIT 1)`.execute(db)
  return rows
}

/** All decisions on a debt, the latest first. */
export const decisionsOf = async (db: Reader, itemId: string): Promise<DecisionRecord[]> => {
  const { rows } = await sql<DecisionRecord>`
    SELECT d.*, document.name AS document_name FROM provision_decision d LEFT JOIN document ON document.id = d.document_id
    WHERE d.item_id = ${itemId} ORDER BY d.day DESC, d.id DESC LIMIT 500`.execute(db)
  return rows
}

export const insertDecision = async (db: Writer, row: ProvisionDecisionTable): Promise<void> => {
  await db.insertInto('provision_decision').values(row).execute()
}

export const insertRun = async (
  db: Writer,
  run: ProvisionRunTable,
  items: readonly ProvisionRunItemTable[],
): Promise<void> => {
  await db.insertInto('provision_run').values(run).execute()
  await runForEach(
    db,
    `INSERT INTO provision_run_item (run_id, item_id, in_ledger, ground, probability, gross, credits, tax, insured, base, amount)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    items.map((one) => [
      one.run_id,
      one.item_id,
      one.in_ledger,
      one.ground,
      one.probability,
      one.gross,
      one.credits,
      one.tax,
      one.insured,
      one.base,
      one.amount,
    ]),
  )
}

export const findRun = (db: Reader, id: string): Promise<ProvisionRunTable | undefined> =>
  db.selectFrom('provision_run').selectAll().where('id', '=', id).executeTakeFirst()

/** Closings, the latest first. */
export const listRuns = (
  db: Reader,
  { offset, limit }: { offset: number; limit: number },
): Promise<ProvisionRunTable[]> =>
  db
    .selectFrom('provision_run')
    .selectAll()
    .orderBy('as_of', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()

export const countRuns = async (db: Reader): Promise<number> => {
  const row = await db
    .selectFrom('provision_run')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** The latest closing in force. */
export const lastRun = (db: Reader): Promise<ProvisionRunTable | undefined> =>
  db
    .selectFrom('provision_run')
    .selectAll()
    .where('withdrawn_on', 'is', null)
    .orderBy('as_of', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The latest closing in force before a day. */
export const runBefore = (db: Reader, asOf: Day): Promise<ProvisionRunTable | undefined> =>
  db
    .selectFrom('provision_run')
    .selectAll()
    .where('withdrawn_on', 'is', null)
    .where('as_of', '<', asOf)
    .orderBy('as_of', 'desc')
    .limit(1)
    .executeTakeFirst()

export const withdrawRun = async (
  db: Writer,
  id: string,
  change: Pick<ProvisionRunTable, 'withdrawn_on' | 'withdrawn_by' | 'withdrawn_because'>,
): Promise<void> => {
  await db.updateTable('provision_run').set(change).where('id', '=', id).execute()
}

export type RunItemRecord = ProvisionRunItemTable & {
  number: string
  issued: Day
  due: Day
  account: string
  customer_id: string
  customer_code: string
  customer_name: string
  segment: string
  decided_on: Day | null
  decided_by: string | null
  note: string | null
  evidence: string | null
}

/** The debts of a closing with the names of today, by customer and due day, each with the decision it was taken over on. */
export const runItems = async (db: Reader, runId: string): Promise<RunItemRecord[]> => {
  const { rows } = await sql<RunItemRecord>`
    SELECT r.*, i.number, i.issued, i.due, i.account, i.customer_id, c.code AS customer_code, c.name AS customer_name, c.segment,
      d.day AS decided_on, d.by AS decided_by, d.note, document.name AS evidence
    FROM provision_run_item r JOIN provision_run run ON run.id = r.run_id
      JOIN open_item i ON i.id = r.item_id JOIN customer c ON c.id = i.customer_id
      LEFT JOIN provision_decision d ON d.id = (SELECT l.id FROM provision_decision l
        WHERE l.item_id = r.item_id AND l.day <= run.as_of AND l.at <= run.made_at ORDER BY l.day DESC, l.id DESC LIMIT 1)
      LEFT JOIN document ON document.id = d.document_id
    WHERE r.run_id = ${runId} ORDER BY c.name, c.code, i.due, i.number, i.id`.execute(db)
  return rows
}
