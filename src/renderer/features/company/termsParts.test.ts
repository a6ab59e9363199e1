import { expect, test } from 'vitest'
import { formatTerms } from '../../../main/core/receivables/terms.rules.ts'
import { partsOf, termsOf } from './termsParts.ts'

test.each(['0', '30', '45eom-a', '45eom-b', '30eom+10', '30eom-b+10'])(
  '%s is chosen and written back the same',
  (text) => {
    expect(formatTerms(termsOf(partsOf(text)))).toBe(text)
  },
)

test('terms that cannot be read stand as 30 days net', () => {
  expect(partsOf('soon')).toEqual({ kind: 'net', days: 30, day: 10 })
})

test('a kind that names no day forgets it in the terms, not in the choice', () => {
  expect(formatTerms(termsOf({ kind: 'eom-a', days: 30, day: 15 }))).toBe('30eom-a')
})
