import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { dashboardSearch } from './dashboard.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'figures',
      validateSearch: dashboardSearch,
      component: lazyRouteComponent(() => import('./BoardPage.tsx'), 'BoardPage'),
    }),
  ] as const
