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

/** What was read from a book leaves with it; what is known of books stays. */
export const forgetBookData = () =>
  queryClient.removeQueries({ predicate: ({ queryKey }) => sliceOf(queryKey) !== 'book' })

/** The first word of the call's path, where oRPC puts it. */
const sliceOf = ([path]: readonly unknown[]): unknown => (Array.isArray(path) ? path[0] : undefined)

/** After any change of the book or of the working day. */
export const refetchAll = () => queryClient.invalidateQueries()
