import { useMemo, useRef } from 'react'
import type { Column } from './DataTable.columns.ts'
import grid from './grid.module.css'
import type { Paged } from './paging.ts'

export type Ticks<Row> = {
  /** Keep it stable: rows are drawn again when it changes. */
  ids: Pick<ReadonlySet<string>, 'has'>
  /** Unticks them when all are ticked. */
  toggle: (rows: readonly Row[]) => void
  /** Of a list read page by page whose rows are not all at hand: the state of its header, and what a tick there does. */
  whole?: { on: boolean; some: boolean; toggle: () => void }
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

/** The columns with one of boxes before them. Its header ticks all rows: those at hand, or as the list says. */
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
    const whole = ticks.whole ?? {
      on: on === all.length,
      some: on > 0 && on < all.length,
      toggle: () => latest.current.ticks?.toggle(all),
    }
    const tick: Column<Row, Key> = {
      id: 'tick',
      width: 36,
      header: (ticks.whole || all.length > 0) && (
        <Box label={ticks.labelAll} on={whole.on} some={whole.some} onChange={whole.toggle} />
      ),
      cell: (row) => (
        <Box label={ticks.label(row)} on={ids.has(rowId(row))} onChange={() => latest.current.ticks?.toggle([row])} />
      ),
    }
    return [tick, ...columns]
  }, [columns, ids, rows, first, total])
}

type BoxProps = { label: string; on: boolean; some?: boolean; onChange: () => void }

/** The browser's own box: one is drawn for every row that a scroll brings. */
const Box = ({ label, on, some = false, onChange }: BoxProps) => (
  <input
    ref={(box) => {
      if (box) box.indeterminate = some
    }}
    type="checkbox"
    className={grid.tick}
    // The grid has the focus; Space ticks from there.
    tabIndex={-1}
    aria-label={label}
    checked={on}
    onChange={onChange}
  />
)
