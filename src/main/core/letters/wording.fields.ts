import type { LetterLanguage } from '../kernel/contract.ts'
import { formatLongDay, formatMoney } from '../kernel/format.ts'
import { legalFields } from './legal.rules.ts'

/** What a letter is about: each kind has fields of its own. */
export const wordingKinds = ['reminder', 'credit', 'email', 'agreement'] as const
export type WordingKind = (typeof wordingKinds)[number]

/** Of every wording. */
type Shared = {
  customer: { name: string; code: string }
  company: { name: string; signatory: string; phone: string; email: string }
  /** Day of the letter. */
  today: string
  reference: string
}

export type WordingFields = Shared & {
  total: string
  /** What is open, less receipts and credit notes not matched yet. */
  principal: string
  interest: string
  indemnities: string
  fees: string
  /** Left of recovery costs, and of charges of invoices that are paid. */
  earlierCharges: string
  deadline: string
  oldestDue: string
  /** The day after the oldest due date: since when the customer is late. */
  lateSince: string
  invoiceCount: number
  invoices: string
  /** Letters sent before, oldest first; `level` is the name of the step in the company's language. */
  previousLetters: { date: string; level: string }[]
  claimsInterest: boolean
  claimsIndemnity: boolean
  claimsFees: boolean
  claimsEarlier: boolean
} & ReturnType<typeof legalFields>

/** Fields of a letter that tells a credit decision; empty where there is nothing to say. */
export type CreditFields = Shared & {
  amount: string
  previousAmount: string
  /** The amount is zero. */
  cashOnly: boolean
  group: string
  from: string
  until: string
  terms: string
  conditions: string
  reasons: string[]
  nextReview: string
}

/** Fields of the message that carries a letter. */
export type EmailFields = Shared & {
  total: string
  deadline: string
  oldestDue: string
  invoiceCount: number
  invoices: string
  /** How many of the invoices are attached as copies. */
  invoiceCopies: number
  /** Of the statement of account that is attached; empty without one. */
  statementDay: string
}

/** Fields of an agreement on instalments; `debts` and `schedule` stand for its tables. */
export type AgreementFields = Shared & {
  total: string
  agreedOn: string
  invoiceCount: number
  invoices: string
  instalmentCount: number
  firstDue: string
  lastDue: string
  graceDays: number
  wholeDue: boolean
  interestWaived: boolean
  /** The company is French: its Civil Code applies. */
  french: boolean
  debts: string
  schedule: string
}

const shared = [
  'customer.name',
  'customer.code',
  'company.name',
  'company.signatory',
  'company.phone',
  'company.email',
  'today',
  'reference',
]

/** The named fields of a wording. */
export const wordingFields: Record<WordingKind, readonly string[]> = {
  reminder: [
    ...shared,
    'total',
    'principal',
    'interest',
    'indemnities',
    'fees',
    'earlierCharges',
    'deadline',
    'oldestDue',
    'lateSince',
    'invoiceCount',
    'invoices',
    'previousLetters',
    'claimsInterest',
    'claimsIndemnity',
    'claimsFees',
    'claimsEarlier',
    'regime',
    'interestLaw',
    'indemnityLaw',
    'noticeLaw',
    'courtLaw',
    'fixedSum',
  ],
  credit: [
    ...shared,
    'amount',
    'previousAmount',
    'cashOnly',
    'group',
    'from',
    'until',
    'terms',
    'conditions',
    'reasons',
    'nextReview',
  ],
  email: [...shared, 'total', 'deadline', 'oldestDue', 'invoiceCount', 'invoices', 'invoiceCopies', 'statementDay'],
  agreement: [
    ...shared,
    'total',
    'agreedOn',
    'invoiceCount',
    'invoices',
    'instalmentCount',
    'firstDue',
    'lastDue',
    'graceDays',
    'wholeDue',
    'interestWaived',
    'french',
    'debts',
    'schedule',
  ],
}

/** Fields that hold several values: what is under them is checked by rendering. */
export const listFields: ReadonlySet<string> = new Set(['previousLetters', 'reasons'])

const sharedSpecimen = (language: LetterLanguage): Shared => ({
  customer: { name: 'Maison Alpha', code: 'C-0042' },
  company: {
    name: 'Rivelaine',
    signatory: 'Hélène Marchetti',
    phone: '04 65 71 00 10',
    email: 'comptabilite@rivelaine.example',
  },
  today: formatLongDay('2026-02-28', language),
  reference: 'R2026-0003-0012',
})

