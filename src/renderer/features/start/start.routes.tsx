import { createRoute, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { api } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import { firstScreen } from '../../app/firstScreen.ts'
import type { RootRoute } from '../../app/root.tsx'
import { StartPage } from './StartPage.tsx'

/** The desktop program starts the page afresh with the file chosen in its dialog. */
const search = z.object({
  open: z.string().optional().catch(undefined),
  create: z.string().optional().catch(undefined),
})

export const routes = (parent: RootRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/',
    validateSearch: search,
    beforeLoad: async ({ search: { open, create } }) => {
      if (open || create) return
      const { book } = await queryClient.ensureQueryData(api.book.current.queryOptions({ input: {} }))
      if (book) throw redirect({ to: await firstScreen() })
    },
    component: StartPage,
  }),
]
