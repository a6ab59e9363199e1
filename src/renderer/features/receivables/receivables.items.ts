import type { FeatureItems } from '../../app/items.ts'
import { ItemFacts } from './ItemFacts.tsx'
import { ItemHold } from './ItemHold.tsx'

export const receivablesItems: FeatureItems = {
  sections: [
    { id: 'facts', order: 10, Section: ItemFacts },
    { id: 'hold', order: 90, Section: ItemHold },
  ],
  actions: [],
}
