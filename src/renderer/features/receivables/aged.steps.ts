/** A cell by its place: rows from 0, totals after the last customer; column 0 is the name. */
export type Cell = { row: number; column: number }
type Bounds = {
  /** The last row and column. */
  rows: number
  columns: number
  /** Rows that Page Up and Page Down leap. */
  screenful: number
}

const moves = new Map<string, (cell: Cell, bounds: Bounds, ctrl: boolean) => Cell>([
  ['ArrowDown', ({ row, column }) => ({ row: row + 1, column })],
  ['j', ({ row, column }) => ({ row: row + 1, column })],
  ['ArrowUp', ({ row, column }) => ({ row: row - 1, column })],
  ['k', ({ row, column }) => ({ row: row - 1, column })],
  ['ArrowRight', ({ row, column }) => ({ row, column: column + 1 })],
  ['ArrowLeft', ({ row, column }) => ({ row, column: column - 1 })],
  ['PageDown', ({ row, column }, { screenful }) => ({ row: row + screenful, column })],
  ['PageUp', ({ row, column }, { screenful }) => ({ row: row - screenful, column })],
  ['Home', ({ row }, _, ctrl) => ({ row: ctrl ? 0 : row, column: 0 })],
  ['End', ({ row }, { rows, columns }, ctrl) => ({ row: ctrl ? rows : row, column: columns })],
])

/** Where a key leads from a cell; null when it is no such key. */
export const stepFrom = (
  cell: Cell,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  bounds: Bounds,
): Cell | null => {
  const move = moves.get(key)
  if (!move || (ctrlKey && key !== 'Home' && key !== 'End')) return null
  const { row, column } = move(cell, bounds, ctrlKey)
  return { row: Math.min(Math.max(row, 0), bounds.rows), column: Math.min(Math.max(column, 0), bounds.columns) }
}
