import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { AgedPage } from './AgedPage.tsx'
import { ItemsPage } from './ItemsPage.tsx'
import { agedSearch, itemsSearch } from './receivables.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'receivables',
      validateSearch: itemsSearch,
      component: ItemsPage,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'receivables/aged',
      validateSearch: agedSearch,
      component: AgedPage,
    }),
  ] as const
