import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { provisionsSearch } from './provisions.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'figures/provisions',
      validateSearch: provisionsSearch,
      component: lazyRouteComponent(() => import('./ProvisionsPage.tsx'), 'ProvisionsPage'),
    }),
  ] as const
