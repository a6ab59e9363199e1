import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useT } from '../../app/i18n.ts'
import grid from '../../components/grid.module.css'
import classes from './AgedGrid.module.css'
import type { AgedSort } from './aged.rows.ts'
import { useColumnLabel } from './useColumnLabel.ts'

type Props = {
  columns: readonly string[]
  basis: 'due' | 'issued'
  sort: AgedSort
  onSort: (sort: AgedSort) => void
}

export const AgedGridHead = ({ columns, basis, sort, onSort }: Props) => {
  const t = useT()
  const label = useColumnLabel(basis)
  return (
    <thead className={`${grid.head} ${classes.head}`}>
      <tr className={`${grid.row} ${classes.row}`} aria-rowindex={1}>
        {['name', ...columns].map((by) => {
          const sorted = sort.by === by
          const Arrow = sort.ascending ? IconArrowUp : IconArrowDown
          return (
            <th
              key={by}
              scope="col"
              className={`${grid.cell} ${by === 'name' ? classes.name : classes.amount}`}
              aria-sort={sorted ? (sort.ascending ? 'ascending' : 'descending') : undefined}
            >
              <button
                type="button"
                className={grid.sort}
                // Amounts are looked at from the largest.
                onClick={() => onSort({ by, ascending: sorted ? !sort.ascending : by === 'name' })}
              >
                {by === 'name' ? t('receivables:aged.customer') : label(by)}
                {sorted && <Arrow size={13} aria-hidden />}
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
