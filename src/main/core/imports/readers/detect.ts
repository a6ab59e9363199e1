import type { BankFormat } from '../../bank/statement.model.ts'
import { Refusal } from '../../kernel/errors.ts'
import { archivedBankFormat } from './bank/archive.ts'
import { detectBankFormat } from './bank/detect.bank.ts'
import { isEInvoiceArchive } from './einvoice/einvoice.reader.ts'
import { detectEInvoice, EINVOICE_HEAD } from './einvoice/einvoice.syntax.ts'
import { decodeText, detectEncoding, type FoundEncoding } from './encoding.ts'
import { detectFec, splitLine } from './fec.layout.ts'
import { knownHeaders } from './headers.ts'
import { readLines } from './lines.ts'
import { firstRows, isBlank, type Row, type TableSource } from './rows.ts'
import { detectSeparator, findHeader, type Separator, withoutBlanks } from './sniff.ts'
import type { ReadOptions, Source } from './source.ts'
import { detectTemplate } from './template.columns.ts'
import { readWorkbook } from './workbook.reader.ts'

/** Why a file is taken for what it is; a code, for the window to say. */
type DetectionReason =
  | 'fec-header'
  | 'template-header'
  | 'table'
  | 'workbook'
  | 'empty'
  | 'binary'
  | 'old-workbook'
  | 'markup'
  | 'no-columns'
  | 'einvoice'
  | 'bank-file'
  | 'bank-table'

export type Detection = {
  format: 'fec' | 'items' | 'customers' | 'csv' | 'xlsx' | 'einvoice' | BankFormat | 'unknown'
  why: DetectionReason
  /** Text files only. */
  encoding: FoundEncoding | null
  separator: string | null
  header: string[]
  /** The first rows as text, title and header included. */
  sample: Row[]
  sheets: string[]
  /** How to read the file's rows; null where it has none (a FEC is read by lines). */
  table: TableSource | null
}

const SAMPLE_ROWS = 300
const SAMPLE_LINES = 60

const nothing = { encoding: null, separator: null, header: [], sample: [], sheets: [], table: null }

type Head = { lines: string[]; encoding: FoundEncoding }
type Seen = { source: Source; head: Head; options: ReadOptions }

// XML, HTML or JSON: separators enough, but no table.
const MARKUP = /^\s*(?:<[?!a-z]|\{\s*["}]|\[\s*[{["])/i

/** The formats of text files, the most particular first. */
const detectors: ((seen: Seen) => Promise<Detection | null>)[] = [
  async ({ head }) => {
    const layout = detectFec(head.lines.find((line) => line.trim() !== '') ?? '')
    if (!layout) return null
    const { separator, header } = layout
    const sample = head.lines.map((text, i) => ({
      line: i + 1,
      cells: splitLine(text, layout) ?? text.split(separator),
    }))
    return { ...nothing, format: 'fec', why: 'fec-header', encoding: head.encoding, separator, header, sample }
  },
  async ({ head }) =>
    MARKUP.test(head.lines.join('\n'))
      ? { ...nothing, format: 'unknown', why: 'markup', encoding: head.encoding }
      : null,
  async ({ source, head, options }) => {
    const separator = detectSeparator(head.lines)
    if (!separator) return null
    const table = await tableOf(source, { ...head, separator }, options)
    // The template knows its own columns better; what else looks like a bank's table is taken for one.
    if (table.format === 'csv' && detectBankFormat(head.lines.join('\n')) === 'bank-csv')
      return { ...table, format: 'bank-csv', why: 'bank-table' }
    // One line of text with a comma in it is no table, unless the line is a header.
    return knownHeaders(table.header) > 1 || withoutBlanks(table.sample).length > 1 ? table : null
  },
]

const tableOf = async (
  source: Source,
  { encoding, separator }: { encoding: FoundEncoding; separator: Separator },
  options: ReadOptions,
): Promise<Detection> => {
  const table: TableSource = { container: 'text', separator, encoding: encoding.encoding }
  const sample = await firstRows(source, table, SAMPLE_ROWS, options)
  return { ...recognise(sample, 'csv', 'table'), encoding, separator, table }
}

const recognise = (sample: Row[], format: 'csv' | 'xlsx', why: DetectionReason): Detection => {
  const first = sample.find((row) => !isBlank(row))?.cells ?? []
  const template = detectTemplate(first)
  if (template) return { ...nothing, format: template, why: 'template-header', header: first, sample }
  const header = sample[findHeader(sample)]?.cells ?? []
  return { ...nothing, format, why, header: header.map((cell) => cell.trim()), sample }
}

const headOf = async (source: Source, options: ReadOptions): Promise<Head> => {
  const encoding = await detectEncoding(source.blob, options)
  const lines: string[] = []
  for await (const { texts } of readLines(decodeText(source.blob, encoding.encoding, options))) {
    lines.push(...texts.slice(0, SAMPLE_LINES - lines.length))
    if (lines.length >= SAMPLE_LINES) break
  }
  return { lines, encoding }
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Recognises a file by its content, never by its name. A workbook is read for it, up to its size limit, of another archive
 * its first files; a text file is
 * looked through for its encoding only. Throws `document.too-large`, `import.unreadable` (a damaged workbook, a quote
 * that is never closed), `cancelled`.
 */
export const detectFormat = async (source: Source, options: ReadOptions = {}): Promise<Detection> => {
  const bytes = new Uint8Array(await source.blob.slice(0, EINVOICE_HEAD).arrayBuffer())
  if (bytes.length === 0) return { ...nothing, format: 'unknown', why: 'empty' }
  if (startsWith(bytes, OLD_WORKBOOK)) return { ...nothing, format: 'unknown', why: 'old-workbook' }
  // Any PDF: whether an invoice is in it is for its reader to say.
  if (detectEInvoice(bytes) !== null) return { ...nothing, format: 'einvoice', why: 'einvoice' }
  if (startsWith(bytes, ZIP)) {
    if (await isEInvoiceArchive(source, options)) return { ...nothing, format: 'einvoice', why: 'einvoice' }
    const archived = await archivedBankFormat(source, options)
    if (archived) return { ...nothing, format: archived, why: 'bank-file' }
    const { rows, sheets, sheet } = await readWorkbook(source, null, options)
    const found = recognise(rows.slice(0, SAMPLE_ROWS), 'xlsx', 'workbook')
    return { ...found, sheets, table: { container: 'workbook', sheet } }
  }
  const bank = detectBankFormat(bytes)
  if (bank && bank !== 'bank-csv') return { ...nothing, format: bank, why: 'bank-file' }
  let head: Head
  try {
    head = await headOf(source, options)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'import.encoding')
      return { ...nothing, format: 'unknown', why: 'binary' }
    throw error
  }
  if (head.lines.every((line) => line.trim() === '')) return { ...nothing, format: 'unknown', why: 'empty' }
  for (const detect of detectors) {
    const found = await detect({ source, head, options })
    if (found) return found
  }
  return { ...nothing, format: 'unknown', why: 'no-columns', encoding: head.encoding }
}
