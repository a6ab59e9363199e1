import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { statementShows } from '../../../main/core/statements/statements.contract.ts'
import type { BookRoute } from '../../app/root.tsx'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const statementsSearch = z.object({
  view: z.enum(['made']).optional().catch(undefined),
  show: z.enum(statementShows).optional().catch(undefined),
  segment: z.string().max(60).optional().catch(undefined),
  salesperson: z.string().max(120).optional().catch(undefined),
  run: z.uuid().optional().catch(undefined),
})
export type StatementsSearch = z.infer<typeof statementsSearch>

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'receivables/statements',
      validateSearch: statementsSearch,
      component: lazyRouteComponent(() => import('./StatementsPage.tsx'), 'StatementsPage'),
    }),
  ] as const
