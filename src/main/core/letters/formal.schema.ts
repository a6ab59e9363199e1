import { z } from 'zod'

/**
 * The elements of a solid formal notice, in the order in which a judge looks for them. No list is compulsory in law
 * (C. civ. 1344 asks for “sufficient summons”): what names the parties, asks for payment by a day and says where to
 * pay is taken as indispensable, the rest as what makes the notice stand.
 */
export const formalElements = [
  'title',
  'sender-name',
  'sender-address',
  'sender-form',
  'sender-number',
  'signatory',
  'debtor-name',
  'debtor-address',
  'debtor-number',
  'debtor-representative',
  'invoices',
  'orders',
  'sums',
  'charges',
  'order-to-pay',
  'deadline',
  'deadline-length',
  'iban',
  'consequences',
  'law',
  'earlier-letters',
  'enclosures',
  'amicable',
] as const

export const elementCheckSchema = z.object({
  element: z.enum(formalElements),
  /** `to-check`: only a person can say whether it is as it should be. */
  state: z.enum(['present', 'missing', 'to-check']),
  /** Without it a notice must not leave. */
  blocks: z.boolean(),
  /** Where what is missing is filled in. */
  at: z.enum(['company', 'bank', 'customer', 'plan', 'wording', 'proofs']),
})
export type ElementCheck = z.infer<typeof elementCheckSchema>
export type FormalElement = ElementCheck['element']

/** Where each element is filled in, as a rule. */
export const PLACES: Record<FormalElement, ElementCheck['at']> = {
  title: 'wording',
  'sender-name': 'company',
  'sender-address': 'company',
  'sender-form': 'company',
  'sender-number': 'company',
  signatory: 'company',
  'debtor-name': 'customer',
  'debtor-address': 'customer',
  'debtor-number': 'customer',
  'debtor-representative': 'customer',
  invoices: 'customer',
  orders: 'proofs',
  sums: 'wording',
  charges: 'wording',
  'order-to-pay': 'wording',
  deadline: 'plan',
  'deadline-length': 'plan',
  iban: 'bank',
  consequences: 'wording',
  law: 'wording',
  'earlier-letters': 'wording',
  enclosures: 'proofs',
  amicable: 'wording',
}
