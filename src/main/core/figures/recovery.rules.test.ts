import { expect, test } from 'vitest'
import type { Ask, Receipt } from './figures.model.ts'
import { recoveredIn } from './recovery.rules.ts'

const STRETCH = { from: '2026-01-01', until: '2026-03-31' }
const letter = (day: string, level: number, claimed: number, rest: Partial<Ask> = {}): Ask => ({
  day,
  reference: `R-${day}`,
  person: 'Claire',
  level,
  name: `Rappel ${level}`,
  cancelledOn: null,
  claimed,
  ...rest,
})
const receipt = (booked: string, amount: number, rest: Partial<Receipt> = {}): Receipt => ({
  booked,
  matched: booked,
  undone: null,
  amount,
  ...rest,
})

test('a payment counts for the last letter before it, never for more than was claimed', () => {
  const asks = [letter('2026-01-10', 1, 1000), letter('2026-02-10', 2, 700, { person: 'Paul' })]
  const receipts = [
    receipt('2026-01-10', 50),
    receipt('2026-01-20', 300),
    receipt('2026-02-10', 100),
    receipt('2026-02-11', 900),
  ]
  const { levels, people } = recoveredIn([{ asks, receipts }], STRETCH)
  expect(levels).toEqual([
    { level: 1, name: 'Rappel 1', letters: 1, items: 1, asked: 1000, paid: 400 },
    { level: 2, name: 'Rappel 2', letters: 1, items: 1, asked: 700, paid: 700 },
  ])
  expect(people).toEqual([
    { person: 'Paul', items: 1, asked: 700, paid: 700 },
    { person: 'Claire', items: 1, asked: 1000, paid: 400 },
  ])
})

test('a call comes between two letters for the person, not for the level', () => {
  const call = letter('2026-01-15', 0, 1000, { level: null, name: '', person: 'Paul', reference: 'call' })
  const { levels, people } = recoveredIn(
    [{ asks: [letter('2026-01-10', 1, 1000), call], receipts: [receipt('2026-01-20', 300)] }],
    STRETCH,
  )
  expect(levels).toMatchObject([{ level: 1, paid: 300 }])
  expect(people).toMatchObject([
    { person: 'Paul', paid: 300 },
    { person: 'Claire', paid: 0 },
  ])
})

test.each<[string, Ask, Receipt, number, number]>([
  ['before the stretch nobody asked', letter('2026-01-01', 1, 100), receipt('2026-01-20', 100), 0, 0],
  [
    'a letter taken back by then asked nothing',
    letter('2026-01-10', 1, 100, { cancelledOn: '2026-03-31' }),
    receipt('2026-01-20', 100),
    0,
    0,
  ],
  [
    'one taken back later did',
    letter('2026-01-10', 1, 100, { cancelledOn: '2026-04-01' }),
    receipt('2026-01-20', 100),
    100,
    100,
  ],
  [
    'a receipt matched later is not known',
    letter('2026-01-10', 1, 100),
    receipt('2026-01-20', 100, { matched: '2026-04-01' }),
    100,
    0,
  ],
  [
    'one taken back by then paid nothing',
    letter('2026-01-10', 1, 100),
    receipt('2026-01-20', 100, { undone: '2026-03-31' }),
    100,
    0,
  ],
  ['one after the stretch is not seen', letter('2026-01-10', 1, 100), receipt('2026-04-01', 100), 100, 0],
  ['what was contested whole was not asked', letter('2026-01-10', 1, 0), receipt('2026-01-20', 100), 0, 0],
])('%s', (_, ask, paid, asked, recovered) => {
  const { levels } = recoveredIn([{ asks: [ask], receipts: [paid] }], STRETCH)
  const sum = (column: 'asked' | 'paid') => levels.reduce((all, level) => all + level[column], 0)
  expect([sum('asked'), sum('paid')]).toEqual([asked, recovered])
})
