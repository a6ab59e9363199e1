import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api/client.ts'

/** Milliseconds after the window's start, and after the last of several commands: what is on screen comes before a count. */
const LATER = 2000

const list = api.worklist.get.queryOptions({ input: { search: '' } })
const isList = (key: readonly unknown[]) => JSON.stringify(key) === JSON.stringify(list.queryKey)

/** Customers left on the worklist. */
export const useLeft = (): number | undefined => {
  const queryClient = useQueryClient()
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), LATER)
    return () => clearTimeout(timer)
  }, [])
  // The whole book is read: not after every command, but once they come to rest.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const leave = queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'invalidate' || !isList(event.query.queryKey)) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (queryClient.getQueryState(list.queryKey)?.isInvalidated)
          queryClient.prefetchQuery({ ...list, staleTime: 0 })
      }, LATER)
    })
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [queryClient])
  return useQuery({ ...list, enabled: ({ state }) => settled && state.data === undefined }).data?.left
}
