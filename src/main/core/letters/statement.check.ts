import type { Minor } from '../kernel/money.ts'
import type { StatementData } from './statement.model.ts'

const sum = (amounts: readonly Minor[]): Minor => amounts.reduce((total: Minor, one) => total + one, 0)

/** Stops a statement whose figures do not add up: a wrong sum must never leave the company. It throws, for it is a bug. */
export const assertStatementAddsUp = ({ accounts, kind, reference }: StatementData): void => {
  for (const account of accounts) {
    const { currency, total, lines, ageing, unallocated, opening, movements } = account
    const checks: Record<string, Minor> = {
      lines: sum(lines.map(({ open }) => open)),
      ageing: sum(ageing.map(({ amount }) => amount)) + unallocated,
      due: account.notDue + account.overdue + unallocated,
      ...(kind === 'movements' && { movements: (opening ?? 0) + sum(movements.map(({ amount }) => amount)) }),
    }
    for (const [what, added] of Object.entries(checks))
      if (added !== total)
        throw new Error(`Statement ${reference}: ${currency} ${what} add up to ${added}, the total is ${total}`)
  }
}
