import { expect, test } from 'vitest'
import { termsInWords } from './terms.words.rules.ts'

test.each([
  ['0', 'à réception de la facture', 'on receipt of the invoice'],
  ['1', '1 jour après la date de facture', '1 day after the invoice date'],
  ['30', '30 jours après la date de facture', '30 days after the invoice date'],
  ['45eom-a', '45 jours puis fin de mois', '45 days, then end of month'],
  ['45eom-b', 'fin de mois puis 45 jours', 'end of month, then 45 days'],
  [
    '30eom+10',
    '30 jours puis fin de mois, le 10 du mois suivant',
    '30 days, then end of month, on day 10 of the next month',
  ],
])('%s is “%s”, “%s”', (terms, french, english) => {
  expect(termsInWords(terms, 'fr')).toBe(french)
  expect(termsInWords(terms, 'en')).toBe(english)
})

test('terms that cannot be read have no words', () => {
  expect(() => termsInWords('45 jours', 'fr')).toThrow(expect.objectContaining({ code: 'terms.unreadable' }))
})

test.each([
  ['0', 'bei Erhalt der Rechnung', 'a la recepción de la factura'],
  ['1', '1 Tag nach Rechnungsdatum', 'a 1 día de la fecha de factura'],
  ['30', '30 Tage nach Rechnungsdatum', 'a 30 días de la fecha de factura'],
  ['45eom-a', '45 Tage nach Rechnungsdatum zum Monatsende', 'a 45 días y a fin de mes'],
  ['45eom-b', '45 Tage nach Monatsende', 'a 45 días desde fin de mes'],
])('in the letters of customers %s is “%s”, “%s”', (terms, german, spanish) => {
  expect(termsInWords(terms, 'de')).toBe(german)
  expect(termsInWords(terms, 'es')).toBe(spanish)
})
