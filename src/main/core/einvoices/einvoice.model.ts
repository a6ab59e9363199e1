import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

/** A party of an invoice as the file tells it; empty where it does not. */
export type InvoiceParty = {
  name: string
  /** Nine digits as told, their check digit unverified: legal registration (scheme 0002), SIRET or French VAT number. */
  siren: string
  vatNumber: string
  /** Identifier given by the seller to the buyer, or any other without a scheme that we know. */
  identifier: string
  street: string
  postalCode: string
  city: string
  /** ISO 3166 alpha-2. */
  country: string
  email: string
  contact: string
  phone: string
}

/** What an electronic invoice says that matters to who has to be paid (EN 16931 terms in brackets). */
export type EInvoice = {
  syntax: 'cii' | 'ubl' | 'zugferd-1'
  /** Guideline or customisation identifier [BT-24]. */
  profile: string
  /** [BT-1] */
  number: string
  /** UNTDID 1001 code as written [BT-3]. */
  typeCode: string
  /** A negative 380 and a positive 381 are both a credit note; 389 and the like, issued by the buyer, are invoices. */
  kind: 'invoice' | 'credit_note'
  /** [BT-2] */
  issued: Day
  /** Actual delivery [BT-72], or the end of the invoicing period [BT-74]. */
  delivered: Day | null
  currency: string
  seller: InvoiceParty
  buyer: InvoiceParty
  /** Positive whatever the kind: total without VAT [BT-109], VAT [BT-110], total with VAT [BT-112], prepaid [BT-113], due [BT-115]. */
  net: Minor
  tax: Minor
  gross: Minor
  prepaid: Minor
  /** Signed as it is: negative where more was prepaid than invoiced. */
  payable: Minor
  /**
   * Due date [BT-9] and, where the file splits the payment, one per instalment, by day; amounts sum to `payable` or are
   * all null. Empty where the file gives no day.
   */
  instalments: { due: Day; amount: Minor | null }[]
  /** Text of the payment terms [BT-20]. */
  terms: string
  /** Invoices referred to [BT-25], with their day [BT-26]. */
  preceding: { number: string; issued: Day | null }[]
  /** Order [BT-13], contract [BT-12], buyer reference [BT-10], delivery note [BT-16]. */
  order: string
  contract: string
  buyerReference: string
  deliveryNote: string
  /** Remittance text [BT-83], IBAN [BT-84] in capitals without spaces, means code [BT-81]. */
  paymentReference: string
  iban: string
  paymentMeans: string
  /** Notes with their subject code [BT-21/22]. */
  notes: { code: string; text: string }[]
  /**
   * French legal mentions that are missing: PMT (recovery sum), PMD (penalties), AAB (discount). Only of invoices of French
   * sellers, in profiles that have notes.
   */
  missingMentions: ('PMT' | 'PMD' | 'AAB')[]
}
