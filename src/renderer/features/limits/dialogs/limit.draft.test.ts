import { describe, expect, test } from 'vitest'
import type { Limit } from '../../../../main/core/limits/limits.contract.ts'
import { amountOf, draftOf, endOf, inputOf, type LimitDraft } from './limit.draft.ts'

const owner = { name: 'Alpha', customerId: 'c' }
const draft = (part: Partial<LimitDraft>): LimitDraft => ({
  ...draftOf('2026-03-01', null, null),
  reason: 'Bons comptes',
  ...part,
})
const limit = (part: Partial<Limit>): Limit => ({
  id: 'l',
  customerId: 'c',
  groupId: null,
  kind: 'internal',
  amount: 100_00,
  currency: 'EUR',
  from: '2026-01-01',
  until: null,
  decidedBy: 'Anne',
  decidedOn: '2026-01-01',
  reason: 'x',
  documentId: null,
  policyVersion: 1,
  reviewId: null,
  riskClass: 2,
  insurer: '',
  policyNumber: '',
  coveredShare: '',
  extensionDays: 0,
  noticeDays: 0,
  guarantor: '',
  ...part,
})

describe('what is decided', () => {
  test('an amount, or zero when it is said to be cash only; an empty field is neither', () => {
    expect(inputOf(draft({ amount: 500_00 }), owner, 2)).toMatchObject({
      amount: 500_00,
      customerId: 'c',
      riskClass: 2,
    })
    expect(inputOf(draft({}), owner, null)).toBeNull()
    expect(inputOf(draft({ amount: 0 }), owner, null)).toBeNull()
    expect(inputOf(draft({ cashOnly: true, amount: 500_00 }), owner, null)).toMatchObject({ amount: 0 })
    // A cover of zero is none: it is ended, not set to zero.
    expect(amountOf(draft({ kind: 'insured', cashOnly: true }))).toBeNull()
  })

  test('nothing without a reason, or when it would end before it begins', () => {
    expect(inputOf(draft({ amount: 1, reason: '  ' }), owner, null)).toBeNull()
    expect(inputOf(draft({ amount: 1, until: '2026-02-28' }), owner, null)).toBeNull()
  })

  test('a temporary limit has an end, a cover its insurer, policy and share, a guarantee who stands for it', () => {
    expect(inputOf(draft({ kind: 'temporary', amount: 1 }), owner, null)).toBeNull()
    expect(inputOf(draft({ kind: 'temporary', amount: 1, until: '2026-04-01' }), owner, null)).toMatchObject({
      until: '2026-04-01',
    })
    const cover = { kind: 'insured', amount: 1, insurer: 'A', policyNumber: 'P' } as const
    expect(inputOf(draft(cover), owner, null)).toMatchObject({ coveredShare: '90', noticeDays: 30, extensionDays: 0 })
    expect(inputOf(draft({ ...cover, coveredShare: 101 }), owner, null)).toBeNull()
    expect(inputOf(draft({ ...cover, policyNumber: '' }), owner, null)).toBeNull()
    expect(inputOf(draft({ kind: 'guarantee', amount: 1 }), owner, null)).toBeNull()
    expect(
      inputOf(draft({ kind: 'guarantee', amount: 1, guarantor: 'Banque' }), { name: 'G', groupId: 'g' }, null),
    ).toEqual(expect.objectContaining({ groupId: 'g', guarantor: 'Banque' }))
  })
})

test('ending one says so of the same kind, with what it was made of', () => {
  expect(endOf(limit({}), '2026-03-01', 'Fin')).toMatchObject({ kind: 'internal', amount: null, until: null })
  expect(endOf(limit({ kind: 'temporary', until: '2026-06-01' }), '2026-03-01', 'Fin')).toMatchObject({
    kind: 'temporary',
    amount: null,
    from: '2026-03-01',
  })
  expect(
    endOf(limit({ kind: 'insured', insurer: 'A', policyNumber: 'P', coveredShare: '85' }), '2026-03-01', 'Fin'),
  ).toMatchObject({ kind: 'insured', amount: null, insurer: 'A', policyNumber: 'P', coveredShare: '85' })
})
