import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { ANSWER_ENDING } from '../../main/core/answers/answer.model.ts'
import { api } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useT } from '../app/i18n.ts'

export const isAnswer = ({ name }: File): boolean => name.toLowerCase().endsWith(ANSWER_ENDING)

/** Reads the file of an answer, wherever it was dropped, and goes to it; a refusal is said by the screen or in a toast. */
export const useReadAnswer = (quiet = false) => {
  const t = useT()
  const navigate = useNavigate()
  const command = useCommand(api.answers.read.mutationOptions(), {
    quiet,
    done: ({ customerName }) => t('answers:read', { name: customerName }),
    onDone: ({ id }) => navigate({ to: '/receivables/answers', search: { id } }),
  })
  const { mutate } = command
  const read = useCallback((file: File) => mutate({ name: file.name, file }), [mutate])
  return { ...command, read }
}
