import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Day, endOfMonth } from '../../../main/core/kernel/day.ts'
import { fold } from '../../../main/core/kernel/text.ts'
import { api } from '../../api/client.ts'
import { useWorkingDay } from '../../app/workingDay.ts'
import { queueRows } from './queue.rows.ts'
import type { QueueSearch } from './reviews.search.ts'

/** More than anyone decides in a day; the lists behind the tabs show all of them. */
const MOST = 1000
const lastOf = (month: string): Day => endOfMonth(`${month}-01`)

/** Every alert that nobody has seen yet. */
export const openAlerts = () => api.alerts.list.queryOptions({ input: { show: 'open', limit: MOST } })

/** What the queue shows: everything of today, or the reviews that are late or due in one month. */
export const useQueue = ({ month, search = '' }: QueueSearch) => {
  const today = useWorkingDay()
  const ofMonth = month !== undefined && month !== 'overdue'
  const until = ofMonth ? lastOf(month) : today
  const reviews = useQuery(api.reviews.list.queryOptions({ input: { show: 'open', limit: MOST } }))
  const alerts = useQuery(openAlerts())
  const due = useQuery({
    ...api.reviews.due.queryOptions({ input: { until, limit: MOST } }),
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => {
    if (!reviews.data || !due.data) return undefined
    const wanted = fold(search)
    const fits = (row: { name: string; code: string; review: { reference: string } | null }) =>
      fold(`${row.name} ${row.code} ${row.review?.reference ?? ''}`).includes(wanted)
    const falls = (day: Day) => (ofMonth ? day.startsWith(month) && day >= today : day < today)
    const chosen =
      month === undefined
        ? queueRows({ reviews: reviews.data.reviews, due: due.data.rows, alerts: alerts.data?.alerts ?? [] }, today)
        : queueRows({ reviews: [], due: due.data.rows.filter(({ dueOn }) => falls(dueOn)), alerts: [] }, today).map(
            (row) => ({
              ...row,
              review: reviews.data.reviews.find(({ customerId }) => customerId === row.customerId) ?? null,
            }),
          )
    return chosen.filter(fits)
  }, [reviews.data, due.data, alerts.data, month, ofMonth, search, today])
  return {
    rows,
    stale: due.isPlaceholderData,
    error: reviews.error ?? due.error ?? alerts.error,
  }
}
