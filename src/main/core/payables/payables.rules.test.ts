import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPlaces } from '../financials/fraction.rules.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { DayOfSuppliers } from './payables.model.ts'
import { daysOfPurchases, owedOn, payablesOn } from './payables.rules.ts'

const invoice = (day: Day, amount: number): DayOfSuppliers => ({ day, kind: 'invoice', amount })
const payment = (day: Day, amount: number): DayOfSuppliers => ({ day, kind: 'payment', amount: -amount })
const opening = (day: Day, amount: number): DayOfSuppliers => ({ day, kind: 'opening', amount })

const dpoOf = (owed: number, purchases: number, days: number) => {
  const dpo = daysOfPurchases(owed, purchases, days)
  return typeof dpo === 'string' ? dpo : toPlaces(dpo, 1)
}

test('days of purchases in what is owed (domain 4.6), or why not', () => {
  expect(dpoOf(210_000_00, 900_000_00, 91)).toBe('21.2')
  expect(dpoOf(0, 900, 91)).toBe('0.0')
  expect(dpoOf(210, 0, 91)).toBe('no-purchases')
  expect(dpoOf(210, -5, 91)).toBe('no-purchases')
  expect(dpoOf(-210, 900, 91)).toBe('credit-balance')
})

describe('what is owed on a day', () => {
  const moves = [
    opening('2025-01-01', 500),
    invoice('2025-03-10', 300),
    payment('2025-03-10', 100),
    payment('2025-12-20', 400),
    opening('2026-01-01', 320),
    invoice('2026-01-01', 50),
    payment('2026-02-01', 20),
  ]

  test('adds up what moved; an opening says it anew, with what else its day brought', () => {
    const days = ['2024-12-31', '2025-01-01', '2025-03-10', '2025-12-31', '2026-01-01', '2026-06-30']
    expect(owedOn(days, moves)).toEqual([0, 500, 700, 300, 370, 350])
  })

  test('a year that is missing in between counts nothing twice', () => {
    expect(owedOn(['2026-12-31'], [...moves, opening('2029-01-01', 40)])).toEqual([350])
    expect(owedOn(['2029-01-01'], [...moves, opening('2029-01-01', 40)])).toEqual([40])
  })

  test('is the same whichever other days are asked', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2025-01-01', n))
    const move = fc.record({
      day,
      kind: fc.constantFrom<DayOfSuppliers['kind'][]>('invoice', 'credit_note', 'payment', 'adjustment', 'opening'),
      amount: fc.integer({ min: -1e12, max: 1e12 }),
    })
    fc.assert(
      fc.property(
        fc.array(move, { maxLength: 60 }),
        fc.uniqueArray(day, { minLength: 1, maxLength: 12 }),
        (some, days) => {
          const sorted = some.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
          const ascending = days.toSorted()
          const alone = ascending.map((one) => owedOn([one], sorted)[0])
          expect(owedOn(ascending, sorted)).toEqual(alone)
          // By hand: from the last opening on.
          const last =
            sorted.findLast(({ kind, day: of }) => kind === 'opening' && of <= (ascending[0] as Day))?.day ?? ''
          const sum = sorted
            .filter(({ day: of }) => of >= last && of <= (ascending[0] as Day))
            .filter(({ kind, day: of }) => kind !== 'opening' || of === last)
            .reduce((all, { amount }) => all + amount, 0)
          expect(alone[0]).toBe(sum)
        },
      ),
    )
  })
})

describe('the figure of a day', () => {
  const moves = [invoice('2025-02-10', 900), payment('2025-03-01', 500), invoice('2025-06-15', 300)]
  const known = { from: '2025-02-10', until: '2025-06-15' }
  const of = (day: Day, months = 12) => payablesOn([day], months, moves, known)[0]

  test('holds what is owed against the purchases of the period, or of what the ledger knows of it', () => {
    expect(of('2025-06-30', 3)).toMatchObject({
      owed: 700,
      purchases: 300,
      purchasesOfMonth: 300,
      period: { from: '2025-03-31', until: '2025-06-30', days: 91 },
    })
    expect(of('2025-06-30')).toMatchObject({ purchases: 1200, period: { from: '2025-02-09', days: 141 } })
  })

  test.each<[Day, string]>([
    ['2024-12-31', 'history-too-short'],
    ['2025-02-20', 'history-too-short'],
    ['2025-07-01', 'ledger-ends'],
    ['2199-12-31', 'ledger-ends'],
  ])('of %s is not told: %s', (day, why) => {
    expect(of(day)?.dpo).toBe(why)
  })

  test('without suppliers there is none', () => {
    expect(payablesOn(['2025-06-30'], 12, [], null)[0]).toMatchObject({ owed: null, purchases: 0, dpo: 'no-suppliers' })
  })
})
