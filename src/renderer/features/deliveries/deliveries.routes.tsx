import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { DelaysPage } from './DelaysPage.tsx'
import { DeliveriesPage } from './DeliveriesPage.tsx'
import { delaysSearch, deliveriesSearch } from './deliveries.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'proofs/deliveries',
      validateSearch: deliveriesSearch,
      component: DeliveriesPage,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'proofs/delays',
      validateSearch: delaysSearch,
      component: DelaysPage,
    }),
  ] as const
