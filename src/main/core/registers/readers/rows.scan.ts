import { parse } from 'csv-parse/sync'
import { Refusal } from '../../kernel/errors.ts'
import type { CheckProblem } from '../registers.contract.ts'

/** A row of a customer of the book; `cells` are in the order of the header. */
export type ScannedRow = { line: number; cells: string[] }
export type Scan = { records: number; rows: ScannedRow[]; problems: CheckProblem[] }
export type Header = { names: string[]; separator: string }

const [NEWLINE, RETURN, QUOTE] = [10, 13, 34]
/** No row of a register comes near. */
const LONGEST = 256 * 1024
const EXCERPT = 80

const tooLong = (line: number) => new Refusal('import.unreadable', 'A line is too long', { line, reason: 'long-line' })

/** The names of a header line and what separates them. */
export const readHeader = (text: string): Header => {
  const line = text.replace(/^\uFEFF/, '').replace(/\r$/, '')
  const separator = /^"?[\w.]+"?([,;\t|])/.exec(line)?.[1] ?? ','
  const [names = []] = cellsOf(line, separator) ?? []
  return { names, separator }
}

const cellsOf = (text: string, separator: string): string[][] | null => {
  try {
    return parse(text, { delimiter: separator, relaxColumnCount: true }) as string[][]
  } catch {
    return null
  }
}

const hasOddQuotes = (buffer: Buffer, from: number, until: number): boolean => {
  let odd = false
  for (let at = buffer.indexOf(QUOTE, from); at >= 0 && at < until; at = buffer.indexOf(QUOTE, at + 1)) odd = !odd
  return odd
}

/**
 * Passes over a table of millions of rows whose first column is an identifier of `keyLength` letters or digits, and reads
 * only the rows that are wanted: their cells are parsed, the others are looked at byte by byte and forgotten. Memory
 * holds one piece and one row. A line that begins with no identifier is listed, unless it goes on inside the quotes of
 * the line before.
 */
export const createScan = (header: Header, keyLength: number, isWanted: (key: string) => boolean) => {
  const separator = header.separator.charCodeAt(0)
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  /** The line before: whether it left a quote open is worked out only when a line that begins with no key asks. */
  let [beforeIn, beforeFrom, beforeUntil, beforeOdd] = [rest, 0, 0, false]
  const remember = (buffer: Buffer, from: number, until: number, odd: boolean) => {
    beforeIn = buffer
    beforeFrom = from
    beforeUntil = until
    beforeOdd = odd
  }
  /** A wanted row that goes on after a line break. */
  let open: { line: number; text: string } | null = null
  let scan: Scan = { records: 0, rows: [], problems: [] }

  const keyAt = (buffer: Buffer, from: number, until: number): string | null => {
    const quoted = buffer[from] === QUOTE
    const [begin, end] = quoted ? [from + 1, from + 1 + keyLength] : [from, from + keyLength]
    if (end >= until || (quoted && buffer[end] !== QUOTE) || buffer[quoted ? end + 1 : end] !== separator) return null
    for (let at = begin; at < end; at += 1) {
      const byte = buffer[at] as number
      if (!((byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90))) return null
    }
    return buffer.toString('latin1', begin, end)
  }

  const list = (at: number, text: string, reason: CheckProblem['reason']) =>
    scan.problems.push({ line: at, value: text.slice(0, EXCERPT), reason })

  const take = (at: number, text: string) => {
    const [cells] = cellsOf(text, header.separator) ?? []
    if (cells?.length === header.names.length) scan.rows.push({ line: at, cells })
    else list(at, text, 'cells')
  }

  const goOn = (text: string): boolean => {
    if (!open) return false
    open.text += `\n${text}`
    if (open.text.length > LONGEST) throw tooLong(open.line)
    if ((open.text.split('"').length - 1) % 2 === 0) {
      take(open.line, open.text)
      open = null
      remember(rest, 0, 0, false)
    }
    return true
  }

  const row = (buffer: Buffer, from: number, end: number) => {
    line += 1
    const until = buffer[end - 1] === RETURN ? end - 1 : end
    if (open && goOn(buffer.toString('utf8', from, until))) return
    if (until <= from) return
    const key = keyAt(buffer, from, until)
    if (key === null) {
      const inside = beforeOdd !== hasOddQuotes(beforeIn, beforeFrom, beforeUntil)
      remember(buffer, from, until, inside)
      if (inside) return
      scan.records += 1
      list(line, buffer.toString('utf8', from, Math.min(until, from + 4 * EXCERPT)), 'identifier')
      return
    }
    remember(buffer, from, until, false)
    scan.records += 1
    if (!isWanted(key)) return
    const text = buffer.toString('utf8', from, until)
    if (hasOddQuotes(buffer, from, until)) open = { line, text }
    else take(line, text)
  }

  return {
    /** The next bytes after the header line. */
    write(piece: Buffer): void {
      const buffer = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
      let from = 0
      for (let end = buffer.indexOf(NEWLINE); end >= 0; end = buffer.indexOf(NEWLINE, from)) {
        row(buffer, from, end)
        from = end + 1
      }
      rest = buffer.subarray(from)
      if (rest.length > LONGEST) throw tooLong(line + 1)
    },
    end(): void {
      if (rest.length > 0) row(rest, 0, rest.length)
      if (open) list(open.line, open.text, 'cells')
      rest = Buffer.alloc(0)
      open = null
    },
    /** What was found since the last time. */
    take(): Scan {
      const taken = scan
      scan = { records: 0, rows: [], problems: [] }
      return taken
    },
  }
}
