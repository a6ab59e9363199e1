import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { daySchema } from '../../../main/core/kernel/day.ts'
import type { BookRoute } from '../../app/root.tsx'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const revaluationSearch = z.object({ asOf: daySchema.optional().catch(undefined) })

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'receivables/revaluation',
      validateSearch: revaluationSearch,
      component: lazyRouteComponent(() => import('./RevaluationPage.tsx'), 'RevaluationPage'),
    }),
  ] as const
