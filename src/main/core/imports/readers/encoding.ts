import { isAscii, isUtf8 } from 'node:buffer'
import { Refusal } from '../../kernel/errors.ts'
import { createByteCensus, likeliestTable, type SingleByteEncoding, upperHalf } from './single-byte.ts'
import { piecesOf, type ReadOptions } from './source.ts'
import { completeLength, countSequences, decodeMixed } from './utf8.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByteEncoding

/** `mixed`: mostly UTF-8, with bytes that are not (labels cut in the middle of a letter, names from another program). */
export type FoundEncoding = { encoding: Encoding; mixed: boolean }

const BOMS: { encoding: Encoding; bytes: number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

const CLEARLY_NOT_UTF8 = 5000

const bomOf = (head: Uint8Array) => BOMS.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte))

/**
 * Finds the encoding from every byte of the file: the first accent of a long ledger may come in its last line, and
 * checking bytes costs little more than reading them. Throws `import.encoding` for binary content.
 */
export const detectEncoding = async (blob: Blob, options: ReadOptions = {}): Promise<FoundEncoding> => {
  const bom = bomOf(new Uint8Array(await blob.slice(0, 3).arrayBuffer()))
  if (bom && bom.encoding !== 'utf-8') return { encoding: bom.encoding, mixed: false }

  let valid = 0
  let invalid = 0
  const census = createByteCensus()
  let carried: Buffer = Buffer.alloc(0)
  for await (const piece of piecesOf(blob, options)) {
    if (piece.includes(0)) throw new Refusal('import.encoding', 'The file is binary, not text')
    const settled = invalid > CLEARLY_NOT_UTF8 && invalid > 10 * valid
    if (settled || (carried.length === 0 && isAscii(piece))) continue
    const bytes = carried.length > 0 ? Buffer.concat([carried, piece]) : piece
    const whole = bytes.subarray(0, completeLength(bytes))
    carried = bytes.subarray(whole.length)
    const found = countSequences(whole)
    valid += found.valid
    invalid += found.invalid
    if (found.invalid > 0) census.add(whole)
  }
  if (carried.length > 0) {
    invalid += 1
    census.add(carried)
  }
  if (invalid === 0) return { encoding: 'utf-8', mixed: false }
  if (bom || valid >= invalid) return { encoding: 'utf-8', mixed: true }
  return { encoding: likeliestTable(census), mixed: false }
}

export type Decoder = { write(bytes: Buffer): string; end(): string }

const utf8Decoder = (): Decoder => {
  let carried: Buffer = Buffer.alloc(0)
  const decode = (bytes: Buffer) => (isUtf8(bytes) ? bytes.toString() : decodeMixed(bytes))
  return {
    write(piece) {
      if (carried.length === 0 && isAscii(piece)) return piece.toString('latin1')
      const bytes = carried.length > 0 ? Buffer.concat([carried, piece]) : piece
      const whole = bytes.subarray(0, completeLength(bytes))
      carried = bytes.subarray(whole.length)
      return decode(whole)
    },
    end: () => decode(carried),
  }
}

// Latin-1 is the one table that Node decodes natively; only the bytes on which a table differs from it are replaced.
const tableDecoder = (encoding: SingleByteEncoding): Decoder => {
  const letters = upperHalf(encoding)
  return {
    write: (piece) => {
      const text = piece.toString('latin1')
      return isAscii(piece) ? text : text.replace(/[\x80-\xff]/g, (char) => letters[char.charCodeAt(0) - 0x80] ?? char)
    },
    end: () => '',
  }
}

const utf16Decoder = (encoding: 'utf-16le' | 'utf-16be'): Decoder => {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() }
}

export const decoderOf = (encoding: Encoding): Decoder =>
  encoding === 'utf-8'
    ? utf8Decoder()
    : encoding === 'utf-16le' || encoding === 'utf-16be'
      ? utf16Decoder(encoding)
      : tableDecoder(encoding)

/** The text of a blob in pieces, without its byte order mark. Bytes that UTF-8 cannot explain are read as Windows-1252. */
export async function* decodeText(blob: Blob, encoding: Encoding, options: ReadOptions = {}): AsyncGenerator<string> {
  const decoder = decoderOf(encoding)
  let first = true
  for await (const piece of piecesOf(blob, options)) {
    const text = decoder.write(piece)
    yield first && text.startsWith('\uFEFF') ? text.slice(1) : text
    first = false
  }
  const rest = decoder.end()
  if (rest !== '') yield rest
}
