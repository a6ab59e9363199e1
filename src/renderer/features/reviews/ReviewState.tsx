import type { ReviewRow } from '../../../main/core/reviews/reviews.contract.ts'
import { useT } from '../../app/i18n.ts'
import { ToneBadge } from '../../components/ToneBadge.tsx'

/** How a review stands, or how it ended. */
export const ReviewState = ({ review }: { review: Pick<ReviewRow, 'state' | 'outcome'> }) => {
  const t = useT()
  const { state, outcome } = review
  if (outcome)
    return <ToneBadge tone={outcome === 'approved' ? 'settled' : 'risk'}>{t(`reviews:state.${outcome}`)}</ToneBadge>
  return <ToneBadge tone={state === 'returned' ? 'late' : 'neutral'}>{t(`reviews:state.${state}`)}</ToneBadge>
}
