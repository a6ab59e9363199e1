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

test('German: quotation marks below and above, a paragraph keeps to its number', () => {
  expect(typographic('Rechnung "F-1" gemäß § 288 Abs. 2 BGB, 40 €', 'de')).toBe(
    'Rechnung „F-1“ gemäß §\u00A0288 Abs.\u00A02 BGB, 40\u00A0€',
  )
  expect(typographic('nach Art. L. 441-10 II', 'de')).toBe('nach Art. L.\u00A0441-10 II')
})

test('Spanish: guillemets without spaces, nothing before double signs', () => {
  expect(typographic('la factura "F-1": ¿la han recibido?', 'es')).toBe('la factura «F-1»: ¿la han recibido?')
  expect(typographic('el art. 7, 40 €', 'es')).toBe('el art.\u00A07, 40\u00A0€')
})

test('an inch or a quotation mark that stands alone stays', () => {
  for (const language of ['fr', 'de', 'es'] as const)
    expect(typographic('écran 24" et 32"', language)).toBe('écran 24" et 32"')
})
