import { type Contact, type CustomerInput, noIdentity } from '../customers/customers.contract.ts'
import { frenchVatOf, isSiren } from '../customers/identifiers.rules.ts'
import { languageOfCountry } from '../customers/language.rules.ts'
import type { Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import { firstNames, lastNames, type Person, people } from './demo.people.ts'
import { type Random, randomOf } from './demo.random.rules.ts'

export type DemoCustomer = CustomerInput & { id: string; person: Person; random: Random; createdOn: Day }

const CREATED_ON: Day = '2024-10-28'

const segments: Record<Person['segment'], { fr: string; en: string }> = {
  food: { fr: 'Alimentaire', en: 'Food' },
  shops: { fr: 'Commerce', en: 'Shops' },
  industry: { fr: 'Industrie', en: 'Industry' },
  crafts: { fr: 'Artisanat', en: 'Crafts' },
  'mail-order': { fr: 'Vente à distance', en: 'Mail order' },
  export: { fr: 'Export', en: 'Export' },
}

// Two share the shops and the crafts; those abroad are one person's.
const SALESPEOPLE: Record<Person['segment'], readonly string[]> = {
  food: ['Nadia Ferrand'],
  shops: ['Nadia Ferrand', 'Hugo Marchal'],
  industry: ['Sophie Lemaire'],
  crafts: ['Hugo Marchal', 'Sophie Lemaire'],
  'mail-order': ['Hugo Marchal'],
  export: ['Anna Keller'],
}

const salespersonOf = ({ segment, roles }: Person, position: number): string => {
  const names = SALESPEOPLE[segment]
  // Nobody was named yet for who has bought nothing.
  return roles?.includes('prospect') ? '' : (names[position % names.length] ?? '')
}

const roles = {
  accounts: { fr: 'Comptabilité fournisseurs', en: 'Accounts payable' },
  owner: { fr: 'Gérance', en: 'Management' },
} as const

/** A number that passes its check and begins as no company's does. */
const sirenOf = (position: number): string => {
  const body = `1234${String(5000 + position * 37)}`
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((key) => `${body}${key}`).find(isSiren) ?? ''
}

// 01 99 00 and its like are set aside by the regulator for films and books.
const phoneOf = (random: Random): string => {
  const pair = () => String(random.below(100)).padStart(2, '0')
  return `+33 1 99 00 ${pair()} ${pair()}`
}

const contactsOf = (person: Person, language: 'fr' | 'en', random: Random): Contact[] => {
  const domain = `${fold(person.name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.example`
  const phone = person.country === undefined ? phoneOf(random) : ''
  const owner = `${random.pick(firstNames)} ${random.pick(lastNames)}`
  const accountant = `${random.pick(firstNames)} ${random.pick(lastNames)}`
  const contacts: Contact[] = [
    { name: accountant, role: roles.accounts[language], email: `compta@${domain}`, phone, dunning: true },
  ]
  if (random.chance(40)) contacts.push({ name: owner, role: roles.owner[language], email: '', phone, dunning: false })
  return contacts
}

const notes: Record<'fr' | 'en', Partial<Record<NonNullable<Person['roles']>[number], string>>> = {
  fr: {
    'no-reminders': 'Société du groupe : ne pas relancer.',
    'on-hold': 'Échéancier en discussion avec la gérance.',
    duplicate: 'Créée une seconde fois par le commercial, à fusionner.',
    prospect: 'Première commande attendue.',
  },
  en: {
    'no-reminders': 'Company of the group: do not remind.',
    'on-hold': 'Payment plan under discussion with the management.',
    duplicate: 'Created a second time by the sales team, to be merged.',
    prospect: 'First order expected.',
  },
}

/** The sixty customers, the same for every demo of a language. */
export const demoCustomers = (language: 'fr' | 'en'): DemoCustomer[] =>
  people.map((person, position) => {
    const random = randomOf(person.name)
    const country = person.country ?? 'FR'
    const own = languageOfCountry(country, { country: 'FR', language })
    const first = people.findIndex((other) => person.name.startsWith(other.name))
    const siren = country === 'FR' ? sirenOf(first) : ''
    return {
      id: random.id(CREATED_ON),
      code: `C${String(position + 1).padStart(3, '0')}`,
      name: person.name,
      siren,
      vatNumber: siren ? frenchVatOf(siren) : (person.vatNumber ?? ''),
      ...noIdentity,
      language: own,
      country,
      terms: person.terms,
      segment: segments[person.segment][language],
      salesperson: salespersonOf(person, position),
      notes: person.roles?.map((role) => notes[language][role] ?? '').join('') ?? '',
      noReminders: person.roles?.includes('no-reminders') ?? false,
      lateRegime: null,
      contacts: contactsOf(person, own === 'fr' ? 'fr' : 'en', random),
      addresses: [
        { kind: 'registered', street: person.street, postalCode: person.postalCode, city: person.city, country },
      ],
      person,
      random,
      createdOn: CREATED_ON,
    }
  })
