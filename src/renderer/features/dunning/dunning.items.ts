import type { FeatureItems } from '../../app/items.ts'
import { ItemPlan } from './ItemPlan.tsx'

export const dunningItems: FeatureItems = { sections: [{ id: 'plan', order: 85, Section: ItemPlan }], actions: [] }
