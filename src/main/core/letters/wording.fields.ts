/** What a letter is about: each kind has fields of its own. */
export const wordingKinds = ['reminder', 'credit', 'email'] as const
export type WordingKind = (typeof wordingKinds)[number]

type Company = { name: string; signatory: string; phone: string; email: string }

export type WordingFields = {
  customer: { name: string; code: string }
  company: Company
  total: string
  principal: string
  interest: string
  indemnities: string
  fees: string
  deadline: string
  today: string
  oldestDue: string
  invoiceCount: number
  invoices: string
  reference: string
  /** Letters sent before, oldest first; `level` is the name of the step in the company's language. */
  previousLetters: { date: string; level: string }[]
  /** The day after the oldest due date: since when the customer is late. */
  lateSince: string
  claimsInterest: boolean
  claimsIndemnity: boolean
  claimsFees: boolean
  /** Key of the law that the charges follow: `FR`, `DE`… For conditions. */
  regime: string
  /** What the law says, for brackets; empty where it names none. */
  interestLaw: string
  indemnityLaw: string
  noticeLaw: string
  courtLaw: string
  /** “40 € per invoice”, as that law sets it. */
  fixedSum: string
}

/** Fields of a letter that tells a credit decision; empty where there is nothing to say. */
export type CreditFields = {
  customer: { name: string; code: string }
  company: Company
  today: string
  reference: string
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
export type EmailFields = {
  customer: { name: string; code: string }
  company: Company
  /** Day of the letter. */
  today: string
  reference: string
  total: string
  deadline: string
  oldestDue: string
  invoiceCount: number
  invoices: string
  /** How many of the invoices are attached as copies. */
  invoiceCopies: number
}

type Field = { name: string; example: string }

const shared: readonly Field[] = [
  { name: 'customer.name', example: 'Maison Alpha' },
  { name: 'customer.code', example: 'C-0042' },
  { name: 'company.name', example: 'Emballages Rivelaine' },
  { name: 'company.signatory', example: 'Hélène Marchetti' },
  { name: 'company.phone', example: '04 65 71 00 10' },
  { name: 'company.email', example: 'comptabilite@rivelaine.example' },
  { name: 'today', example: '28 février 2026' },
]

/** The named fields of a wording, each with the value that the help shows. */
export const wordingFields: Record<WordingKind, readonly Field[]> = {
  reminder: [
    ...shared,
    { name: 'total', example: '1 257,98 €' },
    { name: 'principal', example: '1 200,00 €' },
    { name: 'interest', example: '17,98 €' },
    { name: 'indemnities', example: '40,00 €' },
    { name: 'fees', example: '0,00 €' },
    { name: 'deadline', example: '8 mars 2026' },
    { name: 'oldestDue', example: '14 janvier 2026' },
    { name: 'invoiceCount', example: '1' },
    { name: 'invoices', example: 'F-1024' },
    { name: 'reference', example: 'R2026-0003-0012' },
    { name: 'previousLetters', example: '' },
    { name: 'lateSince', example: '15 janvier 2026' },
    { name: 'claimsInterest', example: 'true' },
    { name: 'claimsIndemnity', example: 'true' },
    { name: 'claimsFees', example: 'false' },
    { name: 'regime', example: 'FR' },
    { name: 'interestLaw', example: 'article L. 441-10 II du Code de commerce' },
    { name: 'indemnityLaw', example: 'articles L. 441-10 II et D. 441-5 du Code de commerce' },
    { name: 'noticeLaw', example: 'articles 1344 et suivants du Code civil' },
    { name: 'courtLaw', example: 'articles 1231-6 et 1344-1 du Code civil' },
    { name: 'fixedSum', example: '40 € par facture' },
  ],
  credit: [
    ...shared,
    { name: 'amount', example: '70 000,00 €' },
    { name: 'previousAmount', example: '50 000,00 €' },
    { name: 'cashOnly', example: 'false' },
    { name: 'group', example: 'Groupe Alpha' },
    { name: 'from', example: '28 février 2026' },
    { name: 'until', example: '31 août 2026' },
    { name: 'terms', example: '45 jours puis fin de mois' },
    { name: 'conditions', example: 'caution de la société mère' },
    { name: 'reasons', example: '' },
    { name: 'nextReview', example: '28 février 2027' },
    { name: 'reference', example: 'R-2026-0007' },
  ],
  email: [
    ...shared,
    { name: 'reference', example: 'R2026-0003-0012' },
    { name: 'total', example: '1 257,98 €' },
    { name: 'deadline', example: '8 mars 2026' },
    { name: 'oldestDue', example: '14 janvier 2026' },
    { name: 'invoiceCount', example: '1' },
    { name: 'invoices', example: 'F-1024' },
    { name: 'invoiceCopies', example: '1' },
  ],
}

/** Fields that hold several values: what is under them is checked by rendering. */
export const listFields: ReadonlySet<string> = new Set(['previousLetters', 'reasons'])

const customer = { name: 'Maison Alpha', code: 'C-0042' }
const company: Company = {
  name: 'Rivelaine',
  signatory: 'Hélène Marchetti',
  phone: '04 65 71 00 10',
  email: 'comptabilite@rivelaine.example',
}

const reminder: WordingFields = {
  customer,
  company,
  total: '1 257,98 €',
  principal: '1 200,00 €',
  interest: '17,98 €',
  indemnities: '40,00 €',
  fees: '0,00 €',
  deadline: '8 mars 2026',
  today: '28 février 2026',
  oldestDue: '14 janvier 2026',
  invoiceCount: 2,
  invoices: 'F-1024, F-1031',
  reference: 'R2026-0003-0012',
  previousLetters: [{ date: '14 février 2026', level: 'Relance' }],
  lateSince: '15 janvier 2026',
  claimsInterest: true,
  claimsIndemnity: true,
  claimsFees: false,
  regime: 'FR',
  interestLaw: 'article L. 441-10 II du Code de commerce',
  indemnityLaw: 'articles L. 441-10 II et D. 441-5 du Code de commerce',
  noticeLaw: 'articles 1344 et suivants du Code civil',
  courtLaw: 'articles 1231-6 et 1344-1 du Code civil',
  fixedSum: '40 € par facture',
}

/** A letter where little is to be said: one invoice, the first letter, no charges, a law we know nothing of. */
const sparseReminder: WordingFields = {
  ...reminder,
  invoiceCount: 1,
  invoices: 'F-1024',
  deadline: '',
  previousLetters: [],
  claimsInterest: false,
  claimsIndemnity: false,
  regime: 'CH',
  interestLaw: '',
  indemnityLaw: '',
  noticeLaw: '',
  courtLaw: '',
}

const credit: CreditFields = {
  customer,
  company,
  today: '28 février 2026',
  reference: 'R-2026-0007',
  amount: '70 000,00 €',
  previousAmount: '50 000,00 €',
  cashOnly: false,
  group: 'Groupe Alpha',
  from: '28 février 2026',
  until: '31 août 2026',
  terms: '45 jours puis fin de mois',
  conditions: 'Caution de la société mère.',
  reasons: ['la régularité de vos règlements', 'le volume de vos achats'],
  nextReview: '28 février 2027',
}

/** A message as the preview shows it. */
export const emailSpecimen: EmailFields = {
  customer,
  company,
  today: '28 février 2026',
  reference: 'R2026-0003-0012',
  total: '1 257,98 €',
  deadline: '8 mars 2026',
  oldestDue: '14 janvier 2026',
  invoiceCount: 2,
  invoices: 'F-1024, F-1031',
  invoiceCopies: 2,
}

/** What a wording is tried with before it is kept: a full letter, and one where little is to be said. */
export const specimens: Record<WordingKind, readonly object[]> = {
  reminder: [reminder, sparseReminder],
  credit: [
    credit,
    {
      ...credit,
      previousAmount: '',
      cashOnly: true,
      group: '',
      until: '',
      conditions: '',
      reasons: [],
      nextReview: '',
    },
  ],
  email: [emailSpecimen, { ...emailSpecimen, deadline: '', invoiceCount: 1, invoices: 'F-1024', invoiceCopies: 0 }],
}
