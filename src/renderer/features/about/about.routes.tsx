import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import type { BookRoute } from '../../app/root.tsx'

const aboutSearch = z.object({ component: z.string().optional().catch(undefined) })

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'about',
      validateSearch: aboutSearch,
      component: lazyRouteComponent(() => import('./AboutPage.tsx'), 'AboutPage'),
    }),
  ] as const
