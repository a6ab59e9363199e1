import { useQuery } from '@tanstack/react-query'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'

/** An item as it stands now: it may have changed since its row was chosen in a list. */
export const useItem = (row: ItemRow, asOf: Day): ItemRow => {
  const { data } = useQuery(
    api.receivables.items.queryOptions({
      input: { asOf, customerId: row.customerId, search: row.number, show: 'all', limit: 200 },
    }),
  )
  return data?.items.find(({ id }) => id === row.id) ?? row
}
