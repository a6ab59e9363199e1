import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { figuresSearch } from './figures.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'figures/key',
      validateSearch: figuresSearch,
      component: lazyRouteComponent(() => import('./FiguresPage.tsx'), 'FiguresPage'),
    }),
  ] as const
