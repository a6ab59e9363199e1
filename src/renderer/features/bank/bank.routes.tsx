import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { matchingSearch, payersSearch } from './bank.search.ts'
import { MatchingPage } from './MatchingPage.tsx'
import { PayersPage } from './PayersPage.tsx'
import { StatementsPage } from './StatementsPage.tsx'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'bank',
      validateSearch: matchingSearch,
      component: MatchingPage,
    }),
    createRoute({ getParentRoute: () => parent, path: 'bank/statements', component: StatementsPage }),
    createRoute({
      getParentRoute: () => parent,
      path: 'bank/payers',
      validateSearch: payersSearch,
      component: PayersPage,
    }),
  ] as const
