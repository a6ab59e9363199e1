import { sql } from 'kysely'
import { rowsAsArrays, runForEach } from '../db/connection.ts'
import { openItemsAsOf } from '../db/open-items.ts'
import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { DunningLetterItemTable, DunningLetterTable, DunningRunTable } from './dunning.table.ts'

export type OverdueRecord = {
  itemId: string
  customerId: string
  customerCode: string
  customerName: string
  noReminders: number
  kind: 'invoice' | 'payment' | 'opening' | 'adjustment' | 'credit_note'
  number: string
  issued: Day
  due: Day
  currency: string
  amount: number
  open: number
  /** Of the last letter it was in that was not cancelled. */
  lastLevel: number | null
  lastLetterOn: Day | null
  /** Sent, or what it asked to be done was done. */
  lastLetterSent: boolean
  lastWasNotice: boolean
  lastDeadline: Day | null
}

type OverdueRow = [
  itemId: string,
  customerId: string,
  kind: OverdueRecord['kind'],
  number: string,
  issued: Day,
  due: Day,
  currency: string,
  amount: number,
  open: number,
]
type LastLetter = [itemId: string, level: number, day: Day, doneOn: Day | null, notice: number, deadline: Day | null]

/**
 * Every item due before a day, with the last letter it was in that was not cancelled; by customer name, then due date.
 * Customers are read once each, not once for each of their items, and letters apart: most items have none.
 */
export const overdueItems = async (db: Reader, asOf: Day, dueBefore: Day = asOf): Promise<OverdueRecord[]> => {
  const overdue = sql`i.amount > 0 AND i.due < ${dueBefore}`
  const rows = await rowsAsArrays<OverdueRow>(
    db,
    sql`
    SELECT item.id, item.customer_id, item.kind, item.number, item.issued, item.due, item.currency, item.amount, item.open
    FROM ${openItemsAsOf(asOf, undefined, overdue, sql`i.kind, i.number`)} item WHERE item.open > 0`,
  )
  const lastLetters = await rowsAsArrays<LastLetter>(
    db,
    sql`
    SELECT li.item_id, li.level, l.day, coalesce(l.sent_on, t.done_on), l.notice, l.deadline,
      max(printf('%04d%s', li.level + 100, l.day))
    FROM dunning_letter_item li JOIN dunning_letter l ON l.id = li.letter_id LEFT JOIN task t ON t.id = l.task_id
    WHERE l.cancelled_on IS NULL AND l.day <= ${asOf} GROUP BY li.item_id`,
  )
  const lastOf = new Map(lastLetters.map((letter) => [letter[0], letter]))
  const byCustomer = Map.groupBy(rows, ([, customerId]) => customerId)
  const { rows: customers } = await sql<{ id: string; code: string; name: string; noReminders: number }>`
    SELECT id, code, name, no_reminders AS noReminders FROM customer
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify([...byCustomer.keys()])}))
    ORDER BY sort_name, code`.execute(db)
  return customers.flatMap((customer) =>
    (byCustomer.get(customer.id) ?? [])
      .map((row) => toRecord(row, customer, lastOf.get(row[0])))
      .sort(byCurrencyAndDue),
  )
}

const toRecord = (
  [itemId, , kind, number, issued, due, currency, amount, open]: OverdueRow,
  customer: { id: string; code: string; name: string; noReminders: number },
  last: LastLetter | undefined,
): OverdueRecord => ({
  itemId,
  customerId: customer.id,
  customerCode: customer.code,
  customerName: customer.name,
  noReminders: customer.noReminders,
  kind,
  number,
  issued,
  due,
  currency,
  amount,
  open,
  lastLevel: last ? last[1] : null,
  lastLetterOn: last ? last[2] : null,
  lastLetterSent: last !== undefined && last[3] !== null,
  lastWasNotice: last !== undefined && last[4] === 1,
  lastDeadline: last ? last[5] : null,
})

