import type { Company } from '../company/company.contract.ts'
import { type Customer, noIdentity } from '../customers/customers.contract.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { formatLongDay, formatMoney } from '../kernel/format.ts'
import type { Minor } from '../kernel/money.ts'
import { termsInWords } from '../receivables/terms.words.rules.ts'
import type { CreditWordingKey } from './credit-wording.ts'
import { channelMention } from './default-wording.ts'
import type { LetterData } from './letter.model.ts'
import { recipientOf, senderOf } from './letter.parties.ts'
import type { CreditFields } from './wording.fields.ts'
import { renderWording } from './wording.rules.ts'

/** A decision as the customer is told it; amounts in minor units of the company's currency. */
export type CreditLetter = {
  key: CreditWordingKey
  company: Company
  logo: LetterData['sender']['logo']
  customer: Customer
  reference: string
  day: Day
  amount: Minor
  /** The limit until then; null when there was none. */
  previous: Minor | null
  group: string
  from: Day
  until: Day | null
  /** As they are stored: `45eom-a`. */
  terms: string
  conditions: string
  /** In the customer's language. */
  reasons: string[]
  nextReview: Day | null
}

const labels: Record<
  LetterLanguage,
  Record<'limit' | 'from' | 'until' | 'terms' | 'review' | 'cash' | 'none', string>
> = {
  fr: {
    limit: 'Limite de crédit',
    from: 'À compter du',
    until: 'Jusqu’au',
    terms: 'Délai de règlement',
    review: 'Prochain examen',
    cash: 'avant livraison',
    none: 'aucune',
  },
  en: {
    limit: 'Credit limit',
    from: 'From',
    until: 'Until',
    terms: 'Payment terms',
    review: 'Next review',
    cash: 'before delivery',
    none: 'none',
  },
  de: {
    limit: 'Kreditlimit',
    from: 'Ab dem',
    until: 'Bis zum',
    terms: 'Zahlungsziel',
    review: 'Nächste Prüfung',
    cash: 'vor Lieferung',
    none: 'keines',
  },
  es: {
    limit: 'Límite de crédito',
    from: 'A partir del',
    until: 'Hasta el',
    terms: 'Plazo de pago',
    review: 'Próxima revisión',
    cash: 'antes de la entrega',
    none: 'ninguno',
  },
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

/** Sets the wording and the figures of a decision for the typesetter: the decision stands at a glance above the text. */
export const composeCreditLetter = (letter: CreditLetter, wording: { subject: string; body: string }): LetterData => {
  const { company, customer, reference, day, key, amount, previous } = letter
  const { language } = customer
  const words = labels[language]
  const money = (value: Minor) => formatMoney(value, company.currency, language)
  const long = (value: Day | null) => (value === null ? '' : formatLongDay(value, language))
  // What holds afterwards: a refused raise leaves the limit there was.
  const refused = key === 'credit-refused'
  const holds = key === 'credit-withdrawn' ? 0 : refused ? (previous ?? 0) : amount
  const cashOnly = holds === 0
  const terms = termsInWords(letter.terms, language)
  const fields: CreditFields = {
    customer: { name: customer.name, code: customer.code },
    company: { name: company.name, signatory: company.signatory, phone: company.phone, email: company.email },
    today: long(day),
    reference,
    amount: money(amount),
    previousAmount: previous ? money(previous) : '',
    cashOnly,
    group: letter.group,
    from: long(letter.from),
    until: long(letter.until),
    terms,
    conditions: letter.conditions,
    reasons: letter.reasons,
    nextReview: long(letter.nextReview),
  }
  return {
    language,
    sender: senderOf(company, letter.logo, language),
    recipient: recipientOf(customer, company, { at: ['registered', 'billing'], attention: null }),
    reference,
    date: day,
    place: company.city,
    subject: renderWording(wording.subject, fields),
    body: renderWording(wording.body, fields),
    formal: false,
    facts: [
      [words.limit, cashOnly ? words.none : money(holds)],
      ...(refused ? [] : [[words.from, fields.from] as const]),
      ...(fields.until !== '' && !refused ? [[words.until, fields.until] as const] : []),
      [words.terms, capital(cashOnly ? words.cash : terms)],
      ...(fields.nextReview !== '' ? [[words.review, fields.nextReview] as const] : []),
    ],
    currency: company.currency,
    items: [],
    credits: [],
    totals: { principal: 0, credits: 0, interest: 0, indemnities: 0, fees: 0, total: 0 },
    showCharges: false,
    interestDetail: [],
    deadline: null,
    payment: null,
    legalMentions: [],
    enclosures: [],
    channelMention: key === 'credit-withdrawn' ? channelMention('registered', language, company.country) : null,
  }
}

const specimenReasons: Record<LetterLanguage, Record<'for' | 'against', string[]>> = {
  fr: {
    for: ['la régularité de vos règlements au cours des douze derniers mois', 'le volume de vos achats'],
    against: ['les retards de règlement constatés au cours des douze derniers mois'],
  },
  en: {
    for: ['the regularity of your payments over the last twelve months', 'the volume of your purchases'],
    against: ['the late payments of the last twelve months'],
  },
  de: {
    for: ['Ihre pünktlichen Zahlungen in den letzten zwölf Monaten', 'der Umfang Ihrer Einkäufe'],
    against: ['die verspäteten Zahlungen der letzten zwölf Monate'],
  },
  es: {
    for: ['la regularidad de sus pagos en los últimos doce meses', 'el volumen de sus compras'],
    against: ['los retrasos de pago de los últimos doce meses'],
  },
}
const specimenAmounts: Record<CreditWordingKey, Minor> = {
  'credit-granted': 7_000_000,
  'credit-maintained': 5_000_000,
  'credit-reduced': 3_000_000,
  'credit-withdrawn': 0,
  'credit-refused': 7_000_000,
}

type Shared = Pick<CreditLetter, 'company' | 'logo' | 'reference' | 'day'>

/** An invented decision, to look at a wording on the page. */
export const specimenCreditLetter = (
  key: CreditWordingKey,
  language: LetterLanguage,
  shared: Shared,
): CreditLetter => ({
  ...shared,
  key,
  customer: specimenCustomer(language, shared.company.country),
  amount: specimenAmounts[key],
  previous: 5_000_000,
  group: '',
  from: shared.day,
  until: null,
  terms: shared.company.terms,
  conditions: '',
  reasons: specimenReasons[language][key === 'credit-granted' || key === 'credit-maintained' ? 'for' : 'against'],
  nextReview: key === 'credit-withdrawn' ? null : addMonths(shared.day, 12),
})

/** A customer that is none. */
export const specimenCustomer = (language: LetterLanguage, country: string): Customer => ({
  id: '',
  code: 'C-0001',
  name: 'Maison Alpha',
  siren: '',
  vatNumber: '',
  ...noIdentity,
  language,
  country,
  terms: null,
  segment: '',
  salesperson: '',
  notes: '',
  noReminders: false,
  lateRegime: null,
  contacts: [],
  addresses: [{ kind: 'billing', street: '12, rue des Lilas', postalCode: '69003', city: 'Lyon', country }],
  createdAt: '',
  updatedAt: '',
})
