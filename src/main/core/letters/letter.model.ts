import type { LetterLanguage } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

/** Everything a letter prints, decided beforehand: the typesetter only sets it. Amounts are minor units of `currency`. */
export type LetterData = {
  language: LetterLanguage
  sender: {
    name: string
    legalForm: string
    capital: string
    street: string[]
    postalCode: string
    city: string
    country: string
    siren: string
    rcs: string
    vatNumber: string
    phone: string
    email: string
    signatory: string
    signatoryRole: string
    logo: { mediaType: string; bytes: Uint8Array } | null
    /** `#rrggbb` */
    accent: string
  }
  recipient: {
    name: string
    attention: string | null
    street: string[]
    postalCode: string
    city: string
    /** Empty at home; a code is printed as the country's name. */
    country: string
    code: string
    siren: string
  }
  reference: string
  date: Day
  place: string
  subject: string
  /** Paragraphs separated by blank lines. */
  body: string
  /** A formal notice bears its name above the subject. */
  formal: boolean
  /** What is decided, at a glance above the text: names and values. */
  facts?: readonly (readonly [label: string, value: string])[]
  currency: string
  /** Empty for a letter that claims nothing: it has no statement. */
  items: {
    number: string
    issued: Day
    due: Day
    daysLate: number
    amount: Minor
    /** What the letter claims of it. */
    open: Minor
    /** Open as well, but contested: named and not claimed. */
    disputed: Minor
    /** Null where the letter claims none. */
    interest: Minor | null
    indemnity: Minor | null
  }[]
  /** Receipts and credit notes not matched yet, above zero. */
  credits: { number: string; issued: Day; open: Minor }[]
  totals: {
    principal: Minor
    credits: Minor
    interest: Minor
    indemnities: Minor
    fees: Minor
    /** Recovery costs, and charges of invoices that are paid. */
    earlier?: Minor
    total: Minor
  }
  showCharges: boolean
  interestDetail: {
    number: string
    segments: { from: Day; to: Day; days: number; rate: string; principal: Minor; interest: Minor }[]
    rounding: Minor
    /** Of this interest, what was paid or waived before. */
    settled?: Minor
  }[]
  deadline: Day | null
  payment: { iban: string; bic: string; beneficiary: string; reference: string; qrPayload: string | null } | null
  legalMentions: string[]
  enclosures: string[]
  /** For instance "Lettre recommandée avec avis de réception". */
  channelMention: string | null
}
