import { fold } from '../kernel/text.ts'
import type { StatementHead, StatementLine } from './statement.model.ts'

/** What tells a movement apart, but for equal movements of the same day. */
export const identityOf = (account: string, currency: string, line: StatementLine): string =>
  [
    account,
    currency,
    line.booked,
    line.amount,
    line.bankReference || fold(`${line.party} ${line.text} ${line.reference} ${line.creditorReference}`),
  ].join('\u0001')

/**
 * Counts equal movements, so that two of one day stay two while an overlapping statement adds none. The count goes on
 * from one statement to the next of the file where that one continues it (pages of a day); otherwise it starts again.
 */
export const createOrdinals = () => {
  const accounts = new Map<string, { head: StatementHead; counts: Map<string, number> }>()
  return {
    begin(head: StatementHead): void {
      const account = `${head.account} ${head.currency}`
      const before = accounts.get(account)
      if (before?.head.key === head.key) return
      const counts = before && continues(before.head, head) ? before.counts : new Map<string, number>()
      accounts.set(account, { head, counts })
    },
    /** From 1, for the statement begun last. */
    next(head: StatementHead, identity: string): number {
      const counts = accounts.get(`${head.account} ${head.currency}`)?.counts ?? new Map<string, number>()
      const ordinal = (counts.get(identity) ?? 0) + 1
      counts.set(identity, ordinal)
      return ordinal
    },
    /** The head as it is known at the end of its statement. */
    end(head: StatementHead): void {
      const held = accounts.get(`${head.account} ${head.currency}`)
      if (held?.head.key === head.key) held.head = head
    },
  }
}

/** A statement that opens with the closing of the one above it, and is not that one told again. */
const continues = (before: StatementHead, head: StatementHead): boolean =>
  before.closing !== null &&
  head.opening !== null &&
  before.closing.amount === head.opening.amount &&
  !(
    before.number === head.number &&
    before.opening?.day === head.opening.day &&
    before.opening.amount === head.opening.amount
  )
