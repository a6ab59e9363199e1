import { describe, expect, test } from 'vitest'
import { fieldName, ownFields, readFields, UnreadableField, writtenAmount, writtenDay } from './forms.rules.ts'

describe('an amount is read in the language of its form, and in no other', () => {
  test.each([
    ['fr', '12500', 1_250_000],
    ['fr', '12 500,50', 1_250_050],
    ['fr', '12\u202f500,5\u00a0€', 1_250_050],
    ['fr', '1 234 567 EUR', 123_456_700],
    ['fr', '12.500', null],
    ['fr', '12,500.00', null],
    ['fr', '12 50', null],
    ['fr', '12 500,505', null],
    ['fr', '-5', null],
    ['fr', '10 k€', null],
    ['fr', 'dix mille', null],
    ['en', '12,500.50', 1_250_050],
    ['en', '€12,500', 1_250_000],
    ['en', '12500', 1_250_000],
    ['en', '12,5', null],
    ['en', '12 500', null],
    ['en', '1,2,3', null],
  ] as const)('%s %j: %j', (language, text, amount) => {
    expect(writtenAmount(text, language, 'EUR')).toBe(amount)
  })

  test('decimals are those of the currency', () => {
    expect(writtenAmount('1 000', 'fr', 'JPY')).toBe(1000)
    expect(writtenAmount('1 000,5', 'fr', 'JPY')).toBeNull()
  })
})

test.each([
  ['28/02/2026', '2026-02-28'],
  ['31/02/2026', null],
  ['2/3/2026', null],
  ['2026-02-28', null],
  ['02.28.2026', null],
])('the day %s is %s', (text, day) => {
  expect(writtenDay(text)).toBe(day)
})

const french = { language: 'fr', currency: 'EUR' } as const
const filled = (values: Record<string, string>) => {
  const own = ownFields(new Map(Object.entries(values).map(([key, value]) => [fieldName(french, key), value])))
  if (!own) throw new Error('not ours')
  return readFields(own, (written) => (written === '30 jours' ? '30' : null))
}
const unreadable = (values: Record<string, string>): string => {
  try {
    filled(values)
    return 'read'
  } catch (error) {
    if (!(error instanceof UnreadableField)) throw error
    return `${error.key}: ${error.value}`
  }
}

test('fields of other forms are not ours', () => {
  expect(ownFields(new Map([['Nom', 'x']]))).toBeNull()
  expect(ownFields(new Map([['encours.application.2.fr.EUR.limit', '5']]))).toBeNull()
})

test('what is empty is not told; only the limit must be', () => {
  expect(filled({ limit: '5 000' })).toEqual({
    ...french,
    name: '',
    siren: '',
    asked: 500_000,
    purchases: null,
    terms: '',
    contacts: [],
    bank: { name: '', iban: '' },
    references: [],
    applicant: '',
    capacity: '',
    signedOn: null,
  })
})

test.each([
  [{ limit: '' }, 'limit: '],
  [{ limit: '5.000' }, 'limit: 5.000'],
  [{ limit: '5000', purchases: 'beaucoup' }, 'purchases: beaucoup'],
  [{ limit: '5000', terms: 'à 90 jours' }, 'terms: à 90 jours'],
  [{ limit: '5000', siren: '732829321' }, 'siren: 732829321'],
  [{ limit: '5000', iban: 'FR76' }, 'iban: FR76'],
  [{ limit: '5000', payableEmail: 'jeanne' }, 'payableEmail: jeanne'],
  [{ limit: '5000', signedOn: '31/02/2026' }, 'signedOn: 31/02/2026'],
  [{ limit: '5000', contact2: 'M. Roux' }, 'supplier2: '],
] as [Record<string, string>, string][])('%j is refused by its field', (values, told) => {
  expect(unreadable(values)).toBe(told)
})

test('people, suppliers and bank as they stand', () => {
  expect(
    filled({
      limit: '5000',
      terms: '30 jours',
      siren: '732 829 320',
      directorName: 'A. Petit',
      supplier1: 'Bois du Jura',
      contact1: 'Mme Roux',
      reach1: '03 84 00 00 00',
      supplier3: 'Vernis SA',
    }),
  ).toMatchObject({
    terms: '30',
    siren: '732829320',
    contacts: [{ person: 'director', name: 'A. Petit', email: '', phone: '' }],
    references: [
      { supplier: 'Bois du Jura', contact: 'Mme Roux · 03 84 00 00 00' },
      { supplier: 'Vernis SA', contact: '' },
    ],
  })
})
