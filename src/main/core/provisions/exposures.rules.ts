import type { Day } from '../kernel/day.ts'
import { type Minor, parseDecimal, roundHalfUp } from '../kernel/money.ts'
import { taxWithin } from '../payments/matching.rules.ts'
import { type InvoiceTax, taxOf } from '../writeoffs/writeoffs.rules.ts'

/** An open debt, in the company's currency. */
export type Debt = {
  itemId: string
  customerId: string
  segment: string
  due: Day
  open: Minor
  /** Of its electronic invoice. */
  invoiceTax: InvoiceTax
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
  gross: Minor
  credits: Minor
  tax: Minor
  taxSource: 'invoice' | 'rate' | 'abroad'
  insured: Minor
  base: Minor
}

const taxIn = (debt: Debt, amount: Minor, taxRate: string): Pick<Exposure, 'tax' | 'taxSource'> => {
  if (debt.invoiceTax)
    return { tax: Math.min(amount, taxOf(amount, debt.invoiceTax, null).tax ?? 0), taxSource: 'invoice' }
  return debt.abroad ? { tax: 0, taxSource: 'abroad' } : { tax: taxWithin(amount, taxRate), taxSource: 'rate' }
}

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
  const exposures = debts
    .toSorted((a, b) => (a.due === b.due ? (a.itemId < b.itemId ? -1 : 1) : a.due < b.due ? -1 : 1))
    .map((debt): Exposure => {
      const held = left.get(debt.customerId) ?? 0
      const taken = Math.min(held, debt.open)
      if (taken > 0) left.set(debt.customerId, held - taken)
      const owed = debt.open - taken
      const { tax, taxSource } = taxIn(debt, owed, taxRate)
      const insured = debt.cover ? insuredPart(owed, owed - tax, debt.cover, covered) : 0
      return {
        itemId: debt.itemId,
        customerId: debt.customerId,
        segment: debt.segment,
        due: debt.due,
        gross: debt.open,
        credits: taken,
        tax,
        taxSource,
        insured,
        base: owed - tax - insured,
      }
    })
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
