import { useThrottledCallback } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { PAGE_ROWS, type Paged } from './paging.ts'

/** Rows beyond those on screen whose page is asked for before they come into view. */
const AHEAD = 60
/** Pages that a fast scroll flies over are not asked for. */
const BREATH_MS = 120

/** The rows of a paged list around those on screen; `show` says which these are. */
export const useFurtherPages = <Row>(source: Paged<Row> | undefined) => {
  const [range, setRange] = useState<[number, number]>([0, 0])
  const last = pageOf((source?.total ?? 1) - 1)
  const numbers = useMemo(() => {
    const [from, to] = [Math.max(1, range[0]), Math.min(last, range[1])]
    return from > to ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i)
  }, [range, last])
  const answers = useQueries({ queries: source ? numbers.map((number) => source.page(number)) : [] })
  const show = useThrottledCallback((first: number, end: number) => {
    const next: [number, number] = [pageOf(Math.max(0, first - AHEAD)), pageOf(end + AHEAD)]
    setRange((old) => (old[0] === next[0] && old[1] === next[1] ? old : next))
  }, BREATH_MS)
  const pages = new Map([[0, source?.first], ...numbers.map((number, i) => [number, answers[i]?.data] as const)])
  const rows = new Map(
    [...pages].map(([number, out]) => [number, out === undefined || !source ? [] : source.rowsOf(out)]),
  )
  return {
    rowAt: (index: number): Row | undefined => rows.get(pageOf(index))?.[index % PAGE_ROWS],
    show,
    error: answers.find(({ error }) => error)?.error ?? null,
  }
}

const pageOf = (index: number): number => Math.floor(index / PAGE_ROWS)
