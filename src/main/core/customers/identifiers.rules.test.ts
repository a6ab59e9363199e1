import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatIban,
  frenchVatOf,
  isBic,
  isIban,
  isRfReference,
  isSiren,
  isSiret,
  isVatNumber,
  normaliseIdentifier,
  normaliseVat,
  rfReference,
  vatProblem,
} from './identifiers.rules.ts'

const anyDigits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((d) => d.join(''))
const anySiren = anyDigits(8).map((start) => {
  const last = [...'0123456789'].find((digit) => isSiren(start + digit)) ?? ''
  return start + last
})
const withOneDigitChanged = (text: string, at: number, by: number) =>
  text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1)

describe('SIREN and SIRET', () => {
  it.each(['555555556', '792377731', '732829320', '732 829 320', '356.000.000'])('F15: %s is a SIREN', (siren) => {
    expect(isSiren(siren)).toBe(true)
  })

  it.each(['', '732829321', '73282932', '7328293200', '73282932A', '٧٣٢٨٢٩٣٢٠'])('"%s" is no SIREN', (text) => {
    expect(isSiren(text)).toBe(false)
  })

  it.each(['55555555600011', '81862078300048', '79237773100023', '73282932000074', '732 829 320 00074'])(
    'F15: %s is a SIRET',
    (siret) => expect(isSiret(siret)).toBe(true),
  )

  it.each(['73282932000079', '7328293200007', '55555555500011', ''])('"%s" is no SIRET', (text) => {
    expect(isSiret(text)).toBe(false)
  })

  it('domain 5: offices of La Poste add up to a multiple of five, its head office follows Luhn', () => {
    expect(isSiret('35600000000048')).toBe(true)
    expect(isSiret('35600000049837')).toBe(true)
    expect(isSiret('35600000049838')).toBe(false)
    expect(isSiret('35600000000049')).toBe(false)
  })

  it('domain 5: Luhn over 14 digits is not enough, the SIREN in it must be valid', () => {
    fc.assert(
      fc.property(anyDigits(14), (siret) => {
        if (isSiret(siret)) expect(isSiren(siret.slice(0, 9))).toBe(true)
      }),
    )
  })

  it('one wrong digit never passes', () => {
    fc.assert(
      fc.property(anySiren, fc.nat(8), fc.integer({ min: 1, max: 9 }), (siren, at, by) => {
        expect(isSiren(siren)).toBe(true)
        expect(isSiren(withOneDigitChanged(siren, at, by))).toBe(false)
      }),
    )
  })
})

describe('VAT numbers', () => {
  it.each([
    'FR44732829320',
    'Fr 40 303 265 045',
    'FR 23 334.175.221',
    'FRK7399859412',
    'FR4Z123456782',
    'ATU12345678',
    'BE0123456789',
    'BE 123.456.789',
    'DE123456789',
    'EL123456789',
    'ESB12345678',
    'ESX1234567L',
    'GB123456789',
    'GBGD123',
    'IE1234567WA',
    'IE1+23456A',
    'NL123456789B01',
    'RO12',
    'SE123456789001',
    'XI123456789',
  ])('domain 5: %s is plausible', (text) => expect(isVatNumber(text)).toBe(true))

  it.each([
    '',
    'FR',
    'FR84323140391',
    'FRIO334175221',
    'FR45732829320',
    'GR123456789',
    'ES123456789',
    'BE2123456789',
    'SE123456789002',
    'US123456789',
    '44732829320',
  ])('"%s" is not', (text) => expect(isVatNumber(text)).toBe(false))

  it('domain 5: Monaco holds no SIREN but has a key', () => {
    const number = '000046050'
    const key = String(Number(`${number}12`) % 97).padStart(2, '0')
    expect(isSiren(number)).toBe(false)
    expect(vatProblem('MC', `FR${key}${number}`)).toBeNull()
    expect(vatProblem('FR', `FR${key}${number}`)).toBeNull()
    expect(vatProblem('MC', `FR${withOneDigitChanged(key, 1, 1)}${number}`)).toBe('key')
  })

  it('says what is wrong, for the country of the customer', () => {
    expect(vatProblem('FR', '44 732 829 320')).toBeNull()
    expect(vatProblem('FR', 'FR45732829320')).toBe('key')
    expect(vatProblem('FR', 'FR44732829321')).toBe('key')
    expect(vatProblem('FR', 'FR4473282932')).toBe('format')
    expect(vatProblem('FR', 'DE123456789')).toBe('country')
    expect(vatProblem('GR', 'EL123456789')).toBeNull()
    expect(vatProblem('GR', 'GR123456789')).toBe('format')
    expect(vatProblem('GB', 'XI123456789')).toBeNull()
    expect(vatProblem('US', 'anything')).toBeNull()
  })

  it('stores one spelling', () => {
    expect(normaliseVat('FR', 'fr 44 732.829.320')).toBe('FR44732829320')
    expect(normaliseVat('FR', '44732829320')).toBe('FR44732829320')
    expect(normaliseVat('BE', '123.456.789')).toBe('BE0123456789')
    expect(normaliseVat('GR', '123456789')).toBe('EL123456789')
    expect(normaliseVat('FR', 'DE 123456789')).toBe('DE123456789')
    expect(normaliseVat('US', '12-3456789')).toBe('123456789')
  })

  it('domain 5: the key of 732829320 is 44', () => expect(frenchVatOf('732 829 320')).toBe('FR44732829320'))

  it('the number made of any SIREN is valid, and its key is (12 + 3 × (SIREN mod 97)) mod 97', () => {
    fc.assert(
      fc.property(anySiren, (siren) => {
        const vat = frenchVatOf(siren)
        expect(isVatNumber(vat)).toBe(true)
        expect(Number(vat.slice(2, 4))).toBe((12 + 3 * (Number(siren) % 97)) % 97)
      }),
    )
  })

  it('no VAT number is made of what is no SIREN', () => {
    expect(() => frenchVatOf('732829321')).toThrow(expect.objectContaining({ code: 'identifier.siren' }))
  })
})

