import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { ClaimsPage } from './claims/ClaimsPage.tsx'
import { ExposurePage } from './exposure/ExposurePage.tsx'
import { GroupsPage } from './groups/GroupsPage.tsx'
import { claimsSearch, exposureSearch, groupsSearch } from './limits.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/exposure',
      validateSearch: exposureSearch,
      component: ExposurePage,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/groups',
      validateSearch: groupsSearch,
      component: GroupsPage,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/claims',
      validateSearch: claimsSearch,
      component: ClaimsPage,
    }),
  ] as const
