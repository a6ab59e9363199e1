import { useQuery } from '@tanstack/react-query'
import { api, type client } from '../../../api/client.ts'

export type GroupRow = Awaited<ReturnType<typeof client.limits.groups>>['groups'][number]

/** Every group with what it uses of its limit. */
export const useGroups = () => useQuery(api.limits.groups.queryOptions({ input: {} }))
