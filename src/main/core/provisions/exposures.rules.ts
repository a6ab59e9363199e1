import type { Day } from '../kernel/day.ts'
import { type Minor, parseDecimal, roundHalfUp } from '../kernel/money.ts'
import { taxAt, taxWithin } from '../payments/matching.rules.ts'
import { type InvoiceTax, taxOf } from '../writeoffs/writeoffs.rules.ts'
import type { TaxSource } from './provisions.schema.ts'

/** An open debt, in the company's currency. */
export type Debt = {
  itemId: string
  customerId: string
  segment: string
  due: Day
  /** The ledger's. */
  account: string
  open: Minor
  /** Of its electronic invoice. */
  invoiceTax: InvoiceTax
  /** Percent, told when a part of it was written off. */
  knownRate: string | null
  /** Its customer is of another country: sold without VAT unless its electronic invoice says otherwise. */
  abroad: boolean
  /** `most`: of the cover, for all its invoices together, VAT included; share in percent. */
  cover: { id: string; share: string; most: Minor } | null
}

/** Gross less credits less VAT less the insured part is the base. */
export type Exposure = {
  itemId: string
  customerId: string
  segment: string
  due: Day
  account: string
  /** The ledger holds it in 416 already. */
  inLedger: boolean
  gross: Minor
  credits: Minor
  tax: Minor
  taxSource: TaxSource
  insured: Minor
  base: Minor
}

/** The VAT within what is owed of a debt, by the best that the book knows; `atRate`: of what it knows nothing of. */
const taxIn = (debt: Debt, amount: Minor, atRate: (amount: Minor) => Minor): [tax: Minor, source: TaxSource] => {
  if (debt.invoiceTax) return [Math.min(amount, taxOf(amount, debt.invoiceTax, null).tax ?? 0), 'invoice']
  if (debt.knownRate !== null) return [taxWithin(amount, debt.knownRate), 'writeoff']
  return debt.abroad ? [0, 'abroad'] : [atRate(amount), 'rate']
}

const oldestFirst = (a: Debt, b: Debt): number =>
  a.due === b.due ? (a.itemId < b.itemId ? -1 : 1) : a.due < b.due ? -1 : 1

/**
 * What may be lost of each debt: credits of the same customer pay its oldest debts, VAT is recovered, the insurer bears its
 * share up to the ceiling of the cover, the oldest first.
 * @param credits by customer, above zero
 */
export const exposuresOf = (
  debts: readonly Debt[],
  credits: ReadonlyMap<string, Minor>,
  taxRate: string,
): { exposures: Exposure[]; creditsLeft: Minor } => {
  const left = new Map(credits)
  const covered = new Map<string, Minor>()
  const atRate = taxAt(taxRate)
  const exposureOf = (debt: Debt): Exposure => {
    const held = left.get(debt.customerId) ?? 0
    const taken = Math.min(held, debt.open)
    if (taken > 0) left.set(debt.customerId, held - taken)
    const owed = debt.open - taken
    const [tax, taxSource] = taxIn(debt, owed, atRate)
    const insured = debt.cover ? insuredPart(owed, owed - tax, debt.cover, covered) : 0
    return {
      itemId: debt.itemId,
      customerId: debt.customerId,
      segment: debt.segment,
      due: debt.due,
      account: debt.account,
      inLedger: debt.account.startsWith('416'),
      gross: debt.open,
      credits: taken,
      tax,
      taxSource,
      insured,
      base: owed - tax - insured,
    }
  }
  // Only what shares credits or a cover waits for its turn: of a whole book that is little to put in order.
  const shares = (debt: Debt) => debt.cover !== null || left.has(debt.customerId)
  const exposures: Exposure[] = []
  for (const debt of debts.filter(shares).sort(oldestFirst)) exposures.push(exposureOf(debt))
  for (const debt of debts) if (!shares(debt)) exposures.push(exposureOf(debt))
  return { exposures, creditsLeft: [...left.values()].reduce((sum, credit) => sum + credit, 0) }
}

/** The insurer's share of what is left without VAT, as far as the ceiling of the cover reaches. */
const insuredPart = (
  owed: Minor,
  net: Minor,
  { id, share, most }: NonNullable<Debt['cover']>,
  covered: Map<string, Minor>,
): Minor => {
  const used = covered.get(id) ?? 0
  const within = Math.min(owed, Math.max(0, most - used))
  const percent = parseDecimal(share)
  if (within <= 0 || owed <= 0 || !percent) return 0
  covered.set(id, used + within)
  const part = BigInt(within) * BigInt(net) * percent.units
  return Math.min(net, roundHalfUp(part, BigInt(owed) * 100n * 10n ** BigInt(percent.scale)))
}
