import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { claimsSearch, exposureSearch, groupsSearch } from './limits.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/exposure',
      validateSearch: exposureSearch,
      component: lazyRouteComponent(() => import('./exposure/ExposurePage.tsx'), 'ExposurePage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/groups',
      validateSearch: groupsSearch,
      component: lazyRouteComponent(() => import('./groups/GroupsPage.tsx'), 'GroupsPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/claims',
      validateSearch: claimsSearch,
      component: lazyRouteComponent(() => import('./claims/ClaimsPage.tsx'), 'ClaimsPage'),
    }),
  ] as const
