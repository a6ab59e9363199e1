import { IconGavel, IconListDetails, IconScale } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'
import { useWaitingCredit } from './useWaitingCredit.ts'

export const reviewsNavigation: FeatureNavigation = {
  entries: [{ to: '/credit', icon: IconScale, labelKey: 'reviews:nav', order: 32, useCount: useWaitingCredit }],
  actions: [
    { id: 'reviews.queue', labelKey: 'reviews:palette.queue', icon: IconGavel, to: '/credit' },
    { id: 'reviews.list', labelKey: 'reviews:palette.list', icon: IconListDetails, to: '/credit/reviews' },
    { id: 'reviews.open', labelKey: 'reviews:palette.open', icon: IconScale, to: '/credit/reviews?new=true' },
  ],
}
