import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { lossesSearch } from './losses.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/losses',
      validateSearch: lossesSearch,
      component: lazyRouteComponent(() => import('./LossesPage.tsx'), 'LossesPage'),
    }),
  ] as const
