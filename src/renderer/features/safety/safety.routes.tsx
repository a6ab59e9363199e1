import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { safetySearch } from './safety.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'safety',
      validateSearch: safetySearch,
      component: lazyRouteComponent(() => import('./SafetyPage.tsx'), 'SafetyPage'),
    }),
  ] as const
