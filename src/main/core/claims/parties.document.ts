import type { Company } from '../company/company.contract.ts'
import type { Address, Customer } from '../customers/customers.contract.ts'
import type { Handover } from '../handovers/handovers.contract.ts'
import type { Language } from '../kernel/contract.ts'
import type { Block } from '../letters/document.model.ts'
import { merchantByForm } from './routes.rules.ts'

export type Fact = { label: string; value: string }

/** What a paper calls the parts of a party. */
export type PartyWords = Record<
  'name' | 'form' | 'address' | 'siren' | 'registry' | 'vat' | 'contact' | 'signatory' | 'iban' | 'account',
  string
>

const grouped = (number: string): string => number.replace(/\s/g, '').replace(/(\d{3})(?=\d)/g, '$1\u202F')
const filled = (facts: readonly Fact[]): Fact[] => facts.filter(({ value }) => value !== '')

/** The registered office, else where invoices go; null when neither has a town. */
export const seatOf = ({ addresses }: Pick<Customer, 'addresses'>): Address | null =>
  (['registered', 'billing'] as const)
    .flatMap((kind) => addresses.find((address) => address.kind === kind && address.city !== '') ?? [])
    .at(0) ?? null

const inOneLine = (street: string, postalCode: string, city: string, country: string): string =>
  [...street.split('\n'), `${postalCode} ${city}`.trim(), country].filter(Boolean).join(', ')

const countryName = (code: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code

export const creditorFacts = (company: Company, words: PartyWords): Fact[] =>
  filled([
    { label: words.name, value: company.name },
    { label: words.form, value: [company.legalForm, company.capital].filter(Boolean).join(', ') },
    { label: words.address, value: inOneLine(company.street, company.postalCode, company.city, '') },
    { label: words.siren, value: grouped(company.siren) },
    { label: words.registry, value: company.registry },
    { label: words.vat, value: company.vatNumber },
    { label: words.signatory, value: [company.signatory, company.signatoryRole].filter(Boolean).join(', ') },
    { label: words.contact, value: [company.phone, company.email].filter(Boolean).join(', ') },
  ])

export const ibanOf = (company: Company, currency: string): string =>
  company.bankAccounts.find((one) => one.currency === currency)?.iban ?? ''

/** The legal form as it was written for the hand-over, else the one that the debtor's name bears. */
export const debtorForm = (handover: Pick<Handover, 'debtorForm'>, { name }: Pick<Customer, 'name'>): string =>
  handover.debtorForm || merchantByForm(name).form

type Debtor = { customer: Customer; handover: Handover; company: Pick<Company, 'country'>; language: Language }

export const debtorFacts = ({ customer, handover, company, language }: Debtor, words: PartyWords): Fact[] => {
  const seat = seatOf(customer)
  const contact = customer.contacts.find(({ dunning }) => dunning) ?? customer.contacts[0]
  const abroad = customer.country === company.country ? '' : countryName(customer.country, language)
  return filled([
    { label: words.name, value: customer.name },
    { label: words.form, value: debtorForm(handover, customer) },
    { label: words.address, value: seat ? inOneLine(seat.street, seat.postalCode, seat.city, abroad) : abroad },
    { label: words.siren, value: grouped(customer.siren) },
    { label: words.registry, value: handover.debtorRegistry },
    { label: words.vat, value: customer.vatNumber },
    {
      label: words.contact,
      value: contact ? [contact.name, contact.role, contact.phone, contact.email].filter(Boolean).join(', ') : '',
    },
    { label: words.account, value: customer.code },
  ])
}

export const factsBlock = (facts: readonly Fact[], columns: 1 | 2 = 1): Block => ({ kind: 'facts', columns, facts })
