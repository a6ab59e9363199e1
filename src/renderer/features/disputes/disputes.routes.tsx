import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { DisputesPage } from './DisputesPage.tsx'
import { disputesSearch, figuresSearch } from './disputes.search.ts'
import { FiguresPage } from './FiguresPage.tsx'
import { HoldsPage } from './HoldsPage.tsx'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'disputes',
      validateSearch: disputesSearch,
      component: DisputesPage,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'disputes/figures',
      validateSearch: figuresSearch,
      component: FiguresPage,
    }),
    createRoute({ getParentRoute: () => parent, path: 'disputes/holds', component: HoldsPage }),
  ] as const