const debts = (language: LetterLanguage) => ({
  total: formatMoney(125_798, 'EUR', language),
  deadline: formatLongDay('2026-03-08', language),
  oldestDue: formatLongDay('2026-01-14', language),
  invoiceCount: 2,
  invoices: 'F-1024, F-1031',
})

const reminder = (language: LetterLanguage): WordingFields => ({
  ...sharedSpecimen(language),
  ...debts(language),
  principal: formatMoney(120_000, 'EUR', language),
  interest: formatMoney(1_798, 'EUR', language),
  indemnities: formatMoney(4_000, 'EUR', language),
  fees: formatMoney(0, 'EUR', language),
  earlierCharges: formatMoney(0, 'EUR', language),
  lateSince: formatLongDay('2026-01-15', language),
  previousLetters: [{ date: formatLongDay('2026-02-14', language), level: 'Relance' }],
  claimsInterest: true,
  claimsIndemnity: true,
  claimsFees: false,
  claimsEarlier: false,
  ...legalFields({ regime: 'FR' }, language),
})

/** One invoice, the first letter, no charges, a law of which nothing is known. */
const sparseReminder = (language: LetterLanguage): WordingFields => ({
  ...reminder(language),
  invoiceCount: 1,
  invoices: 'F-1024',
  deadline: '',
  previousLetters: [],
  claimsInterest: false,
  claimsIndemnity: false,
  ...legalFields({ regime: '' }, language),
})

const credit = (language: LetterLanguage): CreditFields => ({
  ...sharedSpecimen(language),
  reference: 'R-2026-0007',
  amount: formatMoney(7_000_000, 'EUR', language),
  previousAmount: formatMoney(5_000_000, 'EUR', language),
  cashOnly: false,
  group: 'Alpha',
  from: formatLongDay('2026-02-28', language),
  until: formatLongDay('2026-08-31', language),
  terms: '…',
  conditions: '…',
  reasons: ['…', '…'],
  nextReview: formatLongDay('2027-02-28', language),
})

const sparseCredit = (language: LetterLanguage): CreditFields => ({
  ...credit(language),
  previousAmount: '',
  cashOnly: true,
  group: '',
  until: '',
  conditions: '',
  reasons: [],
  nextReview: '',
})

/** A message as the preview shows it. */
export const emailSpecimen = (language: LetterLanguage): EmailFields => ({
  ...sharedSpecimen(language),
  ...debts(language),
  invoiceCopies: 2,
  statementDay: debts(language).oldestDue,
})

const sparseEmail = (language: LetterLanguage): EmailFields => ({
  ...emailSpecimen(language),
  deadline: '',
  invoiceCount: 1,
  invoices: 'F-1024',
  invoiceCopies: 0,
  statementDay: '',
})

const agreement = (language: LetterLanguage): AgreementFields => ({
  ...sharedSpecimen(language),
  total: formatMoney(360_000, 'EUR', language),
  agreedOn: formatLongDay('2026-02-28', language),
  invoiceCount: 2,
  invoices: 'F-1024, F-1031',
  instalmentCount: 3,
  firstDue: formatLongDay('2026-03-31', language),
  lastDue: formatLongDay('2026-05-31', language),
  graceDays: 5,
  wholeDue: true,
  interestWaived: true,
  french: true,
  debts: '…',
  schedule: '…',
})

const sparseAgreement = (language: LetterLanguage): AgreementFields => ({
  ...agreement(language),
  invoiceCount: 1,
  invoices: 'F-1024',
  instalmentCount: 1,
  wholeDue: false,
  interestWaived: false,
  french: false,
})

const SPECIMENS: Record<
  WordingKind,
  readonly [(language: LetterLanguage) => object, (language: LetterLanguage) => object]
> = {
  reminder: [reminder, sparseReminder],
  credit: [credit, sparseCredit],
  email: [emailSpecimen, sparseEmail],
  agreement: [agreement, sparseAgreement],
}

/** What a wording is tried with before it is kept: a full letter, and one where little is to be said. */
export const specimensOf = (kind: WordingKind, language: LetterLanguage): object[] =>
  SPECIMENS[kind].map((make) => make(language))

/** The value of a field that the help shows; empty for a list. */
export const exampleOf = (kind: WordingKind, name: string, language: LetterLanguage): string => {
  const found = name
    .split('.')
    .reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], SPECIMENS[kind][0](language))
  return typeof found === 'object' ? '' : String(found)
}
