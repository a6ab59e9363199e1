import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { confirmationStates } from '../../../main/core/confirmations/confirmations.contract.ts'
import type { BookRoute } from '../../app/root.tsx'

export const letterShows = ['all', ...confirmationStates, 'late'] as const

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const roundSearch = z.object({
  show: z.enum(letterShows).optional().catch(undefined),
  letter: z.uuid().optional().catch(undefined),
})

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'receivables/confirmations',
      component: lazyRouteComponent(() => import('./RoundsPage.tsx'), 'RoundsPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'receivables/confirmations/new',
      component: lazyRouteComponent(() => import('./NewRoundPage.tsx'), 'NewRoundPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'receivables/confirmations/$id',
      validateSearch: roundSearch,
      component: lazyRouteComponent(() => import('./RoundPage.tsx'), 'RoundPage'),
    }),
  ] as const
