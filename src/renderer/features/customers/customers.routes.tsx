import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { CustomerPage } from './CustomerPage.tsx'
import { CustomersPage } from './CustomersPage.tsx'
import { customerSearch, customersSearch } from './customers.search.ts'
import { DuplicatesPage } from './duplicates/DuplicatesPage.tsx'
import { NewCustomerPage } from './form/NewCustomerPage.tsx'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'customers',
      validateSearch: customersSearch,
      component: CustomersPage,
    }),
    createRoute({ getParentRoute: () => parent, path: 'customers/new', component: NewCustomerPage }),
    createRoute({ getParentRoute: () => parent, path: 'customers/duplicates', component: DuplicatesPage }),
    createRoute({
      getParentRoute: () => parent,
      path: 'customers/$id',
      validateSearch: customerSearch,
      component: CustomerPage,
    }),
  ] as const
