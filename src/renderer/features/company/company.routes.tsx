import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { companySearch } from './company.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'company',
      validateSearch: companySearch,
      component: lazyRouteComponent(() => import('./CompanyPage.tsx'), 'CompanyPage'),
    }),
  ] as const
