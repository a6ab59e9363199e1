import type { Minor } from '../kernel/money.ts'
import type { StatementCandidate } from './statements.contract.ts'

type Totals = readonly { currency: string; total: Minor; overdue: Minor }[]

/** What many statements come to, by currency. */
export const addTotals = (many: readonly Totals[]): { currency: string; total: Minor; overdue: Minor }[] => {
  const sums = new Map<string, { total: Minor; overdue: Minor }>()
  for (const { currency, total, overdue } of many.flat()) {
    const sum = sums.get(currency) ?? { total: 0, overdue: 0 }
    sums.set(currency, { total: sum.total + total, overdue: sum.overdue + overdue })
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => ({ currency, ...sum }))
}

/** Why a customer would have no statement; null when it has one. A balance of nought with open items on both sides has. */
export const withoutReason = ({ totals, moved }: { totals: Totals; moved: boolean }): StatementCandidate['without'] =>
  totals.length === 0 && !moved ? 'nothing' : null
