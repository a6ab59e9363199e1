import { expect, test } from 'vitest'
import { cycleOf, type ReasonFigures, totalsOf } from './figures.totals.ts'

const row = (part: Partial<ReasonFigures>): ReasonFigures => ({
  reason: 'price',
  currency: 'EUR',
  open: 0,
  openAmount: 0,
  averageAge: null,
  closed: 0,
  averageCycle: null,
  conceded: 0,
  upheldShare: null,
  ...part,
})

test('amounts of one currency are never added to those of another', () => {
  const rows = [
    row({ open: 2, openAmount: 500 }),
    row({ reason: 'quality', open: 1, openAmount: 300, conceded: 50, closed: 1 }),
    row({ currency: 'USD', open: 1, openAmount: 70 }),
  ]
  expect(totalsOf(rows)).toEqual([
    { currency: 'EUR', open: 3, openAmount: 800, closed: 1, conceded: 50 },
    { currency: 'USD', open: 1, openAmount: 70, closed: 0, conceded: 0 },
  ])
})

test('the cycle is the average over disputes, not over reasons', () => {
  expect(cycleOf([row({ closed: 3, averageCycle: 10 }), row({ closed: 1, averageCycle: 30 })])).toEqual({
    days: 15,
    closed: 4,
  })
  expect(cycleOf([row({})])).toEqual({ days: null, closed: 0 })
})
