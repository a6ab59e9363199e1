import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api/client.ts'
import { openAlerts } from './useQueue.ts'

/** Milliseconds after the window's start: the first screen comes before a count. */
const LATER = 2000

/** Proposals that the acting person is asked to decide, and open grave alerts. */
export const useWaitingCredit = (): number | undefined => {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), LATER)
    return () => clearTimeout(timer)
  }, [])
  const mine = useQuery(api.reviews.list.queryOptions({ input: { show: 'mine', limit: 1 } })).data?.total
  const alerts = useQuery({
    ...openAlerts(),
    // All customers are looked at: once, then whenever the queue is on screen, not after every command.
    enabled: ({ state }) => settled && state.data === undefined,
  }).data?.alerts
  if (mine === undefined || alerts === undefined) return mine
  return mine + alerts.filter(({ grave, reviewId }) => grave && reviewId === null).length
}
