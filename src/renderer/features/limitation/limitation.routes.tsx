import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { limitationSearch } from './limitation.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/limitation',
      validateSearch: limitationSearch,
      component: lazyRouteComponent(() => import('./LimitationPage.tsx'), 'LimitationPage'),
    }),
  ] as const
