import { Checkbox } from '@mantine/core'
import { useMemo, useRef } from 'react'
import type { Column } from './DataTable.columns.ts'
import type { Paged } from './paging.ts'

export type Ticks<Row> = {
  /** Keep it stable: rows are drawn again when it changes. */
  ids: ReadonlySet<string>
  /** Unticks them when all are ticked. */
  toggle: (rows: readonly Row[]) => void
  label: (row: Row) => string
  labelAll: string
}

type Props<Row, Key extends string> = {
  columns: readonly Column<Row, Key>[]
  rows?: readonly Row[]
  source?: Paged<Row>
  rowId: (row: Row) => string
  ticks?: Ticks<Row>
}

/** The columns with one of boxes before them. Its header ticks all rows, where all are at hand. */
export const useTickColumn = <Row, Key extends string>(props: Props<Row, Key>): readonly Column<Row, Key>[] => {
  const latest = useRef(props)
  latest.current = props
  const { columns, rows, source, ticks } = props
  const ids = ticks?.ids
  const first = source?.first
  const total = source?.total
  return useMemo(() => {
    const { rowId, ticks, source } = latest.current
    if (!ids || !ticks) return columns
    const known = source ? (first === undefined ? [] : source.rowsOf(first)) : (rows ?? [])
    const all = total === undefined || known.length === total ? known : []
    const on = all.filter((row) => ids.has(rowId(row))).length
    // The grid has the focus; Space ticks from there.
    const box = { size: 'xs', tabIndex: -1 } as const
    const tick: Column<Row, Key> = {
      id: 'tick',
      width: 36,
      header: all.length > 0 && (
        <Checkbox
          {...box}
          aria-label={ticks.labelAll}
          checked={on === all.length}
          indeterminate={on > 0 && on < all.length}
          onChange={() => latest.current.ticks?.toggle(all)}
        />
      ),
      cell: (row) => (
        <Checkbox
          {...box}
          aria-label={ticks.label(row)}
          checked={ids.has(rowId(row))}
          onChange={() => latest.current.ticks?.toggle([row])}
        />
      ),
    }
    return [tick, ...columns]
  }, [columns, ids, rows, first, total])
}
