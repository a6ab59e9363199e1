import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { PlanChoice } from '../../components/PlanChoice.tsx'

/** The plan that an item is reminded by. */
export const ItemPlan = ({ item }: { item: ItemRow }) =>
  item.open > 0 && item.amount > 0 ? <PlanChoice customerId={item.customerId} itemId={item.id} /> : null
