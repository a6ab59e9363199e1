import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { forecastsSearch } from './forecasts.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'figures/forecast',
      validateSearch: forecastsSearch,
      component: lazyRouteComponent(() => import('./ForecastPage.tsx'), 'ForecastPage'),
    }),
  ] as const
