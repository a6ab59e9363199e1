import { Unzip, UnzipInflate } from 'fflate'
import { Refusal } from '../../../kernel/errors.ts'
import { piecesOf, type ReadOptions, type Source } from '../source.ts'

/** `bytes` is null for an entry that is damaged, encrypted or packed in a way that is not read. */
export type ArchiveEntry = { name: string; bytes: Uint8Array | null }

export type ArchiveLimits = {
  entries: number
  /** Bytes of one entry. */
  entry: number
  /** Bytes of all entries. */
  total: number
  /** Bytes out for each byte in, beyond the first megabyte. */
  ratio: number
}

const MB = 1024 * 1024
const LIMITS: ArchiveLimits = { entries: 10_000, entry: 20 * MB, total: 1024 * MB, ratio: 200 }

// What one step unpacks is held whole: up to a thousand times this.
const STEP = 8 * 1024

const END_RECORD = Buffer.from('PK\x05\x06', 'latin1')
const LONGEST_END = 22 + 0xffff

/** How many files the directory at the end of a ZIP lists; null for what ends without one, cut off or no ZIP at all. */
const archiveEntryCount = async (blob: Blob): Promise<number | null> => {
  const tail = Buffer.from(await blob.slice(Math.max(0, blob.size - LONGEST_END)).arrayBuffer())
  const at = tail.lastIndexOf(END_RECORD)
  return at < 0 || at + 22 > tail.length ? null : tail.readUInt16LE(at + 10)
}

const damaged = (source: Source) =>
  new Refusal('import.unreadable', 'The archive is damaged or cut off', { file: source.name })

const isFolder = (name: string): boolean => name.endsWith('/')

/**
 * The files of a ZIP one after the other, unpacked as the archive is read: few are held at once. Throws
 * `document.too-large` for one with too many files or that unpacks beyond the limits, `import.unreadable` for one that is
 * cut off.
 */
export async function* readArchive(
  source: Source,
  options: ReadOptions & { limits?: Partial<ArchiveLimits> } = {},
): AsyncGenerator<ArchiveEntry> {
  const limits = { ...LIMITS, ...options.limits }
  const refuse = (): never => {
    throw new Refusal('document.too-large', 'The archive holds too much', { file: source.name, limit: limits.total })
  }
  const listed = await archiveEntryCount(source.blob)
  if (listed === null) throw damaged(source)
  const done: ArchiveEntry[] = []
  let [entries, packed, unpacked] = [0, 0, 0]
  const unzip = new Unzip((file) => {
    entries += 1
    if (entries > limits.entries) refuse()
    const chunks: Uint8Array[] = []
    let size = 0
    let closed = false
    const close = (bytes: Uint8Array | null) => {
      if (!closed && !isFolder(file.name)) done.push({ name: file.name, bytes })
      closed = true
    }
    file.ondata = (error, chunk, final) => {
      // The library hands back what is thrown in here.
      if (error instanceof Refusal) throw error
      if (error) return close(null)
      size += chunk.length
      unpacked += chunk.length
      if (size > limits.entry || unpacked > limits.total || unpacked > MB + packed * limits.ratio) refuse()
      if (!closed) chunks.push(chunk)
      if (final) close(Buffer.concat(chunks))
    }
    try {
      file.start()
    } catch (error) {
      if (error instanceof Refusal) throw error
      close(null)
    }
  })
  unzip.register(UnzipInflate)
  const push = (bytes: Uint8Array, final: boolean) => {
    try {
      packed += bytes.length
      unzip.push(bytes, final)
    } catch (error) {
      throw error instanceof Refusal ? error : damaged(source)
    }
  }
  for await (const piece of piecesOf(source.blob, options)) {
    for (let at = 0; at < piece.length; at += STEP) {
      push(piece.subarray(at, at + STEP), false)
      yield* done.splice(0)
    }
  }
  push(new Uint8Array(), true)
  yield* done
  // Above 65,534 the count stands elsewhere; the limit is far below.
  if (listed !== entries) throw damaged(source)
}
