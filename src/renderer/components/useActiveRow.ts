import { useEffect, useRef, useState } from 'react'
import type { Place } from './usePlace.ts'

type Options<Row> = {
  total: number
  rowAt: (index: number) => Row | undefined
  rowId: (row: Row) => string
  selectedId: string | null | undefined
  onSelect: ((row: Row | null) => void) | undefined
  /** First and last index on screen. */
  shown: [number, number]
  place: Place
}

/** The row the keyboard stands on: remembered by its place, and moved to the selected row when that is on screen. */
export const useActiveRow = <Row>({ total, rowAt, rowId, selectedId, onSelect, shown, place }: Options<Row>) => {
  const [index, setIndex] = useState<number | null>(place.found.index)
  useEffect(() => place.keep({ index }), [place, index])
  // A row may be walked to before its page has come; it is selected when it has.
  const awaited = useRef<number | null>(null)

  const select = (wanted: number | null): void => {
    if (wanted === null) {
      awaited.current = null
      setIndex(null)
      onSelect?.(null)
      return
    }
    if (total === 0) return
    const next = Math.min(Math.max(wanted, 0), total - 1)
    setIndex(next)
    const row = rowAt(next)
    awaited.current = row === undefined ? next : null
    if (row !== undefined) onSelect?.(row)
  }

  useEffect(() => {
    const wanted = awaited.current
    const row = wanted === null ? undefined : rowAt(wanted)
    if (row === undefined) return
    awaited.current = null
    onSelect?.(row)
  })

  const here = index === null ? undefined : rowAt(index)
  const lost = selectedId != null && (here === undefined || rowId(here) !== selectedId) && awaited.current === null
  const [from, to] = shown
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once for each selection, and again when the list moves
  useEffect(() => {
    if (!lost) return
    for (let at = from; at <= to; at++) {
      const row = rowAt(at)
      if (row !== undefined && rowId(row) === selectedId) return setIndex(at)
    }
  }, [lost, selectedId, from, to, total])

  return { index: index !== null && index < total ? index : null, select }
}

/** The row a key leads to, from the row stood on; null when it is no such key or there is no row. */
export const stepOf = (key: string, from: number | null, total: number, screenful: number): number | null => {
  const step = STEPS.get(key)
  if (step === undefined || total === 0) return null
  const next = (from ?? (step > 0 ? -1 : 1)) + step * (SCREEN.has(key) ? screenful : 1)
  return Math.min(Math.max(next, 0), total - 1)
}

const STEPS = new Map([
  ['ArrowDown', 1],
  ['j', 1],
  ['ArrowUp', -1],
  ['k', -1],
  ['PageDown', 1],
  ['PageUp', -1],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
])
const SCREEN = new Set(['PageDown', 'PageUp'])
