import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import type { BookRoute } from '../../app/root.tsx'
import { type HelpTopic, helpTopics } from './help.topics.ts'

const ids = helpTopics.map(({ id }) => id) as [HelpTopic, ...HelpTopic[]]
const helpSearch = z.object({ topic: z.enum(ids).default('begin').catch('begin') })

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'help',
      validateSearch: helpSearch,
      component: lazyRouteComponent(() => import('./HelpPage.tsx'), 'HelpPage'),
    }),
  ] as const
