import { createRoute } from '@tanstack/react-router'
import type { BookRoute } from '../../app/root.tsx'
import { handoversSearch, lettersSearch, proposalSearch, wordingsSearch } from './dunning.search.ts'
import { HandoversPage } from './HandoversPage.tsx'
import { LettersPage } from './LettersPage.tsx'
import { PlanPage } from './PlanPage.tsx'
import { ProposalPage } from './ProposalPage.tsx'
import { WordingsPage } from './WordingsPage.tsx'

export const routes = (parent: BookRoute) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning',
      validateSearch: proposalSearch,
      component: ProposalPage,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/letters',
      validateSearch: lettersSearch,
      component: LettersPage,
    }),
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/handovers',
      validateSearch: handoversSearch,
      component: HandoversPage,
    }),
    createRoute({ getParentRoute: () => parent, path: 'dunning/plan', component: PlanPage }),
    createRoute({
      getParentRoute: () => parent,
      path: 'dunning/wordings',
      validateSearch: wordingsSearch,
      component: WordingsPage,
    }),
  ] as const
