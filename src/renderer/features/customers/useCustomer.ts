import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { daysBetween } from '../../../main/core/kernel/day.ts'
import { api } from '../../api/client.ts'
import { useWorkingDay } from '../../app/workingDay.ts'

/** A customer as its page and its panel show it; the previous one stays while the next is read. */
export const useCustomer = (id: string) => {
  const today = useWorkingDay()
  const { data, error, isPlaceholderData } = useQuery({
    ...api.customers.get.queryOptions({ input: { id } }),
    placeholderData: keepPreviousData,
  })
  const holds = useQuery(api.dunning.holds.queryOptions({ input: { customerId: id } }))
  const oldest = data?.positions.map(({ oldestDue }) => oldestDue).filter((day) => day !== null)
  return {
    data,
    error,
    stale: isPlaceholderData,
    /** The hold on the customer itself, not on one of its items. */
    hold: holds.data?.holds.find(({ itemId }) => itemId === null) ?? null,
    daysLate: Math.max(0, ...(oldest ?? []).map((day) => daysBetween(day, today))),
  }
}
export type CustomerView = ReturnType<typeof useCustomer>
