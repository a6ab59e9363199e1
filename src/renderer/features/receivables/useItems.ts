import { useQuery } from '@tanstack/react-query'
import type { ItemFilters } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { PAGE_ROWS, usePaged } from '../../components/paging.ts'
import type { ItemsSearch } from './receivables.search.ts'

/** The filters of the list as the call takes them; the working day stands where no other day is chosen. */
export const filtersOf = (search: ItemsSearch, today: string): ItemFilters => ({
  asOf: search.asOf ?? today,
  search: search.search ?? '',
  show: search.show ?? 'open',
  ...(search.customer && { customerId: search.customer }),
  ...(search.kind && { kind: search.kind }),
  ...(search.currency && { currency: search.currency }),
  ...(search.cell && { cell: search.cell }),
})

/** The list of items, page by page; `first` holds the sums by currency. */
export const useItems = (filters: ItemFilters, sort: ItemsSearch['sort'] = 'due', descending = false) =>
  usePaged(
    (page) => api.receivables.items.queryOptions({ input: { ...filters, sort, descending, ...page } }),
    ({ total, items }) => ({ total, rows: items }),
  )

/** What is open in the whole book: the very call that the list makes when no filter is set, so that it is made once. */
export const useOpenItems = (asOf: string) =>
  useQuery(
    api.receivables.items.queryOptions({
      input: { ...filtersOf({}, asOf), sort: 'due', descending: false, offset: 0, limit: PAGE_ROWS },
    }),
  ).data

export const useItemDay = (search: { asOf?: string | undefined }): string => {
  const today = useWorkingDay()
  return search.asOf ?? today
}
