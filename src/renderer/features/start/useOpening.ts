import { useMutation } from '@tanstack/react-query'
import type { OpenBook } from '../../../main/core/book/book.contract.ts'
import { api } from '../../api/client.ts'
import { keepDroppedFiles } from '../../app/droppedFile.ts'
import { useEnterBook } from '../../app/useEnterBook.ts'

/**
 * The calls that open a book, which is then entered.
 * @param file to import into it at once
 */
export const useOpening = (file: File | null = null) => {
  const enterBook = useEnterBook()
  const enter = async (book: OpenBook) => {
    if (file) keepDroppedFiles([file])
    await enterBook(book, file ? '/imports' : undefined)
  }
  return {
    open: useMutation({ ...api.book.open.mutationOptions(), onSuccess: enter }),
    create: useMutation({ ...api.book.create.mutationOptions(), onSuccess: enter }),
    demo: useMutation({ ...api.book.createDemo.mutationOptions(), onSuccess: enter }),
  }
}
