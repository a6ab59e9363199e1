import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'

/** Opens a review and goes to it. */
export const useStartReview = ({ quiet = false }: { quiet?: boolean } = {}) => {
  const t = useT()
  const navigate = useNavigate()
  return useCommand(api.reviews.open.mutationOptions(), {
    quiet,
    done: ({ review }) => t('reviews:queue.started', { reference: review.reference, name: review.customerName }),
    onDone: ({ review }) => navigate({ to: '/credit/reviews/$id', params: { id: review.id } }),
  })
}
