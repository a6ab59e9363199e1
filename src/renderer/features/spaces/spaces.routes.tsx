import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { spaceStates } from '../../../main/core/spaces/spaces.contract.ts'
import type { BookRoute } from '../../app/root.tsx'

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const spacesSearch = z.object({
  view: z.enum(['new']).optional().catch(undefined),
  show: z.enum(spaceStates).optional().catch(undefined),
  q: z.string().max(100).optional().catch(undefined),
  id: z.uuid().optional().catch(undefined),
})
export type SpacesSearch = z.infer<typeof spacesSearch>

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'receivables/spaces',
      validateSearch: spacesSearch,
      component: lazyRouteComponent(() => import('./SpacesPage.tsx'), 'SpacesPage'),
    }),
  ] as const
