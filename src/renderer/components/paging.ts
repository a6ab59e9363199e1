import { useThrottledCallback } from '@mantine/hooks'
import {
  hashKey,
  keepPreviousData,
  type QueryKey,
  type UseQueryOptions,
  useQueries,
  useQuery,
} from '@tanstack/react-query'
import { useMemo, useState } from 'react'

/** Rows of a page asked for at a time. */
export const PAGE_ROWS = 200
/** Rows beyond those on screen whose page is asked for before they come into view. */
const AHEAD = 60
/** Pages that a fast scroll flies over are not asked for. */
const BREATH_MS = 120

type PageOptions<Out> = Pick<UseQueryOptions<Out, Error, Out, QueryKey>, 'queryKey' | 'queryFn'>

/** A list of any length, of which only the pages on screen are read. */
export type Paged<Row, Out = unknown> = {
  /** Undefined until the first page has come. */
  total: number | undefined
  rowAt: (index: number) => Row | undefined
  /** Asks for the rows about to be shown. */
  show: (first: number, last: number) => void
  /** What was asked; another question starts the list at its top. */
  question: string
  /** The first page, with what else the call returns: totals, sums. */
  first: Out | undefined
  /** What is shown is of the previous question; the answer is on its way. */
  stale: boolean
  error: Error | null
}

/**
 * @param page the call for one page: `(page) => api.customers.list.queryOptions({ input: { ...filters, ...page } })`
 * @param read takes the rows and their total out of its answer
 */
export const usePaged = <Out, Row>(
  page: (page: { offset: number; limit: number }) => PageOptions<Out>,
  read: (out: Out) => { total: number; rows: Row[] },
): Paged<Row, Out> => {
  const [range, setRange] = useState<[number, number]>([0, 0])
  const start = page({ offset: 0, limit: PAGE_ROWS })
  const head = useQuery({ ...start, placeholderData: keepPreviousData })
  const total = head.data === undefined ? undefined : read(head.data).total
  const last = Math.floor(((total ?? 1) - 1) / PAGE_ROWS)
  const numbers = useMemo(() => {
    const [from, to] = [Math.max(1, range[0]), Math.min(last, range[1])]
    return from > to ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i)
  }, [range, last])
  const further = useQueries({
    queries: numbers.map((number) => page({ offset: number * PAGE_ROWS, limit: PAGE_ROWS })),
  })
  const pages = new Map([[0, head.data], ...numbers.map((number, i) => [number, further[i]?.data] as const)])
  const rows = new Map([...pages].map(([number, out]) => [number, out === undefined ? [] : read(out).rows]))
  const show = useThrottledCallback((first: number, end: number) => {
    const next: [number, number] = [pageOf(Math.max(0, first - AHEAD)), pageOf(end + AHEAD)]
    setRange((old) => (old[0] === next[0] && old[1] === next[1] ? old : next))
  }, BREATH_MS)
  return {
    total,
    rowAt: (index) => rows.get(pageOf(index))?.[index % PAGE_ROWS],
    show,
    question: hashKey(start.queryKey),
    first: head.data,
    stale: head.isPlaceholderData,
    error: head.error ?? further.find((query) => query.error)?.error ?? null,
  }
}

const pageOf = (index: number): number => Math.floor(index / PAGE_ROWS)
