import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import type { Owner } from './limit.draft.ts'

/** What a decision is held against: the limits in force and what is owed, in the company's currency. */
export const useStanding = (owner: Owner) => {
  const customerId = 'customerId' in owner ? owner.customerId : null
  const groupId = 'groupId' in owner ? owner.groupId : null
  const own = useQuery({
    ...api.limits.ofCustomer.queryOptions({ input: { customerId: customerId ?? '' } }),
    enabled: customerId !== null,
  }).data
  const exposure = useQuery({
    ...api.limits.exposure.queryOptions({ input: { customerId: customerId ?? '' } }),
    enabled: customerId !== null,
  }).data
  const group = useQuery({
    ...api.limits.ofGroup.queryOptions({ input: { groupId: groupId ?? '' } }),
    enabled: groupId !== null,
  }).data
  const home = useQuery(api.company.get.queryOptions({ input: {} })).data?.currency
  return {
    ready: home !== undefined && (customerId !== null ? own !== undefined : group !== undefined),
    currency: home ?? 'EUR',
    base: own?.own.base ?? group?.base ?? null,
    /** In the order they were taken. */
    decisions: (own?.history ?? group?.history ?? []).toReversed(),
    cover: own?.own.insured ?? null,
    guarantee: own?.own.guarantee ?? null,
    total: exposure?.total ?? group?.total ?? null,
  }
}
export type Standing = ReturnType<typeof useStanding>
