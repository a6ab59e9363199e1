import type { Proposal } from '../../../main/core/dunning/dunning.contract.ts'

type Skipped = Proposal['skipped'][number]

/** A customer whose ladder has come to its end, with what is open of it. */
export type Finished = {
  customerId: string
  name: string
  code: string
  items: readonly Skipped[]
  sums: { currency: string; open: number }[]
}

const sumsOf = (items: readonly Skipped[]) =>
  [...Map.groupBy(items, ({ currency }) => currency)].map(([currency, own]) => ({
    currency,
    open: own.reduce((sum, { open }) => sum + open, 0),
  }))

/** Customers with items past their last level, the one that owes most first: they wait to be handed over. */
export const finishedOf = (skipped: readonly Skipped[]): Finished[] =>
  [
    ...Map.groupBy(
      skipped.filter(({ reason }) => reason === 'ladder-finished'),
      ({ customerId }) => customerId,
    ),
  ]
    .map(([customerId, items]) => ({
      customerId,
      name: items[0]?.customerName ?? '',
      code: items[0]?.customerCode ?? '',
      items,
      sums: sumsOf(items),
    }))
    .sort((a, b) => (b.sums[0]?.open ?? 0) - (a.sums[0]?.open ?? 0))
