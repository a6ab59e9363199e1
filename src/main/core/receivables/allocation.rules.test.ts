import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, maxDay } from '../kernel/day.ts'
import { type Allocatable, type Allocation, allocateOldestFirst } from './allocation.rules.ts'

const item = (id: string, day: string, amount: number): Allocatable => ({ id, day, amount })
const sum = (values: readonly { amount: number }[]) => values.reduce((total, { amount }) => total + amount, 0)
const settled = (allocations: Allocation[], side: 'debitId' | 'creditId', id: string) =>
  sum(allocations.filter((allocation) => allocation[side] === id))

const anyItems = (prefix: string) =>
  fc
    .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 2_000_000_000 })), { maxLength: 12 })
    .map((rows) => rows.map(([n, amount], i) => item(`${prefix}${i}`, addDays('2026-01-01', n), amount)))

describe('oldest first', () => {
  it('A8: a receipt of 40 settles the instalment of 30 and 10 of the next', () => {
    const instalments = [
      item('third', '2026-04-01', 2000),
      item('first', '2026-02-01', 3000),
      item('second', '2026-03-01', 5000),
    ]
    expect(allocateOldestFirst(instalments, [item('receipt', '2026-02-15', 4000)])).toEqual([
      { debitId: 'first', creditId: 'receipt', amount: 3000, day: '2026-02-15' },
      { debitId: 'second', creditId: 'receipt', amount: 1000, day: '2026-03-01' },
    ])
  })

  it('A3: three receipts leave 5,500 of an invoice of 10,000; none is matched before the invoice exists', () => {
    const receipts = [
      item('r1', '2016-11-09', 150_000),
      item('r2', '2016-11-30', 100_000),
      item('r3', '2017-01-30', 200_000),
    ]
    const allocations = allocateOldestFirst([item('invoice', '2016-11-30', 1_000_000)], receipts)
    expect(1_000_000 - settled(allocations, 'debitId', 'invoice')).toBe(550_000)
    expect(allocations.map(({ day }) => day)).toEqual(['2016-11-30', '2016-11-30', '2017-01-30'])
  })

  it('items of one day are taken in the order given', () => {
    const allocations = allocateOldestFirst(
      [item('b', '2026-01-01', 100), item('a', '2026-01-01', 100)],
      [item('c', '2026-01-02', 100)],
    )
    expect(allocations.map(({ debitId }) => debitId)).toEqual(['b'])
  })

  it.each([
    ['no credit', [item('d', '2026-01-01', 100)], []],
    ['no debit', [], [item('c', '2026-01-01', 100)]],
    ['nothing open', [item('d', '2026-01-01', 0)], [item('c', '2026-01-01', 100)]],
    ['a negative amount', [item('d', '2026-01-01', 100)], [item('c', '2026-01-01', -100)]],
  ])('%s: nothing is allocated', (_, debits, credits) => {
    expect(allocateOldestFirst(debits, credits)).toEqual([])
  })

  it('allocates all it can, never above what is open, each match positive and on the later day', () => {
    fc.assert(
      fc.property(anyItems('d'), anyItems('c'), (debits, credits) => {
        const allocations = allocateOldestFirst(debits, credits)
        expect(sum(allocations)).toBe(Math.min(sum(debits), sum(credits)))
        for (const { id, amount } of debits) expect(settled(allocations, 'debitId', id)).toBeLessThanOrEqual(amount)
        for (const { id, amount } of credits) expect(settled(allocations, 'creditId', id)).toBeLessThanOrEqual(amount)
        const dayOf = new Map([...debits, ...credits].map(({ id, day }) => [id, day]))
        for (const { debitId, creditId, amount, day } of allocations) {
          expect(amount).toBeGreaterThan(0)
          expect(day).toBe(maxDay(dayOf.get(debitId) ?? '', dayOf.get(creditId) ?? ''))
        }
      }),
    )
  })

  it('a group that nets to zero is closed on both sides', () => {
    fc.assert(
      fc.property(anyItems('d'), fc.integer({ min: 1, max: 5 }), (debits, parts) => {
        const total = sum(debits)
        const share = Math.floor(total / parts)
        const credits = Array.from({ length: parts }, (_, i) =>
          item(`c${i}`, addDays('2026-02-01', i), i === parts - 1 ? total - share * (parts - 1) : share),
        )
        const allocations = allocateOldestFirst(debits, credits)
        for (const { id, amount } of debits) expect(settled(allocations, 'debitId', id)).toBe(amount)
        for (const { id, amount } of credits) expect(settled(allocations, 'creditId', id)).toBe(amount)
      }),
    )
  })

  it('no debit is touched while an older one is open, and the input is left alone', () => {
    fc.assert(
      fc.property(anyItems('d'), anyItems('c'), (debits, credits) => {
        const before = structuredClone({ debits, credits })
        const allocations = allocateOldestFirst(debits, credits)
        const open = debits.filter(({ id, amount }) => settled(allocations, 'debitId', id) < amount)
        const oldestOpen = open.map(({ day }) => day).sort()[0]
        for (const { id, day } of debits) {
          if (oldestOpen && day > oldestOpen) expect(settled(allocations, 'debitId', id)).toBe(0)
        }
        expect({ debits, credits }).toEqual(before)
        expect(allocateOldestFirst(debits, credits)).toEqual(allocations)
      }),
    )
  })
})
