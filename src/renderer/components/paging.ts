import { hashKey, keepPreviousData, type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query'

/** Rows of a page asked for at a time. */
export const PAGE_ROWS = 200

type PageOptions<Out> = Pick<UseQueryOptions<Out, Error, Out, QueryKey>, 'queryKey' | 'queryFn'>

/** A list of any length: its first page, and how the list itself reads on as it is scrolled. */
export type Paged<Row, Out = unknown> = {
  /** Undefined until the first page has come. */
  total: number | undefined
  /** The first page, with what else the call returns: totals, sums. */
  first: Out | undefined
  /** The call for a page, counted from 0. */
  page: (number: number) => PageOptions<unknown>
  rowsOf: (out: unknown) => Row[]
  /** What was asked; another question starts the list at its top. */
  question: string
  /** What is shown is of the previous question; the answer is on its way. */
  stale: boolean
  error: Error | null
}

/**
 * The screen is drawn again for another question, not for every page scrolled to: those are read by the list.
 * @param page the call for one page: `(page) => api.customers.list.queryOptions({ input: { ...filters, ...page } })`
 * @param read takes the rows and their total out of its answer
 */
export const usePaged = <Out, Row>(
  page: (page: { offset: number; limit: number }) => PageOptions<Out>,
  read: (out: Out) => { total: number; rows: Row[] },
): Paged<Row, Out> => {
  const numbered = (number: number) => page({ offset: number * PAGE_ROWS, limit: PAGE_ROWS })
  const start = numbered(0)
  const head = useQuery({ ...start, placeholderData: keepPreviousData })
  return {
    total: head.data === undefined ? undefined : read(head.data).total,
    first: head.data,
    page: numbered as Paged<Row>['page'],
    rowsOf: (out) => read(out as Out).rows,
    question: hashKey(start.queryKey),
    stale: head.isPlaceholderData,
    error: head.error,
  }
}
