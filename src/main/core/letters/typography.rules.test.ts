import { expect, test } from 'vitest'
import { typographic } from './typography.rules.ts'

test('French: narrow no-break spaces before double signs and inside guillemets', () => {
  expect(typographic('Objet : l’avoir « A » est-il parti ?', 'fr')).toBe(
    'Objet\u202F: l’avoir «\u202FA\u202F» est-il parti\u202F?',
  )
  expect(typographic('à 12:30, voir https://exemple.fr', 'fr')).toBe('à 12:30, voir https://exemple.fr')
})

test('French: an article keeps to its number and a figure to its sign', () => {
  expect(typographic('article L. 441-10, 40 € et 12 %', 'fr')).toBe('article L.\u00A0441-10, 40\u00A0€ et 12\u00A0%')
})

test('English is left as it is', () => {
  expect(typographic('Due : now ?', 'en')).toBe('Due : now ?')
})
