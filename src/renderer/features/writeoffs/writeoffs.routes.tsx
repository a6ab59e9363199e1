import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { writeOffsSearch } from './writeoffs.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/write-offs',
      validateSearch: writeOffsSearch,
      component: lazyRouteComponent(() => import('./WriteOffsPage.tsx'), 'WriteOffsPage'),
    }),
  ] as const
