import { addDays, type Day } from '../../../main/core/kernel/day.ts'
import { fold } from '../../../main/core/kernel/text.ts'
import type { Aged } from '../../../main/core/receivables/receivables.contract.ts'

export type AgedRow = Aged['rows'][number]
export type AgedSort = { by: string; ascending: boolean }

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
  const amount = (row: AgedRow) => (by === 'total' ? row.total : (row.values[by] ?? 0))
  return rows.toSorted((a, b) => sign * (amount(a) - amount(b)))
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
