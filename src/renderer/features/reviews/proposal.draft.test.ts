import { describe, expect, it } from 'vitest'
import { inputOf, kindOf, type ProposalDraft } from './proposal.draft.ts'

const draft: ProposalDraft = {
  scope: 'customer',
  amount: 80_000_00,
  withdraw: false,
  until: null,
  terms: '',
  conditions: '',
  reason: 'Paie à l’échéance',
  riskClass: null,
  nextReviewOn: null,
  aboveFirstCeiling: false,
}

describe('a proposal being written', () => {
  it('takes its kind from the amount and the limit that stands', () => {
    const of = (amount: number | null, current: number | null) => kindOf({ amount, withdraw: false }, current)
    expect(of(80, 50)).toBe('extend')
    expect(of(50, 50)).toBe('maintain')
    expect(of(0, 50)).toBe('reduce')
    expect(of(0, 0)).toBe('maintain')
    expect(of(0, null)).toBe('extend')
    expect(of(null, 50)).toBeNull()
    expect(kindOf({ amount: 80, withdraw: true }, 50)).toBe('withdraw')
  })

  it('withdraws to zero and without an end, whatever was typed before', () => {
    expect(inputOf({ ...draft, withdraw: true, until: '2027-01-31' }, 50_000_00)).toMatchObject({
      kind: 'withdraw',
      amount: 0,
      until: null,
    })
  })

  it('leaves the terms that are not named, and wants a reason', () => {
    expect(inputOf({ ...draft, terms: ' 45eom-a ' }, 50_000_00)).toMatchObject({ kind: 'extend', terms: '45eom-a' })
    expect(inputOf(draft, 50_000_00)?.terms).toBeNull()
    expect(inputOf({ ...draft, reason: ' ' }, 50_000_00)).toBeNull()
    expect(inputOf({ ...draft, amount: null }, 50_000_00)).toBeNull()
  })
})
