import { addMonths, type Day, daysBetween } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { type Buckets, bucketBounds, bucketOf } from '../receivables/ageing.rules.ts'
import type { StatementAccount, StatementLine, StatementMovement } from './statements.contract.ts'

export type OpenLine = Omit<StatementLine, 'daysLate'> & { currency: string }
export type Movement = Omit<StatementMovement, 'balance'> & { currency: string }

const sum = (amounts: readonly Minor[]): Minor => amounts.reduce((total, amount) => total + amount, 0)

/** First of the month, three months before the day of the statement: a quarter, whole. */
export const defaultFrom = (asOf: Day): Day => `${addMonths(asOf, -3).slice(0, 8)}01`

/**
 * The account of one currency: what is open line by line, its ageing by due date, what is to be paid. `lines` are those
 * open on the day; the columns of the ageing are those of the aged balance.
 */
const accountOf = (currency: string, lines: readonly OpenLine[], asOf: Day, buckets: Buckets): StatementAccount => {
  const told = lines.map(({ currency: _currency, ...line }) => ({
    ...line,
    daysLate: line.amount > 0 ? Math.max(0, daysBetween(line.due, asOf)) : 0,
  }))
  const debits = told.filter(({ amount }) => amount > 0)
  const credits = told.filter(({ amount }) => amount < 0)
  const late = debits.filter(({ daysLate }) => daysLate > 0)
  const unallocated = sum(credits.map(({ open }) => open))
  const claimed = sum(late.filter(({ planned }) => !planned).map(({ open, disputed }) => open - disputed))
  const ageing = new Map(bucketBounds(buckets).map(({ key }) => [key, 0]))
  for (const { open, daysLate } of debits) {
    const key = bucketOf(daysLate, buckets)
    ageing.set(key, (ageing.get(key) ?? 0) + open)
  }
  const overdue = sum(late.map(({ open }) => open))
  const owed = sum(debits.map(({ open }) => open))
  return {
    currency,
    total: owed + unallocated,
    notDue: owed - overdue,
    overdue,
    unallocated,
    disputed: sum(debits.map(({ disputed }) => disputed)),
    toPay: Math.max(0, claimed + unallocated),
    ageing: [...ageing].map(([key, amount]) => ({ key, amount })),
    lines: [...debits, ...credits],
    opening: null,
    movements: [],
  }
}

export type Story = { openings: ReadonlyMap<string, Minor>; movements: readonly Movement[] }

/**
 * The accounts of a customer by currency, the company's first. With a story each also tells its movements with the
 * balance after each: it ends on the total, for matches change nothing of a balance.
 */
export const accountsOf = (
  lines: readonly OpenLine[],
  { asOf, buckets, home, story }: { asOf: Day; buckets: Buckets; home: string; story: Story | null },
): StatementAccount[] => {
  const currencies = new Set([
    ...lines.map(({ currency }) => currency),
    ...(story?.movements.map(({ currency }) => currency) ?? []),
    ...(story ? [...story.openings].filter(([, opening]) => opening !== 0).map(([currency]) => currency) : []),
  ])
  if (currencies.size === 0) currencies.add(home)
  const place = (currency: string) => (currency === home ? '' : currency)
  return [...currencies]
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
    .map((currency) => {
      const own = lines.filter((line) => line.currency === currency)
      const account = accountOf(currency, own, asOf, buckets)
      if (!story) return account
      const opening = story.openings.get(currency) ?? 0
      let balance = opening
      const movements = story.movements
        .filter((movement) => movement.currency === currency)
        .map(({ currency: _currency, ...movement }) => {
          balance += movement.amount
          return { ...movement, balance }
        })
      return { ...account, opening, movements }
    })
}
