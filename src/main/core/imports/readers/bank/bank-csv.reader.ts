import type { StatementLine } from '../../../bank/statement.model.ts'
import type { Day } from '../../../kernel/day.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { BankField, BankMapping } from '../../bank-mapping.schema.ts'
import { readDelimited } from '../delimited.reader.ts'
import { decodeText, detectEncoding, type Encoding } from '../encoding.ts'
import { readLines } from '../lines.ts'
import { parseLocalAmount, parseLocalDay } from '../local-values.rules.ts'
import { belowHeader, type Columns } from '../mapping.columns.ts'
import { isBlank, type Row } from '../rows.ts'
import { detectSeparator } from '../sniff.ts'
import type { ReadOptions, Source } from '../source.ts'
import { kindOf } from './kinds.ts'
import type { StatementWriter } from './statement.writer.ts'
import { accountOf, joined, LONGEST, meaningful } from './values.ts'

// Rows that continue a label for ever are no label.
const MAX_TEXT = 10_000

type Balanced = { day: Day; amount: Minor; balance: Minor | null }

const createReader = (mapping: BankMapping, columns: Columns<BankField>, writer: StatementWriter, home: string) => {
  let pending: StatementLine | null = null
  let first: Balanced | null = null
  let last: Balanced | null = null
  let account: string | null = null
  let currency = home
  let row: Row = { line: 0, cells: [] }

  const has = (field: BankField): boolean => columns.at.has(field)
  const cell = (field: BankField): string => row.cells[columns.at.get(field) ?? -1]?.trim() ?? ''
  const nameOf = (field: BankField): string => columns.header[columns.at.get(field) ?? -1] || field
  const refuse = (field: BankField, reason: Parameters<StatementWriter['refuse']>[3]): null => {
    writer.refuse(row.line, nameOf(field), cell(field), reason)
    return null
  }
  const money = (field: BankField): Minor | null =>
    cell(field).length > LONGEST
      ? refuse(field, 'amount')
      : (parseLocalAmount(cell(field), mapping.decimal, currency) ??
        refuse(field, parseLocalAmount(cell(field), mapping.decimal, 'TND') === null ? 'amount' : 'amount-decimals'))

  const commit = (): void => {
    if (pending) writer.line(pending)
    pending = null
  }
  /** The rows go down or up the calendar: the reading that adds up is the one, else what the days say. */
  const balances = (): void => {
    if (!first || !last || first.balance === null || last.balance === null) return
    const down = { opening: first.balance - first.amount, closing: last.balance }
    const up = { opening: last.balance - last.amount, closing: first.balance }
    const fits = (one: typeof down) => one.closing - one.opening === writer.sum()
    const newestFirst = fits(down) === fits(up) ? first.day > last.day : fits(up)
    const [told, from, to] = newestFirst ? [up, last.day, first.day] : [down, first.day, last.day]
    writer.open({ day: from, amount: told.opening })
    writer.close({ day: to, amount: told.closing })
  }
  const end = (): void => {
    commit()
    balances()
    writer.end()
    account = null
    first = null
    last = null
  }
  const settle = (): boolean => {
    const stated = has('currency') ? cell('currency').toUpperCase() : ''
    const code = stated || mapping.constants.currency || home
    const own = accountOf(cell('account')) || mapping.constants.account || ''
    if (!/^[A-Z]{3}$/.test(code)) {
      refuse('currency', 'currency')
      return false
    }
    if (account === own && currency === code) return true
    end()
    account = own
    currency = code
    writer.begin({ line: row.line, account: own, currency, number: '' })
    return true
  }

  const amountOf = (): Minor | null => {
    if (has('amount') && cell('amount') !== '') return money('amount')
    const [debit, credit] = [cell('debit'), cell('credit')]
    if (debit === '' && credit === '')
      return refuse(has('amount') ? 'amount' : has('debit') ? 'debit' : 'credit', 'missing')
    const taken = debit === '' ? 0 : money('debit')
    const received = credit === '' ? 0 : money('credit')
    if (taken === null || received === null) return null
    if (taken !== 0 && received !== 0) return refuse('debit', 'sense')
    return received - Math.abs(taken) + 0
  }
  const dayOf = (field: BankField): Day | null =>
    cell(field) === ''
      ? refuse(field, 'missing')
      : cell(field).length > LONGEST
        ? refuse(field, 'date')
        : (parseLocalDay(cell(field), mapping.dateOrder) ?? refuse(field, 'date'))

  return {
    take(next: Row) {
      row = next
      if (isBlank(row)) return
      const measured = cell('amount') + cell('debit') + cell('credit') !== ''
      const label = joined(cell('label'), cell('label2'), cell('label3'))
      if (cell('booked') === '' && !measured) {
        // The rest of a label that the bank cut into several rows; above the first movement, a title.
        if (pending && pending.text.length < MAX_TEXT) pending.text = joined(pending.text, label)
        return
      }
      if (
        row.cells.length > columns.header.length &&
        row.cells.slice(columns.header.length).some((one) => one.trim() !== '')
      )
        return writer.refuse(row.line, '', row.cells.join(' '), 'cells')
      commit()
      if (!settle()) return
      const booked = dayOf('booked')
      const valued = cell('valued') === '' ? null : dayOf('valued')
      const amount = amountOf()
      if (booked === null || amount === null || (valued === null && cell('valued') !== '')) return
      const balance = has('balance') && cell('balance') !== '' ? money('balance') : null
      const party = joined(cell('party'))
      last = { day: booked, amount, balance }
      first ??= last
      pending = {
        line: row.line,
        booked,
        valued,
        amount,
        kind: kindOf(null, label, amount),
        party,
        partyAccount: accountOf(cell('partyAccount')),
        text: label,
        reference: meaningful(cell('reference')),
        creditorReference: '',
        documents: [],
        bankReference: '',
        code: '',
        returnReason: '',
        original: null,
        detail: 0,
      }
    },
    end,
  }
}

const SAMPLE_LINES = 60

const separatorOf = async (source: Source, encoding: Encoding, options: ReadOptions): Promise<string> => {
  const lines: string[] = []
  for await (const { texts } of readLines(decodeText(source.blob, encoding, options))) {
    lines.push(...texts.slice(0, SAMPLE_LINES - lines.length))
    if (lines.length >= SAMPLE_LINES) break
  }
  return detectSeparator(lines) ?? ';'
}

/**
 * Reads a bank's CSV file by a mapping. Throws `import.mapping-needed` without one, `import.mapping-incomplete` when a
 * column is not in the file, `import.unreadable` for a quote that is never closed.
 */
export async function* readBankCsv(
  source: Source,
  writer: StatementWriter,
  options: ReadOptions & { currency: string; mapping?: BankMapping | undefined },
): AsyncGenerator<void> {
  const { mapping } = options
  if (!mapping) throw new Refusal('import.mapping-needed', 'A bank table is read by a mapping', { file: source.name })
  const found = await detectEncoding(source.blob, options)
  if (found.mixed && mapping.encoding === 'auto')
    writer.warn({ line: null, code: 'encoding-mixed', message: 'Some characters were read as Windows-1252' })
  const encoding = mapping.encoding === 'auto' ? found.encoding : mapping.encoding
  const separator = mapping.separator ?? (await separatorOf(source, encoding, options))
  let reader: ReturnType<typeof createReader> | null = null
  for await (const { columns, rows } of belowHeader(readDelimited(source, { separator, encoding }, options), mapping)) {
    reader ??= createReader(mapping, columns, writer, options.currency)
    for (const row of rows) reader.take(row)
    yield
  }
  reader?.end()
}
