import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import { detectFormat } from '../imports/readers/detect.ts'
import { isBlank, type Row, readRows } from '../imports/readers/rows.ts'
import { columnPositions } from '../imports/readers/template.columns.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import { Refusal } from '../kernel/errors.ts'
import type { OrderInput } from './orders.contract.ts'
import { NEEDED, type OrderColumn, type OrderLine, readOrder } from './orders.reader.rules.ts'
import { customerIds, orderNumbered } from './orders.repository.ts'
import type { Decided } from './orders.service.ts'

type Input = { name: string; file: Blob; skipInvalid: boolean; dryRun: boolean }
type Rejected = { line: number; field: string; value: string; reason: string }
export type OrdersReport = {
  file: string
  records: number
  created: number
  updated: number
  unchanged: number
  held: number
  rejected: Rejected[]
}

/** What an import does with an order: the same as by hand. */
type Desk = {
  addOrder: (ctx: CommandContext, order: OrderInput) => Promise<Decided>
  changeOrder: (ctx: CommandContext, order: Omit<OrderInput, 'customerId'> & { id: string }) => Promise<Decided>
  closeOrder: (id: string, state: 'closed' | 'cancelled') => Promise<void>
}

/**
 * Reads orders from a table, CSV or workbook. Each is checked as one entered by hand; one that the book holds under the
 * same customer and number is changed when the file says something else. Customers must be in the book. Throws
 * `import.format-unknown` for another header, `import.lines-refused` unless lines that are refused may be skipped.
 */
export async function* importOrders(
  ctx: CommandContext,
  { name, file, skipInvalid }: Input,
  desk: Desk,
): AsyncGenerator<Progress, OrdersReport> {
  const options = { signal: ctx.signal }
  const source = { name, blob: file }
  const { table } = await detectFormat(source, options)
  if (!table) throw new Refusal('import.format-unknown', `${name} holds no table`, { file: name })
  const home = await homeCurrencyOf(ctx)
  const customers = await customerIds(ctx.db)
  const report: OrdersReport = { file: name, records: 0, created: 0, updated: 0, unchanged: 0, held: 0, rejected: [] }
  let at: ReadonlyMap<string, number> | null = null
  const taken: { line: OrderLine; customerId: string }[] = []
  for await (const rows of readRows(source, table, options)) {
    for (const row of rows) {
      if (isBlank(row)) continue
      if (!at) {
        at = headerOf(row)
        continue
      }
      report.records += 1
      const cell = (column: OrderColumn) => row.cells[at?.get(column) ?? -1]?.trim() ?? ''
      const read = readOrder(cell, home)
      if ('problems' in read) {
        report.rejected.push(...read.problems.map((problem) => ({ line: row.line, ...problem })))
        continue
      }
      const customerId = customers.get(read.line.customer)
      if (customerId) taken.push({ line: read.line, customerId })
      else report.rejected.push({ line: row.line, field: 'customer', value: read.line.customer, reason: 'missing' })
    }
    yield { step: 'import.reading', done: report.records, total: null }
  }
  if (!at) throw new Refusal('import.empty', 'The file has no rows')
  if (report.rejected.length > 0 && !skipInvalid)
    throw new Refusal('import.lines-refused', `${report.rejected.length} lines are refused`, {
      count: report.rejected.length,
      rejected: report.rejected.slice(0, 1000),
    })
  for (const [place, { line, customerId }] of taken.entries()) {
    report[await take(ctx, desk, customerId, line, report)] += 1
    if (place % 100 === 99) yield { step: 'import.reading', done: place + 1, total: taken.length }
  }
  return report
}

const headerOf = ({ cells }: Row): ReadonlyMap<string, number> => {
  const at = columnPositions(cells)
  const missing = NEEDED.filter((column) => !at.has(column))
  if (missing.length > 0)
    throw new Refusal('import.format-unknown', `The header lacks ${missing.join(', ')}`, { header: cells })
  return at
}

const take = async (
  ctx: CommandContext,
  desk: Desk,
  customerId: string,
  { customer: _code, state, ...line }: OrderLine,
  report: OrdersReport,
): Promise<'created' | 'updated' | 'unchanged'> => {
  const known = await orderNumbered(ctx.db, customerId, line.number)
  if (!known) {
    const { order } = await desk.addOrder(ctx, { customerId, ...line, note: '' })
    if (state !== 'open') await desk.closeOrder(order.id, state)
    else if (order.state === 'held') report.held += 1
    return 'created'
  }
  const told =
    known.day !== line.day ||
    known.amount !== line.amount ||
    known.currency !== line.currency ||
    known.prepaid !== (line.prepaid ? 1 : 0) ||
    known.expected !== line.expected
  const ended = state !== 'open' && known.state !== state
  if (!told && !ended) return 'unchanged'
  if (told) {
    const { order } = await desk.changeOrder(ctx, { id: known.id, ...line, note: known.note })
    if (state === 'open' && order.state === 'held') report.held += 1
  }
  if (ended) await desk.closeOrder(known.id, state)
  return 'updated'
}
