import { expect, test } from 'vitest'
import { disputedOn, openOn } from './disputes.rules.ts'
import type { DisputedDebt } from './figures.model.ts'

const debt = (rest: Partial<DisputedDebt> = {}): DisputedDebt => ({
  booked: '2026-01-01',
  amount: 1000,
  worth: 1000,
  matches: [],
  disputes: [{ amount: 400, opened: '2026-02-01', closed: null, conceded: [] }],
  ...rest,
})
const dispute = debt().disputes[0] as DisputedDebt['disputes'][number]

test.each<[string, DisputedDebt, string, number]>([
  ['the day before it is opened', debt(), '2026-01-31', 0],
  ['from the day it is opened', debt(), '2026-02-01', 400],
  ['the day it is closed it no longer is', debt({ disputes: [{ ...dispute, closed: '2026-03-01' }] }), '2026-03-01', 0],
  ['until then it was', debt({ disputes: [{ ...dispute, closed: '2026-03-01' }] }), '2026-02-28', 400],
  [
    'opened again, what was given up is contested no more',
    debt({ disputes: [{ ...dispute, conceded: [{ day: '2026-02-10', amount: 150 }] }] }),
    '2026-02-10',
    250,
  ],
  [
    'what is paid comes off the part nobody contests',
    debt({ matches: [{ day: '2026-02-05', amount: 500 }] }),
    '2026-02-05',
    400,
  ],
  ['then off the contested one', debt({ matches: [{ day: '2026-02-05', amount: 700 }] }), '2026-02-05', 300],
  ['settled, nothing is', debt({ matches: [{ day: '2026-02-05', amount: 1000 }] }), '2026-02-05', 0],
  ['matched later, it was', debt({ matches: [{ day: '2026-02-05', amount: 1000 }] }), '2026-02-04', 400],
  ['in another currency, at what it was booked for', debt({ worth: 1250 }), '2026-02-01', 500],
  ['without a rate it is in no figure', debt({ worth: null }), '2026-02-01', 0],
  ['not booked yet', debt({ booked: '2026-02-02' }), '2026-02-01', 0],
])('%s', (_, one, day, amount) => {
  expect(disputedOn([one], day)).toEqual({ items: amount > 0 ? 1 : 0, amount })
})

test('a debt is open from the day it is booked until the day before it is settled', () => {
  const counts = [
    { settled: '2026-02-10', booked: '2026-01-10', debts: 3 },
    { settled: null, booked: '2026-02-10', debts: 2 },
  ]
  expect(openOn(counts, ['2026-01-09', '2026-01-10', '2026-02-09', '2026-02-10'])).toEqual([0, 3, 3, 2])
})
