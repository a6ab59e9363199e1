import { useQuery } from '@tanstack/react-query'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'

const MOST = 200

/** An item as it stands now: it may have changed since its row was chosen in a list. Null when it is no longer there. */
export const useItem = (row: ItemRow, asOf: Day): ItemRow | null => {
  const { data } = useQuery(
    api.receivables.items.queryOptions({
      input: { asOf, customerId: row.customerId, search: row.number, show: 'all', limit: MOST },
    }),
  )
  const found = data?.items.find(({ id }) => id === row.id)
  const whole = data !== undefined && data.total <= MOST
  return found ?? (whole && row.number !== '' ? null : row)
}
