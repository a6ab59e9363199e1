import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { applicationsSearch } from './applications.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/applications',
      validateSearch: applicationsSearch,
      component: lazyRouteComponent(() => import('./ApplicationsPage.tsx'), 'ApplicationsPage'),
    }),
  ] as const
