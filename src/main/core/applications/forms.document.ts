import type { Company } from '../company/company.contract.ts'
import type { Customer } from '../customers/customers.contract.ts'
import { formatIban } from '../customers/identifiers.rules.ts'
import type { Language } from '../kernel/contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatAmount, formatMoney } from '../kernel/format.ts'
import type { Minor } from '../kernel/money.ts'
import type { DocumentData, DocumentSection } from '../letters/document.model.ts'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'
import { clauseFor } from '../recommendations/documents.rules.ts'
import type { FormInput } from './forms.pdf.ts'
import { FORM_REFERENCES, fieldName, formPeople, formTerms } from './forms.rules.ts'
import { FORM_WORDS } from './forms.words.ts'

export type FormParts = {
  company: Company
  logo: DocumentData['company']['logo']
  customer: Customer | null
  asked: Minor | null
  documents: CreditPolicy['documents']
  language: Language
  day: Day
}

/** A form: its page, and what can be filled in on it, by the names of the places. */
export type Form = { document: DocumentData; inputs: FormInput[] }

type Place = Omit<FormInput, 'name'> & { key: string; share: number; lines?: number; mark?: boolean }

/** The company's own head, as its letters bear it. */
const headOf = (company: Company): string[] =>
  [
    ...company.street.split('\n'),
    [company.postalCode, company.city].filter(Boolean).join(' '),
    [company.phone, company.email].filter(Boolean).join(' · '),
    company.siren && `SIREN ${company.siren.replace(/(\d{3})(?=\d)/g, '$1\u202f')}`,
  ].filter(Boolean)

const addressOf = (customer: Customer | null) =>
  customer?.addresses.find(({ kind }) => kind === 'registered') ??
  customer?.addresses.find(({ kind }) => kind === 'billing')

/** Fields as the page shows them, and as they can be filled in. */
const placesOf = (named: (key: string) => string, places: readonly Place[]) => ({
  block: {
    kind: 'fields' as const,
    fields: places.map(({ key, label, share, lines = 1, type, mark }) => ({
      name: named(key),
      label: mark ? `${label} *` : label,
      type: type === 'checkbox' ? ('checkbox' as const) : ('text' as const),
      share,
      lines,
    })),
  },
  inputs: places.map(
    ({ key, share: _share, lines, mark: _mark, ...input }): FormInput => ({
      ...input,
      name: named(key),
      ...(lines && lines > 1 && { multiline: true }),
    }),
  ),
})

const frameOf = ({ company, logo, language, day }: Pick<FormParts, 'company' | 'logo' | 'language' | 'day'>) => ({
  language,
  company: { name: company.name, logo, accent: company.accent },
  day,
  bylines: headOf(company),
  state: null,
})

/** What the policy asks the customer to enclose for the amount asked, else from each amount on. */
const enclosures = ({ documents, asked, language, company }: FormParts, named: (key: string) => string) => {
  const words = FORM_WORDS[language]
  const ofClause = (clause: CreditPolicy['documents'][number]): { key: string; label: string }[] => [
    ...clause.kinds.map((kind) => ({ key: kind as string, label: words.kind[kind] ?? kind })),
    ...(clause.statements > 0 ? [{ key: 'statements', label: words.statements(clause.statements) }] : []),
  ]
  if (asked !== null) {
    const clause = clauseFor(documents, asked)
    const wanted = clause ? ofClause(clause) : []
    if (wanted.length === 0) return null
    return placesOf(
      named,
      wanted.map(({ key, label }) => ({ key: `enclosed_${key}`, label, type: 'checkbox', share: 12 })),
    )
  }
  const clauses = documents.toSorted((a, b) => a.from - b.from).filter((clause) => ofClause(clause).length > 0)
  if (clauses.length === 0) return null
  const items = clauses.map((clause) => ({
    text: words.application.documentsFrom(formatMoney(clause.from, company.currency, language)),
    items: ofClause(clause).map(({ label }) => ({ text: label })),
  }))
  return { block: { kind: 'list' as const, items }, inputs: [] }
}

