import {
  type Address,
  addressKinds,
  type Contact,
  type Customer,
  type CustomerInput,
  noIdentity,
} from '../../../../main/core/customers/customers.contract.ts'
import {
  isLei,
  isSiren,
  isSiret,
  normaliseIdentifier,
  vatProblem,
} from '../../../../main/core/customers/identifiers.rules.ts'
import type { LetterLanguage } from '../../../../main/core/kernel/contract.ts'

// Rows of a list need a name of their own, which the book does not keep.
type Keyed<T> = T & { key: string }
const keyed = <T>(row: T): Keyed<T> => ({ ...row, key: crypto.randomUUID() })
const unkeyed = <T>({ key: _, ...row }: Keyed<T>): Omit<Keyed<T>, 'key'> => row

/** A customer as the form holds it: empty terms stand for the company's. */
export type CustomerValues = Omit<CustomerInput, 'terms' | 'contacts' | 'addresses'> & {
  terms: string
  contacts: Keyed<Contact>[]
  addresses: Keyed<Address>[]
}

export const newContact = () => keyed<Contact>({ name: '', role: '', email: '', phone: '', dunning: false })

export const newAddress = (country: string, taken: Address[]) =>
  keyed<Address>({
    kind: addressKinds.find((kind) => kind !== 'registered' && !taken.some((one) => one.kind === kind)) ?? 'billing',
    street: '',
    postalCode: '',
    city: '',
    country,
  })

export const newCustomer = (language: LetterLanguage, country: string): CustomerValues => ({
  code: '',
  name: '',
  siren: '',
  vatNumber: '',
  ...noIdentity,
  language,
  country,
  terms: '',
  segment: '',
  salesperson: '',
  notes: '',
  noReminders: false,
  lateRegime: null,
  contacts: [],
  addresses: [newAddress(country, [])],
})

export const valuesOf = (customer: Customer): CustomerValues => {
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, terms, contacts, addresses, ...rest } = customer
  return { ...rest, terms: terms ?? '', contacts: contacts.map(keyed), addresses: addresses.map(keyed) }
}

const isBlank = (texts: string[]): boolean => texts.every((text) => text.trim() === '')

/** What the book keeps; rows left blank are left out. */
export const inputOf = ({ terms, contacts, addresses, ...rest }: CustomerValues): CustomerInput => ({
  ...rest,
  terms: terms.trim() || null,
  contacts: contacts.map(unkeyed).filter(({ name, role, email, phone }) => !isBlank([name, role, email, phone])),
  addresses: addresses.map(unkeyed).filter(({ street, postalCode, city }) => !isBlank([street, postalCode, city])),
})

/** Whether the fields that the page can judge alone hold. */
export const isComplete = ({ code, name, siren, siret, lei, vatNumber, country }: CustomerValues): boolean =>
  code.trim() !== '' &&
  name.trim() !== '' &&
  (siren.trim() === '' || isSiren(siren)) &&
  (siret.trim() === '' || (isSiret(siret) && normaliseIdentifier(siret).startsWith(normaliseIdentifier(siren)))) &&
  (lei.trim() === '' || isLei(lei)) &&
  (vatNumber.trim() === '' || vatProblem(country, vatNumber) === null)
