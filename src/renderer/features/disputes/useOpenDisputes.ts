import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

/** How many disputes are open: the work that waits. */
export const useOpenDisputes = (): number | undefined =>
  useQuery(api.disputes.list.queryOptions({ input: { show: 'open', limit: 1 } })).data?.total
