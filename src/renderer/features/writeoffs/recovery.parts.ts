import type { Minor } from '../../../main/core/kernel/money.ts'
import type { WriteOff } from '../../../main/core/writeoffs/writeoffs.schema.ts'

/** An amount spread over what is still written off, the oldest first. */
export const partsUpTo = (items: WriteOff['items'], amount: Minor): { itemId: string; amount: Minor }[] => {
  let left = amount
  return items.flatMap((item) => {
    const part = Math.min(item.amount - item.recovered, left)
    left -= part
    return part > 0 ? [{ itemId: item.itemId, amount: part }] : []
  })
}
