import { useQuery } from '@tanstack/react-query'
import type { Day } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { ItemPanel } from './ItemPanel.tsx'

type Props = { id: string; customerId: string; number: string; asOf: Day; onClose: () => void }

/** The panel of an item that another list names. */
export const ItemById = ({ id, customerId, number, asOf, onClose }: Props) => {
  const { data } = useQuery(
    api.receivables.items.queryOptions({ input: { asOf, customerId, search: number, show: 'all', limit: 200 } }),
  )
  const row = data?.items.find((item) => item.id === id)
  return row ? <ItemPanel row={row} asOf={asOf} customerLink onClose={onClose} /> : null
}
