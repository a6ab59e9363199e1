import type { FeatureItems } from '../../app/items.ts'
import { ItemFacts } from './ItemFacts.tsx'
import { ItemHold } from './ItemHold.tsx'

export const receivablesItems: FeatureItems = {
  sections: [
    { id: 'facts', Section: ItemFacts },
    { id: 'hold', Section: ItemHold },
  ],
  actions: [],
}
