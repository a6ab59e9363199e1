import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import grid from '../../components/grid.module.css'
import { useRing } from '../../components/useRing.ts'
import classes from './AgedGrid.module.css'
import { AgedGridHead } from './AgedGridHead.tsx'
import { AgedGridRow } from './AgedGridRow.tsx'
import { type AgedRow, type AgedSort, amountOf, isBeside } from './aged.rows.ts'
import { type Cell, stepFrom } from './aged.steps.ts'

type Total = Omit<AgedRow, 'customerId' | 'customer' | 'name'> & { label: string }

type AgedGridProps = {
  rows: readonly AgedRow[]
  columns: readonly string[]
  currency: string
  basis: 'due' | 'issued'
  /** Kept in sight under the rows; the last one is the book's. */
  totals: readonly Total[]
  sort: AgedSort
  onSort: (sort: AgedSort) => void
  /** Without a row, the cell of the book's total; `total` is the column of totals. */
  onOpen: (row: AgedRow | null, column: string) => void
  /** The cell whose items are shown; customer null for the book's total. */
  opened: { customer: string | null; column: string } | undefined
}

const ROW = 32
/** Least width of the names. */
const NAME = '150px'

/**
 * Customers × buckets, walked by cell: arrows, Home, End, Page Up and Page Down move, Enter opens. Only the rows in
 * sight exist, so the focus stays on the grid and names the active cell (WAI-ARIA grid pattern).
 */
export const AgedGrid = ({ rows, columns, currency, basis, totals, sort, onSort, onOpen, opened }: AgedGridProps) => {
  const t = useT()
  const format = useFormat()
  const lengthOf = (minor: number) => format.amount(minor, currency).length
  const id = useId()
  const { ring, ringProps } = useRing()
  const scroller = useRef<HTMLDivElement>(null)
  const amounts = ['total', ...columns]
  const lastRow = rows.length + totals.length - 1
  const [stood, setStood] = useState<Cell>({ row: 0, column: 0 })
  // Filters shorten the list under the cell stood on.
  const active = { row: Math.min(stood.row, lastRow), column: Math.min(stood.column, amounts.length) }
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    paddingStart: ROW,
    scrollPaddingStart: ROW,
    scrollPaddingEnd: ROW * totals.length,
    useFlushSync: false,
  })

  const open = ({ row, column }: Cell) => {
    // A total of filtered customers is a sum of many cells, which no list stands behind.
    if (row >= rows.length && row !== lastRow) return
    const chosen = amounts[Math.max(0, column - 1)] as string
    // What stands beside is no cell of the balance.
    if (!isBeside(chosen)) onOpen(rows[row] ?? null, chosen)
  }
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement || event.altKey || event.metaKey) return
    const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2 - totals.length)
    const next = stepFrom(active, event, { rows: lastRow, columns: amounts.length, screenful })
    if (next) {
      setStood(next)
      if (next.row < rows.length) virtual.scrollToIndex(next.row)
      // A narrow window scrolls sideways; a row far away exists from the next frame on.
      requestAnimationFrame(() =>
        document
          .getElementById(`${id}-${next.row}-${next.column}`)
          ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
      )
    } else if (event.key === 'Enter' || event.key === ' ') open(active)
    else return
    event.preventDefault()
  }
  const pick = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (!cell) return
    setStood(cell)
    open(cell)
  }

  // Wide enough for the largest amount, which is a total; a separator is narrower than a digit.
  const longest = Math.max(...totals.flatMap((total) => amounts.map((column) => amountOf(total, column))).map(lengthOf))
  const amount = `calc(${Math.max(longest - 1, 9)}ch + 20px)`
  const template = `minmax(${NAME}, 2fr) repeat(${amounts.length}, minmax(${amount}, 1fr))`
  const rowProps = { prefix: id, amounts, currency, active }
  return (
    <div className={grid.frame} data-ring={ring}>
      <div ref={scroller} className={`${grid.scroller} ${classes.scroller}`}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows and cells of a table take theirs from it
          role="grid"
          className={`${grid.grid} ${classes.grid}`}
          style={{ minWidth: `calc(${NAME} + ${amounts.length} * ${amount})`, '--columns': template } as CSSProperties}
          aria-label={t('receivables:aged.grid')}
          aria-rowcount={rows.length + totals.length + 1}
          aria-colcount={amounts.length + 1}
          aria-activedescendant={`${id}-${active.row}-${active.column}`}
          tabIndex={0}
          onKeyDown={press}
          {...ringProps}
        >
          <AgedGridHead columns={amounts} basis={basis} sort={sort} onSort={onSort} />
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it hears the keys */}
          <tbody
            className={`${grid.body} ${classes.body}`}
            style={{ height: virtual.getTotalSize() - ROW }}
            onClick={pick}
          >
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = rows[index]
              return (
                row && (
                  <AgedGridRow
                    key={row.customerId}
                    {...rowProps}
                    place={index}
                    start={start - ROW}
                    name={row.name}
                    code={row.customer}
                    row={row}
                    opened={opened?.customer === row.customerId ? opened.column : undefined}
                  />
                )
              )
            })}
          </tbody>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it hears the keys */}
          <tfoot className={`${grid.foot} ${classes.foot}`} onClick={pick}>
            {totals.map((line, i) => (
              <AgedGridRow
                key={line.label}
                {...rowProps}
                place={rows.length + i}
                name={line.label}
                row={line}
                opened={opened?.customer === null && i === totals.length - 1 ? opened.column : undefined}
              />
            ))}
          </tfoot>
        </table>
      </div>
    </div>
  )
}

const cellOf = (target: EventTarget | null): Cell | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null
  const [row, column] = (cell?.dataset.place ?? '').split(' ').map(Number)
  return cell && row !== undefined && column !== undefined ? { row, column } : null
}
