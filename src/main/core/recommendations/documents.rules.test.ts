import { expect, test } from 'vitest'
import { clauseFor, type HeldDocuments, wantedDocuments } from './documents.rules.ts'

const clause = (from: number, statements: number, references = 0) => ({
  from,
  kinds: statements > 0 ? (['terms'] as 'terms'[]) : [],
  statements,
  reports: statements > 0 ? 1 : 0,
  references,
})
const policy = { documents: [clause(5_000_000, 3, 2), clause(0, 0), clause(1_000_000, 1)], staleMonths: 18 }
const nothing: HeldDocuments = { proofs: new Set(), statements: [], reports: [], references: [] }
const today = '2026-06-30'

test.each([
  [0, 0],
  [999_999, 0],
  [1_000_000, 1_000_000],
  [4_999_999, 1_000_000],
  [5_000_000, 5_000_000],
])('for %d the clause from %d on', (amount, from) => {
  expect(clauseFor(policy.documents, amount)?.from).toBe(from)
})

test('an empty list asks for nothing', () => {
  expect(wantedDocuments({ documents: [], staleMonths: 18 }, 1, nothing, today)).toEqual([])
})

test('what is not wanted is not told; what is missing is told with zero', () => {
  expect(wantedDocuments(policy, 0, nothing, today)).toEqual([])
  expect(wantedDocuments(policy, 1_000_000, nothing, today)).toEqual([
    { kind: 'terms', wanted: 1, held: 0 },
    { kind: 'statements', wanted: 1, held: 0 },
    { kind: 'reports', wanted: 1, held: 0 },
  ])
})

test('a report and a reference count up to the policy’s months, the day itself included', () => {
  const held = { ...nothing, reports: ['2024-12-30'], references: ['2026-01-15', '2024-12-29'] }
  const counted = wantedDocuments(policy, 5_000_000, held, today)
  expect(counted.find(({ kind }) => kind === 'reports')?.held).toBe(1)
  expect(counted.find(({ kind }) => kind === 'references')?.held).toBe(1)
})

test('each year of accounts may be a year older than the one after it', () => {
  const years = (...statements: string[]) =>
    wantedDocuments(policy, 5_000_000, { ...nothing, statements }, today).find(({ kind }) => kind === 'statements')
      ?.held
  expect(years('2025-12-31', '2024-12-31', '2023-12-31')).toBe(3)
  expect(years('2025-12-31', '2023-12-31')).toBe(2)
  expect(years('2025-12-31', '2022-12-31')).toBe(1)
  expect(years('2024-06-30', '2023-06-30')).toBe(0)
})
