import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { CommandContext } from '../kernel/context.ts'
import { type Day, maxDay, minDay } from '../kernel/day.ts'
import { type Minor, toDecimal } from '../kernel/money.ts'
import { createOrdinals, identityOf } from './bank.keys.rules.ts'
import {
  closingBefore,
  insertLines,
  insertStatement,
  mergeStatement,
  type NewLine,
  removeStatement,
  sameStatement,
  updateStatement,
} from './bank.repository.ts'
import type { BankFormat, StatementHead, StatementLine } from './statement.model.ts'

type Held = { id: string; head: StatementHead; position: number; sum: Minor; fresh: number }

/** What a file brought: lines read, lines that the book did not hold, money in and out. */
export type Stored = {
  read: number
  /** Statements that the book did not hold. */
  statements: number
  created: number
  debit: Minor
  credit: Minor
  currency: string | null
  period: { from: Day; until: Day } | null
}

/** The opening is not what the account's last statement in the book closed with. */
export type Gap = {
  line: number
  code: 'statement-gap'
  message: string
  details: { difference: Minor; currency: string }
}

const keyOf = (identity: string, ordinal: number): string =>
  createHash('sha256').update(`${identity}\u0001${ordinal}`).digest('hex').slice(0, 32)

/**
 * Stores the statements of one file as they are read. A line that the book holds already, from the same file or from a
 * statement that overlaps it, is left out; so is a statement that brings nothing.
 */
export const openStore = (ctx: CommandContext, file: { format: BankFormat; importId: string | null }) => {
  const ordinals = createOrdinals()
  const stored: Stored = { read: 0, statements: 0, created: 0, debit: 0, credit: 0, currency: null, period: null }
  const warnings: Gap[] = []
  const seen = new Set<string>()
  let current: Held | null = null

  const rowOf = ({ id, head, sum }: Held) => ({
    id,
    account: head.account,
    currency: head.currency,
    number: head.number,
    opening_day: head.opening?.day ?? null,
    opening: head.opening?.amount ?? null,
    closing_day: head.closing?.day ?? null,
    closing: head.closing?.amount ?? null,
    difference: head.opening && head.closing ? head.closing.amount - head.opening.amount - sum : 0,
    format: file.format,
    import_id: file.importId,
  })

  const lineOf = ({ id, head, position }: Held, line: StatementLine): NewLine => {
    const identity = identityOf(head.account, head.currency, line)
    return {
      id: uuidv7(),
      statement_id: id,
      account: head.account,
      position,
      booked: line.booked,
      valued: line.valued,
      amount: line.amount,
      currency: head.currency,
      kind: line.kind,
      party: line.party,
      party_account: line.partyAccount,
      text: line.text,
      reference: line.reference,
      creditor_reference: line.creditorReference,
      documents: line.documents.length === 0 ? '[]' : JSON.stringify(line.documents),
      bank_reference: line.bankReference,
      code: line.code,
      return_reason: line.returnReason,
      original: line.original && JSON.stringify(line.original),
      key: keyOf(identity, ordinals.next(head, identity)),
    }
  }

  const count = (head: StatementHead, { amount, booked }: StatementLine): void => {
    stored.read += 1
    stored.currency ??= head.currency
    stored.period = stored.period
      ? { from: minDay(stored.period.from, booked), until: maxDay(stored.period.until, booked) }
      : { from: booked, until: booked }
    // Totals are of one currency: the file's first.
    if (head.currency !== stored.currency) return
    if (amount < 0) stored.debit -= amount
    else stored.credit += amount
  }

  const warnOfGap = async (held: Held): Promise<void> => {
    const { head } = held
    const account = `${head.account} ${head.currency}`
    // Within the file the reader compares; before its first statement only the book can.
    if (seen.has(account)) return
    seen.add(account)
    if (!head.opening || held.fresh === 0) return
    const before = await closingBefore(ctx.db, head.account, head.currency, head.opening.day, held.id)
    const difference = head.opening.amount - (before?.closing ?? head.opening.amount)
    if (difference !== 0)
      warnings.push({
        line: head.line,
        code: 'statement-gap',
        message: `The opening differs from the closing before by ${toDecimal(difference, head.currency)}`,
        details: { difference, currency: head.currency },
      })
  }

  const end = async (): Promise<void> => {
    const held = current
    current = null
    if (!held) return
    ordinals.end(held.head)
    const row = rowOf(held)
    const same = await sameStatement(ctx.db, row)
    if (same) return mergeStatement(ctx.db, held.id, same)
    if (held.position > 0 && held.fresh === 0) return removeStatement(ctx.db, held.id)
    await updateStatement(ctx.db, held.id, row)
    stored.statements += 1
    await warnOfGap(held)
  }

  return {
    /** Takes some lines of a statement; its head comes again with each piece. */
    async take(head: StatementHead, lines: readonly StatementLine[]): Promise<void> {
      if (current?.head.key !== head.key) {
        await end()
        current = { id: uuidv7(), head, position: 0, sum: 0, fresh: 0 }
        ordinals.begin(head)
        await insertStatement(ctx.db, rowOf(current))
      }
      const held = current as Held
      held.head = head
      const rows: NewLine[] = []
      for (const line of lines) {
        count(head, line)
        // A line of nothing is an announcement of the bank, not a movement.
        if (line.amount === 0) continue
        held.position += 1
        held.sum += line.amount
        rows.push(lineOf(held, line))
      }
      const fresh = await insertLines(ctx.db, rows)
      held.fresh += fresh
      stored.created += fresh
    },
    /** Movements read so far. */
    read: () => stored.read,
    async finish(): Promise<Stored> {
      await end()
      return stored
    },
    /** What was found since it was last asked. */
    warnings: (): Gap[] => warnings.splice(0),
  }
}
