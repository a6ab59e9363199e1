import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { proofsSearch } from './proofs.search.ts'
import { UnprovedPage } from './UnprovedPage.tsx'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'proofs',
      validateSearch: proofsSearch,
      component: lazyRouteComponent(() => import('./ProofsPage.tsx'), 'ProofsPage'),
    }),
    createRoute({ getParentRoute: () => parent, path: 'proofs/unproved', component: UnprovedPage }),
  ] as const
