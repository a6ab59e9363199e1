import { expect, test } from 'vitest'
import { foundWords, segmentsOf, without } from './highlight.ts'

const marked = (text: string, words: string[]) =>
  segmentsOf(text, words)
    .map((segment) => (segment.found ? `[${segment.text}]` : segment.text))
    .join('')

test('a number is found however the bank writes it', () => {
  expect(marked('VIR MAISON ALPHA FA 2026 0178 SOLDE', ['FA-2026-0178'])).toBe('VIR MAISON ALPHA [FA 2026 0178] SOLDE')
  expect(marked('REFfa20260178', ['FA-2026-0178'])).toBe('REF[fa20260178]')
})

test('a short number is no part of a longer one', () => {
  expect(marked('FACT 178/190 DU 11780', ['178', '190'])).toBe('FACT [178]/[190] DU 11780')
})

test('nothing found leaves the text whole, signs of a pattern are only signs', () => {
  expect(segmentsOf('PRLV (SEPA)', [])).toEqual([{ text: 'PRLV (SEPA)', found: false }])
  expect(segmentsOf('', ['FA-1'])).toEqual([])
  expect(marked('A+B SARL', ['+', 'A+B'])).toBe('[A+B] SARL')
})

test('beside the payer, its name in the text says nothing more', () => {
  expect(without('VIR SEPA MAISON ALPHA FA-2026-0178', 'Maison Alpha')).toBe('VIR SEPA FA-2026-0178')
  expect(without('VIR SEPA', '')).toBe('VIR SEPA')
})

test('reasons that stand in the text give their words, shortened numbers one by one', () => {
  expect(
    foundWords([
      { code: 'short-number', detail: '178/190' },
      { code: 'name', detail: 'Maison Alpha' },
      { code: 'account-known', detail: 'FR7630006000011234567890189' },
      { code: 'amount-exact', detail: '' },
    ]),
  ).toEqual(['178', '190', 'Maison Alpha'])
})
