import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { OpenBook } from '../../../main/core/book/book.contract.ts'
import { api } from '../../api/client.ts'
import { forgetBookData, queryClient } from '../../api/queries.ts'
import { keepDroppedFiles } from '../../app/droppedFile.ts'
import { firstScreen } from '../../app/firstScreen.ts'
import { useT } from '../../app/i18n.ts'

/**
 * The calls that open a book; once it is open, its first screen is shown and nothing of another book is left.
 * @param file to import into it at once
 */
export const useOpening = (file: File | null = null) => {
  const t = useT()
  const navigate = useNavigate()
  const enter = async (book: OpenBook) => {
    forgetBookData()
    queryClient.setQueryData(api.book.current.queryKey({ input: {} }), { book })
    if (book.migratedFrom)
      notifications.show({
        message: t('common:status.migrated', { path: book.migratedFrom }),
        autoClose: 20_000,
        closeButtonProps: { 'aria-label': t('common:close') },
      })
    if (file) keepDroppedFiles([file])
    await navigate({ to: file ? '/imports' : await firstScreen() })
  }
  return {
    open: useMutation({ ...api.book.open.mutationOptions(), onSuccess: enter }),
    create: useMutation({ ...api.book.create.mutationOptions(), onSuccess: enter }),
    demo: useMutation({ ...api.book.createDemo.mutationOptions(), onSuccess: enter }),
  }
}
