import { expect, test } from 'vitest'
import type { LedgerLine } from './fec.line.ts'
import { isPayableAccount } from './fec.payables.ts'
import { createReceivableCollector } from './fec.receivables.ts'

let next = 1
const line = (account: string, amount: number, rest: Partial<LedgerLine> = {}): LedgerLine => ({
  line: next++,
  journal: 'OD',
  journalLabel: '',
  entry: '1',
  date: '2026-01-10',
  account,
  accountLabel: 'Compte',
  auxiliary: account.startsWith('40') ? 'F001' : '',
  auxiliaryLabel: account.startsWith('40') ? 'Scierie Bonnet' : '',
  piece: 'P-1',
  pieceDate: '2026-01-08',
  label: 'libellé',
  debit: Math.max(amount, 0),
  credit: Math.max(-amount, 0),
  lettering: '',
  letteringDate: null,
  currency: '',
  currencyAmount: null,
  ...rest,
})

const linesOf = (...lines: LedgerLine[]) => {
  const collector = createReceivableCollector()
  collector.take(lines)
  collector.end()
  return collector.takeSupplierLines()
}

test('suppliers and bills payable are owed; advances, fixed assets and invoices to come are not', () => {
  const accounts = ['401', '401000', '4011', '401SCIERIE', '403100', '404000', '405', '408100', '4091', '411', '4', '']
  expect(accounts.filter(isPayableAccount)).toEqual(['401', '401000', '4011', '401SCIERIE', '403100'])
})

test.each<[string, LedgerLine[], string[]]>([
  ['a purchase', [line('607000', 1000), line('445660', 200), line('401000', -1200)], ['invoice']],
  ['a service', [line('622600', 100), line('401000', -100)], ['invoice']],
  ['an asset', [line('218300', 100), line('401000', -100)], ['invoice']],
  ['an invoice that was awaited', [line('408100', 100), line('401000', -100)], ['invoice']],
  ['a credit note', [line('401000', 120), line('607000', -100), line('445660', -20)], ['credit_note']],
  ['a payment', [line('401000', 120), line('512000', -120)], ['payment']],
  ['a payment with bank charges', [line('401000', 120), line('627000', 5), line('512000', -125)], ['payment']],
  [
    'a payment less discount',
    [line('401000', 120), line('512000', -117), line('765000', -2.5), line('445660', -0.5)],
    ['payment'],
  ],
  ['a payment out of an advance', [line('401000', 120), line('409100', -120)], ['payment']],
  ['money that came back', [line('512000', 120), line('401000', -120)], ['payment']],
  [
    'bought and paid in one entry',
    [line('606400', 12), line('401000', -12), line('401000', 12), line('530000', -12)],
    ['invoice', 'payment'],
  ],
  ['a bill accepted', [line('401000', 120), line('403000', -120)], ['adjustment', 'adjustment']],
  ['a discount for paying early', [line('401000', 12), line('765000', -12)], ['adjustment']],
  ['set off against a customer', [line('401000', 120), line('411000', -120)], ['adjustment']],
  ['an opening', [line('401000', -10, { journal: 'AN' }), line('110000', 10, { journal: 'AN' })], ['opening']],
  ['a purchase whose counterpart stands elsewhere', [line('401000', -10, { journal: 'HA' })], ['invoice']],
  [
    'a credit note whose counterpart stands elsewhere',
    [line('401000', 10, { journalLabel: 'Achats' })],
    ['credit_note'],
  ],
  ['a payment whose counterpart stands elsewhere', [line('401000', 10, { journal: 'BQ1' })], ['payment']],
  ['nothing that tells', [line('401000', 10)], ['adjustment']],
  ['an amount of zero', [line('401000', 0), line('607000', 0)], []],
])('%s', (_name, lines, kinds) => {
  expect(linesOf(...lines).map(({ kind }) => kind)).toEqual(kinds)
})

test('a line is owed to the auxiliary account, else to the account; above zero where more is owed', () => {
  const [of] = linesOf(line('401000', -12, { lettering: 'A', letteringDate: '2026-02-01' }), line('607000', 12))
  expect(of).toMatchObject({
    supplierCode: 'F001',
    supplierName: 'Scierie Bonnet',
    account: '401000',
    number: 'P-1',
    booked: '2026-01-10',
    amount: 12,
    lettering: 'A',
    letteringDate: '2026-02-01',
  })
  expect(linesOf(line('401SCIERIE', -1, { auxiliary: '', auxiliaryLabel: '' }), line('607', 1))[0]).toMatchObject({
    supplierCode: '401SCIERIE',
    supplierName: 'Compte',
  })
})

test('equal lines are told apart, and known again in another reading', () => {
  const read = () =>
    linesOf(line('401000', -12), line('401000', -12), line('607000', 24)).map(({ sourceKey }) => sourceKey)
  const [first, second] = read()
  expect(first).not.toBe(second)
  expect(read()).toEqual([first, second])
})
