import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { LossesPage } from './LossesPage.tsx'
import { lossesSearch } from './losses.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/losses',
      validateSearch: lossesSearch,
      component: LossesPage,
    }),
  ] as const
