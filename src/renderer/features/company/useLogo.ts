import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api/client.ts'

/** The address of the logo for the page, while there is one. */
export const useLogo = (id: string | null): string | null => {
  const { data } = useQuery({ ...api.documents.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== null })
  const [address, setAddress] = useState<string | null>(null)
  const shown = id === null ? undefined : data
  useEffect(() => {
    if (!shown) return setAddress(null)
    const made = URL.createObjectURL(new Blob([shown.file], { type: shown.mediaType }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [shown])
  // The picture goes before its address does.
  return shown ? address : null
}
