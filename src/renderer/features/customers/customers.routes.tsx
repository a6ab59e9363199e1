import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { CustomersPage } from './CustomersPage.tsx'

export const routes = (parent: BookRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/customers', component: CustomersPage }),
  createRoute({ getParentRoute: () => parent, path: '/customers/$id', component: CustomersPage }),
]
