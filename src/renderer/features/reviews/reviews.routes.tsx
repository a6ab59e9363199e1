import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { QueuePage } from './QueuePage.tsx'
import { ReviewPage } from './ReviewPage.tsx'
import { queueSearch, reviewsSearch } from './reviews.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({ getParentRoute: () => parent, path: 'credit', validateSearch: queueSearch, component: QueuePage }),
    createRoute({
      getParentRoute: () => parent,
      path: 'credit/reviews',
      validateSearch: reviewsSearch,
      component: lazyRouteComponent(() => import('./ReviewsPage.tsx'), 'ReviewsPage'),
    }),
    createRoute({ getParentRoute: () => parent, path: 'credit/reviews/$id', component: ReviewPage }),
  ] as const
