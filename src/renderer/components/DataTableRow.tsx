import { memo } from 'react'
import type { Column } from './DataTable.columns.ts'
import classes from './DataTable.module.css'
import grid from './grid.module.css'

type Props = {
  id: string
  index: number
  /** Pixels from the top of the list. */
  start: number
  /** Undefined while its page is being read. */
  row: unknown
  columns: readonly Column<unknown>[]
  active: boolean
  leaving: boolean
  selected: boolean
}

/** Memoised: scrolling draws only the rows that come into view. */
export const DataTableRow = memo(({ id, index, start, row, columns, active, leaving, selected }: Props) => (
  <tr
    id={id}
    className={grid.row}
    aria-rowindex={index + 2}
    aria-selected={selected}
    data-index={index}
    data-active={active || undefined}
    data-leaving={leaving || undefined}
    style={{ transform: `translateY(${start}px)` }}
  >
    {columns.map((column) => (
      <td key={column.id} className={grid.cell} data-align={column.align}>
        {row === undefined ? <span className={classes.waiting} /> : column.cell(row)}
      </td>
    ))}
  </tr>
))
