import { useNavigate } from '@tanstack/react-router'
import { api, client } from '../../api/client.ts'
import { forgetBookData, queryClient } from '../../api/queries.ts'

/** Closes the book and goes back to the choice of books; nothing of the closed one stays on screen. */
export const useCloseBook = () => {
  const navigate = useNavigate()
  return async () => {
    await client.book.close({})
    queryClient.setQueryData(api.book.current.queryKey({ input: {} }), { book: null })
    await navigate({ to: '/' })
    forgetBookData()
    await queryClient.invalidateQueries({ queryKey: api.book.recent.key() })
  }
}
