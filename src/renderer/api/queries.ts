import { QueryClient } from '@tanstack/react-query'
import { codeOf } from './errors.ts'

/** One book, one window: what is on screen stays true until a command changes the book, which refetches all of it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      // Only a connection that dropped is worth another try; a refusal stays one.
      retry: (failures, error) => failures < 2 && codeOf(error) === 'connection',
    },
    mutations: { networkMode: 'always' },
  },
})

/** After any change of the book or of the working day. */
export const refetchAll = () => queryClient.invalidateQueries()
