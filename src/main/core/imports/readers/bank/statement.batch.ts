import type { StatementHead, StatementLine } from '../../../bank/statement.model.ts'
import type { LineProblem, LineWarning } from '../source.ts'

/** What a reader of bank files gives, piece by piece, so that a file of any length is never held whole. */
export type StatementBatch = {
  /**
   * The lines' statement; the same head comes with each of its batches, its balances known in the last at the latest: a
   * bank's table tells them only when all its rows are read.
   * Null for problems outside of any statement: there are no lines then.
   */
  statement: StatementHead | null
  lines: StatementLine[]
  problems: LineProblem[]
  warnings: LineWarning[]
}
