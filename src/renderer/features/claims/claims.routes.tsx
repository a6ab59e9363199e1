import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { claimSearch } from './claims.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/handovers/$id',
      validateSearch: claimSearch,
      component: lazyRouteComponent(() => import('./ClaimPage.tsx'), 'ClaimPage'),
    }),
  ] as const
