import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { registersSearch } from './registers.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/registers',
      validateSearch: registersSearch,
      component: lazyRouteComponent(() => import('./RegistersPage.tsx'), 'RegistersPage'),
    }),
  ] as const
