import { expect, test } from 'vitest'
import { type FoundPiece, kindOfProof, missingFrom, numbered } from './pieces.rules.ts'

const piece = (key: string, rest: Partial<FoundPiece> = {}): FoundPiece => ({
  key,
  kind: 'invoice',
  title: key,
  day: null,
  itemIds: [],
  documentId: key,
  sha256: key,
  fileName: `${key}.pdf`,
  mediaType: 'application/pdf',
  ...rest,
})
const NONE: ReadonlySet<string> = new Set()

test('exhibits are listed in the order of a file, by day within a kind', () => {
  const found = [
    piece('l2', { kind: 'letter', day: '2026-03-01' }),
    piece('i', { itemIds: ['a'] }),
    piece('l1', { kind: 'letter', day: '2026-02-01' }),
    piece('t', { kind: 'terms' }),
    piece('account', { kind: 'account', sha256: '' }),
  ]
  expect(numbered(found, NONE).map(({ key, number }) => [key, number])).toEqual([
    ['account', 1],
    ['t', 2],
    ['i', 3],
    ['l1', 4],
    ['l2', 5],
  ])
})

test('one document stands once, for all the invoices it is about; what is left out has no number', () => {
  const found = [
    piece('p1', { kind: 'delivery', sha256: 'same', itemIds: ['a'] }),
    piece('p2', { kind: 'delivery', sha256: 'same', itemIds: ['b'] }),
    piece('p3', { kind: 'invoice', itemIds: ['a'] }),
    piece('x', { kind: 'other' }),
  ]
  expect(numbered(found, new Set(['x'])).map(({ key, number, itemIds }) => [key, number, itemIds])).toEqual([
    ['p1', 1, ['a', 'b']],
    ['p3', 2, ['a']],
    ['x', null, []],
  ])
})

test('what a court asks for and the file has not is named, with the invoices that lack it', () => {
  const items = [
    { id: 'a', number: 'F-1', isInvoice: true },
    { id: 'b', number: 'F-2', isInvoice: true },
    { id: 'c', number: 'OD', isInvoice: false },
  ]
  const pieces = numbered(
    [
      piece('1', { itemIds: ['a'] }),
      piece('2', { kind: 'order' }),
      piece('3', { kind: 'delivery', itemIds: ['a', 'b'] }),
      piece('4', { kind: 'terms' }),
      piece('5', { kind: 'identity' }),
    ],
    new Set(['4']),
  )
  const facts = { items, pieces, formalNotice: { registered: true, receipt: false }, hasAddress: true }
  expect(missingFrom(facts)).toEqual([
    { kind: 'invoice', items: ['F-2'] },
    { kind: 'terms', items: [] },
    { kind: 'receipt', items: [] },
  ])
  expect(missingFrom({ ...facts, items: [], formalNotice: null, hasAddress: false }).map(({ kind }) => kind)).toEqual([
    'terms',
    'formal-notice',
    'address',
  ])
})

test('a document tells its kind; an extract of the register tells who the debtor is', () => {
  expect(kindOfProof('delivery_note', 'BL 12')).toBe('delivery')
  expect(kindOfProof('receipt', 'PV de réception')).toBe('delivery')
  expect(kindOfProof('contract', '')).toBe('order')
  expect(kindOfProof('other', 'Extrait Kbis du 3 mars')).toBe('identity')
  expect(kindOfProof('other', 'Photo')).toBe('other')
})
