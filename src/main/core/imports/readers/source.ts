import { Refusal } from '../../kernel/errors.ts'
import type { ProblemReason, WarningCode } from '../problems.contract.ts'

/** A file to read. The blob may stand for a file on disk: large ones are read piece by piece, never whole. */
export type Source = { name: string; blob: Blob }

export type ReadOptions = { signal?: AbortSignal | undefined }

/** A line that cannot be taken: `field` is the column's name in the file, empty when the whole line is at fault. */
export type LineProblem = { line: number; field: string; value: string; reason: ProblemReason }

/** Something the user should know although every line was taken. */
export type LineWarning = {
  /** Null: the whole file. */
  line: number | null
  code: WarningCode
  /** In English, for logs; the window says it from the code and the details. */
  message: string
  /** What the sentence names: counts, amounts in minor units with their `currency`. */
  details?: Record<string, unknown>
}

export type { ProblemReason }

const EXCERPT = 120

export const problem = (line: number, field: string, value: string, reason: ProblemReason): LineProblem => ({
  line,
  field,
  value: value.length > EXCERPT ? `${value.slice(0, EXCERPT)}…` : value,
  reason,
})

export const stopIfCancelled = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw new Refusal('cancelled', 'Cancelled')
}

// Strings cut out of a piece keep the whole piece alive: small pieces bound what a forgotten reference costs. What is
// made of a piece must also die young: larger ones outlive two collections, and pile up among the old objects.
const PIECE = 32 * 1024

/** The bytes of a blob in order, in pieces, the next one being read meanwhile; throws `cancelled` when the signal says so. */
export async function* piecesOf(blob: Blob, options: ReadOptions = {}): AsyncGenerator<Buffer> {
  const read = (at: number) => {
    const piece = blob.slice(at, at + PIECE).arrayBuffer()
    // A reader that stops early leaves this one unread: its failure is nobody's.
    piece.catch(() => undefined)
    return piece
  }
  let next = read(0)
  for (let at = 0; at < blob.size; at += PIECE) {
    stopIfCancelled(options.signal)
    const piece = Buffer.from(await next)
    next = read(at + PIECE)
    yield piece
  }
}

// Of a mapping, which is called after the file it was made for.
const LONGEST_NAME = 100
/** A file's name without its ending, as a mapping may bear it; `otherwise` where nothing of it is left. */
export const bareName = (name: string, otherwise: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .slice(0, LONGEST_NAME)
    .trim() || otherwise
