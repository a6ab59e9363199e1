import { useQuery } from '@tanstack/react-query'
import type { DeliveryRow } from '../../../main/core/deliveries/deliveries.contract.ts'
import { api } from '../../api/client.ts'

/** A delivery as it stands now: it may have changed, and left the list, since its row was chosen there. */
export const useDelivery = (row: DeliveryRow): DeliveryRow => {
  const { data } = useQuery(
    api.deliveries.list.queryOptions({ input: { customerId: row.customerId, show: 'all', limit: 1000 } }),
  )
  return data?.deliveries.find(({ id }) => id === row.id) ?? row
}
