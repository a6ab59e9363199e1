import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import grid from '../../components/grid.module.css'
import classes from './AgedGrid.module.css'
import { amountOf, isBeside } from './aged.rows.ts'
import type { Cell } from './aged.steps.ts'

type Props = {
  /** Of the ids of its cells. */
  prefix: string
  place: number
  /** Pixels from the top of the list; without it the row stands in the flow. */
  start?: number
  name: string
  code?: string
  amounts: readonly string[]
  row: Parameters<typeof amountOf>[0]
  currency: string
  active: Cell
  /** Column whose items are shown. */
  opened: string | undefined
}

/** A customer, or a line of totals: zero is a dash, credits carry a minus. */
export const AgedGridRow = (props: Props) => {
  const { prefix, place, start, name, code, amounts, row, currency, active, opened } = props
  const t = useT()
  const format = useFormat()
  const cell = (column: number) => ({
    id: `${prefix}-${place}-${column}`,
    'data-place': `${place} ${column}`,
    'data-active': (active.row === place && active.column === column) || undefined,
  })
  return (
    <tr
      className={`${grid.row} ${classes.row}`}
      aria-rowindex={place + 2}
      style={start === undefined ? undefined : { transform: `translateY(${start}px)` }}
    >
      <th scope="row" className={`${grid.cell} ${classes.name}`} title={name} {...cell(0)}>
        <span className={grid.label}>{name}</span>
        {code && <span className={`${grid.code} ${classes.code}`}>{code}</span>}
      </th>
      {amounts.map((column, i) => {
        const amount = amountOf(row, column)
        return (
          <td
            key={column}
            className={`${grid.cell} ${classes.amount}`}
            data-strong={column === 'total' || undefined}
            data-beside={isBeside(column) || undefined}
            data-zero={amount === 0 || undefined}
            data-opened={opened === column || undefined}
            {...cell(i + 1)}
          >
            {amount === 0 ? t('common:none') : format.amount(amount, currency)}
          </td>
        )
      })}
    </tr>
  )
}
