import { useNavigate } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'

type Options = {
  /** The caller shows what was refused. */
  quiet?: boolean
  onDone?: () => void
}

/** Opens a review of a customer, with today's evidence frozen, and goes there. */
export const useOpenReview = ({ quiet = false, onDone }: Options = {}) => {
  const t = useT()
  const navigate = useNavigate()
  return useCommand(api.reviews.open.mutationOptions(), {
    quiet,
    done: ({ review }) => t('reviews:queue.started', { reference: review.reference, name: review.customerName }),
    onDone: ({ review }) => {
      onDone?.()
      navigate({ to: '/credit/reviews/$id', params: { id: review.id } })
    },
  })
}
