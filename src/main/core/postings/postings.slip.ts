import type { Company } from '../company/company.contract.ts'
import type { Day } from '../kernel/day.ts'
import { formatLongDay } from '../kernel/format.ts'
import type { DocumentData } from '../letters/document.model.ts'
import type { Posting } from './postings.contract.ts'

const WORDS = {
  fr: {
    title: (number: number) => `Bordereau de dépôt n°\u00a0${number}`,
    subtitle: (day: string) => `Envois remis à La Poste le ${day}`,
    sender: 'Déposant',
    address: 'Adresse',
    registered: 'Recommandés avec avis de réception',
    letters: 'Lettres simples',
    total: 'Nombre d’envois',
    columns: ['N°', 'Numéro d’envoi', 'Destinataire', 'Code postal et localité', 'Lettre'],
    plain: 'lettre simple',
    signatures: [
      { role: 'Déposant', hint: 'nom et signature' },
      { role: 'Bureau de poste', hint: 'timbre à date et visa' },
    ],
  },
  en: {
    title: (number: number) => `Deposit slip no.\u00a0${number}`,
    subtitle: (day: string) => `Items handed in at the post office on ${day}`,
    sender: 'Sender',
    address: 'Address',
    registered: 'Registered with proof of delivery',
    letters: 'Ordinary letters',
    total: 'Items',
    columns: ['No.', 'Item number', 'Recipient', 'Postcode and town', 'Letter'],
    plain: 'ordinary letter',
    signatures: [
      { role: 'Sender', hint: 'name and signature' },
      { role: 'Post office', hint: 'date stamp and signature' },
    ],
  },
} as const

/** Numbers as the post prints them: two signs, then groups that a counter clerk can read aloud. */
const spacedNumber = (number: string): string => {
  const [, head = '', rest = ''] = /^([A-Z0-9]{2})(.*)$/.exec(number) ?? []
  return [head, ...(rest.match(/.{1,3}/g) ?? [])].join('\u00a0')
}

type Parts = {
  company: Company
  logo: DocumentData['company']['logo']
  number: number
  day: Day
  postings: readonly Posting[]
}

/** The list that goes to the post office with the letters, with room for its stamp. */
export const slipDocument = ({ company, logo, number, day, postings }: Parts): DocumentData => {
  const { language } = company
  const words = WORDS[language]
  const registered = postings.filter(({ kind }) => kind === 'registered').length
  const counts = [
    { label: words.registered, value: String(registered) },
    { label: words.letters, value: String(postings.length - registered) },
  ].filter(({ value }) => value !== '0')
  const address = [company.street.replaceAll('\n', ', '), `${company.postalCode} ${company.city}`.trim()]
  return {
    language,
    company: { name: company.name, logo, accent: company.accent },
    title: words.title(number),
    subtitle: words.subtitle(formatLongDay(day, language)),
    reference: '',
    day,
    bylines: [],
    state: null,
    sections: [
      {
        title: '',
        blocks: [
          {
            kind: 'facts',
            columns: 2,
            facts: [
              { label: words.sender, value: company.name },
              { label: words.address, value: address.filter(Boolean).join(', ') },
              ...counts,
              { label: words.total, value: String(postings.length) },
            ],
          },
          {
            kind: 'table',
            columns: [
              { label: words.columns[0], align: 'right' },
              { label: words.columns[1] },
              { label: words.columns[2], grow: 2 },
              { label: words.columns[3], grow: 1 },
              { label: words.columns[4] },
            ],
            rows: postings.map(({ number: item, address: to, reference }, place) => [
              String(place + 1),
              item ? spacedNumber(item) : words.plain,
              to.name,
              [to.postalCode, to.city, to.country].filter(Boolean).join(' '),
              reference,
            ]),
          },
          { kind: 'signatures', signatures: words.signatures.map((one) => ({ ...one, name: '' })) },
        ],
      },
    ],
  }
}