const byCurrencyAndDue = (a: OverdueRecord, b: OverdueRecord): number =>
  compare(a.currency, b.currency) || compare(a.due, b.due) || compare(a.number, b.number)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * What a customer has paid or been credited and is matched with nothing yet, as amounts above zero; `arrivesOn` where a draft
 * among it is paid after the day.
 */
export const unallocatedCredits = async (db: Reader, asOf: Day) => {
  const { rows } = await sql<{ customerId: string; currency: string; amount: number; arrivesOn: Day | null }>`
    SELECT customer_id AS customerId, currency, -sum(open) AS amount,
      max((SELECT p.maturity FROM payment p WHERE p.item_id = item.id AND p.maturity > ${asOf} AND item.open < 0)) AS arrivesOn
    FROM ${openItemsAsOf(asOf, undefined, sql`i.amount < 0`)} item GROUP BY customer_id, currency HAVING sum(open) < 0`.execute(
    db,
  )
  return rows
}

export const creditsOf = async (db: Reader, customerId: string, currency: string, asOf: Day) => {
  const { rows } = await sql<{ number: string; issued: Day; open: number }>`
    SELECT o.number, item.issued, -item.open AS open FROM ${openItemsAsOf(asOf, customerId)} item JOIN open_item o ON o.id = item.id
    WHERE item.amount < 0 AND item.open < 0 AND item.currency = ${currency} ORDER BY item.issued, o.number`.execute(db)
  return rows
}

const ANNOUNCED = sql`FROM open_item credit JOIN payment p ON p.item_id = credit.id AND p.method IN ('draft', 'direct_debit')`

/** Items that drafts and direct debits booked after a day settle, by item with the last of their days. */
export const settledLater = async (db: Reader, asOf: Day): Promise<Map<string, Day>> => {
  const rows = await rowsAsArrays<readonly [string, Day]>(
    db,
    sql`SELECT a.debit_id, max(credit.booked) ${ANNOUNCED} JOIN allocation a ON a.credit_id = credit.id
      JOIN open_item debit ON debit.id = a.debit_id
      WHERE credit.booked > ${asOf} AND credit.amount < 0 AND debit.settled_on > ${asOf} GROUP BY a.debit_id`,
  )
  return new Map(rows)
}

/** Drafts and direct debits booked after a day and matched with nothing, as amounts above zero by customer. */
export const announcedReceipts = async (db: Reader, asOf: Day) => {
  const { rows } = await sql<{ customerId: string; currency: string; announced: number; arrivesOn: Day }>`
    SELECT credit.customer_id AS customerId, credit.currency, max(credit.booked) AS arrivesOn,
      -sum(credit.amount + coalesce((SELECT sum(a.amount) FROM allocation a WHERE a.credit_id = credit.id), 0)) AS announced
    ${ANNOUNCED} WHERE credit.booked > ${asOf} AND credit.amount < 0 AND credit.settled_on IS NULL
    GROUP BY credit.customer_id, credit.currency`.execute(db)
  return rows.map((row) => ({ ...row, amount: 0 }))
}

/**
 * Payments and credit notes matched with the items named by a day: what lowers the principal that bears interest. Each
 * counts from its own day, however much later it was matched: the debtor had paid. A match taken back never counted.
 */
export const movementsOf = async (db: Reader, itemIds: readonly string[], asOf: Day) => {
  const { rows } = await sql<{ itemId: string; day: Day; amount: number }>`
    SELECT a.debit_id AS itemId, credit.booked AS day, a.amount
    FROM allocation a JOIN open_item credit ON credit.id = a.credit_id
    WHERE a.debit_id IN (SELECT value FROM json_each(${JSON.stringify(itemIds)})) AND a.day <= ${asOf} AND a.amount > 0
      AND NOT EXISTS (SELECT 1 FROM allocation back WHERE back.reverses = a.id AND back.day <= ${asOf})`.execute(db)
  return Map.groupBy(rows, (row) => row.itemId)
}

