import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

export type Column = {
  label: string
  kind: 'text' | 'amount' | 'day' | 'number'
  /** Of a column of age: its place from the youngest (0) to the oldest (1), shown by its colour on paper. */
  age?: number
}
/** An amount is in minor units of the table's currency unless the row names its own. */
export type Cell = string | Minor | Day | null
export type Row = { cells: readonly Cell[]; currency?: string }

/** A report as it leaves the program: as a sheet, as CSV or on paper. */
export type Table = {
  title: string
  /** As-of day, basis, filters: what a reader must know. */
  subtitle: string
  currency: string
  columns: readonly Column[]
  rows: readonly Row[]
  totals: Row | null
  /** For instance the control line of the aged balance. */
  footnotes: readonly string[]
}
