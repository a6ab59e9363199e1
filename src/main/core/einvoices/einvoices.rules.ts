import { type Day, maxDay } from '../kernel/day.ts'
import { type Minor, splitMinor } from '../kernel/money.ts'
import type { EInvoice, InvoiceParty } from './einvoice.model.ts'

/** One item for each instalment: amounts above zero that add up to what the document claims. */
export type Claim = { due: Day | null; amount: Minor }

/**
 * What a document claims (gross, by instalment) and what of it was paid in advance, so that claims less advance is what
 * is left to pay (EN 16931, BT-115). The advance lies on the first instalments. A due date that the document does not
 * say is null.
 */
export const claimsOf = ({
  gross,
  payable,
  instalments,
}: Pick<EInvoice, 'gross' | 'payable' | 'instalments'>): { claims: Claim[]; advance: Minor } => {
  const total = Math.max(gross, payable)
  const advance = total - payable
  if (total <= 0) return { claims: [], advance: 0 }
  if (instalments.length < 2 || payable <= 0)
    return { claims: [{ due: instalments[0]?.due ?? null, amount: total }], advance }
  const parts = partsOf(instalments, payable)
  // The instalments split what is left to pay: what was paid in advance is added to the first.
  const claims = instalments.map(({ due }, i) => ({ due, amount: (parts[i] ?? 0) + (i === 0 ? advance : 0) }))
  return { claims: claims.filter(({ amount }) => amount > 0), advance }
}

const partsOf = (instalments: EInvoice['instalments'], payable: Minor): Minor[] => {
  const told = instalments.map(({ amount }) => amount ?? 0)
  const sum = told.reduce((total, amount) => total + amount, 0)
  if (instalments.every(({ amount }) => amount !== null) && sum === payable) return told
  const weights = sum > 0 && instalments.every(({ amount }) => amount !== null) ? told : told.map(() => 1)
  return payable > 0 ? splitMinor(payable, weights) : told.map(() => 0)
}

/** The last day of a document's instalments: until then nothing of an item that cannot be split is late. */
export const lastDue = (instalments: EInvoice['instalments']): Day | null =>
  instalments.reduce<Day | null>((last, { due }) => (last === null ? due : maxDay(last, due)), null)

type Identity = Pick<InvoiceParty, 'siren' | 'vatNumber'>

const agree = (ours: string, theirs: string): boolean | null => (ours && theirs ? ours === theirs : null)

/** Whether another company issued the invoice: an identifier that both have differs, and none agrees. */
export const isOthers = (company: Identity, { seller, buyer }: { seller: Identity; buyer: Identity }): boolean => {
  const seen = [agree(company.siren, seller.siren), agree(company.vatNumber, seller.vatNumber)]
  if (seen.includes(true)) return false
  return seen.includes(false) || agree(company.siren, buyer.siren) === true
}
