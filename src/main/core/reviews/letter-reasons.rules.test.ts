import { expect, test } from 'vitest'
import { letterReasons, reasonsFor, tellReason } from './letter-reasons.rules.ts'
import type { Evidence } from './reviews.contract.ts'

type Known = Parameters<typeof reasonsFor>[1]

const nothing = {
  behaviour: { score: null, lines: [], bounced: { count: 0 }, brokenPlans: 0 },
  scorecard: { lines: [] },
  recommendation: { candidates: [], guarantees: 0, insured: 0, missing: [], ceiling: null },
  insolvency: null,
  alerts: [],
} as unknown as Known

const known = (changes: Record<string, object>): Known =>
  ({
    ...nothing,
    ...Object.fromEntries(
      Object.entries(changes).map(([key, part]) => [key, { ...nothing[key as keyof Known], ...part }]),
    ),
  }) as Known

const marks = (...lines: { source: string; mark: number | null; reason?: string }[]) =>
  ({ lines }) as unknown as Evidence['scorecard']

test('a file that says nothing is told as a whole', () => {
  for (const favourable of [true, false]) expect(reasonsFor(favourable, nothing)).toEqual(['overall'])
})

test('what is granted tells what speaks for the customer, what is reduced what speaks against', () => {
  const file = known({
    behaviour: { score: 82, lines: [{ code: 'overdue', value: '12', points: '-3' }] },
    scorecard: marks({ source: 'structure', mark: 70 }, { source: 'external', mark: 20 }),
    recommendation: { candidates: [{ method: 'need', amount: 5_000_000 }] },
  })
  expect(reasonsFor(true, file)).toEqual(['punctual', 'sound-accounts', 'volume'])
  expect(reasonsFor(false, file)).toEqual(['overdue', 'outside'])
})

test('one weak criterion of the accounts is enough to leave them out of what speaks for a customer', () => {
  const file = known({ scorecard: marks({ source: 'structure', mark: 70 }, { source: 'profitability', mark: 30 }) })
  expect(reasonsFor(true, file)).toEqual(['overall'])
  expect(reasonsFor(false, file)).toEqual(['weak-accounts'])
})

test('what is not known is missing, not bad', () => {
  const file = known({
    scorecard: marks({ source: 'structure', mark: null, reason: 'no-statement' }, { source: 'external', mark: null }),
  })
  expect(reasonsFor(false, file)).toEqual(['no-accounts'])
})

test('every reason has its words in both languages, and none holds a figure', () => {
  for (const reason of letterReasons)
    for (const language of ['fr', 'en'] as const) expect(tellReason(reason, language)).toMatch(/^[^\d]{10,}$/)
})
