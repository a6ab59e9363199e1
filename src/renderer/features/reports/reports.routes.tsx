import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { reportsSearch } from './reports.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'figures/report',
      validateSearch: reportsSearch,
      component: lazyRouteComponent(() => import('./ReportPage.tsx'), 'ReportPage'),
    }),
  ] as const
