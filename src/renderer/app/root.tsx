import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { api } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import { NotFound } from './NotFound.tsx'
import { Gate } from './people/Gate.tsx'
import { peopleState } from './people/usePeople.ts'

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

/** Parent of every screen that needs an open book; draws the frame around them. */
export const bookRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'book',
  beforeLoad: async () => {
    const { book } = await queryClient.ensureQueryData(api.book.current.queryOptions({ input: {} }))
    if (!book) throw redirect({ to: '/' })
    await queryClient.ensureQueryData(peopleState)
  },
  component: Gate,
})

export type RootRoute = typeof rootRoute
export type BookRoute = typeof bookRoute
