import type { Company } from '../company/company.contract.ts'
import type { Address, Customer } from '../customers/customers.contract.ts'
import type { LetterLanguage } from '../kernel/contract.ts'
import type { LetterData } from './letter.model.ts'

type Logo = LetterData['sender']['logo']

/** The company as a letter bears it; who signs is named without a title where the letter speaks another language. */
export const senderOf = (
  company: Company,
  logo: Logo,
  language: LetterLanguage = company.language,
): LetterData['sender'] => ({
  name: company.name,
  legalForm: company.legalForm,
  capital: company.capital,
  street: company.street.split('\n').filter(Boolean),
  postalCode: company.postalCode,
  city: company.city,
  country: company.country,
  siren: company.siren,
  rcs: company.registry,
  vatNumber: company.vatNumber,
  phone: company.phone,
  email: company.email,
  signatory: company.signatory,
  signatoryRole: language === company.language ? company.signatoryRole : '',
  logo,
  accent: company.accent,
})

type To = { at: readonly Address['kind'][]; attention: string | null }

/** A customer at the first of the addresses that it has. */
export const recipientOf = (
  customer: Customer,
  company: Pick<Company, 'country'>,
  { at, attention }: To,
): LetterData['recipient'] => {
  const address = at.flatMap((kind) => customer.addresses.find((one) => one.kind === kind) ?? [])[0] ?? {
    street: '',
    postalCode: '',
    city: '',
    country: customer.country,
  }
  return {
    name: customer.name,
    attention,
    street: address.street.split('\n').filter(Boolean),
    postalCode: address.postalCode,
    city: address.city,
    country: address.country === company.country ? '' : address.country,
    code: customer.code,
    siren: customer.siren,
  }
}

/** Where reminders and statements go: to the billing address, for the attention of who takes reminders. */
export const usualRecipient = (customer: Customer, company: Pick<Company, 'country'>): LetterData['recipient'] =>
  recipientOf(customer, company, {
    at: ['billing', 'registered'],
    attention: customer.contacts.find(({ dunning }) => dunning)?.name || null,
  })

/** What the post, its slip and the evidence need of a recipient. */
export const postalAddress = ({ code: _code, siren: _siren, ...address }: LetterData['recipient']) => address

/** `R-2026-0003-012-durand-sas.pdf`: the letter's reference, then whom it is for; safe on every system. */
export const fileNameOf = (reference: string, customerName: string): string => {
  const name = customerName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${reference}-${name || 'client'}.pdf`
}
