import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { PolicyPage } from './PolicyPage.tsx'

export const routes = (parent: BookRoute) =>
  [createRoute({ getParentRoute: () => parent, path: 'policy', component: PolicyPage })] as const
