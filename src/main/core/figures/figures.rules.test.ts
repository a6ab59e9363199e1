import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction, toPlaces } from '../financials/fraction.rules.ts'
import { concentrations } from './concentration.rules.ts'
import {
  countBack,
  daysDelinquent,
  daysOfAverage,
  daysOfSales,
  effectiveness,
  type Figure,
  isKnown,
  monthsBefore,
  percent,
  plainDays,
  weightedDays,
} from './figures.rules.ts'

const concentration = (balances: readonly number[]) => {
  const held = concentrations(1)
  for (const balance of balances) held.add([balance])
  return held.at(0)
}
const shown = (figure: Figure, places = 1) => (isKnown(figure) ? toPlaces(figure, places) : figure)
/** Thousands of euros, in cents. */
const k = (thousands: number) => thousands * 100_000

// domain.md 4: sales of January to June, receivables at the end of March, May and June.
const sales = { jan: k(180), feb: k(170), mar: k(210), apr: k(200), may: k(190), jun: k(220), year: k(2300) }
const quarter = sales.apr + sales.may + sales.jun

describe('the examples of domain 4', () => {
  test('days sales outstanding, by every method', () => {
    expect(shown(daysOfSales(k(480), sales.year, 365))).toBe('76.2')
    expect(shown(daysOfSales(k(480), quarter, 91))).toBe('71.6')
    expect(shown(daysOfAverage(k(450), k(480), quarter, 91))).toBe('69.4')
    const months = [
      { sales: sales.jun, days: 30 },
      { sales: sales.may, days: 31 },
      { sales: sales.apr, days: 30 },
    ]
    expect(shown(countBack(k(480), months))).toBe('71.5')
  })

  test('the best possible, and what lateness adds', () => {
    const best = daysOfSales(k(330), quarter, 91)
    expect(shown(best)).toBe('49.2')
    expect(shown(daysDelinquent(daysOfSales(k(480), quarter, 91), best))).toBe('22.4')
  })

  test('average delay: weighted, plain, of the late ones', () => {
    const delays = (...rows: [number, number][]) =>
      rows.reduce(
        (sum, [amount, days]) => ({
          parts: sum.parts + 1,
          amount: sum.amount + amount,
          days: sum.days + days,
          weighted: sum.weighted + BigInt(amount) * BigInt(days),
        }),
        { parts: 0, amount: 0, days: 0, weighted: 0n },
      )
    const all = delays([1000000, 0], [500000, 12], [200000, 45], [300000, -3])
    expect(shown(weightedDays(all), 2)).toBe('7.05')
    expect(shown(plainDays(all))).toBe('13.5')
    expect(shown(weightedDays(delays([500000, 12], [200000, 45])))).toBe('21.4')
  })

  test('collection effectiveness of June, and the reference check', () => {
    const june = { opening: k(470), sales: k(220), closing: k(480), current: k(330) }
    expect(shown(effectiveness(june))).toBe('58.3')
    expect(shown(effectiveness({ opening: 400, sales: 1200, closing: 350, current: 280 }))).toBe('94.7')
  })

  test('shares', () => {
    expect(shown(percent(k(150), k(480)), 2)).toBe('31.25')
    expect(shown(percent(k(330), k(480)), 2)).toBe('68.75')
    expect(shown(percent(k(10), k(480)), 2)).toBe('2.08')
    expect(shown(percent(k(36), k(480)))).toBe('7.5')
  })

  test('concentration', () => {
    const largest = [20, 15, 10, 8, 7, 5, 5, 4, 3, 3].map((share) => share * 1000)
    const { topTen, herfindahl, equivalent } = concentration([...Array<number>(40).fill(500), ...largest])
    expect([shown(topTen, 0), shown(herfindahl, 0), shown(equivalent)]).toEqual(['80', '932', '10.7'])
  })
})

describe('what cannot be told says why', () => {
  test.each<[string, Figure, Figure]>([
    ['no sales', daysOfSales(100, 0, 91), 'no-sales'],
    ['more credit notes than invoices', daysOfSales(100, -5, 91), 'no-sales'],
    ['customers in credit on the whole', daysOfSales(-1, 100, 91), 'credit-balance'],
    ['counting back beyond the first invoice', countBack(100, [{ sales: 40, days: 30 }]), 'history-too-short'],
    ['counting back without sales', countBack(100, [{ sales: 0, days: 30 }]), 'no-sales'],
    ['nothing owed', percent(0, 0), 'nothing-owed'],
    ['nothing to collect', effectiveness({ opening: 0, sales: 10, closing: 10, current: 10 }), 'nothing-owed'],
    ['nothing paid', weightedDays({ amount: 0, weighted: 0n }), 'nothing-paid'],
    ['only credit notes', concentration([-5, 0]).topTen, 'nothing-owed'],
    ['lateness without a best', daysDelinquent(fraction(3), 'no-sales'), 'no-sales'],
  ])('%s', (_, figure, why) => {
    expect(figure).toBe(why)
  })

  test('nothing owed is no day of sales, which is a figure', () => {
    expect(shown(daysOfSales(0, 100, 91))).toBe('0.0')
    expect(shown(countBack(0, [{ sales: 10, days: 30 }]))).toBe('0.0')
  })
})

test.each([
  ['2026-06-30', 3, '2026-03-31'],
  ['2026-06-15', 3, '2026-03-15'],
  ['2026-05-31', 3, '2026-02-28'],
  ['2026-02-28', 12, '2025-02-28'],
  ['2024-02-29', 12, '2023-02-28'],
  ['2025-02-28', 12, '2024-02-29'],
  ['2026-06-30', 0, '2026-06-30'],
])('%s less %d months is %s', (day, months, expected) => {
  expect(monthsBefore(day, months)).toBe(expected)
})

test('with the same sales every day, counting back tells what dividing tells', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 360 }), (aDay, days) => {
      const months = Array.from({ length: 12 }, () => ({ sales: 30 * aDay, days: 30 }))
      const owed = aDay * days
      expect(shown(countBack(owed, months), 6)).toBe(shown(daysOfSales(owed, 360 * aDay, 360), 6))
    }),
  )
})

test('the index lies between equal shares and one customer alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 60 }), (balances) => {
      const { topTen, herfindahl, equivalent } = concentration(balances)
      const [ten, points, like] = [topTen, herfindahl, equivalent].map((figure) => Number(shown(figure, 9)))
      expect(ten).toBeLessThanOrEqual(100)
      expect(points).toBeLessThanOrEqual(10_000)
      expect(points).toBeGreaterThanOrEqual(10_000 / balances.length - 1e-6)
      expect(like).toBeLessThanOrEqual(balances.length + 1e-6)
    }),
  )
})

test('squares of any balances are summed exactly, whatever their size and order', () => {
  const balance = fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e12 }))
  fc.assert(
    fc.property(fc.array(balance, { maxLength: 40 }), (balances) => {
      const owed = balances.filter((one) => one > 0).sort((a, b) => b - a)
      const whole = owed.reduce((sum, one) => sum + one, 0)
      const { amounts, herfindahl } = concentration(balances)
      expect(amounts).toEqual({
        holders: owed.length,
        whole,
        largest: owed[0] ?? 0,
        ten: owed.slice(0, 10).reduce((sum, one) => sum + one, 0),
      })
      const squares = owed.reduce((sum, one) => sum + BigInt(one) * BigInt(one), 0n)
      const expected = whole === 0 ? 'nothing-owed' : fraction(10_000n * squares, BigInt(whole) * BigInt(whole))
      expect(herfindahl).toEqual(expected)
    }),
  )
})
