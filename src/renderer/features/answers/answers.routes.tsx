import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { answerStates } from '../../../main/core/answers/answers.contract.ts'
import type { BookRoute } from '../../app/root.tsx'

export const answerShows = ['all', ...answerStates] as const

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
const answersSearch = z.object({
  show: z.enum(answerShows).optional().catch(undefined),
  q: z.string().max(100).optional().catch(undefined),
  id: z.uuid().optional().catch(undefined),
})
export type AnswersSearch = z.infer<typeof answersSearch>

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'receivables/answers',
      validateSearch: answersSearch,
      component: lazyRouteComponent(() => import('./AnswersPage.tsx'), 'AnswersPage'),
    }),
  ] as const
