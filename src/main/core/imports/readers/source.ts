import { Refusal } from '../../kernel/errors.ts'

/** A file to read. The blob may stand for a file on disk: large ones are read piece by piece, never whole. */
export type Source = { name: string; blob: Blob }

export type ReadOptions = { signal?: AbortSignal | undefined }

/** A line that cannot be taken: `field` is the column's name in the file, empty when the whole line is at fault. */
export type LineProblem = { line: number; field: string; value: string; reason: ProblemReason }

export type ProblemReason =
  | 'cells' // more or fewer cells than the header can explain
  | 'missing' // a value that must be there is not
  | 'amount' // not an amount
  | 'amount-decimals' // finer than the currency's smallest unit
  | 'amount-not-positive'
  | 'amount-too-large' // a settlement above the document it settles from
  | 'date' // not a day
  | 'date-order' // an end before its beginning
  | 'sense' // neither debit nor credit
  | 'kind'
  | 'currency'
  | 'settles' // an invoice cannot settle another document
  | 'language'
  | 'country'
  | 'siren'
  | 'email'

/** Something the user should know although every line was taken. */
export type LineWarning = { line: number; code: WarningCode; message: string }

export type WarningCode =
  | 'separator-unusual'
  | 'encoding-mixed'
  | 'entry-unbalanced'
  | 'file-unbalanced'
  | 'lettering-date'
  | 'currency-amount'
  | 'total-differs'
  | 'tax-unknown'

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

// Strings cut out of a piece keep the whole piece alive: small pieces bound what a forgotten reference costs.
const PIECE = 256 * 1024

/** The bytes of a blob in order, in pieces; throws `cancelled` as soon as the signal says so. */
export async function* piecesOf(blob: Blob, options: ReadOptions = {}): AsyncGenerator<Buffer> {
  for (let at = 0; at < blob.size; at += PIECE) {
    stopIfCancelled(options.signal)
    yield Buffer.from(await blob.slice(at, at + PIECE).arrayBuffer())
  }
}
