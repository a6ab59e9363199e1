import { api } from '../../api/client.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useT } from '../../app/i18n.ts'
import type { ActionProps } from '../../app/items.ts'
import { undoMatches } from './takeBack.ts'
import { currencyOf } from './useOpen.ts'

/** Matches what a customer has in credit with their oldest debts, at once. */
export const useAllocateOldest = () => {
  const t = useT()
  const { mutate } = useCommand(api.payments.allocateOldest.mutationOptions(), {
    done: ({ matches }) =>
      matches.length > 0 ? t('payments:oldest.done', { count: matches.length }) : t('payments:oldest.nothing'),
    undo: ({ matches }) => undoMatches(matches),
  })
  return ({ target, onClose }: ActionProps) => {
    const currency = currencyOf(target)
    if (target.customer)
      mutate({ customerId: target.customer.id, ...(currency && { currency }) }, { onSuccess: () => onClose(true) })
  }
}
