import { Refusal } from '../../kernel/errors.ts'
import type { Mapping } from '../mapping.schema.ts'
import { type ItemRow, isLeftOutStatus } from './items.ts'
import type { Columns } from './mapping.columns.ts'
import { itemsOf, readAgedRow, readDocument, type Told } from './mapping.documents.ts'
import { createRowView } from './mapping.row.ts'
import { isBlank, type Row } from './rows.ts'
import { isSubHeader, isTotalText, onlyText } from './sniff.ts'
import { problem } from './source.ts'

const MEASURES = ['amount', 'open', 'debit', 'credit', 'unitAmount'] as const

type Adding = { key: string; told: Told; broken: boolean }

/**
 * Reads the rows of another program's export as receivables, one after another, under a mapping set on its columns.
 * `homeCurrency` is the one of rows that name none. Throws `import.mapping-incomplete` when the mapping has no amount
 * or, for an aged balance, no day.
 */
export const createItemReader = (mapping: Mapping, columns: Columns, homeCurrency: string) => {
  const { rowIs, groupRows, constants } = mapping
  const view = createRowView(mapping, columns, homeCurrency)
  const aged = columns.buckets.length > 0
  if (!aged && MEASURES.every((field) => !view.has(field))) {
    throw new Refusal('import.mapping-incomplete', 'No column holds an amount', { missing: ['amount'] })
  }
  const keyFields = (['number', 'issued', 'due'] as const).filter(view.has)
  const seen = new Set<string>()
  const invented = new Map<string, number>()
  let started = false
  let adding: Adding | null = null
  let brokenKey: string | null = null
  let sumOfAll = 0
  let sinceTotal = { rows: 0, sum: 0 }

  const push = (told: Told) => {
    const items = itemsOf(told)
    if (items.length === 0) view.batch().totals.leftOut++
    for (const item of items)
      view.batch().rows.push(item.number === '' ? { ...item, number: inventedNumber(item) } : item)
  }

  // Credits may come without a number; each needs one of its own, the same at the next reading.
  const inventedNumber = ({ kind, customerCode, customerName, issued }: ItemRow): string => {
    const number = `${kind === 'payment' ? 'R' : 'AV'}-${issued}`
    const key = `${customerCode || customerName}\u0001${number}`
    const before = invented.get(key) ?? 0
    invented.set(key, before + 1)
    return before === 0 ? number : `${number}-${before + 1}`
  }

  const closeDocument = () => {
    // The sum of a document's lines is worth nothing without the one that was refused.
    if (adding?.broken) {
      const { line, number } = adding.told.row
      view.batch().problems.push(problem(line, view.nameOf('number'), number, 'document-refused'))
    } else if (adding) push(adding.told)
    adding = null
  }

  const count = ({ signed }: Told) => {
    sumOfAll += signed
    sinceTotal.rows++
    sinceTotal.sum += signed
  }

  const keyOfRow = () => `${view.cell('customerCode') || view.cell('customerName')}\u0001${view.cell('number')}`

  if (rowIs === 'line' && !view.has('tax') && view.has('unitAmount')) {
    const message = 'No column holds the tax: the amounts are read as they are'
    view.batch().warnings.push({ line: mapping.headerRow, code: 'tax-unknown', message })
  }

  const addLine = (told: Told | null, key: string) => {
    if (adding?.key !== key) closeDocument()
    if (!told) {
      if (adding) adding.broken = true
      else brokenKey = key
    } else if (adding) adding.told.signed += told.signed
    else adding = { key, told, broken: brokenKey === key }
  }

  const takeDocument = () => {
    const told = readDocument(view, mapping)
    const key = keyOfRow()
    const repeated = rowIs === 'document' && view.cell('number') !== '' && seen.has(key)
    if (rowIs === 'document') seen.add(key)
    if (told && !repeated) count(told)
    if (rowIs === 'line') addLine(told, key)
    else if (told && !repeated) push(told)
  }

  const takeAged = () => {
    if (!constants.asOf)
      throw new Refusal('import.mapping-incomplete', 'An aged balance needs its day', { missing: ['asOf'] })
    const tolds = readAgedRow(view, constants.asOf)
    if (tolds?.length === 0) view.batch().totals.leftOut++
    for (const told of tolds ?? []) {
      count(told)
      push(told)
    }
  }

  // Reports are known to be wrong in their totals: a difference is told, not refused.
  const checkTotal = () => {
    const told = view.amountIfAny(view.has('open') ? 'open' : 'amount', view.currencyDefault)
    const partial = sinceTotal.rows > 0 ? sinceTotal.sum : sumOfAll
    if (told !== null && told !== partial && told !== sumOfAll) view.warnOfTotal(told, partial, view.currencyDefault)
    sinceTotal = { rows: 0, sum: 0 }
  }

  /** Rows without a document of their own: titles, notes, totals, names above their documents. */
  const isApart = (row: Row): boolean => {
    if (isBlank(row) || (!started && keyFields.length > 0 && isSubHeader(row))) return true
    const text = row.cells.find((cell) => cell.trim() !== '')?.trim() ?? ''
    // The text of a total stands in the first column, which may be the one of numbers or dates.
    if (isTotalText(text, view.group()) && keyFields.every((field) => ['', text].includes(view.cell(field)))) {
      checkTotal()
      return true
    }
    const alone = onlyText(row) !== null
    if (groupRows && keyFields.length > 0 && (alone || keyFields.every((field) => view.cell(field) === ''))) {
      view.setGroup(text)
      return true
    }
    return alone
  }

  return {
    read(row: Row): void {
      view.moveTo(row)
      if (isApart(row)) return
      started = true
      view.batch().totals.records++
      if (isLeftOutStatus(view.cell('status'))) view.batch().totals.leftOut++
      else if (aged) takeAged()
      else takeDocument()
    },
    end: closeDocument,
    take: view.take,
  }
}
