import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api/client.ts'

/** Milliseconds after the window's start: the first screen comes before a count. */
const LATER = 2000

/** Customers left on the worklist. */
export const useLeft = (): number | undefined => {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), LATER)
    return () => clearTimeout(timer)
  }, [])
  return useQuery({
    ...api.worklist.get.queryOptions({ input: { search: '' } }),
    // The whole book is read: once, then whenever the list is on screen, not after every command.
    enabled: ({ state }) => settled && state.data === undefined,
  }).data?.left
}
