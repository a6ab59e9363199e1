import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'

/** Whether the book can only be looked at, because another program holds it. */
export const useReadOnly = (): boolean =>
  useQuery(api.book.current.queryOptions({ input: {} })).data?.book?.readOnly ?? false
