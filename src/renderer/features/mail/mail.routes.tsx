import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { MailSettingsPage } from './MailSettingsPage.tsx'
import { outboxSearch } from './mail.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/outbox',
      validateSearch: outboxSearch,
      component: lazyRouteComponent(() => import('./OutboxPage.tsx'), 'OutboxPage'),
    }),
    createRoute({ getParentRoute: () => parent, path: 'mail/settings', component: MailSettingsPage }),
  ] as const
