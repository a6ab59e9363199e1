import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isTailOf,
  isTelling,
  labelOf,
  lastDigits,
  shortNumbersIn,
  spellingsInText,
  spellingsOfNumber,
  wordsInText,
  wordsOfName,
} from './match.text.rules.ts'

const names = (text: string, number: string): boolean => {
  const found = spellingsInText(text)
  return spellingsOfNumber(number).some((spelling) => found.has(spelling))
}

describe('a number is found in a text', () => {
  test.each([
    ['VIR DURAND FA2026-0178', 'FA2026-0178'],
    ['facture fa 2026 0178 merci', 'FA2026-0178'],
    ['FACT FA2026-178', 'FA2026-0178'],
    ['REGLFA2026-0178', 'FA2026-0178'],
    ['règlement RE 20171118 / 506', 'RE-20171118/506'],
    ['018304 / 28865', '018304 / 28865'],
    ['n°20260178', '20260178'],
    ['F\n124212', 'F124212'],
  ])('%j names %s', (text, number) => expect(names(text, number)).toBe(true))

  test.each([
    ['FA2026-01780', 'FA2026-0178'],
    ['FA2025-0178', 'FA2026-0178'],
    ['virement du 17 août', 'FA2026-0178'],
    ['1178', '178'],
  ])('%j does not name %s', (text, number) => expect(names(text, number)).toBe(false))

  test('whatever stands around it, apart from letters and digits', () => {
    const around = fc.string({ unit: fc.constantFrom(' ', '/', '#', ':', '.', ',', '(', ')', 'é', 'x'), maxLength: 8 })
    fc.assert(
      fc.property(around, around, fc.integer({ min: 1, max: 99_999 }), (before, after, n) => {
        const number = `FA2026-${String(n).padStart(5, '0')}`
        expect(names(`${before} ${number} ${after}`, number)).toBe(true)
      }),
    )
  })
})

test('a short or plain number may stand in a text by chance', () => {
  expect(['178', '2026', 'F17'].map(isTelling)).toEqual([false, false, false])
  expect(['FA178', '202604', 'F124212'].map(isTelling)).toEqual([true, true, true])
})

test.each([
  ['FA2026-0178', '178', true],
  ['20260178', '178', true],
  ['20260178', '78', false],
  ['20260078', '78', true],
  ['FA-78', '78', true],
  ['F124212', '4212', true],
  ['F124212/A', '212', true],
  ['FA2026-0178', '2026', false],
  ['AVOIR', '12', false],
])('%s may be shortened to %s: %s', (number, short, may) => expect(isTailOf(short, lastDigits(number))).toBe(may))

test.each([
  ['FACT 178/190/201', ['178', '190', '201']],
  ['178, 190 et 0201', ['178', '190', '201']],
  ['reglement du 12/11/2026 fact 178', ['178']],
  ['178 pour 1 250,40 EUR', ['178']],
  ['REF 12345678901 ABC178', []],
])('%j shortens the numbers %j', (text, numbers) => expect(shortNumbersIn(text)).toEqual(numbers))

test('words of fewer than three letters and forms of company tell nobody apart (P31)', () => {
  expect(wordsOfName('AB')).toEqual([])
  expect(wordsOfName('Ets Durand & Fils SARL')).toEqual(['durand'])
  expect(wordsInText('VIR RECU DURAND').has('durand')).toBe(true)
})

describe('the label of a payer', () => {
  test('is the name that the bank gives', () =>
    expect(labelOf({ party: 'DURAND & FILS', text: 'FACT 178' })).toBe('durand fils'))
  test('else what of the text does not change', () => {
    expect(labelOf({ party: '', text: 'VIR SEPA RECU DE CAFES MONTBRISSON FACT 178 REF A12' })).toBe(
      'cafes montbrisson',
    )
    expect(labelOf({ party: '', text: 'VIR SEPA RECU DE CAFES MONTBRISSON FACT 201 REF B77' })).toBe(
      'cafes montbrisson',
    )
  })
  test('is nothing where only banking words are left', () =>
    expect(labelOf({ party: '', text: 'VIREMENT SEPA 178' })).toBe(''))
})
