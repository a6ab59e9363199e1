import { useQueryClient } from '@tanstack/react-query'
import type { BankProposal } from '../../../main/core/bank/bank.contract.ts'
import type { Minor } from '../../../main/core/kernel/money.ts'
import { api } from '../../api/client.ts'
import type { NamedCustomer } from '../../components/CustomerInput.tsx'
import { type OpenItem, placedOldest, type RestChoice, rowOf, type SplitPart, type SplitRow } from './split.draft.ts'

const placedFirst = (rows: readonly SplitRow[]): SplitRow[] =>
  rows.toSorted((a, b) => Number(a.placed === null) - Number(b.placed === null))

/** Parts of a split by hand, made from what a customer owes in the currency of the line. */
export const useOpenItems = (currency: string) => {
  const queries = useQueryClient()
  const itemsOf = async (customerId: string): Promise<OpenItem[]> => {
    const input = { customerId, currency, show: 'open', sort: 'due', limit: 1000 } as const
    const { items } = await queries.fetchQuery(api.receivables.items.queryOptions({ input }))
    return items.filter(({ open }) => open > 0).map(({ id, number, due, open }) => ({ itemId: id, number, due, open }))
  }
  return {
    /** An amount on what a customer owes; nothing placed yet when there is none. */
    ofCustomer: async ({ id, name }: NamedCustomer, amount: Minor): Promise<SplitPart> => ({
      customerId: id,
      customerName: name,
      rows: placedFirst(placedOldest(await itemsOf(id), amount)),
    }),
    /** What a candidate places, to be changed by hand. */
    ofProposal: async ({ customerId, customerName, items, credits }: BankProposal): Promise<SplitPart> => {
      const placed = new Map([
        ...items.map(({ itemId, amount }) => [itemId, amount] as const),
        ...credits.map(({ itemId, amount }) => [itemId, -amount] as const),
      ])
      const rests = new Map<string, RestChoice>([
        ...items.filter(({ discount }) => discount > 0).map(({ itemId }) => [itemId, 'discount'] as const),
        ...items.filter(({ writeOff }) => writeOff > 0).map(({ itemId }) => [itemId, 'writeOff'] as const),
      ])
      const rows = (await itemsOf(customerId)).map((item) => ({
        ...rowOf(item, placed.get(item.itemId) ?? null),
        rest: rests.get(item.itemId) ?? ('open' as const),
      }))
      return { customerId, customerName, rows: placedFirst(rows) }
    },
  }
}
