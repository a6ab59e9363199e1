import { expect, test } from 'vitest'
import { languageOfCountry } from './language.rules.ts'

test.each([
  ['FR', 'fr'],
  ['DE', 'de'],
  ['AT', 'de'],
  ['ES', 'es'],
  ['BE', 'fr'],
  ['CH', 'fr'],
  ['GB', 'en'],
  ['IT', 'en'],
  ['JP', 'en'],
])('a new customer in %s is written to in %s by a French company', (country, language) => {
  expect(languageOfCountry(country, { country: 'FR', language: 'fr' })).toBe(language)
})

test('where several languages are at home, the company’s own is taken', () => {
  expect(languageOfCountry('BE', { country: 'BE', language: 'en' })).toBe('en')
  expect(languageOfCountry('NL', { country: 'NL', language: 'fr' })).toBe('fr')
  expect(languageOfCountry('DE', { country: 'DE', language: 'en' })).toBe('de')
})
