import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { bucketKeys } from '../../../main/core/receivables/ageing.rules.ts'
import { api } from '../../api/client.ts'
import { useT } from '../../app/i18n.ts'

const BUCKETS = [30, 60, 90]
export const AGEING_COLUMNS = bucketKeys(BUCKETS)

export const ageingCell = (column: string) => ({ column, basis: 'due' as const, buckets: BUCKETS })

/** What a customer owes in each column of the aged balance, the same figures as there; undefined while they are read. */
export const useAgeing = (customerId: string, currency: string) => {
  const answers = useQueries({
    queries: AGEING_COLUMNS.map((column) => ({
      ...api.receivables.items.queryOptions({ input: { customerId, currency, cell: ageingCell(column), limit: 1 } }),
      placeholderData: keepPreviousData,
    })),
  })
  return AGEING_COLUMNS.map((column, i) => {
    const data = answers[i]?.data
    return { column, amount: data && (data.sums[0]?.open ?? 0) }
  })
}

export const useBucketLabel = () => {
  const t = useT()
  return (column: string): string => {
    const [from, to] = column.match(/\d+/g) ?? []
    if (column === 'notDue') return t('customers:bucket.notDue')
    if (column === 'unallocated') return t('customers:bucket.unallocated')
    return to === undefined ? t('customers:bucket.over', { from }) : t('customers:bucket.range', { from, to })
  }
}
