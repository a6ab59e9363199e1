import { runForEach } from '../db/connection.ts'
import { plansAsOf } from '../db/instalment-plans.ts'
import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import { isInForce, planStanding } from '../instalments/instalments.rules.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { bucketBounds, bucketKeys, validateBuckets } from './ageing.rules.ts'
import { baseTotal, disputedByCustomer, laterByCustomer } from './receivables.beside.repository.ts'
import type { Aged, AgedInput, ItemFilters, ItemRow, receivablesContract } from './receivables.contract.ts'
import { agedFile, itemsFile } from './receivables.export.ts'
import {
  agedRows,
  type ColumnBounds,
  countItems,
  type ItemRecord,
  type ItemSort,
  itemsDueByTerms,
  lastPaymentDay,
  ledgerBalances,
  pageOfItems,
  positionsOf,
  refreshSettled,
  sumsOfItems,
} from './receivables.repository.ts'
import { dueDate, parseTerms, termsWarnings } from './terms.rules.ts'

type Reading = Pick<QueryContext, 'db'>

/** Until which day payments are known: the last one in the book, or the last day that the bank told. */
export const lastPayment = (ctx: Reading): Promise<Day | null> => lastPaymentDay(ctx.db)

/** Keeps the cached day of settlement true, after the matches of these items changed. */
export const settleByMatches = (ctx: CommandContext, itemIds: readonly string[]): Promise<void> =>
  refreshSettled(ctx.db, itemIds)

/** Balance, not due, overdue and not allocated of a customer on a day, by currency. */
export const customerPositions = (ctx: Reading, customerId: string, asOf: Day) => positionsOf(ctx.db, customerId, asOf)

/** Recomputes the due dates that came from payment terms; due dates printed on documents stay. Returns how many moved. */
export const moveDueDates = async (
  ctx: CommandContext,
  change: { customerId: string | null; terms: string; exceptSegments?: readonly string[] },
): Promise<number> => {
  const terms = parseTerms(change.terms)
  const items = await itemsDueByTerms(ctx.db, change.customerId, change.exceptSegments)
  const moved = items
    .map((item) => [dueDate(item.issued, terms), item.id, item.due] as const)
    .filter(([due, , before]) => due !== before)
    .map(([due, id]) => [due, id])
  return runForEach(ctx.db, 'UPDATE open_item SET due = ? WHERE id = ?', moved)
}

/** The aged balance of a day: the figure that balance, statement and letters share. */
export const agedBalance = async (ctx: Reading, input: AgedInput): Promise<Aged> => {
  validateBuckets(input.buckets)
  const home = await homeCurrencyOf(ctx)
  const balances = await ledgerBalances(ctx.db, input.asOf, home)
  const currencies = [...balances.keys()]
  const currency = input.currency ?? (currencies.includes(home) ? home : (currencies[0] ?? home))
  const columns = bucketKeys(input.buckets)
  const rows = await agedRows(ctx.db, input.asOf, input.basis, currency, bucketBounds(input.buckets))
  // Written out: for 10,000 customers, entries and spreads took as long as the ledger's side of the control.
  const valuesOf = (row: Record<string, number>) => {
    const values: Record<string, number> = {}
    for (const key of columns) values[key] = row[key] ?? 0
    return values
  }
  const values = Object.fromEntries(columns.map((key) => [key, rows.reduce((sum, row) => sum + (row[key] ?? 0), 0)]))
  const [disputed, later, base] = await Promise.all([
    disputedByCustomer(ctx.db, input.asOf, currency),
    laterByCustomer(ctx.db, input.asOf, currency),
    currency === home ? null : baseTotal(ctx.db, input.asOf, currency),
  ])
  const sumOf = (amounts: Map<string, number>) =>
    rows.reduce((sum, row) => sum + (amounts.get(row.customer_id) ?? 0), 0)
  const ledger = balances.get(currency) ?? 0
  // The report's side of the control adds up the columns, so that an item outside all of them would show.
  const report = Object.values(values).reduce((sum, value) => sum + value, 0)
  return {
    asOf: input.asOf,
    basis: input.basis,
    currency,
    currencies,
    columns,
    rows: rows.map((row) => ({
      customerId: row.customer_id,
      customer: row.code,
      name: row.name,
      total: row.total,
      values: valuesOf(row),
      disputed: disputed.get(row.customer_id) ?? 0,
      later: later.get(row.customer_id) ?? 0,
    })),
    total: {
      total: rows.reduce((sum, row) => sum + row.total, 0),
      values,
      disputed: sumOf(disputed),
      later: sumOf(later),
    },
    base: base === null ? null : { currency: home, total: base },
    control: { ledger, report, difference: ledger - report },
  }
}

