import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { CompanyPage } from './CompanyPage.tsx'
import { companySearch } from './company.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'company',
      validateSearch: companySearch,
      component: CompanyPage,
    }),
  ] as const
