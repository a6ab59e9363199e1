import { type Day, daysBetween } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { itemKinds } from '../receivables/receivables.contract.ts'

type ItemKind = (typeof itemKinds)[number]

/** A movement as a file tells it, or as the book holds it from another hand: the bank, an electronic invoice, the keyboard. */
export type ToldItem = {
  id: string
  customer_id: string
  kind: ItemKind
  number: string
  booked: Day
  currency: string
  amount: Minor
}

/** A file's item that the book knows already; `difference` is what the file says more than the book, of a document. */
export type ToldAgain = { told: ToldItem; itemId: string; difference: Minor }

/** Days between the bank's or the controller's day and the ledger's. Notes and differences are booked with the month. */
const NEAR: Partial<Record<ItemKind, number>> = { payment: 5, credit_note: 31, adjustment: 31 }

const documentKey = ({ customer_id, kind, number, currency }: ToldItem): string =>
  [customer_id, kind, number.trim().toLowerCase(), currency].join('\u0001')
const amountKey = ({ customer_id, kind, currency, amount }: ToldItem): string =>
  [customer_id, kind, currency, amount].join('\u0001')

/**
 * Finds the movements of a ledger that the book got from elsewhere before, so that nothing counts twice: an invoice or
 * credit note by its customer and number (its instalments in the book make one document of the ledger), a payment or a
 * difference by its customer, amount and nearest day. What the book holds is recognised once.
 */
export const toldAgain = (told: readonly ToldItem[], held: readonly ToldItem[]): ToldAgain[] => {
  const documents = Map.groupBy(
    held.filter(({ kind }) => kind === 'invoice' || kind === 'credit_note'),
    documentKey,
  )
  const byAmount = Map.groupBy(held, amountKey)
  const taken = new Set<string>()
  const found: ToldAgain[] = []
  // By number first: what is left is looked for by amount.
  const rest = told.filter((item) => {
    const parts = documents.get(documentKey(item))
    const first = parts?.[0]
    if (!parts || !first || taken.has(first.id)) return true
    for (const { id } of parts) taken.add(id)
    found.push({
      told: item,
      itemId: first.id,
      difference: item.amount - parts.reduce((sum, { amount }) => sum + amount, 0),
    })
    return false
  })
  for (const item of rest) {
    const within = NEAR[item.kind]
    if (within === undefined) continue
    const away = ({ booked }: ToldItem) => Math.abs(daysBetween(booked, item.booked))
    const nearest = (byAmount.get(amountKey(item)) ?? [])
      .filter((one) => !taken.has(one.id) && away(one) <= within)
      .reduce<ToldItem | null>((best, one) => (best && away(best) <= away(one) ? best : one), null)
    if (!nearest) continue
    taken.add(nearest.id)
    found.push({ told: item, itemId: nearest.id, difference: 0 })
  }
  return found
}
