import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'

/** Opens a review of a customer, with today's evidence frozen, and goes there. */
export const useOpenReview = (onDone?: () => void) => {
  const t = useT()
  const navigate = useNavigate()
  return useCommand(api.reviews.open.mutationOptions(), {
    done: ({ review }) => t('limits:review.opened', { reference: review.reference }),
    onDone: ({ review }) => {
      onDone?.()
      navigate({ to: '/credit/reviews/$id', params: { id: review.id } })
    },
  })
}
