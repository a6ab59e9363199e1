import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { PreferencesPage } from './PreferencesPage.tsx'

export const routes = (parent: BookRoute) =>
  [createRoute({ getParentRoute: () => parent, path: 'preferences', component: PreferencesPage })] as const
