import { useQuery } from '@tanstack/react-query'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'

/** The number of the movement that took a receipt back: it is matched with the receipt. */
export const useBounceNumber = (item: ItemRow, bouncedById: string | null): string | undefined =>
  useQuery({
    ...api.payments.matches.queryOptions({ input: { itemId: item.id } }),
    enabled: bouncedById !== null,
  }).data?.matches.find(({ otherId }) => otherId === bouncedById)?.otherNumber
