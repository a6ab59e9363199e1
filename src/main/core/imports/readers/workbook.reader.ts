import { strFromU8, unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { Refusal } from '../../kernel/errors.ts'
import type { Row } from './rows.ts'
import { type ReadOptions, type Source, stopIfCancelled } from './source.ts'

const MAX_FILE = 64 * 1024 * 1024
const MAX_UNPACKED = 256 * 1024 * 1024
const MAX_ROWS = 1_048_576
// Rows are padded to the widest one: a single far cell could otherwise fill the memory.
const MAX_CELLS = 20_000_000

export type Workbook = { sheets: string[]; sheet: string; rows: Row[] }

const tooLarge = (source: Source) =>
  new Refusal('document.too-large', 'The workbook is too large', { file: source.name, limit: MAX_FILE })

type Parts = Record<string, Uint8Array>

const unpack = (source: Source, bytes: Uint8Array): Parts => {
  let total = 0
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const wanted = name.endsWith('.xml') || name.endsWith('.rels')
      if (wanted) total += originalSize
      if (total > MAX_UNPACKED) throw tooLarge(source)
      return wanted
    },
  })
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const CELL = /<(?:\w+:)?(?:c|row)\s[^>]*?\br=["']([A-Z]*)(\d+)["'][^>]*>/g

/** Refuses a sheet whose cells stand further out than a sheet can be, or than memory allows. */
const checkExtent = (source: Source, xml: string): void => {
  let rows = 0
  let columns = 0
  for (const [tag, letters, row] of xml.matchAll(CELL)) {
    rows = Math.max(rows, Number(row))
    // A cell without content is only formatted; it takes no room.
    if (letters && !tag.endsWith('/>')) columns = Math.max(columns, columnNumber(letters))
  }
  if (rows > MAX_ROWS || rows * columns > MAX_CELLS) throw tooLarge(source)
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

const sheetNames = (parts: Parts): string[] =>
  [...strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(
    ([, name]) => (name ?? '').replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity),
  )

/**
 * A number as a sheet holds it, as plain decimal text. A sheet keeps 15 digits and writes 17: 1234.56 may be stored as
 * 1234.5599999999999, and the digits after the fifteenth say nothing.
 */
export const plainNumber = (stored: string): string => {
  if (/^-?\d+$/.test(stored)) return stored
  const value = Number(stored)
  if (!Number.isFinite(value)) return stored
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

// Sheets know no time zone: the reader gives their dates as midnight UTC.
const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}

const readOne = async (archive: ArrayBuffer, sheet: string | number): Promise<Row[]> => {
  const data: unknown[][] = await readSheet(archive, sheet, { parseNumber: plainNumber })
  return data.map((cells, i) => ({ line: i + 1, cells: cells.map(textOf) }))
}

/**
 * Reads one sheet of an XLSX file: the one named, else the first that is not empty. Dates come as `YYYY-MM-DD`, numbers as
 * plain decimals. Throws `document.too-large`, or `import.unreadable` for what is no workbook or has no such sheet.
 */
export const readWorkbook = async (
  source: Source,
  sheet: string | null,
  options: ReadOptions = {},
): Promise<Workbook> => {
  if (source.blob.size > MAX_FILE) throw tooLarge(source)
  stopIfCancelled(options.signal)
  try {
    const parts = unpack(source, new Uint8Array(await source.blob.arrayBuffer()))
    for (const [name, bytes] of Object.entries(parts)) {
      if (name.startsWith('xl/worksheets/') && name.endsWith('.xml')) checkExtent(source, strFromU8(bytes, true))
    }
    const sheets = sheetNames(parts)
    // Packed again without compression: checked once, unpacked once.
    const archive = zipSync(parts, { level: 0 }).buffer
    if (sheet !== null) return { sheets, sheet, rows: await readOne(archive, sheet) }
    for (const name of sheets) {
      stopIfCancelled(options.signal)
      const rows = await readOne(archive, name)
      if (rows.length > 0) return { sheets, sheet: name, rows }
    }
    return { sheets, sheet: sheets[0] ?? '', rows: sheets.length > 0 ? [] : await readOne(archive, 1) }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('import.unreadable', 'The workbook cannot be read', { file: source.name })
  }
}
