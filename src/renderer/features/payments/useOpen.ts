import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ItemRow } from '../../../main/core/receivables/receivables.contract.ts'
import { api } from '../../api/client.ts'
import type { ActionTarget } from '../../app/items.ts'
import type { Line } from './split.ts'

/** More than a customer has open; the rest is settled oldest first, which needs no list. */
const MOST = 1000

export const lineOf = ({ id, number, due, open }: ItemRow): Line => ({ id, number, due, open: Math.abs(open) })

/** What a customer has open today in a currency, the oldest first, and the currencies it has items in. */
export const useOpen = (target: ActionTarget, currency: string) => {
  const customerId = target.customer?.id ?? ''
  const { data } = useQuery({
    ...api.receivables.items.queryOptions({ input: { customerId, show: 'open', sort: 'due', limit: MOST } }),
    enabled: customerId !== '',
  })
  return useMemo(() => {
    const items = (data?.items ?? []).filter((item) => item.currency === currency)
    return {
      ready: data !== undefined,
      debits: items.filter(({ open }) => open > 0).map(lineOf),
      credits: items.filter(({ open }) => open < 0).map(lineOf),
      currencies: [...new Set([currency, ...(data?.sums ?? []).map((sum) => sum.currency)])],
    }
  }, [data, currency])
}

/** The one currency of what is ticked; null when there is none, or several. */
export const currencyOf = ({ items }: ActionTarget): string | null => {
  const [first] = items
  return first && items.every(({ currency }) => currency === first.currency) ? first.currency : null
}

export const idsOf = ({ items }: ActionTarget): ReadonlySet<string> => new Set(items.map(({ id }) => id))

/** Those of the lines that are ticked. */
export const tickedOf = (lines: readonly Line[], ids: ReadonlySet<string>): Line[] =>
  lines.filter(({ id }) => ids.has(id))
