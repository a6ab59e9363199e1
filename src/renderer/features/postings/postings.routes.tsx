import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { postingsSearch } from './postings.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/registered',
      validateSearch: postingsSearch,
      component: lazyRouteComponent(() => import('./PostingsPage.tsx'), 'PostingsPage'),
    }),
  ] as const
