import { api } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'

/** Where an open book begins: at what is to be done today, or with its customers where there is nothing. */
export const firstScreen = async (): Promise<'/today' | '/customers'> => {
  try {
    const { left } = await queryClient.ensureQueryData(api.worklist.get.queryOptions({ input: { search: '' } }))
    return left > 0 ? '/today' : '/customers'
  } catch {
    // Whatever is wrong is said where the list itself is shown.
    return '/customers'
  }
}
