import { expect, test } from 'vitest'
import { standingOf } from './dossier.rules.ts'

type Known = Parameters<typeof standingOf>[0]

const file = (changes: Record<string, unknown> = {}): Known =>
  ({
    exposure: { mark: 'under', limit: 1_000_000, limitState: 'set', ...(changes.exposure as object) },
    insolvency: changes.insolvency ?? null,
    alerts: changes.alerts ?? [],
    behaviour: { lines: changes.lines ?? [], overdue: { worstDays: changes.worst ?? 12 } },
    openDisputes: { count: changes.disputes ?? 0, amount: 0 },
    scorecard: { completeness: changes.completeness ?? 100 },
  }) as unknown as Known

const told = (changes?: Record<string, unknown>) => {
  const { light, findings } = standingOf(file(changes), 45)
  return [light, ...findings.map((one) => (one.code === 'alert' ? one.kind : one.code))]
}

test('a file without findings is green', () => {
  expect(told()).toEqual(['good'])
})

test('what would refuse an order is red and comes first', () => {
  expect(told({ exposure: { mark: 'passed' }, disputes: 1 })).toEqual(['bad', 'passed', 'disputes'])
  const lines = [{ code: 'overdue', value: '45', points: '-9' }]
  expect(told({ lines, worst: 45 })).toEqual(['bad', 'overdue'])
  expect(told({ lines, worst: 44 })).toEqual(['warning', 'overdue'])
  expect(told({ exposure: { mark: 'passed', limit: 0 } })).toEqual(['bad', 'zero-limit'])
  expect(
    told({ insolvency: { kind: 'receivership' }, alerts: [{ kind: 'insolvency' }, { kind: 'inactive' }] }),
  ).toEqual(['bad', 'insolvency', 'inactive'])
})

test('what somebody should look at is amber', () => {
  expect(told({ exposure: { limit: null, limitState: 'none', mark: 'none' } })).toEqual(['warning', 'no-limit'])
  expect(told({ exposure: { limit: null, limitState: 'expired', mark: 'none' } })).toEqual(['warning', 'expired'])
  expect(told({ exposure: { mark: 'watch' } })).toEqual(['warning', 'watch'])
  expect(told({ lines: [{ code: 'overdue', value: '12', points: '-4' }] })).toEqual(['warning', 'overdue'])
  expect(told({ lines: [{ code: 'overdue', value: null, points: '0' }] })).toEqual(['good'])
  expect(told({ completeness: 59 })).toEqual(['warning', 'incomplete'])
})
