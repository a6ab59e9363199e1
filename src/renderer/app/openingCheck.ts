import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api/client.ts'

/** After the first screen: the book is read whole, and nobody should wait for it. */
const AFTER = 2_500

/** Asked once for each opening of a book, whatever changes meanwhile. */
export const openingCheck = {
  ...api.integrity.opening.queryOptions({ input: {} }),
  staleTime: 'static' as const,
  gcTime: Number.POSITIVE_INFINITY,
  retry: false,
}

/** Whether the chain of the audit held when the book was opened, and what another program wrote; undefined until known. */
export const useOpeningCheck = () => {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIdle(true), AFTER)
    return () => clearTimeout(timer)
  }, [])
  return useQuery({ ...openingCheck, enabled: idle }).data
}
