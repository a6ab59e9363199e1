import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { piecesOf, type ReadOptions, type Source } from '../../imports/readers/source.ts'
import { Refusal } from '../../kernel/errors.ts'

/** A file to read, alone or inside an archive; its pieces come once, in order. */
export type Entry = { name: string; pieces: AsyncIterable<Buffer> }
/** Counts what was read of the file itself. */
export type Meter = { bytes: number }

const [STORED, DEFLATED] = [0, 8]
/** The end of an archive: 22 bytes and a comment. */
const END = 22 + 0xffff
const LARGEST_DIRECTORY = 16 * 1024 * 1024

const unreadable = (source: Source, message: string) =>
  new Refusal('import.unreadable', message, { file: source.name, line: 1, reason: 'archive' })

async function* metered(blob: Blob, meter: Meter, options: ReadOptions): AsyncGenerator<Buffer> {
  for await (const piece of piecesOf(blob, options)) {
    meter.bytes += piece.length
    yield piece
  }
}

const bytesAt = async (blob: Blob, from: number, length: number): Promise<Buffer> =>
  Buffer.from(await blob.slice(from, from + length).arrayBuffer())

const long = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at))

/** Where the directory stands; archives above 4 GB say it in a second record (ZIP64). */
const directoryOf = async ({ blob }: Source): Promise<Buffer | null> => {
  const from = Math.max(0, blob.size - END)
  const tail = await bytesAt(blob, from, END)
  const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (at < 0 || at + 22 > tail.length) return null
  let [size, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
  const locator = at - 20
  if (locator >= 0 && tail.toString('latin1', locator, locator + 4) === 'PK\x06\x07') {
    const end = await bytesAt(blob, long(tail, locator + 8), 56)
    if (end.length < 56 || end.toString('latin1', 0, 4) !== 'PK\x06\x06') return null
    size = long(end, 40)
    offset = long(end, 48)
  }
  const directory = size > LARGEST_DIRECTORY ? null : await bytesAt(blob, offset, size)
  return directory?.length === size ? directory : null
}

type Listed = { name: string; method: number; locked: boolean; size: number; offset: number }

const FULL = 0xffffffff

/** Sizes and places that do not fit stand in an extra field, in this order: unpacked size, packed size, place. */
const entryAt = (bytes: Buffer, at: number): { entry: Listed; next: number } => {
  const [names, extras, comments] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
    number,
    number,
    number,
  ]
  let [size, offset] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
  const end = at + 46 + names + extras
  for (let extra = at + 46 + names; extra + 4 <= end; extra += 4 + bytes.readUInt16LE(extra + 2)) {
    if (bytes.readUInt16LE(extra) !== 1) continue
    let place = extra + 4 + (bytes.readUInt32LE(at + 24) === FULL ? 8 : 0)
    if (size === FULL) {
      size = long(bytes, place)
      place += 8
    }
    if (offset === FULL) offset = long(bytes, place)
  }
  const name = bytes.toString('utf8', at + 46, at + 46 + names)
  const locked = (bytes.readUInt16LE(at + 8) & 1) === 1
  return { entry: { name, method: bytes.readUInt16LE(at + 10), locked, size, offset }, next: end + comments }
}

const listOf = (directory: Buffer): Listed[] => {
  const entries: Listed[] = []
  for (let at = 0; at + 46 <= directory.length && directory.toString('latin1', at, at + 4) === 'PK\x01\x02'; ) {
    const { entry, next } = entryAt(directory, at)
    entries.push(entry)
    at = next
  }
  return entries
}

async function* contentOf(source: Source, entry: Listed, meter: Meter, options: ReadOptions): AsyncGenerator<Buffer> {
  const head = await bytesAt(source.blob, entry.offset, 30)
  if (head.length < 30 || entry.locked || (entry.method !== STORED && entry.method !== DEFLATED))
    throw unreadable(source, `${entry.name} is encrypted, damaged or packed in a way that is not read`)
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = metered(source.blob.slice(start, start + entry.size), meter, options)
  if (entry.method === STORED) return yield* packed
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  // Its failure is the loop's below.
  pipeline(Readable.from(packed, { objectMode: false }), inflate, () => undefined)
  try {
    for await (const piece of inflate) yield piece as Buffer
  } catch (error) {
    throw error instanceof Refusal ? error : unreadable(source, `${entry.name} is damaged: ${(error as Error).message}`)
  }
}

/**
 * The file itself, or the files of a ZIP archive of any size one after another: unpacked as they are read, by the places
 * that its directory names. Refuses a damaged archive with `import.unreadable`.
 */
export async function* entriesOf(source: Source, meter: Meter, options: ReadOptions = {}): AsyncGenerator<Entry> {
  const start = await bytesAt(source.blob, 0, 4)
  if (start.toString('latin1') !== 'PK\x03\x04') {
    yield { name: source.name, pieces: metered(source.blob, meter, options) }
    return
  }
  const directory = await directoryOf(source)
  if (!directory) throw unreadable(source, 'The archive has no directory: it is damaged or not whole')
  let entries: Listed[]
  try {
    entries = listOf(directory)
  } catch {
    throw unreadable(source, 'The directory of the archive is damaged')
  }
  for (const entry of entries) yield { name: entry.name, pieces: contentOf(source, entry, meter, options) }
}
