import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { api } from '../../api/client.ts'
import { refetchAll } from '../../api/queries.ts'
import { takeDroppedAnswers } from '../../app/droppedFile.ts'
import { useT } from '../../app/i18n.ts'

export type RefusedFile = { name: string; error: unknown }

/**
 * Reads files customers answered with, one after the other: each is kept or refused by itself, and what was refused stays
 * listed with its reason. A single one that was read is opened.
 */
export const useReadAnswers = (open: (id: string) => void) => {
  const t = useT()
  const { mutateAsync } = useMutation(api.answers.read.mutationOptions())
  const [pending, setPending] = useState(0)
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  const read = useCallback(
    async (files: readonly File[]) => {
      const taken: { id: string; customerName: string }[] = []
      const failed: RefusedFile[] = []
      setRefused([])
      setPending(files.length)
      for (const file of files) {
        try {
          taken.push(await mutateAsync({ name: file.name, file }))
        } catch (error) {
          failed.push({ name: file.name, error })
        }
        setPending((left) => left - 1)
      }
      setRefused(failed)
      await refetchAll()
      const [only, ...others] = taken
      if (!only) return
      notifications.show({
        message:
          others.length === 0
            ? t('answers:read', { name: only.customerName })
            : t('answers:readMany', { count: taken.length }),
        closeButtonProps: { 'aria-label': t('common:close') },
      })
      if (others.length === 0) open(only.id)
    },
    [mutateAsync, open, t],
  )
  useEffect(() => {
    const waiting = takeDroppedAnswers()
    if (waiting.length > 0) void read(waiting)
  }, [read])
  return { read, pending, refused, forget: () => setRefused([]) }
}
