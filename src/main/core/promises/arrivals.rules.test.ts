import { describe, expect, test } from 'vitest'
import { openOn, settledOn, unmatchedOn } from './arrivals.rules.ts'
import type { Receipt, Settlement } from './promises.model.ts'

const match = (day: string, amount: number, bounced = false) => ({ day, amount, bounced })
const receipt: Receipt = {
  customerId: 'c',
  currency: 'EUR',
  receiptId: 'r1',
  booked: '2026-03-02',
  amount: 500,
  matches: [match('2026-03-10', 300), match('2026-03-20', 200), match('2026-04-01', -200, true)],
}
const settlement: Settlement = { ...receipt, itemId: 'i', isReceipt: true }
const credit: Settlement = { ...settlement, receiptId: 'n1', isReceipt: false, matches: [match('2026-03-15', 100)] }

describe('what arrived, as known on a day', () => {
  test.each([
    ['2026-03-09', 1000],
    ['2026-03-10', 700],
    ['2026-03-15', 600],
    ['2026-03-31', 400],
    ['2026-04-01', 600],
  ])('on %s, %i is open', (day, open) => {
    expect(openOn(1000, [settlement, credit], day)).toBe(open)
  })

  test.each([
    ['2026-03-09', undefined, undefined],
    ['2026-03-10', 300, null],
    ['2026-03-20', 500, null],
    ['2026-04-01', 300, '2026-04-01'],
  ])('on %s, the receipt had settled %s; credit notes never count', (day, amount, bouncedOn) => {
    const [found, ...others] = settledOn([settlement, credit], day)
    expect([found?.amount, found?.bouncedOn]).toEqual([amount, bouncedOn])
    expect(others).toEqual([])
  })

  test('what came back whole is told as nothing, with its day', () => {
    const back = { ...settlement, matches: [match('2026-03-10', 300), match('2026-03-12', -300, true)] }
    expect(settledOn([back], '2026-03-31')).toMatchObject([{ amount: 0, bouncedOn: '2026-03-12' }])
  })

  test.each([
    ['2026-03-01', []],
    ['2026-03-02', [500]],
    ['2026-03-10', [200]],
    ['2026-03-20', []],
    ['2026-04-01', [200]],
  ])('on %s, left of the receipt: %j', (day, left) => {
    const found = unmatchedOn([receipt], day)
    expect(found.map(({ amount }) => amount)).toEqual(left)
    for (const { itemId, bouncedOn } of found) expect([itemId, bouncedOn]).toEqual([null, null])
  })
})
