import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Column, Sort } from './DataTable.columns.ts'
import grid from './grid.module.css'

type Props<Row, Key extends string> = {
  columns: readonly Column<Row, Key>[]
  sort?: Sort<Key>
  onSort?: (sort: Sort<Key>) => void
}

export const DataTableHead = <Row, Key extends string>({ columns, sort, onSort }: Props<Row, Key>) => (
  <thead className={grid.head}>
    <tr className={grid.row} aria-rowindex={1}>
      {columns.map((column) => {
        const key = column.sort
        const sorted = key !== undefined && sort?.key === key
        const Arrow = sort?.descending ? IconArrowDown : IconArrowUp
        return (
          <th
            key={column.id}
            scope="col"
            className={grid.cell}
            data-align={column.align}
            aria-sort={sorted ? (sort?.descending ? 'descending' : 'ascending') : undefined}
          >
            {key !== undefined && onSort ? (
              <button
                type="button"
                className={grid.sort}
                // Amounts are looked at from the largest.
                onClick={() => onSort({ key, descending: sorted ? !sort?.descending : column.align === 'right' })}
              >
                <span className={grid.label}>{column.header}</span>
                {sorted && <Arrow size={13} aria-hidden />}
              </button>
            ) : (
              <span className={grid.label}>{column.header}</span>
            )}
          </th>
        )
      })}
    </tr>
  </thead>
)
