import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction } from '../financials/fraction.rules.ts'
import { defaultCreditPolicy } from '../policy/default-credit-policy.ts'
import { type Facts, type Figure, recommend } from './recommendations.rules.ts'
import { averageDays, ceilingWarning, recommendedTerms } from './terms.rules.ts'

const euros = (amount: number): Figure => ({ value: fraction(amount * 100), reason: null, day: '2025-12-31', by: '' })
const missing: Figure = { value: null, reason: 'missing', day: null, by: '' }

/** The example of domain 3.5: what a customer announces without VAT, 60 days and 15 of usual delay. */
const example: Facts = {
  rules: defaultCreditPolicy.limits,
  factor: '1',
  terms: { written: '60', days: 60 },
  purchases: { ...euros(600_000), taxed: false },
  equity: euros(900_000),
  payables: euros(1_100_000),
  revenue: euros(4_200_000),
  workingCapital: { ...euros(350_000), code: 'working-capital' },
  external: missing,
  guarantees: 0,
  insured: 0,
  ceiling: null,
}
const nobody: Facts = {
  ...example,
  purchases: { ...missing, taxed: true },
  equity: missing,
  payables: missing,
  revenue: missing,
  workingCapital: { ...missing, code: 'working-capital' },
}
const amountsOf = (facts: Facts) =>
  Object.fromEntries(recommend(facts).candidates.map(({ method, amount, reason }) => [method, amount ?? reason]))
const bindingOf = (facts: Facts) => recommend(facts).candidates.flatMap(({ method, binds }) => (binds ? [method] : []))
const rules = (change: Partial<Facts['rules']>) => ({ ...defaultCreditPolicy.limits, ...change })

