import { expect, test } from 'vitest'
import { bankMappingSchema } from '../../../../main/core/imports/bank-mapping.schema.ts'
import { type Mapping, mappingSchema } from '../../../../main/core/imports/imports.contract.ts'
import {
  type BankDraft,
  bucketDays,
  meaningOf,
  missingOf,
  withBucketDays,
  withinHeader,
  withMeaning,
  withTarget,
} from './draft.ts'

const header = ['Client', 'Date', 'Total', 'Total', '']
const bankDraft = (columns: BankDraft['columns']): BankDraft => ({
  ...bankMappingSchema.parse({ name: 'test', columns }),
  target: 'bank',
})
const mapping = (columns: Mapping['columns'], rest: Partial<Mapping> = {}): Mapping => ({
  ...mappingSchema.parse({ name: 'test', columns }),
  ...rest,
})

test('a column is named by its header, or by its position where headers repeat or are missing', () => {
  const named = withMeaning(mapping({}), header, 1, 'issued')
  expect(named.columns).toEqual({ issued: 'Date' })
  expect(withMeaning(named, header, 3, 'amount').columns).toEqual({ issued: 'Date', amount: 3 })
  expect(withMeaning(named, header, 4, 'due').columns).toEqual({ issued: 'Date', due: 4 })
})

test('headers are told apart without regard to case', () => {
  expect(meaningOf(mapping({ customerName: 'CLIENT' }), header, 0)).toBe('customerName')
})

test('a field moves to the column that receives it, and a column holds one field', () => {
  const moved = withMeaning(mapping({ amount: 2 }), header, 3, 'amount')
  expect(meaningOf(moved, header, 2)).toBeNull()
  expect(meaningOf(moved, header, 3)).toBe('amount')
  const changed = withMeaning(moved, header, 3, 'open')
  expect(changed.columns).toEqual({ open: 3 })
  expect(withMeaning(changed, header, 3, null).columns).toEqual({})
})

test('a bucket holds its days and is taken off like a field', () => {
  const aged = withBucketDays(withMeaning(mapping({}), header, 2, 'bucket'), header, 2, 31)
  expect(meaningOf(aged, header, 2)).toBe('bucket')
  expect(bucketDays(aged, header, 2)).toBe(31)
  expect(withMeaning(aged, header, 2, 'amount').buckets).toEqual([])
})

test('what both kinds of file know of the customer survives the change of target', () => {
  const customers = withTarget(mapping({ customerCode: 'Client', customerName: 2, issued: 'Date' }), 'customers')
  expect(customers.columns).toEqual({ code: 'Client', name: 2 })
  expect(withTarget(customers, 'items').columns).toEqual({ customerCode: 'Client', customerName: 2 })
})

test('columns that another header row does not have are dropped', () => {
  const other = withinHeader(mapping({ customerName: 'Client', issued: 'Date', amount: 3 }), ['client', 'Montant'])
  expect(other.columns).toEqual({ customerName: 'Client' })
})

test('what is missing is the customer, an amount, and the day of an aged balance', () => {
  expect(missingOf(mapping({}))).toEqual(['missingCustomer', 'missingAmount'])
  expect(missingOf(mapping({ customerName: 0, open: 2 }))).toEqual([])
  expect(missingOf(mapping({ amount: 2 }, { groupRows: true }))).toEqual([])
  const aged = mapping({ customerName: 0 }, { buckets: [{ column: 2, daysLate: 0 }] })
  expect(missingOf(aged)).toEqual(['asOf'])
  expect(missingOf({ ...aged, constants: { asOf: '2026-01-31' } })).toEqual([])
  expect(missingOf(mapping({ city: 1 }, { target: 'customers' }))).toEqual(['missingCustomer'])
  expect(missingOf(mapping({ code: 0 }, { target: 'customers' }))).toEqual([])
})

test('a bank’s table keeps day, payer and how it is read when it is taken for receivables, and the reverse', () => {
  const bank = { ...bankDraft({ booked: 'Date', party: 'Client', label: 4 }), separator: ';' as const }
  const items = withTarget(bank, 'items')
  expect(items).toMatchObject({ target: 'items', separator: ';', columns: { issued: 'Date', customerName: 'Client' } })
  expect(withTarget(items, 'bank').columns).toEqual({ booked: 'Date', party: 'Client' })
  expect('buckets' in withMeaning(bank, header, 3, 'amount')).toBe(false)
})

test('a bank’s table needs its day and an amount', () => {
  expect(missingOf(bankDraft({ label: 0 }))).toEqual(['missingDay', 'missingAmount'])
  expect(missingOf(bankDraft({ booked: 'Date', credit: 2 }))).toEqual([])
})
