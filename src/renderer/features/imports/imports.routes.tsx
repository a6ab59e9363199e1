import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { ImportsPage } from './ImportsPage.tsx'
import { importsSearch } from './imports.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'imports',
      validateSearch: importsSearch,
      component: ImportsPage,
    }),
  ] as const
