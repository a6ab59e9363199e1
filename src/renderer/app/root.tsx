import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { api } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import { NotFound } from './NotFound.tsx'
import { Shell } from './shell/Shell.tsx'

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

/** Parent of every screen that needs an open book; draws the frame around them. */
export const bookRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'book',
  beforeLoad: async () => {
    const { book } = await queryClient.ensureQueryData(api.book.current.queryOptions({ input: {} }))
    if (!book) throw redirect({ to: '/' })
  },
  component: Shell,
})

export type RootRoute = typeof rootRoute
export type BookRoute = typeof bookRoute
