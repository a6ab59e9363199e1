import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { bankCsv, camt053, cfonb120, mt940, ofx1, ofx2, qif } from '../../../../../../test/support/bank-samples.ts'
import { detectBankFormat } from './detect.bank.ts'

const statement = { lines: [{ amount: 100, text: 'FACTURE' }] }

it.each([
  ['camt', camt053(statement)],
  ['camt', camt053(statement, { message: '052' })],
  ['camt', camt053(statement, { message: '054', version: 2 })],
  ['cfonb120', cfonb120(statement)],
  ['cfonb120', cfonb120(statement, { lineEnd: '' })],
  ['cfonb120', `3100000120181220E    300661077100020030401${' '.repeat(199)}\n`],
  ['mt940', mt940(statement)],
  ['mt940', `{1:F01BANK}{2:O940}{4:\r\n${mt940(statement)}`],
  ['ofx', ofx1(statement)],
  ['ofx', ofx2(statement)],
  ['qif', qif(statement)],
  ['bank-csv', bankCsv(statement)],
  ['bank-csv', 'Booking date,Description,Amount\n'],
])('%s is recognised by its beginning', (format, text) => {
  expect(detectBankFormat(text)).toBe(format)
  expect(detectBankFormat(new Uint8Array(Buffer.from(text)))).toBe(format)
  expect(detectBankFormat(new Uint8Array(iconv.encode(text, 'utf16-le', { addBOM: true })))).toBe(format)
})

it.each([
  '',
  'bonjour',
  '<html></html>',
  '<rsm:CrossIndustryInvoice/>',
  '{"a": 1}',
  '{"note": "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02", "other": "<OFX>"}',
  'N° facture;Date;Échéance;Client;Montant TTC\n',
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tDebit\tCredit\n',
  'Invoice number,Date,Description,Amount\n',
])('%j is no bank file', (text) => {
  expect(detectBankFormat(text)).toBeNull()
})
