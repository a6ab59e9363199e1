import type { Day } from '../../kernel/day.ts'
import type { Minor } from '../../kernel/money.ts'

/** What an entry is known by: a journal, a number in it, a day. */
type EntryKey = { journal: string; entry: string; date: Day }
type Posting = EntryKey & { line: number; debit: Minor; credit: Minor }

const hasNoNumber = (entry: string): boolean => /^0*$/.test(entry)
const keyOf = ({ journal, entry, date }: EntryKey): string => `${journal}\u0001${entry}\u0001${date}`

type Open<T> = { key: string; balance: Minor; firstLine: number; content: T }

/**
 * Puts the lines of a ledger back into entries while they stream past. Most entries stand together; some programs
 * interleave them, so an entry is only closed once its balance is zero and another begins, and the unbalanced ones wait.
 * Lines without an entry number are one entry until their balance is zero.
 *
 * `start` makes what is gathered for an entry, `add` puts a line into it, `close` receives it with its balance.
 */
export const createEntryTracker = <L extends Posting, T>(on: {
  start(line: L): T
  add(content: T, line: L): void
  close(content: T, balance: Minor, firstLine: number): void
}) => {
  const waiting = new Map<string, Open<T>>()
  let current: Open<T> | null = null
  let last: EntryKey | null = null

  const leave = () => {
    if (!current) return
    if (current.balance === 0) on.close(current.content, 0, current.firstLine)
    else waiting.set(current.key, current)
    current = null
  }

  return {
    add(line: L): void {
      if (!current || !last || last.entry !== line.entry || last.date !== line.date || last.journal !== line.journal) {
        leave()
        const key = keyOf(line)
        current = waiting.get(key) ?? { key, balance: 0, firstLine: line.line, content: on.start(line) }
        waiting.delete(key)
      }
      last = line
      current.balance += line.debit - line.credit
      on.add(current.content, line)
      if (current.balance === 0 && hasNoNumber(line.entry)) leave()
    },
    /** Closes what is still open, in the order of the file. */
    end(): void {
      leave()
      for (const open of waiting.values()) on.close(open.content, open.balance, open.firstLine)
      waiting.clear()
    },
  }
}
