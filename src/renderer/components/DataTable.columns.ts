import type { ReactNode } from 'react'

export const ROW_HEIGHT = 32
const DEFAULT_WIDTH = 96

export type Sort<Key extends string = string> = { key: Key; descending: boolean }

export type Column<Row, Key extends string = string> = {
  id: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand at the right. */
  align?: 'right' | 'center'
  /** Pixels, or a grid track such as `minmax(160px, 2fr)`; without it an equal share. */
  width?: number | string
  /** What the list is sorted by when the header is clicked. */
  sort?: Key
}

type Sized = { width?: number | string }

/** The tracks that header, rows and totals share, and the least width in pixels below which the list scrolls sideways. */
export const gridOf = (columns: readonly Sized[]): { template: string; narrowest: number } => ({
  template: columns
    .map(({ width }) => (typeof width === 'number' ? `${width}px` : (width ?? `minmax(${DEFAULT_WIDTH}px, 1fr)`)))
    .join(' '),
  narrowest: columns.reduce((sum, { width }) => sum + leastWidth(width), 0),
})

/** The first number of `160px` or `minmax(160px, 2fr)`. */
const leastWidth = (width: number | string | undefined): number =>
  typeof width === 'number' ? width : Number(/\d+/.exec(width ?? '')?.[0] ?? DEFAULT_WIDTH)
