import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { checkSearch, ordersSearch } from './orders.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/orders',
      validateSearch: ordersSearch,
      component: lazyRouteComponent(() => import('./OrdersPage.tsx'), 'OrdersPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/order',
      validateSearch: checkSearch,
      component: lazyRouteComponent(() => import('./CheckPage.tsx'), 'CheckPage'),
    }),
  ] as const
