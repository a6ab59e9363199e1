import { expect, test } from 'vitest'
import { defaultPolicy } from '../../../main/core/policy/default-policy.ts'
import { changedClauses, codeOf, contentOf, draftOf, type PolicyDraft, problemsOf, withCodes } from './policy.draft.ts'

const draft = draftOf(defaultPolicy)
const withCredit = (part: Partial<PolicyDraft['credit']>): PolicyDraft => ({
  ...draft,
  credit: { ...draft.credit, ...part },
})

test('only what differs is a change, and what is not edited is carried untouched', () => {
  const { EUR, ...others } = draft.writeOffLimits
  expect(changedClauses(draft, { ...draft, writeOffLimits: { ...others, EUR: EUR as number } })).toEqual([])
  const after = { ...draft, disputeDays: 45, requiredProofs: [] }
  expect(changedClauses(draft, after)).toEqual(['disputes', 'proofs'])
  expect(changedClauses(draft, withCredit({ escalationDays: 9, watchPercent: 80 }))).toEqual(['exposure', 'authority'])
  expect(contentOf(after).credit).toBe(defaultPolicy.credit)
})

test('an empty limit, a nameless reason and an empty requirement hold publishing back', () => {
  expect(problemsOf(draft)).toEqual([])
  expect(problemsOf({ ...draft, writeOffLimits: { EUR: null } })).toEqual(['writeOff'])
  const [price] = defaultPolicy.disputeReasons as [(typeof defaultPolicy.disputeReasons)[0]]
  expect(problemsOf({ ...draft, disputeReasons: [{ ...price, en: ' ' }] })).toEqual(['disputes'])
  expect(problemsOf({ ...draft, disputeReasons: [{ ...price, active: false }] })).toEqual(['disputes'])
  expect(problemsOf({ ...draft, requiredProofs: [[]] })).toEqual(['proofs'])
})

test('clauses of credit that cannot work hold it back as well', () => {
  expect(problemsOf(withCredit({ termsBySegment: [{ segment: 'BTP', terms: 'soon' }] }))).toEqual(['terms'])
  expect(problemsOf(withCredit({ classBounds: [80, 80, 50, 35] }))).toEqual(['scorecard'])
  expect(problemsOf(withCredit({ late: { minimum: 0, warnDays: 30, refuseDays: 15 } }))).toEqual(['late'])
  expect(problemsOf(withCredit({ authority: [{ person: '', ceilings: [0, 0, 0, 0, 0] }] }))).toEqual(['authority'])
  const deputy = { person: 'Marie', deputy: 'Paul', from: '2026-08-20', until: '2026-08-01' }
  expect(problemsOf(withCredit({ deputies: [deputy] }))).toEqual(['authority'])
})

test('a reason gets a code of its own from its name', () => {
  expect(codeOf('Qualité / finition', [])).toBe('qualite-finition')
  expect(codeOf('Price', ['price'])).toBe('price-2')
  expect(codeOf('???', [])).toBe('reason')
  const [price] = defaultPolicy.disputeReasons as [(typeof defaultPolicy.disputeReasons)[0]]
  const added = { code: '', fr: 'Transport', en: 'Transport', active: true }
  expect(withCodes([price, added, added]).map(({ code }) => code)).toEqual(['price', 'transport', 'transport-2'])
})
