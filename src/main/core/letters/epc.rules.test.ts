import { expect, test } from 'vitest'
import { epcPayload } from './epc.rules.ts'

const transfer = {
  beneficiary: 'ACME SAS',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: '',
  amount: 123456,
  currency: 'EUR',
  reference: 'RF68FA20260118',
}

test('the worked example: 78 bytes, 79 with a final line end', () => {
  const payload = epcPayload(transfer)
  expect(payload).toBe('BCD\n002\n1\nSCT\n\nACME SAS\nFR7630006000011234567890189\nEUR1234.56\n\nRF68FA20260118')
  expect(Buffer.byteLength(payload ?? '')).toBe(78)
})

test('a name is cut at 70 characters, never inside one', () => {
  expect(epcPayload({ ...transfer, beneficiary: 'é'.repeat(80) })?.split('\n')[5]).toBe('é'.repeat(70))
})

test('a line break in a name cannot move the account to another line', () => {
  const lines = epcPayload({ ...transfer, beneficiary: 'ACME\r\nFR7600000000000000000000000' })?.split('\n')
  expect(lines?.[5]).toBe('ACME FR7600000000000000000000000')
  expect(lines?.[6]).toBe('FR7630006000011234567890189')
})

test.each([
  ['another currency', { currency: 'GBP' }],
  ['nothing to pay', { amount: 0 }],
  ['a credit', { amount: -1 }],
  ['more than a transfer can hold', { amount: 100_000_000_000 }],
  ['more than 331 bytes', { beneficiary: '😀'.repeat(70) }],
  ['no name', { beneficiary: ' \n' }],
  ['an account that is none', { iban: 'FR7630006000011234567890188' }],
  ['a bank that is none', { bic: 'AGRIFRP' }],
  ['a reference that is none', { reference: 'F-1024' }],
  ['a reference with wrong check digits', { reference: 'RF69FA20260118' }],
])('none for %s', (_why, change) => {
  expect(epcPayload({ ...transfer, ...change })).toBeNull()
})