describe('the recommended limit', () => {
  it('is the example of domain 3.5 to the digit', () => {
    expect(amountsOf(example)).toEqual({
      need: 150_000_00,
      equity: 90_000_00,
      'supplier-share': 220_000_00,
      'revenue-share': 43_750_00,
      'working-capital': 70_000_00,
      'own-capacity': 'left-out',
      external: 'missing',
    })
    expect(bindingOf(example)).toEqual(['working-capital'])
    expect(recommend(example)).toMatchObject({ amount: 70_000_00, gap: 80_000_00, ceiling: null })
    expect(recommend(example).steps).toEqual([
      { code: 'need', amount: 150_000_00 },
      { code: 'structure', amount: 70_000_00 },
      { code: 'weighted', amount: 70_000_00 },
      { code: 'lowest', amount: 70_000_00 },
      { code: 'guarantees', amount: 0 },
      { code: 'insured', amount: 0 },
    ])
  })

  it.each([
    ['1.5', 105_000_00, 'working-capital'],
    ['0.7', 49_000_00, 'working-capital'],
    ['0.4', 28_000_00, 'working-capital'],
  ])('weighs what the customer bears by the factor %s of its class', (factor, amount, binds) => {
    expect(recommend({ ...example, factor }).amount).toBe(amount)
    expect(bindingOf({ ...example, factor })).toEqual([binds])
  })

  it('never exceeds the need, nor what we bear ourselves, but for guarantees and cover', () => {
    expect(recommend({ ...example, purchases: { ...euros(200_000), taxed: false } }).amount).toBe(50_000_00)
    const own = { ...example, rules: rules({ ownRevenue: 1_000_000_00 }) }
    expect(recommend(own).amount).toBe(50_000_00)
    expect(bindingOf(own)).toEqual(['own-capacity'])
    expect(recommend({ ...example, guarantees: 20_000_00, insured: 45_000_00 })).toMatchObject({
      amount: 135_000_00,
      gap: 15_000_00,
    })
  })

  it('adds no VAT to invoices that hold it', () => {
    expect(amountsOf({ ...example, purchases: { ...euros(720_000), taxed: true } }).need).toBe(150_000_00)
    const [need] = recommend({ ...example, purchases: { ...euros(720_000), taxed: true } }).candidates
    expect(need?.inputs.map(({ code, value, source }) => [code, value, source])).toEqual([
      ['purchases', '72000000', 'invoices'],
      ['terms-days', '60', 'terms'],
      ['delay-days', '15', 'policy'],
    ])
  })

  it('gives nothing on lost equity or a negative working capital', () => {
    expect(recommend({ ...example, equity: euros(-10_000) })).toMatchObject({ amount: 0, gap: 150_000_00 })
    expect(bindingOf({ ...example, equity: euros(-10_000) })).toEqual(['equity'])
    expect(recommend({ ...example, workingCapital: { ...euros(-1), code: 'working-capital' } }).amount).toBe(0)
  })

  it('gives nothing to the class of the highest risk, even without a statement, but what others answer for', () => {
    expect(recommend({ ...example, factor: '0' }).amount).toBe(0)
    expect(bindingOf({ ...example, factor: '0' })).toEqual([])
    expect(recommend({ ...nobody, factor: '0', guarantees: 10_000_00 })).toMatchObject({ amount: 10_000_00, gap: null })
  })

  it('leaves out what is not known, and recommends nothing when nothing is known of the customer', () => {
    expect(recommend({ ...nobody, purchases: example.purchases }).amount).toBe(150_000_00)
    expect(recommend({ ...example, purchases: { ...missing, taxed: true } })).toMatchObject({
      amount: 70_000_00,
      gap: null,
    })
    // What the customer bears counts only under a class.
    expect(recommend({ ...example, purchases: { ...missing, taxed: true }, factor: null }).amount).toBeNull()
    const ofUs = { ...nobody, rules: rules({ ownRevenue: 1_000_000_00 }) }
    expect(recommend(ofUs)).toMatchObject({ amount: null, gap: null })
    expect(recommend({ ...ofUs, rules: { ...ofUs.rules, combine: 'lowest' } }).amount).toBeNull()
  })

  it('takes the lowest of all candidates where the policy says so', () => {
    const lowest = { ...example, rules: rules({ combine: 'lowest' }) }
    expect(recommend(lowest).amount).toBe(43_750_00)
    expect(bindingOf(lowest)).toEqual(['revenue-share'])
    expect(bindingOf({ ...lowest, external: euros(30_000) })).toEqual(['external'])
  })

  it('keeps a new customer below the ceiling', () => {
    const ceiling = { amount: 5_000_00, until: '2027-05-22' }
    expect(recommend({ ...example, ceiling })).toMatchObject({
      amount: 5_000_00,
      gap: 145_000_00,
      ceiling: { ...ceiling, applied: true },
    })
    expect(recommend({ ...nobody, factor: '0', ceiling })).toMatchObject({ amount: 0, ceiling: { applied: false } })
  })

  it('rounds each candidate once, half up', () => {
    const cents = (n: number): Figure => ({ ...missing, value: fraction(n), reason: null })
    // 10 % of 5 cents is half a cent.
    expect(amountsOf({ ...example, equity: cents(5) }).equity).toBe(1)
    expect(amountsOf({ ...example, equity: cents(4) }).equity).toBe(0)
  })

  it('rises with what is known of the customer and never falls', () => {
    const amount = fc.integer({ min: -1_000_000, max: 100_000_000 })
    fc.assert(
      fc.property(amount, amount, amount, amount, fc.nat(1_000_000), (equity, payables, capital, purchases, more) => {
        const facts = (add: number): Facts => ({
          ...example,
          equity: { ...missing, value: fraction(equity + add), reason: null },
          payables: { ...missing, value: fraction(payables + add), reason: null },
          workingCapital: { ...missing, value: fraction(capital + add), reason: null, code: 'working-capital' },
          purchases: { ...missing, value: fraction(purchases + add), reason: null, taxed: true },
        })
        const [less, most] = [recommend(facts(0)).amount ?? 0, recommend(facts(more)).amount ?? 0]
        expect(less).toBeGreaterThanOrEqual(0)
        expect(most).toBeGreaterThanOrEqual(less)
      }),
    )
  })
})

describe('recommended terms', () => {
  const choice = { segment: null, customer: null, company: '30', lowestClass: false, amount: 1_000 }
  it('are the segment’s, else the customer’s, else the company’s; cash for a limit of nothing', () => {
    expect(recommendedTerms(choice)).toEqual(['30', 'company'])
    expect(recommendedTerms({ ...choice, customer: '45eom-a' })).toEqual(['45eom-a', 'customer'])
    expect(recommendedTerms({ ...choice, customer: '45eom-a', segment: '45EOM' })).toEqual(['45eom-a', 'segment'])
    expect(recommendedTerms({ ...choice, amount: null })).toEqual(['30', 'company'])
    expect(recommendedTerms({ ...choice, amount: 0 })).toEqual(['0', 'cash-only'])
    expect(recommendedTerms({ ...choice, lowestClass: true, segment: '60' })).toEqual(['0', 'class'])
  })

  it('count an end of month as half a month', () => {
    expect(['30', '45eom-a', '45eom-b', '30eom+10'].map(averageDays)).toEqual([30, 60, 60, 55])
  })

  it('are held against the legal ceiling on every day of a month', () => {
    for (const terms of ['30', '60', '45eom-a', '45eom-b']) expect(ceilingWarning(terms, '2026-11-22')).toBeNull()
    for (const terms of ['61', '60eom-a', '46eom-a', '46eom-b'])
      expect(ceilingWarning(terms, '2026-11-22')?.code).toBe('terms.above-legal-ceiling')
  })
})
