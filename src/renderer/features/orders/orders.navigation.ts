import { IconShieldQuestion, IconShoppingCart } from '@tabler/icons-react'
import type { FeatureNavigation } from '../../app/navigation.ts'

/** The entry of the subject is that of the reviews. */
export const ordersNavigation: FeatureNavigation = {
  entries: [],
  actions: [
    { id: 'orders.check', labelKey: 'orders:palette.check', icon: IconShieldQuestion, to: '/credit/order' },
    { id: 'orders.list', labelKey: 'orders:palette.list', icon: IconShoppingCart, to: '/credit/orders' },
  ],
}
