import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from 'react'
import { useT } from '../app/i18n.ts'
import { type Column, gridOf, ROW_HEIGHT, type Sort } from './DataTable.columns.ts'
import classes from './DataTable.module.css'
import { DataTableHead } from './DataTableHead.tsx'
import { DataTableRow } from './DataTableRow.tsx'
import { ErrorNote } from './ErrorNote.tsx'
import grid from './grid.module.css'
import type { Paged } from './paging.ts'
import { onSecondClick } from './secondClick.ts'
import { stepOf, useActiveRow } from './useActiveRow.ts'
import { useFurtherPages } from './useFurtherPages.ts'
import { usePlace } from './usePlace.ts'
import { useRing } from './useRing.ts'
import { type Ticks, useTickColumn } from './useTickColumn.tsx'

export type { Column, Sort } from './DataTable.columns.ts'
export type { Ticks } from './useTickColumn.tsx'

type Props<Row, Key extends string> = {
  /** Name of the list, for those who hear it; also what its position is kept under. */
  label: string
  /** Keep the array stable (module level or useMemo): rows are drawn again when it changes. */
  columns: readonly Column<Row, Key>[]
  /** The rows, when all are at hand; or a list read page by page (`usePaged`). */
  rows?: readonly Row[]
  source?: Paged<Row>
  rowId: (row: Row) => string
  selectedId?: string | null
  /** A row that was dealt with and slides out; whoever gives it takes it from the rows once it is gone. */
  leavingId?: string | null
  /** Called as the list is walked or clicked, and with null on Esc. */
  onSelect?: (row: Row | null) => void
  /** Enter or double click; a single click where nothing can be selected. */
  onOpen?: (row: Row) => void
  sort?: Sort<Key>
  onSort?: (sort: Sort<Key>) => void
  /** Shown instead of an empty list. */
  empty?: ReactNode
  /** A column of boxes at the left: Space ticks the row stood on. */
  ticks?: Ticks<Row>
  /** A row of totals that stays at the bottom: contents by column id. */
  footer?: Record<string, ReactNode>
  /** What is shown answers an earlier question; `source` says it by itself. */
  stale?: boolean
}

const NONE: readonly never[] = []
/** A list of any length: 32 px rows of which only those on screen exist, walked by arrows or j and k. Fills its parent. */
export const DataTable = <Row, Key extends string = string>(props: Props<Row, Key>) => {
  const { rowId, source, rows = NONE, selectedId, leavingId, onSelect, onOpen, ticks, footer, label } = props
  const t = useT()
  const prefix = useId()
  const { ring, ringProps } = useRing()
  const scroller = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const total = source ? source.total : rows.length
  const pages = useFurtherPages(source)
  const rowAt = (index: number): Row | undefined => (source ? pages.rowAt(index) : rows[index])
  const place = usePlace(label)
  const columns = useTickColumn(props)

  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    initialOffset: place.found.offset,
    // The header stays above the rows and takes the height of one.
    paddingStart: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    scrollPaddingEnd: footer ? ROW_HEIGHT : 0,
    useFlushSync: false,
    onChange: ({ scrollOffset }) => {
      if (scrollOffset !== null) place.keep({ offset: scrollOffset })
    },
  })
  const shown = virtual.getVirtualItems()
  const first = shown[0]?.index ?? 0
  const last = shown.at(-1)?.index ?? 0
  // A row that leaves the screen is drawn again as one that enters it: new elements cost most of a fast scroll.
  const drawn = useRef(0)
  drawn.current = Math.max(drawn.current, shown.length)
  const asked = useRef(source?.question)
  useEffect(() => {
    if (asked.current === source?.question) return
    asked.current = source?.question
    scroller.current?.scrollTo({ top: 0 })
  }, [source?.question])
  const { show } = pages
  useEffect(() => show(first, last), [show, first, last])

  const active = useActiveRow({ total: total ?? 0, rowAt, rowId, selectedId, onSelect, shown: [first, last], place })
  useEffect(() => {
    if (place.found.index !== null) table.current?.focus({ preventScroll: true })
  }, [place])
  // The selection may move without a key of the list: to the line after the one just dealt with.
  const stood = useRef(active.index)
  useEffect(() => {
    if (active.index !== null && active.index !== stood.current) virtual.scrollToIndex(active.index)
    stood.current = active.index
  }, [active.index, virtual])
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isControl(event.target)) return
    const row = active.index === null ? undefined : rowAt(active.index)
    const screenful = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 3)
    const next = stepOf(event.key, active.index, total ?? 0, screenful)
    if (next !== null) {
      active.select(next)
    } else if (event.key === 'Enter' && row && onOpen) onOpen(row)
    else if (event.key === ' ' && row && ticks) ticks.toggle([row])
    else if (event.key === 'Escape' && active.index !== null) active.select(null)
    else return
    event.preventDefault()
  }
  const pick = (event: MouseEvent) => {
    const index = rowIndexOf(event.target)
    const row = index === null ? undefined : rowAt(index)
    if (index === null || row === undefined || isControl(event.target)) return
    active.select(index)
    if (!onOpen) return
    if (onSelect) onSecondClick(() => onOpen(row))
    else onOpen(row)
  }

  const { template, narrowest } = gridOf(columns)
  if (source?.error && total === undefined) return <ErrorNote error={source.error} />
  if (total === 0 && props.empty) return <div className={classes.empty}>{props.empty}</div>
  return (
    <div
      className={`${grid.frame} ${classes.frame}`}
      data-stale={(props.stale ?? source?.stale) || undefined}
      data-ring={ring}
    >
      <div ref={scroller} className={grid.scroller}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows and cells of a table take theirs from it
          role="grid"
          className={grid.grid}
          style={{ minWidth: narrowest, '--columns': template } as CSSProperties}
          aria-label={label}
          aria-rowcount={total === undefined ? -1 : total + 1 + (footer ? 1 : 0)}
          aria-colcount={columns.length}
          aria-busy={total === undefined || undefined}
          aria-activedescendant={active.index === null ? undefined : `${prefix}${active.index}`}
          tabIndex={0}
          onKeyDown={press}
          {...ringProps}
        >
          <DataTableHead columns={columns} sort={props.sort} onSort={props.onSort} />
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it hears the keys */}
          <tbody className={grid.body} style={{ height: virtual.getTotalSize() - ROW_HEIGHT }} onClick={pick}>
            {shown.map(({ index, start }) => {
              const row = rowAt(index)
              return (
                <DataTableRow
                  key={index % drawn.current}
                  id={`${prefix}${index}`}
                  index={index}
                  start={start - ROW_HEIGHT}
                  row={row}
                  columns={columns as readonly Column<unknown>[]}
                  active={index === active.index}
                  leaving={row !== undefined && leavingId != null && rowId(row) === leavingId}
                  selected={row !== undefined && selectedId != null && rowId(row) === selectedId}
                />
              )
            })}
          </tbody>
          {footer && (
            <tfoot className={grid.foot}>
              <tr className={grid.row} aria-rowindex={(total ?? 0) + 2}>
                {columns.map((column) => (
                  <td key={column.id} className={grid.cell} data-align={column.align}>
                    {footer[column.id]}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {pages.error && <ErrorNote error={pages.error} />}
      {total === undefined && (
        <div className={classes.loading} role="status">
          {t('common:loading')}
        </div>
      )}
    </div>
  )
}

const rowIndexOf = (target: EventTarget | null): number | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row ? Number(row.dataset.index) : null
}

/** A field or button inside a row keeps its own keys and clicks. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, button, input, select, textarea, label') !== null
