import { expect, test } from 'vitest'
import type { PolicyContent } from '../../../main/core/policy/policy.contract.ts'
import { changedClauses, codeOf, contentOf, draftOf, problemsOf, withCodes } from './policy.draft.ts'

const content = {
  writeOffLimits: { EUR: 500, GBP: 400 },
  disputeReasons: [{ code: 'price', fr: 'Prix', en: 'Price', active: true }],
  disputeDays: 30,
  requiredProofs: [['invoice'], ['order', 'quote']],
  invoicingHours: 48,
  instalmentGraceDays: 5,
  credit: { escalationDays: 5 },
} as unknown as PolicyContent

test('only what differs is a change, and the credit clause is carried untouched', () => {
  const draft = draftOf(content)
  expect(changedClauses(draft, { ...draft, writeOffLimits: { GBP: 400, EUR: 500 } })).toEqual([])
  const after = { ...draft, disputeDays: 45, requiredProofs: [] }
  expect(changedClauses(draft, after)).toEqual(['disputes', 'proofs'])
  expect(contentOf(after).credit).toBe(content.credit)
})

test('an empty limit, a nameless reason and an empty requirement hold publishing back', () => {
  const draft = draftOf(content)
  expect(problemsOf(draft)).toEqual([])
  expect(problemsOf({ ...draft, writeOffLimits: { EUR: null } })).toEqual(['writeOff'])
  const [price] = content.disputeReasons as [(typeof content.disputeReasons)[0]]
  expect(problemsOf({ ...draft, disputeReasons: [{ ...price, en: ' ' }] })).toEqual(['disputes'])
  expect(problemsOf({ ...draft, disputeReasons: [{ ...price, active: false }] })).toEqual(['disputes'])
  expect(problemsOf({ ...draft, requiredProofs: [[]] })).toEqual(['proofs'])
})

test('a reason gets a code of its own from its name', () => {
  expect(codeOf('Qualité / finition', [])).toBe('qualite-finition')
  expect(codeOf('Price', ['price'])).toBe('price-2')
  expect(codeOf('???', [])).toBe('reason')
  const added = { code: '', fr: 'Transport', en: 'Transport', active: true }
  expect(withCodes([...content.disputeReasons, added, added]).map(({ code }) => code)).toEqual([
    'price',
    'transport',
    'transport-2',
  ])
})
