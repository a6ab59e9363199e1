import { useQuery } from '@tanstack/react-query'
import type { Review } from '../../../main/core/reviews/reviews.contract.ts'
import { api } from '../../api/client.ts'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { currentOf } from './proposal.draft.ts'
import { useReviewWords } from './useReviewWords.ts'

export type Deed = 'approve' | 'refuse' | 'return' | 'cancel'

/** What an answer does, named before it is given; one sentence a line. */
export const useConsequence = (data: Review, deed: Deed): string[] => {
  const t = useT()
  const format = useFormat()
  const { review, proposals } = data
  const words = useReviewWords(review.currency)
  const last = proposals.at(-1)
  const withdraws = deed === 'approve' && last?.kind === 'withdraw'
  const open = useQuery({
    ...api.receivables.items.queryOptions({ input: { customerId: review.customerId, show: 'open', limit: 1 } }),
    enabled: withdraws,
  }).data?.total
  if (deed === 'cancel' || deed === 'return') return [t(`reviews:review.decide.consequence.${deed}`)]
  if (!last) return []
  const current = currentOf(data, last.scope)
  const amounts = { before: words.limit(current), after: words.limit(last.amount) }
  if (deed === 'refuse')
    return [
      current === null
        ? t('reviews:review.decide.consequence.refuseNone')
        : t('reviews:review.decide.consequence.refuse', amounts),
    ]
  if (withdraws)
    return [
      t('reviews:review.decide.consequence.withdraw'),
      ...(open === undefined
        ? []
        : [
            open > 0
              ? t('reviews:review.decide.consequence.collection', { count: open })
              : t('reviews:review.decide.consequence.collectionNone'),
          ]),
    ]
  const granted =
    last.kind === 'maintain'
      ? t('reviews:review.decide.consequence.maintain', amounts)
      : current === null
        ? t(`reviews:review.decide.consequence.${last.amount === 0 ? 'firstCash' : 'first'}`, amounts)
        : t('reviews:review.decide.consequence.change', amounts)
  return last.until
    ? [granted, t('reviews:review.decide.consequence.until', { day: format.day(last.until) })]
    : [granted]
}
