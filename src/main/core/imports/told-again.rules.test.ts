import { describe, expect, test } from 'vitest'
import { type ToldItem, toldAgain } from './told-again.rules.ts'

const item = (id: string, rest: Partial<ToldItem> = {}): ToldItem => ({
  id,
  customer_id: 'C1',
  kind: 'payment',
  number: id,
  booked: '2026-03-10',
  currency: 'EUR',
  amount: -10_000,
  ...rest,
})
const found = (told: ToldItem[], held: ToldItem[]) =>
  toldAgain(told, held).map(({ told: { id }, itemId, difference }) => [id, itemId, difference])

describe('what the book had from elsewhere is recognised in a ledger', () => {
  test.each<[string, Partial<ToldItem>, boolean]>([
    ['the same day', {}, true],
    ['five days later', { booked: '2026-03-15' }, true],
    ['six days later', { booked: '2026-03-16' }, false],
    ['another amount', { amount: -10_001 }, false],
    ['the other sense', { amount: 10_000 }, false],
    ['another customer', { customer_id: 'C2' }, false],
    ['another currency', { currency: 'USD' }, false],
  ])('a receipt, %s', (_case, changes, known) => {
    expect(found([item('BQ-7', changes)], [item('RG-1')])).toEqual(known ? [['BQ-7', 'RG-1', 0]] : [])
  })

  test('each receipt once, the nearest day first', () => {
    const told = [item('BQ-1', { booked: '2026-03-12' }), item('BQ-2', { booked: '2026-03-09' }), item('BQ-3')]
    const held = [item('RG-1', { booked: '2026-03-11' }), item('RG-2', { booked: '2026-03-08' })]
    expect(found(told, held)).toEqual([
      ['BQ-1', 'RG-1', 0],
      ['BQ-2', 'RG-2', 0],
    ])
  })

  test('an invoice by its number, whatever its case and day; its instalments are one', () => {
    const held = [
      item('a', { kind: 'invoice', number: 'FA-12', amount: 3_000 }),
      item('b', { kind: 'invoice', number: 'FA-12', amount: 7_000 }),
    ]
    const told = item('x', { kind: 'invoice', number: 'fa-12 ', amount: 10_000, booked: '2026-05-31' })
    expect(found([told], held)).toEqual([['x', 'a', 0]])
    expect(found([{ ...told, amount: 10_500 }], held)).toEqual([['x', 'a', 500]])
    expect(found([{ ...told, number: 'FA-13' }], held)).toEqual([])
  })

  test('a credit note of another number by its amount within the month', () => {
    const held = [item('AV-2026-1', { kind: 'credit_note', amount: -2_500 })]
    const told = item('AV77', { kind: 'credit_note', amount: -2_500, booked: '2026-03-31' })
    expect(found([told], held)).toEqual([['AV77', 'AV-2026-1', 0]])
    expect(found([{ ...told, booked: '2026-04-30' }], held)).toEqual([])
  })
})
