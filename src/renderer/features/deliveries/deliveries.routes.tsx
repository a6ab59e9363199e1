import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { delaysSearch, deliveriesSearch } from './deliveries.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'proofs/deliveries',
      validateSearch: deliveriesSearch,
      component: lazyRouteComponent(() => import('./DeliveriesPage.tsx'), 'DeliveriesPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'proofs/delays',
      validateSearch: delaysSearch,
      component: lazyRouteComponent(() => import('./DelaysPage.tsx'), 'DelaysPage'),
    }),
  ] as const
