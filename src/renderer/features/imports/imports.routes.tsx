import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { importsSearch } from './imports.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'imports',
      validateSearch: importsSearch,
      component: lazyRouteComponent(() => import('./ImportsPage.tsx'), 'ImportsPage'),
    }),
  ] as const
