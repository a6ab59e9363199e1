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

/**
 * The rows of a delimited text file, quoted as RFC 4180 says, stray quotes kept as they are. Blank lines are rows with
 * one empty cell. Throws `import.unreadable`, with the line, for a quote that is never closed.
 */
export async function* readDelimited(
  source: Source,
  { separator, encoding }: { separator: string; encoding: Encoding },
  options: ReadOptions = {},
): AsyncGenerator<Row[]> {
  const starts: number[] = []
  let line = 1
  const parser = parse({
    delimiter: separator,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD,
    // Called as records are found, ahead of their reading below: after a failure, `line` is where the bad one begins.
    on_record: (cells: string[], { lines }) => {
      starts.push(line)
      line = lines + 1
      return cells
    },
  })
  // Failures on the way reach the loop below through the parser, which the pipeline destroys.
  pipeline(Readable.from(withLineFeeds(decodeText(source.blob, encoding, options))), parser, () => undefined)
  let rows: Row[] = []
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      rows.push({ line: starts.shift() ?? 0, cells })
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
