import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import type { OpenBook } from '../../main/core/book/book.contract.ts'
import { api } from '../api/client.ts'
import { forgetBookData, queryClient } from '../api/queries.ts'
import { firstScreen } from './firstScreen.ts'
import { useT } from './i18n.ts'

/** Once a book is open, its first screen is shown, or the one asked for, and nothing of another book is left. */
export const useEnterBook = () => {
  const t = useT()
  const navigate = useNavigate()
  return async (book: OpenBook, to?: '/imports') => {
    forgetBookData()
    queryClient.setQueryData(api.book.current.queryKey({ input: {} }), { book })
    if (book.migratedFrom)
      notifications.show({
        message: t('common:status.migrated', { path: book.migratedFrom }),
        autoClose: 20_000,
        closeButtonProps: { 'aria-label': t('common:close') },
      })
    await navigate({ to: to ?? (await firstScreen()) })
  }
}
