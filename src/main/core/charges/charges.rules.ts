import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { ChargeKind } from './charges.contract.ts'

/** What became of the charges of one kind: of one item, or of none. */
export type ChargeSum = {
  currency: string
  kind: ChargeKind
  itemId: string | null
  itemNumber: string | null
  itemDue: Day | null
  /** Kind, number and day of the item's invoice: its instalments share them. */
  invoice: string | null
  /** Nothing is open of the item any more: its charges are all that is left of it. */
  itemSettled: boolean
  claimed: Minor
  paid: Minor
  waived: Minor
  withdrawn: Minor
  /** Claimed less paid, waived and withdrawn; never below zero. */
  open: Minor
}

/**
 * What is left of charges. An indemnity of an invoice that credit notes took back as a whole is withdrawn by that: the
 * invoice was never owed (domain 1.4).
 */
export const sumOf = (told: Omit<ChargeSum, 'open'>, credited: boolean): ChargeSum => {
  const left = Math.max(0, told.claimed - told.paid - told.waived - told.withdrawn)
  return credited ? { ...told, withdrawn: told.withdrawn + left, open: 0 } : { ...told, open: left }
}

// What a payment settles first when the customer said nothing: costs, then the flat sums, interest last (domain 1.6).
const ORDER: readonly ChargeKind[] = ['cost', 'fee', 'indemnity', 'interest']

export type Part = { kind: ChargeKind; itemId: string | null; amount: Minor }

/** Spreads a payment over what is open: costs, fees, indemnities, interest; of each kind the oldest invoice first. */
export const spreadPayment = (sums: readonly ChargeSum[], amount: Minor): { parts: Part[]; left: Minor } => {
  const waiting = sums
    .filter(({ open }) => open > 0)
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        (a.itemDue ?? '').localeCompare(b.itemDue ?? '') ||
        (a.itemNumber ?? '').localeCompare(b.itemNumber ?? ''),
    )
  const parts: Part[] = []
  let left = amount
  for (const { kind, itemId, open } of waiting) {
    const part = Math.min(open, left)
    if (part > 0) parts.push({ kind, itemId, amount: part })
    left -= part
  }
  return { parts, left }
}

/** Parts of the same kind and item as one, so that two of them cannot pass what is open together. */
export const merged = (parts: readonly Part[]): Part[] => [
  ...parts
    .reduce((byKey, part) => {
      const key = `${part.kind} ${part.itemId}`
      const before = byKey.get(key)
      return byKey.set(key, before ? { ...part, amount: before.amount + part.amount } : part)
    }, new Map<string, Part>())
    .values(),
]

/** What a letter adds for one of its items, worked out from the first day late. */
export type ItemCharge = { itemId: string; interest: Minor; indemnity: Minor }

export type LetterCharges = {
  /** What the letter claims beyond what was claimed before; below zero where a payment told later lowers the interest. */
  claims: Part[]
  /** What is left of interest and indemnity after the letter, in the order of the items. */
  items: { interest: Minor; indemnity: Minor }[]
  /** What is left of all letters' fees, this one's included. */
  fees: Minor
  /** What is left of recovery costs, and of charges of invoices that are paid. */
  earlier: Minor
}

/**
 * The charges of one letter: of each of its items the difference to what was claimed before (`sums` are those of its
 * customer and currency), so that a letter made again never charges twice. A level that claims no interest has none in
 * `items`: what is open of earlier letters stays claimed. `withRest` is the one letter of the customer and currency that
 * carries what belongs to no open invoice.
 */
export const letterCharges = (input: {
  items: readonly ItemCharge[]
  claimsInterest: boolean
  sums: readonly ChargeSum[]
  fee: Minor
  withRest: boolean
}): LetterCharges => {
  const { sums, fee, withRest, claimsInterest } = input
  const of = (kind: ChargeKind, itemId: string) => sums.find((sum) => sum.kind === kind && sum.itemId === itemId)
  const claims: Part[] = []
  const claim = (kind: ChargeKind, itemId: string | null, amount: Minor) => {
    if (amount !== 0) claims.push({ kind, itemId, amount })
    return amount
  }
  const items = input.items.map(({ itemId, interest, indemnity }) => {
    const before = of('interest', itemId)
    const open = before?.open ?? 0
    const more = claimsInterest ? Math.max(interest - netOf(before), -open) : 0
    const sum = of('indemnity', itemId)
    return {
      interest: open + claim('interest', itemId, more),
      indemnity: (sum?.open ?? 0) + claim('indemnity', itemId, netOf(sum) > 0 ? 0 : indemnity),
    }
  })
  const own = claim('fee', null, fee)
  const rest = (which: (sum: ChargeSum) => boolean) =>
    withRest ? sums.filter(which).reduce((total, { open }) => total + open, 0) : 0
  return {
    claims,
    items,
    fees: own + rest(({ kind }) => kind === 'fee'),
    earlier: rest(
      ({ kind, itemId, itemSettled }) => kind === 'cost' || (kind !== 'fee' && itemId !== null && itemSettled),
    ),
  }
}

const netOf = (sum: ChargeSum | undefined): Minor => (sum ? sum.claimed - sum.withdrawn : 0)
