import { keepPreviousData, type QueryKey, type UseQueryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'

/** Rows of a page asked for at a time. */
export const PAGE_ROWS = 200

type PageOptions<Out> = Pick<UseQueryOptions<Out, Error, Out, QueryKey>, 'queryKey' | 'queryFn'>

/** A list of any length, of which only the pages on screen are read. */
export type Paged<Row, Out = unknown> = {
  /** Undefined until the first page has come. */
  total: number | undefined
  rowAt: (index: number) => Row | undefined
  /** Asks for the rows about to be shown. */
  show: (first: number, last: number) => void
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
  const head = useQuery({ ...page({ offset: 0, limit: PAGE_ROWS }), placeholderData: keepPreviousData })
  const numbers = useMemo(() => {
    const [first, last] = range
    return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((number) => number > 0)
  }, [range])
  const further = useQueries({
    queries: numbers.map((number) => page({ offset: number * PAGE_ROWS, limit: PAGE_ROWS })),
  })
  const pages = new Map<number, Out | undefined>([
    [0, head.data],
    ...numbers.map((number, i) => [number, further[i]?.data as Out | undefined] as const),
  ])
  const rows = new Map([...pages].map(([number, out]) => [number, out === undefined ? [] : read(out).rows]))
  const show = useCallback((first: number, last: number) => {
    const next: [number, number] = [
      Math.floor(Math.max(0, first) / PAGE_ROWS),
      Math.floor(Math.max(0, last) / PAGE_ROWS),
    ]
    setRange((old) => (old[0] === next[0] && old[1] === next[1] ? old : next))
  }, [])
  return {
    total: head.data === undefined ? undefined : read(head.data).total,
    rowAt: (index) => rows.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    show,
    first: head.data,
    stale: head.isPlaceholderData,
    error: head.error ?? further.find((query) => query.error)?.error ?? null,
  }
}