/** Of these customers, those to whom a letter cannot be posted: no town in the address it would bear. */
export const withoutAddress = async (db: Reader, customerIds: readonly string[]): Promise<Set<string>> => {
  if (customerIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT wanted.value AS id FROM json_each(${JSON.stringify(customerIds)}) wanted WHERE NOT EXISTS (
      SELECT 1 FROM address WHERE address.customer_id = wanted.value AND kind IN ('billing', 'registered') AND city <> '')`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Whether an item is one of this customer's. */
export const isItemOf = async (db: Reader, itemId: string, customerId: string): Promise<boolean> =>
  (await db
    .selectFrom('open_item')
    .select('id')
    .where('id', '=', itemId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()) !== undefined

export const holdsInForce = (db: Reader, asOf: Day, customerId?: string) =>
  db
    .selectFrom('hold')
    .innerJoin('customer', 'customer.id', 'hold.customer_id')
    .leftJoin('open_item', 'open_item.id', 'hold.item_id')
    .select([
      'hold.id',
      'hold.customer_id',
      'customer.code',
      'customer.name',
      'hold.item_id',
      'hold.reason',
      'hold.owner',
      'hold.until',
      'hold.created_on',
      'hold.created_by',
    ])
    .select('open_item.number')
    .where('hold.released_on', 'is', null)
    .where((eb) => eb.or([eb('hold.until', 'is', null), eb('hold.until', '>=', asOf)]))
    .$if(customerId !== undefined, (query) => query.where('hold.customer_id', '=', customerId as string))
    .orderBy('hold.created_on')
    .execute()

export const lastRun = (db: Reader) =>
  db.selectFrom('dunning_run').select(['number', 'as_of']).orderBy('number', 'desc').limit(1).executeTakeFirst()

export const insertRun = async (db: Writer, run: DunningRunTable): Promise<void> => {
  await db.insertInto('dunning_run').values(run).execute()
}

const ITEM_COLUMNS = [
  'letter_id',
  'item_id',
  'level',
  'open',
  'disputed',
  'days_late',
  'interest',
  'indemnity',
  'segments',
] as const satisfies readonly (keyof DunningLetterItemTable)[]

export const insertLetter = async (
  db: Writer,
  letter: DunningLetterTable,
  items: DunningLetterItemTable[],
): Promise<void> => {
  await db.insertInto('dunning_letter').values(letter).execute()
  await runForEach(
    db,
    `INSERT INTO dunning_letter_item (${ITEM_COLUMNS.join(', ')}) VALUES (${ITEM_COLUMNS.map(() => '?').join(', ')})`,
    items.map((item) => ITEM_COLUMNS.map((column) => item[column])),
  )
}

export const listRuns = async (db: Reader, runId?: string) =>
  db
    .selectFrom('dunning_run')
    .leftJoin('dunning_letter', 'dunning_letter.run_id', 'dunning_run.id')
    .leftJoin('task', 'task.id', 'dunning_letter.task_id')
    .select(['dunning_run.id', 'dunning_run.number', 'dunning_run.as_of', 'dunning_run.created_at', 'dunning_run.user'])
    .select((eb) => [
      eb.fn.count<number>('dunning_letter.id').as('letters'),
      sql<number>`count(coalesce(dunning_letter.sent_on, task.done_on))`.as('sent'),
      eb.fn.count<number>('dunning_letter.cancelled_on').as('cancelled'),
      eb.fn
        .count<number>('dunning_letter.id')
        .filterWhere((letter) =>
          letter.and([
            letter('dunning_letter.sent_on', 'is', null),
            letter('task.done_on', 'is', null),
            letter('dunning_letter.cancelled_on', 'is', null),
          ]),
        )
        .as('toSend'),
    ])
    .$if(runId !== undefined, (query) => query.where('dunning_run.id', '=', runId as string))
    .groupBy('dunning_run.id')
    .orderBy('dunning_run.number', 'desc')
    .execute()

export type LetterSelection = { id?: string | undefined; runId?: string | undefined; customerId?: string | undefined }

const lettersWhere = (db: Reader, { id, runId, customerId }: LetterSelection) =>
  db
    .selectFrom('dunning_letter')
    .innerJoin('customer', 'customer.id', 'dunning_letter.customer_id')
    .leftJoin('document', 'document.id', 'dunning_letter.document_id')
    .leftJoin('task', 'task.id', 'dunning_letter.task_id')
    .$if(id !== undefined, (query) => query.where('dunning_letter.id', '=', id as string))
    .$if(runId !== undefined, (query) => query.where('dunning_letter.run_id', '=', runId as string))
    .$if(customerId !== undefined, (query) => query.where('dunning_letter.customer_id', '=', customerId as string))

export const countLetters = async (db: Reader, selection: LetterSelection): Promise<number> => {
  const row = await lettersWhere(db, selection)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

export const listLetters = (db: Reader, selection: LetterSelection, page: { offset: number; limit: number }) =>
  lettersWhere(db, selection)
    .selectAll('dunning_letter')
    .select(['customer.code as customer_code', 'customer.name as customer_name', 'document.sha256', 'task.done_on'])
    .orderBy('dunning_letter.day', 'desc')
    .orderBy('dunning_letter.reference')
    .limit(page.limit)
    .offset(page.offset)
    .execute()

export const letterItems = (db: Reader, letterId: string) =>
  db
    .selectFrom('dunning_letter_item')
    .innerJoin('open_item', 'open_item.id', 'dunning_letter_item.item_id')
    .selectAll('dunning_letter_item')
    .select(['open_item.number', 'open_item.due', 'open_item.issued', 'open_item.amount'])
    .where('dunning_letter_item.letter_id', '=', letterId)
    .orderBy('open_item.due')
    .orderBy('open_item.number')
    .execute()

/** Marks letters of a run as sent, once; returns how many changed. */
export const markSent = async (
  db: Writer,
  runId: string,
  letterIds: string[] | undefined,
  day: Day,
): Promise<number> => {
  const result = await db
    .updateTable('dunning_letter')
    .set({ sent_on: day })
    .where('run_id', '=', runId)
    .where('sent_on', 'is', null)
    .where('cancelled_on', 'is', null)
    .$if(letterIds !== undefined, (query) => query.where('id', 'in', letterIds as string[]))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Whether a message that bears the letter has left, is leaving, or may have. */
export const isLetterInMail = async (db: Reader, id: string): Promise<boolean> =>
  (await db
    .selectFrom('mail_message')
    .select('id')
    .where('letter_id', '=', id)
    .where('state', '<>', 'cancelled')
    .where('state', 'in', ['sending', 'uncertain', 'sent'])
    .executeTakeFirst()) !== undefined

/** Cancels a letter; returns what else it did. Its task is no longer tied to it. */
export const cancelLetter = async (db: Writer, id: string, day: Day, reason: string) => {
  const effects = await db
    .selectFrom('dunning_letter')
    .select(['effect', 'effect_id', 'task_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('dunning_letter')
    .set({ cancelled_on: day, cancel_reason: reason, task_id: null })
    .where('id', '=', id)
    .execute()
  return effects
}

export const insertHold = async (
  db: Writer,
  hold: {
    id: string
    customer_id: string
    item_id: string | null
    reason: string
    owner: string
    until: Day | null
    created_on: Day
    created_by: string
  },
) => {
  await db
    .insertInto('hold')
    .values({ ...hold, released_on: null })
    .execute()
}

export const releaseHold = async (db: Writer, id: string, day: Day): Promise<number> => {
  const result = await db
    .updateTable('hold')
    .set({ released_on: day })
    .where('id', '=', id)
    .where('released_on', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** By customer, the last day of its letters until one whose level asks for a credit review. */
export const askedForReview = async (db: Reader, asOf: Day): Promise<Map<string, Day>> =>
  new Map(
    await rowsAsArrays<readonly [string, Day]>(
      db,
      sql`SELECT customer_id, max(day) FROM dunning_letter INDEXED BY dunning_letter_by_effect
        WHERE effect IS NOT NULL AND effect = 'credit-review' AND cancelled_on IS NULL AND day <= ${asOf} GROUP BY customer_id`,
    ),
  )
