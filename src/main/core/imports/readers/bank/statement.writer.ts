import type { StatementHead, StatementLine } from '../../../bank/statement.model.ts'
import type { Day } from '../../../kernel/day.ts'
import { type Minor, toDecimal } from '../../../kernel/money.ts'
import { type LineProblem, type LineWarning, type ProblemReason, problem } from '../source.ts'
import type { StatementBatch } from './statement.batch.ts'

/** A balance may be told without a readable day: it is checked all the same. */
export type ToldBalance = { day: Day | null; amount: Minor }

export type HeadStart = Pick<StatementHead, 'line' | 'account' | 'currency' | 'number'>

const BATCH = 500
// Of a file that is made to fill the memory.
const MAX_ACCOUNTS = 10_000

const batchOf = (statement: StatementHead | null): StatementBatch => ({
  statement,
  lines: [],
  problems: [],
  warnings: [],
})

const isEmpty = ({ lines, problems, warnings }: StatementBatch): boolean =>
  lines.length + problems.length + warnings.length === 0

/**
 * Gathers what a reader finds into batches, and checks each statement when it ends: opening + lines = closing, and the
 * opening against the closing of the account's statement before it. One for all the statements of a file.
 */
export const createStatementWriter = () => {
  let key = 0
  let problems = 0
  let head: StatementHead | null = null
  let batch = batchOf(null)
  let ready: StatementBatch[] = []
  let opening: ToldBalance | null = null
  let closing: ToldBalance | null = null
  let sum = 0
  let notBooked = 0
  const closings = new Map<string, ToldBalance>()

  const flush = (even = false): void => {
    if (!even && isEmpty(batch)) return
    ready.push({ ...batch, statement: head && { ...head } })
    batch = batchOf(null)
  }
  const flushIfFull = (): void => {
    if (batch.lines.length + batch.problems.length + batch.warnings.length >= BATCH) flush()
  }
  const warn = (warning: LineWarning): void => {
    batch.warnings.push(warning)
    flushIfFull()
  }
  const warnOfDifference = (
    code: 'statement-unbalanced' | 'statement-gap' | 'batch-differs',
    line: number,
    difference: Minor,
    message: string,
  ): void => {
    const currency = head?.currency ?? ''
    warn({ line, code, message: `${message} by ${toDecimal(difference, currency)}`, details: { difference, currency } })
  }

  const checkBalances = (statement: StatementHead): void => {
    if (opening && closing) {
      const difference = closing.amount - opening.amount - sum
      if (difference !== 0)
        warnOfDifference(
          'statement-unbalanced',
          statement.line,
          difference,
          'Opening balance and lines miss the closing',
        )
    }
    const account = `${statement.account} ${statement.currency}`
    const before = closings.get(account)
    // A file may hold the newest statement first.
    if (
      before &&
      opening &&
      opening.amount !== before.amount &&
      (!before.day || !opening.day || opening.day >= before.day)
    )
      warnOfDifference(
        'statement-gap',
        statement.line,
        opening.amount - before.amount,
        'The opening differs from the closing before',
      )
    if (closings.size > MAX_ACCOUNTS) closings.clear()
    if (closing) closings.set(account, closing)
  }

  return {
    head: (): Readonly<StatementHead> | null => head,
    /** Whether the file gave anything at all. */
    found: (): boolean => key > 0 || problems > 0,
    begin(start: HeadStart): void {
      flush()
      key++
      head = { ...start, key, opening: null, closing: null }
      opening = null
      closing = null
      sum = 0
      notBooked = 0
    },
    describe(patch: Partial<HeadStart>): void {
      if (head) Object.assign(head, patch)
    },
    open(balance: ToldBalance): void {
      opening = balance
      if (head && balance.day) head.opening = { day: balance.day, amount: balance.amount }
    },
    close(balance: ToldBalance): void {
      closing = balance
      if (head && balance.day) head.closing = { day: balance.day, amount: balance.amount }
    },
    line(line: StatementLine): void {
      sum += line.amount
      batch.lines.push(line)
      flushIfFull()
    },
    refuse(line: number, field: string, value: string, reason: ProblemReason): void {
      problems++
      const refused: LineProblem = problem(line, field, value, reason)
      batch.problems.push(refused)
      flushIfFull()
    },
    warn,
    /** The details of an entry miss its amount by `difference`. */
    batchDiffers: (line: number, difference: Minor): void =>
      warnOfDifference('batch-differs', line, difference, 'The details miss the amount of their entry'),
    notBooked(): void {
      notBooked++
    },
    /** What the lines of the statement add up to so far. */
    sum: (): Minor => sum,
    end(): void {
      if (!head) return
      if (notBooked > 0)
        warn({
          line: head.line,
          code: 'not-booked',
          message: `${notBooked} entries are not booked yet and were left out`,
          details: { count: notBooked },
        })
      checkBalances(head)
      // A statement without movement still says its balances.
      flush(true)
      head = null
    },
    /** The batches that are full; all of them, and what is left, with `rest`. */
    take({ rest = false } = {}): StatementBatch[] {
      if (rest) flush()
      const taken = ready
      ready = []
      return taken
    },
  }
}

export type StatementWriter = ReturnType<typeof createStatementWriter>
