import type { Minor } from '../../../main/core/kernel/money.ts'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import type { ActionTarget } from '../../app/items.ts'

/** What actions work on: the items, and the one customer they belong to. */
export const targetOf = (items: readonly ItemRow[]): ActionTarget => {
  const [first] = items
  const one = first && items.every(({ customerId }) => customerId === first.customerId)
  return { customer: one ? { id: first.customerId, name: first.customerName } : null, items }
}

/** What is open of items, by currency; signed. */
export const sumsOf = (items: readonly ItemRow[]): { currency: string; open: Minor }[] =>
  [...Map.groupBy(items, ({ currency }) => currency)].map(([currency, rows]) => ({
    currency,
    open: rows.reduce((sum, { open }) => sum + open, 0),
  }))
