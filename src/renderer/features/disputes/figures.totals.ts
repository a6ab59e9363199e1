import type { Minor } from '../../../main/core/kernel/money.ts'

export type ReasonFigures = {
  reason: string
  currency: string
  open: number
  openAmount: Minor
  averageAge: number | null
  closed: number
  averageCycle: number | null
  conceded: Minor
  upheldShare: number | null
}

export type CurrencyFigures = { currency: string; open: number; openAmount: Minor; closed: number; conceded: Minor }

/** The sums of every reason, by currency. */
export const totalsOf = (rows: readonly ReasonFigures[]): CurrencyFigures[] =>
  [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, ofCurrency]) => {
    const sum = (key: 'open' | 'openAmount' | 'closed' | 'conceded') =>
      ofCurrency.reduce((total, row) => total + row[key], 0)
    return {
      currency,
      open: sum('open'),
      openAmount: sum('openAmount'),
      closed: sum('closed'),
      conceded: sum('conceded'),
    }
  })

/** Days from opening to closing on average over every dispute closed; null when none was. */
export const cycleOf = (rows: readonly ReasonFigures[]): { days: number | null; closed: number } => {
  const closed = rows.reduce((sum, row) => sum + row.closed, 0)
  const days = rows.reduce((sum, row) => sum + (row.averageCycle ?? 0) * row.closed, 0)
  return { days: closed > 0 ? days / closed : null, closed }
}
