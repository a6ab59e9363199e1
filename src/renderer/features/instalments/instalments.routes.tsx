import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import type { BookRoute } from '../../app/root.tsx'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const plansSearch = z.object({ show: z.enum(['all']).optional().catch(undefined) })

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'receivables/plans',
      validateSearch: plansSearch,
      component: lazyRouteComponent(() => import('./PlansPage.tsx'), 'PlansPage'),
    }),
  ] as const
