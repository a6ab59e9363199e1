import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'

/** Proposals that the acting person may decide today, and open grave alerts. */
export const useWaitingCredit = (): number | undefined => {
  const mine = useQuery(api.reviews.list.queryOptions({ input: { show: 'mine', limit: 1 } })).data?.total
  // The gravest come first: those of the first page are all that anyone will count.
  const alerts = useQuery(api.alerts.list.queryOptions({ input: { show: 'open', limit: 200 } })).data?.alerts
  if (mine === undefined || alerts === undefined) return mine
  return mine + alerts.filter(({ grave, reviewId }) => grave && reviewId === null).length
}
