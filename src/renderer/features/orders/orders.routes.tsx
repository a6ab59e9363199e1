import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { CheckPage } from './CheckPage.tsx'
import { OrdersPage } from './OrdersPage.tsx'
import { checkSearch, ordersSearch } from './orders.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/orders',
      validateSearch: ordersSearch,
      component: OrdersPage,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/order',
      validateSearch: checkSearch,
      component: CheckPage,
    }),
  ] as const
