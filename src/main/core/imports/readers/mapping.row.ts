import type { Day } from '../../kernel/day.ts'
import { type Minor, toDecimal } from '../../kernel/money.ts'
import type { ItemField, Mapping } from '../mapping.schema.ts'
import type { ItemRow, TableBatch } from './items.ts'
import { parseLocalAmount, parseLocalDay } from './local-values.rules.ts'
import type { Columns } from './mapping.columns.ts'
import type { Row } from './rows.ts'
import { type ProblemReason, problem } from './source.ts'

const SYMBOLS: Record<string, string> = { '€': 'EUR', '£': 'GBP', $: 'USD' }

/**
 * One row at a time, its cells read by field as the mapping says. What cannot be read is null, and its reason has been
 * added to the batch. Made once for a file, moved from row to row.
 */
export const createRowView = (mapping: Mapping, { header, at, buckets }: Columns, homeCurrency: string) => {
  const { decimal, dateOrder, constants } = mapping
  let batch: TableBatch<ItemRow> = { rows: [], problems: [], warnings: [], totals: { records: 0, leftOut: 0 } }
  let row: Row = { line: 0, cells: [] }
  let group: string | null = null

  const currencyDefault = constants.currency ?? homeCurrency
  const has = (field: ItemField): boolean => at.has(field)
  const cell = (field: ItemField): string => row.cells[at.get(field) ?? -1]?.trim() ?? ''
  const nameOf = (field: ItemField): string => header[at.get(field) ?? -1] || field
  const refuse = (field: ItemField, reason: ProblemReason): null => {
    batch.problems.push(problem(row.line, nameOf(field), cell(field), reason))
    return null
  }

  return {
    has,
    cell,
    nameOf,
    refuse,
    currencyDefault,
    moveTo: (next: Row) => {
      row = next
    },
    line: () => row.line,
    batch: () => batch,
    group: () => group,
    setGroup: (name: string) => {
      group = name
    },
    /** '' where the cell is empty. */
    day: (field: ItemField): Day | '' | null => {
      const text = cell(field)
      return text === '' ? '' : (parseLocalDay(text, dateOrder) ?? refuse(field, 'date'))
    },
    amount: (field: ItemField, currency: string): Minor | null => {
      const text = cell(field)
      return text === ''
        ? refuse(field, 'missing')
        : (parseLocalAmount(text, decimal, currency) ?? refuse(field, 'amount'))
    },
    /** The amount of a cell that may hold something else; nothing is refused. */
    amountIfAny: (field: ItemField, currency: string): Minor | null =>
      has(field) ? parseLocalAmount(cell(field), decimal, currency) : null,
    currency: (): string | null => {
      const text = cell('currency').toUpperCase()
      const code = text === '' ? currencyDefault : (SYMBOLS[text] ?? text)
      return /^[A-Z]{3}$/.test(code) ? code : refuse('currency', 'currency')
    },
    /** Code and name, the name being the group's where the row has none. */
    customer: (): { customerCode: string; customerName: string } | null => {
      const customerCode = cell('customerCode')
      const customerName = cell('customerName') || group || ''
      if (customerCode !== '' || customerName !== '') return { customerCode, customerName }
      return refuse(has('customerName') ? 'customerName' : 'customerCode', 'missing')
    },
    /** The columns of an aged balance, 0 where empty; null when one cannot be read. */
    agedAmounts: (currency: string): { amount: Minor; daysLate: number }[] | null => {
      const amounts = buckets.map(({ column, daysLate }) => {
        const text = row.cells[column]?.trim() ?? ''
        const amount = text === '' ? 0 : parseLocalAmount(text, decimal, currency)
        if (amount === null) batch.problems.push(problem(row.line, header[column] ?? '', text, 'amount'))
        return { amount, daysLate }
      })
      return amounts.every((one): one is { amount: Minor; daysLate: number } => one.amount !== null) ? amounts : null
    },
    warnOfTotal: (told: Minor, summed: Minor, currency: string): void => {
      const message = `The file says ${toDecimal(told, currency)}, its rows add up to ${toDecimal(summed, currency)}`
      batch.warnings.push({ line: row.line, code: 'total-differs', message })
    },
    take: (): TableBatch<ItemRow> => {
      const taken = { ...batch, totals: { ...batch.totals } }
      batch = { rows: [], problems: [], warnings: [], totals: batch.totals }
      return taken
    },
  }
}

export type RowView = ReturnType<typeof createRowView>