/** The application form of the company, with what is known of the customer filled in. */
export const composeApplicationForm = (parts: FormParts): Form => {
  const { company, customer, asked, language } = parts
  const words = FORM_WORDS[language]
  const { field } = words
  const { currency } = company
  const named = (key: string) => fieldName({ language, currency }, key)
  const address = addressOf(customer)
  const text = (key: string, label: string, share: number, value = '', mark = false): Place => ({
    key,
    label,
    type: 'text',
    share,
    value,
    mark,
  })
  const inCurrency = (label: string) => `${label} (${currency})`
  const choice = customer?.terms && (formTerms as readonly string[]).includes(customer.terms) ? customer.terms : null
  const identity = placesOf(named, [
    text('name', field.name, 8, customer?.name, true),
    text('legalForm', field.legalForm, 4),
    text('siren', field.siren, 4, customer?.siren, true),
    text('vat', field.vat, 5, customer?.vatNumber),
    text('naf', field.naf, 3, customer?.naf),
    text('street', field.street, 6, address?.street.split('\n').join(', ')),
    text('postalCode', field.postalCode, 2, address?.postalCode),
    text('city', field.city, 4, address?.city),
  ])
  const credit = placesOf(named, [
    text('limit', inCurrency(field.limit), 4, asked === null ? '' : formatAmount(asked, currency, language), true),
    text('purchases', inCurrency(field.purchases), 4),
    {
      key: 'terms',
      label: field.terms,
      type: 'choice',
      share: 4,
      options: formTerms.map((terms) => words.terms[terms]),
      value: choice ? words.terms[choice as (typeof formTerms)[number]] : '',
    },
  ])
  const people = placesOf(
    named,
    formPeople.flatMap((person) => {
      return [
        text(`${person}Name`, `${words.person[person]}${words.colon} ${words.personName}`, 5),
        text(`${person}Email`, words.field.email, 4),
        text(`${person}Phone`, words.field.phone, 3),
      ]
    }),
  )
  const bank = placesOf(named, [text('bankName', field.bankName, 4), text('iban', field.iban, 8)])
  const references = placesOf(
    named,
    Array.from({ length: FORM_REFERENCES }, (_, place) => [
      text(`supplier${place + 1}`, `${place + 1}. ${field.supplier}`, 5),
      text(`contact${place + 1}`, field.contact, 3),
      text(`reach${place + 1}`, field.reach, 4),
    ]).flat(),
  )
  const enclosed = enclosures(parts, named)
  const signed = placesOf(named, [
    text('applicant', field.applicant, 5, '', true),
    text('capacity', field.capacity, 4),
    text('signedOn', field.signedOn, 3),
  ])
  const sections: DocumentSection[] = [
    { title: '', blocks: [{ kind: 'paragraph', text: words.application.intro, tone: 'faint' }] },
    { title: words.application.identity, blocks: [identity.block] },
    { title: words.application.credit, blocks: [credit.block] },
    { title: words.application.people, blocks: [people.block] },
    { title: words.application.bank, blocks: [bank.block] },
    {
      title: words.application.references,
      blocks: [{ kind: 'paragraph', text: words.application.referencesText }, references.block],
    },
    ...(enclosed ? [{ title: words.application.documents, newPage: true, blocks: [enclosed.block] }] : []),
    {
      title: words.application.declaration,
      newPage: !enclosed,
      blocks: [
        { kind: 'paragraph', text: words.application.declare(company.name) },
        signed.block,
        { kind: 'signatures', signatures: [{ role: words.application.signature, name: '', hint: '' }] },
        { kind: 'note', text: words.application.privacy(company.name) },
      ],
    },
  ]
  return {
    document: {
      ...frameOf(parts),
      title: words.application.title,
      subtitle: words.application.sendBack(company.email || company.name),
      reference: customer?.code ?? '',
      sections,
    },
    inputs: [identity, credit, people, bank, references, signed, ...(enclosed ? [enclosed] : [])].flatMap(
      ({ inputs }) => inputs,
    ),
  }
}

type ReferenceParts = Omit<FormParts, 'asked' | 'documents' | 'customer'> & {
  customer: Customer
  supplier: string
  contact: string
}

/** The request for a trade reference (domain 3.1), for a supplier that the customer named. */
export const composeReferenceForm = (parts: ReferenceParts): Form => {
  const { company, customer, supplier, contact, language } = parts
  const words = FORM_WORDS[language]
  const { field } = words
  const named = (key: string) => `encours.reference.1.${language}.${company.currency}.${key}`
  const inCurrency = (label: string) => `${label} (${company.currency})`
  const text = (key: string, label: string, share: number, lines = 1): Place => ({
    key,
    label,
    type: 'text',
    share,
    lines,
    value: '',
  })
  const answer = placesOf(named, [
    text('since', field.since, 4),
    text('highest', inCurrency(field.highest), 8),
    text('balance', inCurrency(field.balance), 4),
    text('overdue', inCurrency(field.overdue), 4),
    text('granted', field.granted, 4),
    text('late', field.late, 4),
    { key: 'means', label: field.means, type: 'choice', share: 4, options: words.means, value: '' },
    text('returned', field.returned, 4),
    text('disputes', field.disputes, 12, 2),
    text('guarantees', field.guarantees, 12),
  ])
  const respondent = placesOf(named, [
    text('respondent', field.respondent, 5),
    text('capacity', field.capacity, 4),
    text('day', field.day, 3),
  ])
  const city = addressOf(customer)
  const facts = [
    { label: words.reference.supplier, value: [supplier, contact].filter(Boolean).join(' · ') },
    {
      label: words.reference.customer,
      value: [
        customer.name,
        customer.siren && `SIREN ${customer.siren.replace(/(\d{3})(?=\d)/g, '$1\u202f')}`,
        city?.city,
      ]
        .filter(Boolean)
        .join(' · '),
    },
  ]
  return {
    document: {
      ...frameOf(parts),
      title: words.reference.title,
      subtitle: words.application.sendBack(company.email || company.name),
      reference: customer.code,
      sections: [
        {
          title: '',
          blocks: [
            { kind: 'facts', columns: 1, facts },
            { kind: 'paragraph', text: words.reference.intro(customer.name, company.name) },
          ],
        },
        { title: words.reference.answer, blocks: [answer.block] },
        {
          title: words.reference.respondent,
          blocks: [
            respondent.block,
            { kind: 'signatures', signatures: [{ role: words.application.signature, name: '', hint: '' }] },
            { kind: 'note', text: words.reference.confidential(company.name) },
          ],
        },
      ],
    },
    inputs: [...answer.inputs, ...respondent.inputs],
  }
}

/** What the form told that has no place of its own in an application: its bank and the day it was signed. */
export const noteOf = (
  { bank, signedOn, language }: { bank: { name: string; iban: string }; signedOn: Day | null; language: Language },
  day: (day: Day) => string,
): string => {
  const words = FORM_WORDS[language]
  return [
    (bank.name || bank.iban) &&
      `${words.note.bank}${words.colon} ${[bank.name, bank.iban && `IBAN ${formatIban(bank.iban)}`].filter(Boolean).join(' · ')}`,
    signedOn && `${words.note.signed} ${day(signedOn)}`,
  ]
    .filter(Boolean)
    .join('\n')
}
