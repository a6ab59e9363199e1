import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { matchingSearch, payersSearch } from './bank.search.ts'
import { StatementsPage } from './StatementsPage.tsx'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'bank',
      validateSearch: matchingSearch,
      component: lazyRouteComponent(() => import('./MatchingPage.tsx'), 'MatchingPage'),
    }),
    createRoute({ getParentRoute: () => parent, path: 'bank/statements', component: StatementsPage }),
    createRoute({
      getParentRoute: () => parent,
      path: 'bank/payers',
      validateSearch: payersSearch,
      component: lazyRouteComponent(() => import('./PayersPage.tsx'), 'PayersPage'),
    }),
  ] as const
