import { expect, test } from 'vitest'
import { fold } from './text.ts'

test.each([
  ['Élévateurs MÜLLER', 'elevateurs muller'],
  ['Cœur & Æther', 'coeur & aether'],
  ['  deux \t mots\u00a0seuls\u202f ', 'deux mots seuls'],
  ['E\u0301te\u0301', 'ete'],
  ['', ''],
  ['\u0301', ''],
])('%j is found as %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
  expect(fold(fold(text))).toBe(folded)
})
