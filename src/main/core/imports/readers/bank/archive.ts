import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import type { BankFormat } from '../../../bank/statement.model.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { piecesOf, type ReadOptions, type Source } from '../source.ts'
import { detectBankFormat } from './detect.bank.ts'

/** What an archive may unpack to: banks' files are text, which packs ten to forty times smaller. */
export type ArchiveLimits = { entries: number; bytes: number; ratio: number }

const LIMITS: ArchiveLimits = { entries: 1000, bytes: 1024 * 1024 * 1024, ratio: 200 }
// Below this much, a high ratio is no bomb: a statement of one day repeated all year packs well.
const RATIO_FROM = 16 * 1024 * 1024
// Packed bytes given at a time: what they unpack to is held until it is read.
const PUSH = 16 * 1024

const ZIP = [0x50, 0x4b, 0x03, 0x04]

export const isArchive = async ({ blob }: Source): Promise<boolean> => {
  const head = new Uint8Array(await blob.slice(0, ZIP.length).arrayBuffer())
  return ZIP.every((byte, i) => head[i] === byte)
}

type Part = { entry: number; name: string; data: Buffer; final: boolean }

async function* partsOf(source: Source, limits: ArchiveLimits, options: ReadOptions): AsyncGenerator<Part> {
  const tooLarge = () => new Refusal('document.too-large', 'The archive unpacks to too much', { file: source.name })
  const unreadable = () => new Refusal('import.unreadable', 'The archive cannot be read', { file: source.name })
  let parts: Part[] = []
  // The unpacker takes what is thrown inside it for its own failure.
  let refusal: Refusal | null = null
  let entries = 0
  let opened = 0
  let packed = 0
  let unpacked = 0
  const take = (file: UnzipFile): void => {
    const entry = ++entries
    if (entries > limits.entries) refusal ??= tooLarge()
    opened++
    file.ondata = (error, data, final) => {
      if (error) refusal ??= unreadable()
      if (error || refusal) return
      unpacked += data.length
      if (unpacked > limits.bytes || (unpacked > RATIO_FROM && unpacked > limits.ratio * packed)) refusal = tooLarge()
      if (final) opened--
      parts.push({ entry, name: file.name, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength), final })
    }
    file.start()
  }
  const unzip = new Unzip(take)
  unzip.register(UnzipInflate)
  const push = (bytes: Uint8Array, final: boolean): Part[] => {
    packed += bytes.length
    try {
      unzip.push(bytes, final)
    } catch {
      refusal ??= unreadable()
    }
    if (refusal) throw refusal
    const given = parts
    parts = []
    return given
  }
  for await (const piece of piecesOf(source.blob, options))
    for (let at = 0; at < piece.length; at += PUSH) yield* push(piece.subarray(at, at + PUSH), false)
  yield* push(new Uint8Array(), true)
  if (entries === 0 || opened > 0) throw unreadable()
}

export type ArchiveEntry = { name: string; pieces: AsyncGenerator<Buffer> }

/**
 * The files of an archive in order, each in pieces; what is left unread of one is passed over. Throws
 * `document.too-large` for what unpacks to too much, in bytes, in files or in proportion, and `import.unreadable` for a
 * damaged archive.
 */
export async function* entriesOf(
  source: Source,
  options: ReadOptions & { archive?: Partial<ArchiveLimits> | undefined } = {},
): AsyncGenerator<ArchiveEntry> {
  const parts = partsOf(source, { ...LIMITS, ...options.archive }, options)
  let next = await parts.next()
  while (!next.done) {
    const { entry, name } = next.value
    const pieces = async function* (): AsyncGenerator<Buffer> {
      while (!next.done && next.value.entry === entry) {
        const { data } = next.value
        next = await parts.next()
        if (data.length > 0) yield data
      }
    }
    yield { name, pieces: pieces() }
    while (!next.done && next.value.entry === entry) next = await parts.next()
  }
}

const LOOKED_AT = 20

/** The format of the bank's files in an archive, by the first of them; null when it holds none. */
export const archivedBankFormat = async (source: Source, options: ReadOptions = {}): Promise<BankFormat | null> => {
  let looked = 0
  try {
    for await (const { pieces } of entriesOf(source, options)) {
      const first = await pieces.next()
      const format = first.done ? null : detectBankFormat(first.value)
      // Parts of a workbook are XML of another kind, and a table in an archive would need its mapping.
      if (format && format !== 'bank-csv') return format
      looked += 1
      if (looked >= LOOKED_AT) return null
    }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'cancelled') throw error
  }
  return null
}
