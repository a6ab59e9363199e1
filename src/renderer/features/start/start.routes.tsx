import { createRoute } from '@tanstack/react-router'
import type { RootRoute } from '../../app/root.tsx'
import { StartPage } from './StartPage.tsx'

export const routes = (parent: RootRoute) => [
  createRoute({ getParentRoute: () => parent, path: '/', component: StartPage }),
]
