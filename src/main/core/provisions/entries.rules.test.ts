import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doubtfulAccount, entriesOf, type Held, padded, sidesOf } from './entries.rules.ts'

const held = (itemId: string, gross: number, amount: number, rest: Partial<Held> = {}): Held => ({
  itemId,
  customerId: 'C1',
  account: '411000',
  inLedger: false,
  gross,
  amount,
  ...rest,
})
const earlier = (itemId: string, gross: number, amount: number, writtenOff = 0) => ({
  ...held(itemId, gross, amount),
  writtenOff,
})
const none = { now: 0, before: 0 }
const told = (...given: Parameters<typeof entriesOf>) => entriesOf(...given).map(({ kind, amount }) => [kind, amount])

describe('entries of a closing (PCG)', () => {
  test('a debt found doubtful goes to 416 with its VAT, its impairment to 491 without (domain 4.9, S143)', () => {
    const [transfer, impairment] = entriesOf([held('F1', 12_000_00, 7_000_00)], [], none)
    expect([transfer, impairment]).toEqual([
      { kind: 'transfer', itemId: 'F1', account: '411000', amount: 12_000_00 },
      { kind: 'impairment', itemId: 'F1', account: '411000', amount: 7_000_00 },
    ])
    expect(transfer && sidesOf(transfer, '411000')).toEqual({
      debit: { account: '416000', aux: true },
      credit: { account: '411000', aux: true },
    })
    expect(impairment && sidesOf(impairment, '411000')).toEqual({
      debit: { account: '681740', aux: false },
      credit: { account: '491000', aux: false },
    })
  })

  test('the next closing books the difference: up, down by 78174, or nothing', () => {
    expect(told([held('F1', 100, 70)], [earlier('F1', 100, 50)], none)).toEqual([['impairment', 20]])
    expect(told([held('F1', 100, 40)], [earlier('F1', 100, 50)], none)).toEqual([['release', 10]])
    expect(told([held('F1', 100, 50)], [earlier('F1', 100, 50)], none)).toEqual([])
    const [release] = entriesOf([held('F1', 100, 40)], [earlier('F1', 100, 50)], none)
    expect(release && sidesOf(release, '411000')).toMatchObject({
      debit: { account: '491000' },
      credit: { account: '781740' },
    })
  })

  test('what was paid or is sound leaves 416; what was written off left it by its own entry', () => {
    expect(told([held('F1', 60, 30)], [earlier('F1', 100, 50)], none)).toEqual([
      ['transfer-back', 40],
      ['release', 20],
    ])
    expect(told([], [earlier('F1', 100, 50)], none)).toEqual([
      ['transfer-back', 100],
      ['release', 50],
    ])
    expect(told([], [earlier('F1', 100, 50, 100)], none)).toEqual([['release', 50]])
    expect(told([held('F1', 30, 15)], [earlier('F1', 100, 50, 50)], none)).toEqual([
      ['transfer-back', 20],
      ['release', 35],
    ])
  })

  test('what the ledger holds in 416 already is not moved, and is impaired all the same', () => {
    expect(told([held('F1', 100, 50, { inLedger: true, account: '416000' })], [], none)).toEqual([['impairment', 50]])
  })

  test('customers put together move on the accounts their debts were booked on', () => {
    const [one, other] = [held('F1', 100, 50, { account: '411DUPONT' }), held('F2', 40, 10, { account: '411DURAND' })]
    expect(entriesOf([one, other], [], none)).toEqual([
      { kind: 'transfer', itemId: 'F1', account: '411DUPONT', amount: 100 },
      { kind: 'transfer', itemId: 'F2', account: '411DURAND', amount: 40 },
      { kind: 'impairment', itemId: 'F1', account: '411DUPONT', amount: 60 },
    ])
    expect(
      entriesOf(
        [],
        [
          { ...other, writtenOff: 0 },
          { ...one, writtenOff: 0 },
        ],
        none,
      ),
    ).toMatchObject([
      { kind: 'transfer-back', account: '411DURAND', amount: 40 },
      { kind: 'transfer-back', account: '411DUPONT', amount: 100 },
      { kind: 'release', amount: 60 },
    ])
  })

  test('the matrix moves as one', () => {
    expect(told([], [], { now: 100, before: 30 })).toEqual([['matrix', 70]])
    expect(told([], [], { now: 10, before: 30 })).toEqual([['matrix-release', 20]])
  })

  test('accounts are as long as the ledger’s', () => {
    expect(['411000', '41100000', '411', '411DUPONT', '413000', ''].map(doubtfulAccount)).toEqual([
      '416000',
      '41600000',
      '416',
      '416DUPONT',
      '416000',
      '416000',
    ])
    expect([padded('68174', '411'), padded('491', '41100000'), padded('491', '411DUPONT')]).toEqual([
      '68174',
      '49100000',
      '491000',
    ])
  })

  test('closing after closing, 416 and 491 come to what the last one says', () => {
    const debts = fc.dictionary(
      fc.constantFrom('F1', 'F2', 'F3', 'F4', 'F5'),
      fc.tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 100 }), fc.constantFrom('C1', 'C2')),
    )
    const toHeld = (some: Record<string, [number, number, string]>) =>
      Object.entries(some).map(([id, [gross, percent]]) =>
        held(id, gross, Math.floor((gross * percent) / 100), { customerId: id < 'F3' ? 'C1' : 'C2' }),
      )
    fc.assert(
      fc.property(debts, debts, (first, second) => {
        const [a, b] = [toHeld(first), toHeld(second)]
        const booked = [
          ...entriesOf(a, [], none),
          ...entriesOf(
            b,
            a.map((one) => ({ ...one, writtenOff: 0 })),
            none,
          ),
        ]
        const sum = (kind: string) => booked.reduce((total, one) => (one.kind === kind ? total + one.amount : total), 0)
        expect(sum('transfer') - sum('transfer-back')).toBe(b.reduce((total, { gross }) => total + gross, 0))
        expect(sum('impairment') - sum('release')).toBe(b.reduce((total, { amount }) => total + amount, 0))
      }),
    )
  })
})
