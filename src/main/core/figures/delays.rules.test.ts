import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../kernel/day.ts'
import { delaysIn, paidDelays } from './delays.rules.ts'
import type { PaidPart } from './figures.model.ts'

const START = '2026-01-01'
const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays(START, days))
const part: fc.Arbitrary<PaidPart> = fc.record({
  paid: day,
  matched: day,
  undone: fc.option(day),
  amount: fc.oneof(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e13 })),
  due: day,
  issued: day,
  share: fc.integer({ min: 0, max: 1e6 }),
})

test('any parts, any stretch: sums of what was known at its end, exactly', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), day, day, (parts, a, b) => {
      const stretch = a < b ? { from: a, until: b } : { from: b, until: a }
      const collected = paidDelays()
      for (const one of parts) collected.add(one)
      const known = parts.filter(
        ({ paid, matched, undone }) =>
          paid > stretch.from &&
          paid <= stretch.until &&
          matched <= stretch.until &&
          (undone === null || undone > stretch.until),
      )
      const sums = (of: readonly PaidPart[], since: 'due' | 'issued') => ({
        parts: of.length,
        amount: of.reduce((sum, one) => sum + one.amount, 0),
        days: of.reduce((sum, one) => sum + daysBetween(one[since], one.paid), 0),
        weighted: of.reduce((sum, one) => sum + BigInt(one.amount) * BigInt(daysBetween(one[since], one.paid)), 0n),
      })
      const late = known.filter(({ due, paid }) => due < paid)
      expect(collected.within(stretch)).toEqual({
        all: sums(known, 'due'),
        late: sums(late, 'due'),
        sinceIssue: sums(known, 'issued'),
        instalments: {
          shares: known.reduce((sum, { share }) => sum + share, 0),
          days: known.reduce((sum, { share, due, paid }) => sum + share * daysBetween(due, paid), 0),
        },
      })
    }),
  )
})

test('sums of days: the first day of a stretch is not in it, the last is', () => {
  const row = (day: string, amount: number) => ({ day, parts: 1, amount, days: 2, high: 1, low: amount })
  const rows = [row('2026-01-01', 100), row('2026-01-02', 200), row('2026-01-31', 400), row('2026-02-01', 800)]
  expect(delaysIn(rows, { from: '2026-01-01', until: '2026-01-31' })).toEqual({
    parts: 2,
    amount: 600,
    days: 4,
    weighted: 2_000_600n,
  })
})
