import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { codeOf } from './errors.ts'

/** One book, one window: what is on screen stays true until a command changes the book, which refetches all of it. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => lookWhoIsThere(error) }),
  mutationCache: new MutationCache({ onError: (error) => lookWhoIsThere(error) }),
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

/** What one person read leaves before another comes. */
export const forgetReadData = () =>
  queryClient.removeQueries({ predicate: ({ queryKey }) => sliceOf(queryKey) !== 'book' && !isPeopleState(queryKey) })

const isPeopleState = ([path]: readonly unknown[]): boolean => String(path) === 'people,state'

/** The first word of the call's path, where oRPC puts it. */
const sliceOf = ([path]: readonly unknown[]): unknown => (Array.isArray(path) ? path[0] : undefined)

/** Who is signed in at this window, and whether it is locked: the one call that is always answered. */
export const readPeopleAgain = () =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => isPeopleState(queryKey) })

/** The core locked this window, ended its sign-in, or its role was changed: the window shows it. */
const lookWhoIsThere = (error: unknown): void => {
  const code = codeOf(error)
  if (code === 'people.locked' || code === 'people.sign-in-needed' || code === 'people.not-allowed')
    void readPeopleAgain()
}

/** After any change of the book or of the working day. */
export const refetchAll = () => queryClient.invalidateQueries()
