import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { TodayPage } from './TodayPage.tsx'
import { todaySearch } from './worklist.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({ getParentRoute: () => parent, path: 'today', validateSearch: todaySearch, component: TodayPage }),
  ] as const
