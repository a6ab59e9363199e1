import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { disputesSearch, figuresSearch } from './disputes.search.ts'
import { HoldsPage } from './HoldsPage.tsx'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'disputes',
      validateSearch: disputesSearch,
      component: lazyRouteComponent(() => import('./DisputesPage.tsx'), 'DisputesPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'disputes/figures',
      validateSearch: figuresSearch,
      component: lazyRouteComponent(() => import('./FiguresPage.tsx'), 'FiguresPage'),
    }),
    createRoute({ getParentRoute: () => parent, path: 'disputes/holds', component: HoldsPage }),
  ] as const
