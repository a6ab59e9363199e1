import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { AlertsPage } from './AlertsPage.tsx'
import { alertsSearch } from './alerts.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/alerts',
      validateSearch: alertsSearch,
      component: AlertsPage,
    }),
  ] as const
