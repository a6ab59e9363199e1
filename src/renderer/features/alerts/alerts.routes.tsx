import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { alertsSearch } from './alerts.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/alerts',
      validateSearch: alertsSearch,
      component: lazyRouteComponent(() => import('./AlertsPage.tsx'), 'AlertsPage'),
    }),
  ] as const
