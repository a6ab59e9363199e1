import { useQuery } from '@tanstack/react-query'
import { isClaim } from '../../../main/core/disputes/disputes.rules.ts'
import { api } from '../../api/client.ts'

const NONE: readonly never[] = []

/** The claims of a customer that a document may prove, the last due first; the most recent of a great many. */
export const useInvoices = (customerId: string): readonly { id: string; number: string }[] =>
  useQuery(
    api.receivables.items.queryOptions({
      input: { customerId, show: 'all', sort: 'due', descending: true, limit: 1000 },
    }),
  ).data?.items.filter(isClaim) ?? NONE
