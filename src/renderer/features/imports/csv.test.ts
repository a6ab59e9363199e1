import { expect, test } from 'vitest'
import { csvText } from './csv.ts'

test('a French spreadsheet separates by semicolons, an English one by commas', () => {
  expect(csvText([['12', 'Debit', '1,5', 'x']], 'fr')).toBe('\uFEFF12;Debit;1,5;x\r\n')
  expect(csvText([['12', 'Debit', '1,5', 'x']], 'en')).toBe('\uFEFF12,Debit,"1,5",x\r\n')
})

test('quotes, separators and line ends stay inside their cell', () => {
  expect(csvText([['say "so"; then\nend']], 'fr')).toBe('\uFEFF"say ""so""; then\nend"\r\n')
})

test.each(['=1+1', '+33', '-1', '@cmd', '\t=1'])('%j is no formula when it is opened', (cell) => {
  expect(csvText([[cell]], 'fr').slice(1)).toMatch(/^"?'/)
})