const cellBounds = (filters: ItemFilters): ColumnBounds | null => {
  if (!filters.cell) return null
  const { column, buckets } = filters.cell
  const bounds = bucketBounds(validateBuckets(buckets)).find(({ key }) => key === column)
  if (!bounds && column !== 'unallocated')
    throw new Refusal('input.invalid', `${column} is no column of these buckets`, { field: 'cell', column, buckets })
  return bounds ?? null
}

const toRow = (record: ItemRecord, asOf: Day, planned: ReadonlySet<string>): ItemRow => ({
  id: record.id,
  customerId: record.customer_id,
  customerCode: record.customer_code,
  customerName: record.customer_name,
  kind: record.kind,
  number: record.number,
  label: record.label,
  issued: record.issued,
  booked: record.booked,
  due: record.due,
  dueComputed: record.due_origin === 'terms',
  approximate: record.approximate === 1,
  currency: record.currency,
  amount: record.amount,
  open: record.open,
  daysLate: record.amount > 0 ? daysBetween(record.due, asOf) : 0,
  level: record.level,
  onHold: record.on_hold === 1,
  disputed: record.disputed,
  planned: planned.has(record.id),
  later: record.later,
  baseOpen: record.base_open,
})

/** Of some items, those whose instalment plan is kept, or only late, on a day. */
const plannedAmong = async (
  ctx: Pick<QueryContext, 'db' | 'today'>,
  asOf: Day,
  itemIds: readonly string[],
): Promise<Set<string>> => {
  const plans = await plansAsOf(ctx.db, asOf, { itemIds })
  if (plans.length === 0) return new Set()
  const { content } = await policyInForce(ctx)
  const inForce = plans.filter((plan) => isInForce(planStanding(plan, asOf, content.instalmentGraceDays)))
  return new Set(inForce.flatMap((plan) => plan.items.map(({ itemId }) => itemId)))
}

/** A page of items as of a day. */
export const listItems = async (
  ctx: QueryContext,
  filters: ItemFilters,
  order: { sort: ItemSort; descending: boolean; offset: number; limit: number },
): Promise<ItemRow[]> => {
  const asOf = filters.asOf ?? ctx.today
  const records = await pageOfItems(ctx.db, asOf, filters, cellBounds(filters), order)
  const planned = await plannedAmong(
    ctx,
    asOf,
    records.map(({ id }) => id),
  )
  return records.map((record) => toRow(record, asOf, planned))
}

export const receivablesCalls: Handlers<typeof receivablesContract> = {
  items: async (ctx, { sort, descending, offset, limit, ...filters }) => {
    const items = await listItems(ctx, filters, { sort, descending, offset, limit })
    const asOf = filters.asOf ?? ctx.today
    const cell = cellBounds(filters)
    // The sums go over the whole selection: once, with its first page.
    if (offset > 0) return { total: await countItems(ctx.db, asOf, filters, cell), items, sums: [] }
    const sums = await sumsOfItems(ctx.db, asOf, filters, cell)
    return { total: sums.reduce((sum, { count }) => sum + count, 0), items, sums }
  },
  aged: (ctx, input) => agedBalance(ctx, input),
  exportAged: async (ctx, { format, language, ...input }) =>
    agedFile(ctx, await agedBalance(ctx, input), format, language),
  exportItems: async (ctx, { format, language, ...filters }) => {
    const items = await listItems(ctx, filters, { sort: 'customer', descending: false, offset: 0, limit: 1_000_000 })
    return itemsFile(ctx, items, format, language)
  },
  dueDate: async (_ctx, { issued, terms: text }) => {
    const terms = parseTerms(text)
    const due = dueDate(issued, terms)
    return { due, warnings: termsWarnings(issued, due, terms) }
  },
}
