import type { ChargeEntry, ChargeLine, ChargesOfCustomer } from '../../../main/core/charges/charges.contract.ts'

/** What is left of one kind and invoice; the key tells two of them apart. */
export const keyOf = ({ currency, kind, itemId }: Pick<ChargeLine, 'currency' | 'kind' | 'itemId'>): string =>
  `${currency} ${kind} ${itemId ?? ''}`

export const openLines = ({ lines }: Pick<ChargesOfCustomer, 'lines'>): ChargeLine[] =>
  lines.filter(({ open }) => open > 0)

/** Left to pay by currency; currencies are never added. */
export const openByCurrency = ({ totals }: Pick<ChargesOfCustomer, 'totals'>): [currency: string, open: number][] =>
  [...Map.groupBy(totals, ({ currency }) => currency)].map(([currency, group]) => [
    currency,
    group.reduce((sum, { open }) => sum + open, 0),
  ])

/** What one letter did to charges of one kind is one line, of however many invoices. */
export type EntryLine = { entry: ChargeEntry; amount: number; invoices: number }

export const entryLines = (entries: readonly ChargeEntry[]): EntryLine[] =>
  [
    ...Map.groupBy(entries, ({ id, letterId, day, event, kind, currency }) =>
      letterId === null ? id : `${letterId} ${day} ${event} ${kind} ${currency}`,
    ).values(),
  ].map((group) => ({
    entry: group[0] as ChargeEntry,
    amount: group.reduce((sum, { amount }) => sum + amount, 0),
    invoices: group.filter(({ itemId }) => itemId !== null).length,
  }))
