import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOfSales, isKnown } from '../figures/figures.rules.ts'
import { fraction, toPlaces } from '../financials/fraction.rules.ts'
import { parts } from './dashboard.contract.ts'
import { byCustomer, changeOf, type End, largestWith, totalOf, waterfall } from './dashboard.rules.ts'

const none = { notDue: 0, from1: 0, from31: 0, from61: 0, over90: 0, disputed: 0, unallocated: 0 }
const tenths = (text: string): bigint => BigInt(text.replace('.', ''))
const sumOf = (steps: readonly { days: string }[]) => steps.reduce((sum, { days }) => sum + tenths(days), 0n)

test('the receivables of domain 4, worsened', () => {
  // 480 of 2,300 in 365 days is 76.2; a year later 80 not due more, 30 more over 90 days, 460 more sold.
  const before: End = {
    parts: { ...none, notDue: 330, from1: 80, from31: 40, from61: 20, over90: 10 },
    sales: 2300,
    days: 365,
  }
  const after: End = { ...before, parts: { ...before.parts, notDue: 410, over90: 40 }, sales: 2760 }
  const steps = waterfall(before, after)
  expect(Object.fromEntries(steps.map(({ name, days }) => [name, days]))).toEqual({
    // 480 × 365 ÷ 2,760 = 63.5, of 76.2.
    sales: '-12.7',
    notDue: '10.6',
    from1: '0.0',
    from31: '0.0',
    from61: '0.0',
    over90: '3.9',
    disputed: '0.0',
    unallocated: '0.0',
  })
  expect(steps[0]).toMatchObject({ name: 'sales', before: 2300, after: 2760 })
  expect(changeOf(daysOfSales(480, 2300, 365), daysOfSales(590, 2760, 365))).toBe('1.8')
  expect(changeOf('no-sales', daysOfSales(590, 2760, 365))).toBeNull()
})

const amount = fc.integer({ min: 0, max: 10 ** 14 })
const end = fc.record({
  parts: fc.record({
    ...Object.fromEntries(parts.map((part) => [part, amount])),
    unallocated: fc.constant(0),
  }) as fc.Arbitrary<End['parts']>,
  sales: fc.integer({ min: 1, max: 10 ** 14 }),
  days: fc.integer({ min: 28, max: 731 }),
})

test('any two ends: as shown, the steps lead from one to the other, by parts and by customers', () => {
  fc.assert(
    fc.property(end, end, fc.array(fc.nat(9)), (before, after, owners) => {
      const dso = ({ parts: held, sales, days }: End) => daysOfSales(totalOf(held), sales, days)
      const change = changeOf(dso(before), dso(after)) ?? ''
      const shown = (one: End) => {
        const figure = dso(one)
        return isKnown(figure) ? tenths(toPlaces(figure, 1)) : null
      }
      expect((shown(before) ?? 0n) + tenths(change)).toBe(shown(after))
      const steps = waterfall(before, after)
      expect(sumOf(steps)).toBe(tenths(change))
      // Receivables told by who owes them: whatever is nobody's of those named is everybody else's.
      const balances = { before: new Map<string, number>(), after: new Map<string, number>() }
      for (const [at, owner] of owners.entries()) balances[at % 2 ? 'before' : 'after'].set(`C${owner}`, at * 1000)
      const sales = tenths(steps[0]?.days ?? '')
      const named = byCustomer(before, after, balances, 3)
      expect(sales + sumOf(named)).toBe(tenths(change))
      expect(named.length).toBeLessThanOrEqual(4)
    }),
  )
})

test('a step is exact before it is rounded: thirds of a tenth add up', () => {
  const third = (n: number): End => ({ parts: { ...none, notDue: n, from1: n, from31: n }, sales: 300, days: 10 })
  const days = waterfall(third(0), third(1)).map((step) => step.days)
  expect(days).toEqual(['0.0', '0.0', '0.1', '0.0', '0.0', '0.0', '0.0', '0.0'])
  expect(toPlaces(fraction(30, 300), 1)).toBe('0.1')
})

test('beyond so many rows the others stand together', () => {
  const rows = [3, 9, 1, 5].map((amount) => ({ key: String(amount) as string | null, amount }))
  const merge = (some: typeof rows) => ({ key: null, amount: some.reduce((sum, one) => sum + one.amount, 0) })
  const told = (most: number) =>
    largestWith(
      rows,
      (row) => row.amount,
      most,
      (some) => merge([...some]),
    )
  expect(told(4).map(({ key }) => key)).toEqual(['9', '5', '3', '1'])
  expect(told(2)).toEqual([
    { key: '9', amount: 9 },
    { key: '5', amount: 5 },
    { key: null, amount: 4 },
  ])
})
