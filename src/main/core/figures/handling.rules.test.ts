import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction, toPlaces } from '../financials/fraction.rules.ts'
import { daysDelinquent, daysOfSales, type Figure, isKnown } from './figures.rules.ts'
import {
  costOfLateness,
  difference,
  lossRatio,
  type PromiseOutcome,
  promiseCounts,
  promiseSums,
  shareOf,
} from './handling.rules.ts'

const shown = (figure: Figure, places = 1) => (isKnown(figure) ? toPlaces(figure, places) : figure)
/** Thousands of euros, in cents. */
const k = (thousands: number) => thousands * 100_000

describe('the examples of domain 4.6', () => {
  test('bad debts: 9.2 of 2,300 with VAT are 0.48 %', () => {
    expect(shown(lossRatio({ net: 920_000, untold: 0 }, k(2300), '20'), 2)).toBe('0.48')
    // The same loss with its VAT, which nothing told.
    expect(shown(lossRatio({ net: 0, untold: 1_104_000 }, k(2300), '20'), 2)).toBe('0.48')
    expect(lossRatio({ net: 920_000, untold: 0 }, 0, '20')).toBe('no-sales')
  })

  test('disputes, limits, promises', () => {
    expect(shown(shareOf(24, 400, 'nothing-owed'))).toBe('6.0')
    expect(shown(shareOf(96, 120, 'no-limits'))).toBe('80.0')
    expect(shown(shareOf(38, 50, 'no-promises-due'))).toBe('76.0')
    expect(shown(shareOf(90, 120, 'no-promises-due'))).toBe('75.0')
    expect(shareOf(0, 0, 'no-promises-due')).toBe('no-promises-due')
  })

  test('cost of late payment: 150,000 at 5 % for 22.4 days are 460', () => {
    expect(shown(costOfLateness(k(150), '5', fraction(224, 10)), 0)).toBe('46027')
    const added = daysDelinquent(daysOfSales(k(480), k(610), 91), daysOfSales(k(330), k(610), 91))
    expect(shown(costOfLateness(k(150), '5', added), 0)).toBe('45980')
    expect(costOfLateness(k(150), '5', 'no-sales')).toBe('no-sales')
  })

  test('a difference needs both of them', () => {
    expect(shown(difference(fraction(716, 10), fraction(212, 10)))).toBe('50.4')
    expect(difference(fraction(1), 'no-suppliers')).toBe('no-suppliers')
    expect(difference('no-sales', 'no-suppliers')).toBe('no-sales')
  })
})

const promise = (changes: Partial<PromiseOutcome>): PromiseOutcome => ({
  day: '2026-03-10',
  graceUntil: '2026-03-12',
  madeOn: '2026-03-01',
  state: 'kept',
  expected: 100,
  received: 100,
  cancelledOn: null,
  renegotiated: false,
  ...changes,
})
const march = { from: '2026-02-28', until: '2026-03-31' }

describe('which promises count', () => {
  test.each<[string, Partial<PromiseOutcome>, ReturnType<typeof promiseCounts>]>([
    ['kept', {}, 'kept'],
    ['kept in part', { state: 'partly', received: 40 }, 'not-kept'],
    ['broken', { state: 'broken', received: 0 }, 'not-kept'],
    ['due before the period', { day: '2026-02-28' }, null],
    ['due after it', { day: '2026-04-01' }, null],
    ['still running', { state: 'running', received: 0 }, null],
    ['nothing was left to pay', { state: 'void', expected: 0, received: 0 }, null],
    ['put off the day before', { state: 'cancelled', cancelledOn: '2026-03-09', renegotiated: true }, null],
    ['put off on its day', { state: 'cancelled', cancelledOn: '2026-03-10', renegotiated: true }, 'not-kept'],
    ['taken back', { state: 'cancelled', cancelledOn: '2026-03-11' }, null],
  ])('%s', (_, changes, counts) => {
    expect(promiseCounts(promise(changes), march)).toBe(counts)
  })

  test('a part is no kept promise, and counts by its amount', () => {
    const sums = promiseSums([promise({}), promise({ state: 'partly', received: 40 })], march)
    expect(sums).toEqual({ due: 2, kept: 1, expected: 200, received: 140 })
  })
})

test('a ratio of promises lies between nothing and all of them', () => {
  const any = fc.record({
    state: fc.constantFrom('running', 'kept', 'partly', 'broken', 'cancelled', 'void'),
    expected: fc.nat(1e9),
    part: fc.nat(100),
    renegotiated: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), (drawn) => {
      const promises = drawn.map(({ part, ...one }) =>
        promise({
          ...one,
          received: Math.floor((one.expected * part) / 100),
          cancelledOn: one.state === 'cancelled' ? '2026-03-10' : null,
        }),
      )
      const { due, kept, expected, received } = promiseSums(promises, march)
      expect(kept).toBeLessThanOrEqual(due)
      expect(due).toBeLessThanOrEqual(promises.length)
      expect(received).toBeLessThanOrEqual(expected)
    }),
  )
})
