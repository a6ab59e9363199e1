import type { Day } from '../../kernel/day.ts'
import { type Minor, parseDecimal, parseMinor } from '../../kernel/money.ts'
import { type ItemRow, parseKind, type TableBatch } from './items.ts'
import { parseLocalDay } from './local-values.rules.ts'
import { isBlank, type Row } from './rows.ts'
import { type ProblemReason, problem } from './source.ts'
import { columnPositions, type ItemColumn } from './template.columns.ts'

export type TemplateDialect = {
  /** A spreadsheet set to a European language writes semicolons, and then days as JJ/MM/AAAA. */
  dayFirst: boolean
  currency: string
}

/**
 * Reads the rows of the items template one after another, its header given. Amounts with a dot or a comma and no
 * thousands; days as AAAA-MM-JJ or, in a `dayFirst` file, JJ/MM/AAAA. A row has all its reasons told at once.
 */
export const createTemplateItemReader = (header: readonly string[], { dayFirst, currency: home }: TemplateDialect) => {
  const at = columnPositions(header)
  let batch: TableBatch<ItemRow> = { rows: [], problems: [], warnings: [], totals: { records: 0, leftOut: 0 } }
  let row: Row = { line: 0, cells: [] }

  const cell = (column: ItemColumn): string => row.cells[at.get(column) ?? -1]?.trim() ?? ''
  const refuse = (column: ItemColumn, reason: ProblemReason): null => {
    batch.problems.push(problem(row.line, column, cell(column), reason))
    return null
  }
  const needed = (column: ItemColumn): string | null => cell(column) || refuse(column, 'missing')

  const day = (column: ItemColumn): Day | '' | null => {
    const text = cell(column)
    if (text === '') return ''
    const readable = dayFirst || /^\d{4}-/.test(text)
    return (readable ? parseLocalDay(text, 'dmy') : null) ?? refuse(column, 'date')
  }

  const positive = (column: ItemColumn, currency: string): Minor | null => {
    const text = cell(column)
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace(',', '.')
    if (parseDecimal(text) === null) return refuse(column, 'amount')
    const amount = parseMinor(text, currency)
    if (amount === null) return refuse(column, 'amount-decimals')
    return amount > 0 ? amount : refuse(column, 'amount-not-positive')
  }

  const settlement = (
    kind: ItemRow['kind'] | null,
    issued: Day | '' | null,
    amount: Minor | null,
    currency: string,
  ) => {
    const settles = cell('settles') || null
    const settledOn = day('settled_on')
    const settledAmount = cell('settled_amount') === '' ? amount : positive('settled_amount', currency)
    if (settles === null) return { settles, settledOn: null, settledAmount: null }
    if (kind === 'invoice' || kind === 'opening') return refuse('settles', 'settles')
    if (settledOn === null || settledAmount === null) return null
    if (amount !== null && settledAmount > amount) return refuse('settled_amount', 'amount-too-large')
    return { settles, settledOn: settledOn || issued || null, settledAmount }
  }

  return {
    read(next: Row): void {
      row = next
      if (isBlank(row)) return
      batch.totals.records++
      const before = batch.problems.length
      const kind = parseKind(cell('kind')) ?? refuse('kind', cell('kind') === '' ? 'missing' : 'kind')
      const number = needed('number')
      const customerCode = needed('customer')
      const code = cell('currency').toUpperCase() || home
      const currency = /^[A-Z]{3}$/.test(code) ? code : refuse('currency', 'currency')
      const issued = day('issued')
      if (issued === '') refuse('issued', 'missing')
      const due = day('due')
      if (due && issued && due < issued) refuse('due', 'date-order')
      const amount = cell('amount') === '' ? refuse('amount', 'missing') : positive('amount', currency ?? home)
      const settled = settlement(kind, issued, amount, currency ?? home)
      if (batch.problems.length > before) return
      if (!kind || !number || !customerCode || !currency || !issued || amount === null || !settled) return
      const isCredit = kind === 'credit_note' || kind === 'payment'
      const item = { line: row.line, kind, number, customerCode, customerName: cell('name'), issued }
      batch.rows.push({ ...item, due: isCredit ? null : due || null, amount, currency, ...settled, approximate: false })
    },
    end(): void {},
    take(): TableBatch<ItemRow> {
      const taken = { ...batch, totals: { ...batch.totals } }
      batch = { rows: [], problems: [], warnings: [], totals: batch.totals }
      return taken
    },
  }
}
