import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { handoversSearch, lettersSearch, plansSearch, proposalSearch, wordingsSearch } from './dunning.search.ts'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning',
      validateSearch: proposalSearch,
      component: lazyRouteComponent(() => import('./ProposalPage.tsx'), 'ProposalPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/letters',
      validateSearch: lettersSearch,
      component: lazyRouteComponent(() => import('./LettersPage.tsx'), 'LettersPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/handovers',
      validateSearch: handoversSearch,
      component: lazyRouteComponent(() => import('./HandoversPage.tsx'), 'HandoversPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/plan',
      validateSearch: plansSearch,
      component: lazyRouteComponent(() => import('./PlansPage.tsx'), 'PlansPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/wordings',
      validateSearch: wordingsSearch,
      component: lazyRouteComponent(() => import('./wordings/WordingsPage.tsx'), 'WordingsPage'),
    }),
  ] as const
