import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exposureParts } from '../policy/credit-policy.schema.ts'
import { defaultCreditPolicy } from '../policy/default-credit-policy.ts'
import { type AccountSums, exposureOn, markOf, passingDay, utilisationOf } from './exposure.rules.ts'

const amount = fc.nat(1_000_000_000)
/** Accounts as they can be: what is contested and what bounced are parts of what is open. */
const account = fc
  .record({
    currency: fc.constantFrom('EUR', 'USD', 'CHF'),
    rest: amount,
    disputed: amount,
    bounced: amount,
    credits: amount,
    delivered: amount,
    orders: amount,
    prepaidOrders: amount,
    drafts: amount,
  })
  .map(({ rest, ...sums }): AccountSums => ({ ...sums, debits: rest + sums.disputed + sums.bounced }))
const accounts = fc.uniqueArray(account, { selector: ({ currency }) => currency, maxLength: 3 })
const counted = fc.record(
  Object.fromEntries(exposureParts.map((part) => [part, fc.boolean()])) as Record<
    (typeof exposureParts)[number],
    fc.Arbitrary<boolean>
  >,
)
/** Dollars at 0.8, francs without a rate. */
const worth = (value: number, currency: string) =>
  currency === 'EUR' ? value : currency === 'USD' ? Math.round(value * 0.8) : null

describe('exposure', () => {
  test('is the sum of the lines that count, and nothing in it is counted twice or lost', () => {
    fc.assert(
      fc.property(accounts, counted, (held, counts) => {
        const { lines, total } = exposureOn(held, counts, worth)
        expect(lines.map(({ part }) => part)).toEqual([...exposureParts])
        expect(total).toBe(lines.filter((line) => line.counted).reduce((sum, line) => sum + line.amount, 0))
        const home = held.find(({ currency }) => currency === 'EUR')
        if (home && held.length === 1) {
          const of = (part: string) => lines.find((line) => line.part === part)?.amount ?? Number.NaN
          expect(of('open') + of('disputed') + of('bounced')).toBe(home.debits)
          expect(of('unallocated')).toBe(0 - Math.max(0, home.credits - home.prepaidOrders))
        }
        const known = lines.flatMap(({ unknown }) => unknown)
        expect(known.every(({ currency }) => currency === 'CHF')).toBe(true)
      }),
    )
  })

  test('lines of nothing are zero, never minus zero', () => {
    const { lines } = exposureOn([], defaultCreditPolicy.exposure, worth)
    for (const line of lines) expect(Object.is(line.amount, 0)).toBe(true)
  })
})

describe('utilisation', () => {
  test('is never anything but a number of zero or more, or none', () => {
    const limit = fc.option(fc.nat(2_000_000_000_000), { nil: null })
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        limit,
        fc.integer({ min: 1, max: 100 }),
        (total, most, watch) => {
          const used = utilisationOf(total, most)
          if (most === null || most === 0) expect(used).toBeNull()
          else expect(Number.isFinite(used) && (used as number) >= 0).toBe(true)
          const mark = markOf(total, most, watch)
          expect(mark === 'passed').toBe(most !== null && total > most)
          if (most === null) expect(mark).toBe('none')
        },
      ),
    )
  })

  test.each([
    [0, 0, null, 'under'],
    [1, 0, null, 'passed'],
    [90, 100, 90, 'watch'],
    [89, 100, 89, 'under'],
    [100, 100, 100, 'watch'],
    [101, 100, 101, 'passed'],
    [-5, 100, 0, 'under'],
    [1, 3, 33.3, 'under'],
  ])('%i of %i', (total, limit, used, mark) => {
    expect([utilisationOf(total, limit), markOf(total, limit, 90)]).toEqual([used, mark])
  })
})

describe('the day on which a limit will be passed', () => {
  const asOf = '2026-03-01'
  const at = (movements: { day: string; amount: number }[], limitOn = (_day: string): number | null => 100) =>
    passingDay(90, movements, limitOn, ['2026-03-10'], { asOf, days: 30 })

  test('what comes in, less what goes out before or on the same day', () => {
    expect(at([])).toBeNull()
    expect(at([{ day: '2026-03-05', amount: 10 }])).toBeNull()
    expect(at([{ day: '2026-03-05', amount: 11 }])).toBe('2026-03-05')
    expect(
      at([
        { day: '2026-03-06', amount: 15 },
        { day: '2026-03-05', amount: -5 },
      ]),
    ).toBeNull()
    expect(
      at([
        { day: '2026-03-05', amount: 15 },
        { day: '2026-03-05', amount: -5 },
      ]),
    ).toBeNull()
  })

  test('within the horizon only, and not when it is passed already', () => {
    expect(at([{ day: '2026-03-31', amount: 11 }])).toBe('2026-03-31')
    expect(at([{ day: '2026-04-01', amount: 11 }])).toBeNull()
    // What was to come in already comes tomorrow.
    expect(at([{ day: '2026-02-01', amount: 11 }])).toBe('2026-03-02')
    expect(passingDay(101, [], () => 100, [], { asOf, days: 30 })).toBeNull()
  })

  test('a limit that falls', () => {
    expect(at([], (day) => (day < '2026-03-10' ? 100 : 80))).toBe('2026-03-10')
    expect(at([{ day: '2026-03-08', amount: -20 }], (day) => (day < '2026-03-10' ? 100 : 80))).toBeNull()
    expect(at([], (day) => (day < '2026-03-10' ? 100 : null))).toBeNull()
  })
})
