import { readDelimited } from './delimited.reader.ts'
import type { Encoding } from './encoding.ts'
import { type ReadOptions, type Source, stopIfCancelled } from './source.ts'
import { readWorkbook } from './workbook.reader.ts'

/** One row of a table as text, with the line it starts on (for a workbook, its row), from 1. */
export type Row = { line: number; cells: string[] }

/** Where a table's rows come from. */
export type TableSource =
  | { container: 'text'; separator: string; encoding: Encoding }
  | { container: 'workbook'; sheet: string | null }

const BATCH = 2000

/** The rows of a CSV file or of a sheet, in batches. A CSV file streams; a workbook is read whole, up to its size limit. */
export async function* readRows(source: Source, table: TableSource, options: ReadOptions = {}): AsyncGenerator<Row[]> {
  if (table.container === 'text') return yield* readDelimited(source, table, options)
  const { rows } = await readWorkbook(source, table.sheet, options)
  for (let at = 0; at < rows.length; at += BATCH) {
    stopIfCancelled(options.signal)
    yield rows.slice(at, at + BATCH)
  }
}

/** The first rows, without reading the rest of a text file. */
export const firstRows = async (
  source: Source,
  table: TableSource,
  count: number,
  options: ReadOptions = {},
): Promise<Row[]> => {
  const rows: Row[] = []
  for await (const batch of readRows(source, table, options)) {
    rows.push(...batch)
    if (rows.length >= count) break
  }
  return rows.slice(0, count)
}

export const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '')