describe('IBAN and BIC', () => {
  const iban = 'FR7630006000011234567890189'

  it.each([iban, 'fr76 3000 6000 0112\u202f3456 7890 189', 'DE89370400440532013000', 'GB29NWBK60161331926819'])(
    'domain 5: %s is an IBAN',
    (text) => expect(isIban(text)).toBe(true),
  )

  it.each(['', 'FR76', 'FR7630006000011234567890188', 'FR763000600001123456789018', 'XX7630006000011234567890189'])(
    '"%s" is none',
    (text) => expect(isIban(text)).toBe(false),
  )

  it('is stored closed up and printed in groups of four', () => {
    expect(normaliseIdentifier('fr76 3000-6000\u00a00112 3456 7890 189')).toBe(iban)
    expect(formatIban(iban)).toBe('FR76 3000 6000 0112 3456 7890 189')
    expect(normaliseIdentifier(formatIban(iban))).toBe(iban)
  })

  it('one wrong digit never passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 26 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        expect(isIban(withOneDigitChanged(iban, at, by))).toBe(false)
      }),
    )
  })

  it('BIC of 8 or 11', () => {
    expect(['BNPAFRPP', 'bnpafrppxxx', 'AGRIFRPP882'].map(isBic)).toEqual([true, true, true])
    expect(['', 'BNPAFRP', 'BNPAFRPPX', 'BNPAZZPP', '1NPAFRPP'].map(isBic)).toEqual([false, false, false, false, false])
  })
})

describe('creditor references (ISO 11649)', () => {
  it('domain 5: published references', () => {
    expect(rfReference('FA20260118')).toBe('RF68FA20260118')
    expect(rfReference('fa-2026.0118')).toBe('RF68FA20260118')
    expect(isRfReference('RF18 5390 0754 7034')).toBe(true)
    expect(rfReference('539007547034')).toBe('RF18539007547034')
    expect(isRfReference('RF19 5390 0754 7034')).toBe(false)
    expect(isRfReference('RF18')).toBe(false)
  })

  it('F19: 21 signs make a reference of 25, 22 are refused', () => {
    expect(rfReference('A'.repeat(21))).toHaveLength(25)
    expect(isRfReference(rfReference('A'.repeat(21)))).toBe(true)
    for (const text of ['A'.repeat(22), '', 'FA/1', 'é1']) {
      expect(() => rfReference(text)).toThrow(
        expect.objectContaining({ code: 'input.invalid', details: { field: 'reference', text } }),
      )
    }
  })

  it('what is made is valid, and no longer with one digit or letter changed for another', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    const isDigit = (text: string) => /\d/.test(text)
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 21 }), fc.nat(20), sign, (signs, at, other) => {
        const reference = rfReference(signs.join(''))
        expect(isRfReference(reference)).toBe(true)
        const place = 4 + (at % signs.length)
        const replaced = reference.charAt(place)
        fc.pre(other !== replaced && isDigit(other) === isDigit(replaced))
        expect(isRfReference(reference.slice(0, place) + other + reference.slice(place + 1))).toBe(false)
      }),
    )
  })
})

it('spaces of every width, dots and dashes go; nothing else', () => {
  expect(normaliseIdentifier(' 732\u00a0829\u202f320.00-07–4 ')).toBe('73282932000074')
  expect(normaliseIdentifier('1+23456a')).toBe('1+23456A')
})
