import { Refusal } from '../../../kernel/errors.ts'
import { readLines } from '../lines.ts'
import {
  type DateOrder,
  type DecimalMark,
  dateOrderOf,
  decimalOf,
  parseLocalAmount,
  parseLocalDay,
} from '../local-values.rules.ts'
import type { ReadOptions, Source } from '../source.ts'
import { bankText } from './bank.text.ts'
import { kindOf } from './kinds.ts'
import { createStatementWriter, type StatementWriter } from './statement.writer.ts'
import { joined, LONGEST, meaningful } from './values.ts'

const ACCOUNTS = /^!type:\s*(?:bank|ccard|cash|oth [al])\b/i
const SAMPLE = 2000

// `24/4'14` and `24/ 4/14`.
const plainDate = (text: string): string => text.replace(/\s+/g, '').replace("'", '/').replaceAll('-', '/')

type Conventions = { order: DateOrder; mark: DecimalMark; guessed: boolean }

/** How the file writes days and amounts, from its first records: QIF does not say. */
const conventionsOf = async (source: Source, options: ReadOptions): Promise<Conventions> => {
  const dates: string[] = []
  const amounts: string[] = []
  for await (const { texts } of readLines(bankText(source, createStatementWriter(), options))) {
    for (const text of texts) {
      if (text.length > LONGEST) continue
      if (text.startsWith('D')) dates.push(plainDate(text.slice(1)))
      if (text.startsWith('T')) amounts.push(text.slice(1).trim())
    }
    if (dates.length >= SAMPLE) break
  }
  const order = dateOrderOf(dates)
  const mark = decimalOf(amounts)
  return {
    order: order === null || order === 'ambiguous' ? 'dmy' : order,
    mark: mark === 'comma' ? 'comma' : 'dot',
    guessed: order === 'ambiguous' || mark === 'ambiguous',
  }
}

type Item = { line: number; values: Record<string, string> }

const createReader = (writer: StatementWriter, currency: string, { order, mark }: Conventions) => {
  let account = ''
  let section: 'account' | 'movements' | 'other' = 'other'
  let item: Item | null = null

  const commit = (): void => {
    const done = item
    item = null
    if (!done) return
    const { line, values } = done
    if (section === 'account') {
      account = values.N ?? ''
      return
    }
    const day = values.D ?? ''
    const told = values.T ?? values.U ?? ''
    const booked = day.length > LONGEST ? null : parseLocalDay(plainDate(day), order)
    const amount = told.length > LONGEST ? null : parseLocalAmount(told, mark, currency)
    const [payee = '', memo = ''] = [values.P, values.M]
    if (booked === null) writer.refuse(line, 'D', day, day === '' ? 'missing' : 'date')
    if (amount === null) writer.refuse(line, 'T', told, told === '' ? 'missing' : 'amount')
    if (booked === null || amount === null) return
    // The first record may be the opening balance, transferred from the account itself.
    if (/^opening balance$/i.test(payee.trim()) && /^\[.*\]$/.test(values.L ?? '') && writer.sum() === 0) {
      writer.open({ day: booked, amount })
      return
    }
    writer.line({
      line,
      booked,
      valued: null,
      amount,
      kind: kindOf(null, joined(payee, memo), amount),
      party: joined(payee),
      partyAccount: '',
      text: memo === '' ? joined(payee) : joined(payee, memo),
      reference: meaningful(values.N ?? ''),
      creditorReference: '',
      documents: [],
      bankReference: '',
      code: '',
      returnReason: '',
      original: null,
      detail: 0,
    })
  }

  const header = (text: string, line: number): void => {
    commit()
    if (/^!(?:option|clear)\b/i.test(text)) return
    writer.end()
    section = ACCOUNTS.test(text) ? 'movements' : /^!account\b/i.test(text) ? 'account' : 'other'
    if (section === 'movements') writer.begin({ line, account, currency, number: '' })
  }

  return {
    take(text: string, line: number) {
      if (text.startsWith('!')) return header(text, line)
      if (section === 'other' || text.trim() === '') return
      if (text.startsWith('^')) return commit()
      item ??= { line, values: {} }
      const field = text[0] ?? ''
      // Splits repeat their fields: the first of each is the movement's.
      item.values[field] ??= text.slice(1).trim()
    },
    end(): void {
      if (item && section === 'movements') writer.refuse(item.line, '', '', 'truncated')
      item = null
      writer.end()
    },
  }
}

/** Reads the bank, card and cash accounts of a QIF file. Throws `import.format-unknown` when it has no header. */
export async function* readQif(
  source: Source,
  writer: StatementWriter,
  options: ReadOptions & { currency: string },
): AsyncGenerator<void> {
  const conventions = await conventionsOf(source, options)
  const reader = createReader(writer, options.currency, conventions)
  if (conventions.guessed)
    writer.warn({ line: null, code: 'by-convention', message: 'Days or amounts could be read in two ways' })
  let known = false
  for await (const { first, texts } of readLines(bankText(source, writer, options))) {
    for (const [i, text] of texts.entries()) {
      known ||= text.startsWith('!')
      reader.take(text, first + i)
    }
    yield
  }
  if (!known) throw new Refusal('import.format-unknown', 'The file has no QIF header', { file: source.name })
  reader.end()
}
