import { useQuery } from '@tanstack/react-query'
import type { Permission } from '../../main/core/kernel/contract.ts'
import { api } from '../api/client.ts'
import { useMay } from './people/usePeople.ts'

/**
 * Whether something can only be looked at: another program holds the book, or the role of whoever is signed in does not
 * allow it. The frame says which.
 */
export const useReadOnly = (needed: Permission): boolean => {
  const may = useMay(needed)
  return (useQuery(api.book.current.queryOptions({ input: {} })).data?.book?.readOnly ?? false) || !may
}
