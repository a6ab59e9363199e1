import type { BankFormat } from '../../../bank/statement.model.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { BankMapping } from '../../bank-mapping.schema.ts'
import { piecesOf, type ReadOptions, type Source } from '../source.ts'
import { type ArchiveLimits, entriesOf, isArchive } from './archive.ts'
import { readBankCsv } from './bank-csv.reader.ts'
import { readCamt } from './camt.reader.ts'
import { readCfonb } from './cfonb.reader.ts'
import { detectBankFormat } from './detect.bank.ts'
import { readMt940 } from './mt940.reader.ts'
import { readOfx } from './ofx.reader.ts'
import { readQif } from './qif.reader.ts'
import type { StatementBatch } from './statement.batch.ts'
import { createStatementWriter, type StatementWriter } from './statement.writer.ts'

export type StatementOptions = ReadOptions & {
  /** Of a `bank-csv` file. */
  mapping?: BankMapping | undefined
  /** Where the file names none. */
  currency: string
  archive?: Partial<ArchiveLimits> | undefined
}

type TextReader = (source: Source, writer: StatementWriter, options: StatementOptions) => AsyncGenerator<void>

const textReaders: Record<Exclude<BankFormat, 'camt'>, TextReader> = {
  cfonb120: readCfonb,
  mt940: readMt940,
  ofx: readOfx,
  qif: readQif,
  'bank-csv': readBankCsv,
}

// Text formats look through a file for its encoding first: out of an archive, it is held for that.
const MAX_HELD = 64 * 1024 * 1024

const held = async (name: string, pieces: AsyncIterable<Buffer>): Promise<Source> => {
  const parts: Buffer<ArrayBuffer>[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > MAX_HELD) throw new Refusal('document.too-large', 'A file in the archive is too large', { file: name })
    parts.push(Buffer.from(piece))
  }
  return { name, blob: new Blob(parts) }
}

/** The first piece again, in front of the others. */
async function* behind(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

/** Statements come beside their PDF, or a note: only files of the format are read. */
async function* readArchive(
  source: Source,
  format: BankFormat,
  writer: StatementWriter,
  options: StatementOptions,
): AsyncGenerator<void> {
  let read = 0
  for await (const { name, pieces } of entriesOf(source, options)) {
    const first = await pieces.next()
    if (first.done || detectBankFormat(first.value) !== format) continue
    read++
    const whole = behind(first.value, pieces)
    if (format === 'camt') yield* readCamt({ name, pieces: whole }, writer, options)
    else yield* textReaders[format](await held(name, whole), writer, options)
  }
  if (read === 0)
    throw new Refusal('import.format-unknown', 'The archive holds no statement of the format', { file: source.name })
}

/**
 * The statements of a bank file, piece by piece, zipped or not. What does not add up comes as a warning with the
 * difference; what is malformed comes as a problem with its line, and the rest of the file is read. Throws when nothing
 * can be read any further, after the batches already given: `import.unreadable` (with `line`, and `reason: 'xml'` for
 * XML), `import.format-unknown`, `import.intraday`, `import.cfonb240`, `import.encoding`, `import.empty`,
 * `import.mapping-needed`, `import.mapping-incomplete`, `document.too-large`, `cancelled`.
 */
export async function* readStatements(
  source: Source,
  format: BankFormat,
  options: StatementOptions,
): AsyncGenerator<StatementBatch> {
  const writer = createStatementWriter()
  const reading = (await isArchive(source))
    ? readArchive(source, format, writer, options)
    : format === 'camt'
      ? readCamt({ name: source.name, pieces: piecesOf(source.blob, options) }, writer, options)
      : textReaders[format](source, writer, options)
  for await (const _ of reading) yield* writer.take()
  if (!writer.found()) throw new Refusal('import.empty', 'The file holds no statement', { file: source.name })
  yield* writer.take({ rest: true })
}
