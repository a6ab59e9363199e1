import { detectFormat } from '../imports/readers/detect.ts'
import { isBlank, type Row, readRows } from '../imports/readers/rows.ts'
import { parseXml } from '../imports/readers/xml.reader.ts'
import { Refusal } from '../kernel/errors.ts'
import { PROOF_LIMIT } from '../proofs/proofs.contract.ts'
import type { Leaf, ReadLeaves } from './leaves.model.ts'
import { branchOfJson, branchOfXml, leavesOf, TooMuch } from './leaves.rules.ts'

const MAX_ROWS = 5000

const malformed = (name: string, format: string, line: number | null, why: string): Refusal =>
  new Refusal('rating.malformed', `${name}: ${why}`, { file: name, format, line: line ?? 1 })

/** The line that the engine's message names, or that its position stands on. */
const lineOfFault = (message: string, text: string): number => {
  const line = /\(line (\d+) column \d+\)/.exec(message)?.[1]
  const position = /at position (\d+)/.exec(message)?.[1]
  if (line) return Number(line)
  const read = position ? text.slice(0, Number(position)) : text
  return read.split('\n').length
}

/** Parses JSON; refuses what is none with `rating.malformed` and its line. */
export const parseReport = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw malformed(name, 'JSON', lineOfFault(why, text), why)
  }
}

const rootOf = (name: string, bytes: Uint8Array) => {
  try {
    return parseXml(bytes)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw malformed(name, 'XML', Number(error.details.line ?? 1), error.message)
  }
}

const rowsOf = async (name: string, blob: Blob): Promise<Row[]> => {
  const source = { name, blob }
  const { table } = await detectFormat(source)
  if (!table) return []
  const rows: Row[] = []
  for await (const batch of readRows(source, table)) {
    rows.push(...batch.filter((row) => !isBlank(row)))
    if (rows.length > MAX_ROWS)
      throw new Refusal('document.too-large', 'too many rows', { file: name, limit: MAX_ROWS })
  }
  return rows
}

const cellLeaf = (path: string, value: string, line: number): Leaf => ({
  path,
  value: value.trim(),
  number: false,
  repeated: false,
  beside: null,
  line,
})

/** A name and its value a row: two columns, and every name another one, with a letter in it. */
const isUpright = (rows: readonly Row[]): boolean => {
  const names = rows.map(({ cells }) => (cells[0] ?? '').trim())
  return (
    rows.length > 2 &&
    rows.every(({ cells }) => cells.slice(2).every((cell) => cell.trim() === '')) &&
    names.every((name) => /\p{L}/u.test(name)) &&
    new Set(names).size === names.length
  )
}

const leavesOfTable = (rows: readonly Row[]): Leaf[][] => {
  if (isUpright(rows)) return [rows.map(({ cells, line }) => cellLeaf((cells[0] ?? '').trim(), cells[1] ?? '', line))]
  const titles = (rows[0]?.cells ?? []).map((title) => title.trim())
  const repeated = new Set(titles.filter((title, place) => titles.indexOf(title) !== place))
  return rows
    .slice(1)
    .map(({ cells, line }) =>
      titles.flatMap((title, place) =>
        title === '' ? [] : [{ ...cellLeaf(title, cells[place] ?? '', line), repeated: repeated.has(title) }],
      ),
    )
}

/**
 * What a report in JSON, XML or a table holds, place by place. Refuses what is malformed with `rating.malformed` and its
 * line, an empty file with `import.empty`, and what is none of the three with `rating.unknown-file`.
 */
export const readLeaves = async (name: string, file: Blob): Promise<ReadLeaves> => {
  if (file.size > PROOF_LIMIT)
    throw new Refusal('document.too-large', 'the file is above 20 MB', { size: file.size, limit: PROOF_LIMIT })
  const start = (await file.slice(0, 512).text()).replace(/^\uFEFF/, '').trimStart()
  if (start === '') throw new Refusal('import.empty', `${name} is empty`, { file: name })
  try {
    if (/^[{[]/.test(start)) {
      const text = (await file.text()).replace(/^\uFEFF/, '')
      return { format: 'json', reports: [leavesOf(branchOfJson(parseReport(name, text)), '.')] }
    }
    if (start.startsWith('<')) {
      const root = rootOf(name, new Uint8Array(await file.arrayBuffer()))
      const branch = branchOfXml(root)
      return { format: 'xml', reports: [leavesOf({ kind: 'object', members: [[root.name, branch]], line: 1 }, '/')] }
    }
  } catch (error) {
    if (error instanceof TooMuch)
      throw malformed(name, start.startsWith('<') ? 'XML' : 'JSON', 1, 'too deep or too large')
    throw error
  }
  const reports = leavesOfTable(await rowsOf(name, file))
  if (reports.length === 0 || (reports[0]?.length ?? 0) < 2)
    throw new Refusal('rating.unknown-file', `${name} is no report`, { file: name })
  return { format: 'csv', reports }
}
