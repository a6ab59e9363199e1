import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Refusal } from '../../kernel/errors.ts'
import { decodeText, type Encoding } from './encoding.ts'
import { withLineFeeds } from './lines.ts'
import type { Row } from './rows.ts'
import { type ReadOptions, type Source, stopIfCancelled } from './source.ts'

const BATCH = 1000
// A quote that is never closed would swallow the rest of the file into one cell.
const MAX_RECORD = 256 * 1024

type Parsed = { record: string[]; info: { lines: number } }

/**
 * The rows of a delimited text file, quoted as RFC 4180 says, stray quotes kept as they are. Blank lines are rows with
 * one empty cell. Throws `import.unreadable`, with the line, for a quote that is never closed.
 */
export async function* readDelimited(
  source: Source,
  { separator, encoding }: { separator: string; encoding: Encoding },
  options: ReadOptions = {},
): AsyncGenerator<Row[]> {
  const parser = parse({
    delimiter: separator,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD,
    info: true,
  })
  // Failures on the way reach the loop below through the parser, which the pipeline destroys.
  pipeline(Readable.from(withLineFeeds(decodeText(source.blob, encoding, options))), parser, () => undefined)
  let rows: Row[] = []
  let line = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      rows.push({ line, cells: record })
      line = info.lines + 1
      if (rows.length < BATCH) continue
      stopIfCancelled(options.signal)
      yield rows
      rows = []
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Refusal('import.unreadable', 'A quote is never closed, or a cell is too long', {
      file: source.name,
      line,
    })
  }
  if (rows.length > 0) yield rows
}
