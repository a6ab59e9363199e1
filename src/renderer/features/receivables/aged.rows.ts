import { addDays, type Day } from '../../../main/core/kernel/day.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { fold } from '../../../main/core/kernel/text.ts'
import type { Aged } from '../../../main/core/receivables/receivables.contract.ts'

export type AgedRow = Aged['rows'][number]
export type AgedSort = { by: string; ascending: boolean }

/** Columns that stand beside the balance where there is something to say: their amounts are part of it already. */
export const besideColumns = ['disputed', 'later'] as const
type Amounts = Pick<AgedRow, 'total' | 'values' | (typeof besideColumns)[number]>

export const isBeside = (column: string): column is (typeof besideColumns)[number] =>
  besideColumns.some((one) => one === column)

/** The amount of a row, or of a total, in `total`, a column of the balance or one beside it. */
export const amountOf = (row: Amounts, column: string): Minor => {
  if (column === 'total') return row.total
  return isBeside(column) ? row[column] : (row.values[column] ?? 0)
}

/** Those beside columns that hold anything. */
export const shownBeside = (rows: readonly Amounts[]): string[] =>
  besideColumns.filter((column) => rows.some((row) => row[column] !== 0))

/** What rows add up to, in every column. */
export const totalOf = (rows: readonly AgedRow[], columns: readonly string[]): Amounts => {
  const sum = (column: string) => rows.reduce((total, row) => total + amountOf(row, column), 0)
  return {
    total: sum('total'),
    disputed: sum('disputed'),
    later: sum('later'),
    values: Object.fromEntries(columns.map((column) => [column, sum(column)])),
  }
}

/** Columns that hold late amounts: neither what is not due nor what is not allocated. */
export const lateColumns = (columns: readonly string[]): string[] =>
  columns.filter((column) => column !== 'notDue' && column !== 'unallocated')

export const sumOf = (values: Record<string, number>, columns: readonly string[]): number =>
  columns.reduce((sum, column) => sum + (values[column] ?? 0), 0)

/** The customers whose name or code holds every word. */
export const filterRows = (rows: readonly AgedRow[], search: string): readonly AgedRow[] => {
  const words = fold(search).split(' ').filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const text = fold(`${row.customer} ${row.name}`)
    return words.every((word) => text.includes(word))
  })
}

/** Rows come sorted by name; by an amount, ties keep that order. */
export const sortRows = (rows: readonly AgedRow[], { by, ascending }: AgedSort): readonly AgedRow[] => {
  const sign = ascending ? 1 : -1
  if (by === 'name') return ascending ? rows : rows.toReversed()
  return rows.toSorted((a, b) => sign * (amountOf(a, by) - amountOf(b, by)))
}

/** A part of a total in percent with one decimal, as an exact text; null when there is no total to share. */
export const shareOf = (part: number, total: number): string | null => {
  if (total <= 0) return null
  const tenths = (BigInt(Math.abs(part)) * 2000n + BigInt(total)) / (2n * BigInt(total))
  const digits = tenths.toString().padStart(2, '0')
  return `${part < 0 ? '−' : ''}${digits.slice(0, -1)}.${digits.slice(-1)}`
}

export const endOfLastMonth = (today: Day): Day => addDays(`${today.slice(0, 8)}01`, -1)
export const endOfLastYear = (today: Day): Day => `${Number(today.slice(0, 4)) - 1}-12-31`
