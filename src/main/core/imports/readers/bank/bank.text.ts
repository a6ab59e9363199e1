import { decodeText, detectEncoding } from '../encoding.ts'
import { withLineFeeds } from '../lines.ts'
import type { ReadOptions, Source } from '../source.ts'
import type { StatementWriter } from './statement.writer.ts'

// Marks that banks' transmissions leave: start and end of text, the old end of file. A space keeps the positions.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** The text of a bank file in pieces, line ends as LF, control characters as spaces. Throws `import.encoding` for binary content. */
export async function* bankText(source: Source, writer: StatementWriter, options: ReadOptions): AsyncGenerator<string> {
  const { encoding, mixed } = await detectEncoding(source.blob, options)
  if (mixed) writer.warn({ line: null, code: 'encoding-mixed', message: 'Some characters were read as Windows-1252' })
  for await (const piece of withLineFeeds(decodeText(source.blob, encoding, options))) yield piece.replace(CONTROL, ' ')
}
