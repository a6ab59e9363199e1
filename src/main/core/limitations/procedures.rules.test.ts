import { expect, test } from 'vitest'
import { actsOfProceeding, type Proceeding } from './procedures.rules.ts'

const acts = (steps: Proceeding['steps'], closedOn: string | null = null) =>
  actsOfProceeding({ closedOn, steps }).map(({ kind, day, until }) => [kind, day, until])

test('an order to pay interrupts by its service, and a seizure again', () => {
  const steps = [
    { code: 'request-filed', day: '2026-01-10' },
    { code: 'order-granted', day: '2026-02-01' },
    { code: 'order-served', day: '2026-03-01' },
    { code: 'seizure', day: '2026-06-01' },
  ] as const
  expect(acts(steps)).toEqual([
    ['order-served', '2026-03-01', null],
    ['enforcement', '2026-06-01', null],
  ])
})

test('a summons interrupts until the decision; dismissed or dropped it never did', () => {
  const summons = { code: 'summons-served', day: '2026-01-10' } as const
  expect(acts([summons])).toEqual([['court-claim', '2026-01-10', null]])
  expect(
    acts([summons, { code: 'order-granted', day: '2026-02-20' }, { code: 'order-served', day: '2026-03-01' }]),
  ).toEqual([['court-claim', '2026-01-10', '2026-02-20']])
  expect(acts([summons, { code: 'judgment', day: '2027-02-20' }], '2027-06-01')).toEqual([
    ['court-claim', '2026-01-10', '2027-02-20'],
  ])
  expect(acts([summons, { code: 'order-refused', day: '2026-02-20' }])).toEqual([])
  expect(acts([summons], '2026-04-01')).toEqual([])
})

test('the debtor’s agreement to the simplified procedure suspends to its end; a command to pay is no act', () => {
  const agreed = { code: 'accepted', day: '2026-01-10' } as const
  expect(acts([{ code: 'invitation-sent', day: '2026-01-02' }, agreed])).toEqual([['small-claims', '2026-01-10', null]])
  expect(acts([agreed, { code: 'title-issued', day: '2026-02-15' }])).toEqual([
    ['small-claims', '2026-01-10', '2026-02-15'],
  ])
  expect(acts([{ code: 'command-served', day: '2026-01-10' }])).toEqual([])
})
