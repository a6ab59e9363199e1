import { useQuery } from '@tanstack/react-query'
import type { Day } from '../../../main/core/kernel/day.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'

const MOST = 200

/** An item as it stands on a day: it may have changed since its row was chosen in a list. Null when it is not there. */
export const useItem = (row: ItemRow | undefined, asOf: Day): ItemRow | null => {
  const { customerId = '', number = '' } = row ?? {}
  const { data } = useQuery({
    ...api.receivables.items.queryOptions({
      input: { asOf, customerId, search: number, show: 'all', limit: MOST },
    }),
    enabled: row !== undefined,
  })
  const found = data?.items.find(({ id }) => id === row?.id)
  const whole = data !== undefined && data.total <= MOST
  return found ?? (whole && number !== '' ? null : (row ?? null))
}
