import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'

/** The company's own currency; the euro until the company is read. */
export const useHome = (): string => useQuery(api.company.get.queryOptions({ input: {} })).data?.currency ?? 'EUR'
