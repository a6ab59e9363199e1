import { describe, expect, test } from 'vitest'
import { type ClaimFacts, courtOf, merchantByForm, routesFor } from './routes.rules.ts'

const facts = (rest: Partial<ClaimFacts> = {}): ClaimFacts => ({
  principalAndInterest: 450_000,
  total: 454_000,
  disputed: 0,
  currency: 'EUR',
  creditorCountry: 'FR',
  debtorCountry: 'FR',
  hasAddress: true,
  creditor: 'yes',
  debtor: 'yes',
  court: 'commercial',
  insolvent: false,
  limitation: '2030-01-01',
  formalNoticeOn: '2026-09-01',
  missing: 0,
  answers: false,
  asOf: '2026-11-22',
  soon: '2027-11-22',
  ...rest,
})
const route = (procedure: string, rest: Partial<ClaimFacts> = {}) => {
  const found = routesFor(facts(rest)).find((one) => one.procedure === procedure)
  return { state: found?.state, reasons: found?.reasons.map(({ code }) => code) ?? [] }
}
const recommended = (rest: Partial<ClaimFacts> = {}) =>
  routesFor(facts(rest))
    .filter((one) => one.recommended)
    .map(({ procedure }) => procedure)

describe('routes of a claim', () => {
  test('between merchants, due and undisputed: all but the European order, small claims with a warning', () => {
    expect(routesFor(facts()).map(({ procedure, state }) => `${procedure} ${state}`)).toEqual([
      'agency open',
      'payment-order open',
      'uncontested open',
      'small-claims caution',
      'summary open',
      'trial open',
      'european-order closed',
    ])
    expect(route('small-claims').reasons).toContain('merchants-excluded')
  })

  test('small claims end at €5,000 of principal and interest, whatever the fixed sums', () => {
    expect(route('small-claims', { principalAndInterest: 500_000, total: 504_000 }).state).toBe('caution')
    expect(route('small-claims', { principalAndInterest: 500_001 })).toEqual({
      state: 'closed',
      reasons: ['above-limit'],
    })
    expect(route('small-claims', { debtor: 'no' }).reasons).not.toContain('merchants-excluded')
  })

  test('uncontested claims are for merchants on both sides', () => {
    expect(route('uncontested', { debtor: 'no' })).toEqual({ state: 'closed', reasons: ['not-merchants'] })
    expect(route('uncontested', { debtor: 'unknown' }).state).toBe('caution')
  })

  test('a debtor abroad is reached by the European order within the Union', () => {
    const abroad = { debtorCountry: 'BE' }
    expect(route('payment-order', abroad).reasons).toEqual(['debtor-abroad'])
    expect(route('european-order', abroad).state).toBe('open')
    expect(recommended(abroad)).toEqual(['european-order'])
    expect(route('european-order', { debtorCountry: 'GB' }).reasons).toEqual(['outside-eu'])
    expect(route('european-order', { debtorCountry: 'DK' }).reasons).toEqual(['outside-eu'])
    expect(recommended({ debtorCountry: 'GB' })).toEqual(['summary'])
  })

  test('a dispute of a part asks for care, of the whole leaves the trial', () => {
    expect(route('summary', { disputed: 100_000 })).toMatchObject({ state: 'caution' })
    const whole = { disputed: 450_000, total: 0, principalAndInterest: 0 }
    expect(route('payment-order', whole).reasons).toEqual(['wholly-disputed'])
    expect(recommended(whole)).toEqual(['trial'])
  })

  test('an insolvent debtor closes every route: the claim is declared', () => {
    expect(new Set(routesFor(facts({ insolvent: true })).map(({ state }) => state))).toEqual(new Set(['closed']))
    expect(recommended({ insolvent: true })).toEqual([])
  })

  test('limitation closes the courts, or asks to hurry', () => {
    expect(route('trial', { limitation: '2026-11-21' }).reasons).toEqual(['time-barred'])
    expect(route('trial', { limitation: '2027-03-01' }).reasons).toContain('limitation-near')
    expect(route('agency', { limitation: '2026-11-21' }).state).toBe('open')
  })

  test('a lawyer above €10,000, never for the request for an order; a contribution above €50,000 at an economic court', () => {
    expect(route('trial', { total: 1_000_000 }).reasons).not.toContain('lawyer-needed')
    expect(route('trial', { total: 1_000_001 }).reasons).toContain('lawyer-needed')
    expect(route('payment-order', { total: 9_000_000 }).reasons).not.toContain('lawyer-needed')
    expect(route('trial', { total: 9_000_000, court: 'economic' }).reasons).toContain('contribution')
  })

  test('without a formal notice or with exhibits missing it is open with care; nowhere to serve closes the order', () => {
    expect(route('payment-order', { formalNoticeOn: null, missing: 2 })).toMatchObject({ state: 'caution' })
    expect(route('payment-order', { hasAddress: false }).reasons).toEqual(['no-address'])
    expect(route('trial', { total: 0, principalAndInterest: 0 }).reasons).toEqual(['nothing-due'])
  })

  test('a debtor that answers and a clean file: summary proceedings; otherwise the order to pay', () => {
    expect(recommended()).toEqual(['payment-order'])
    expect(recommended({ answers: true })).toEqual(['summary'])
    expect(recommended({ answers: true, missing: 1 })).toEqual(['payment-order'])
  })
})

describe('a merchant by form', () => {
  test.each([
    ['Durand SAS', 'SAS', 'yes'],
    ['S.A.R.L. Le Bois', 'SARL', 'yes'],
    ['SCI des Tilleuls', 'SCI', 'no'],
    ['Association Les Amis', 'ASSOCIATION', 'no'],
    ['Jean Martin', '', 'unknown'],
    ['Salon Sasha', '', 'unknown'],
  ])('%s', (name, form, merchant) => expect(merchantByForm(name)).toEqual({ form, merchant }))
})

describe('the court of the debtor’s seat', () => {
  test.each([
    ['Lyon', 'yes', 'economic', 'Lyon'],
    ['LYON 3E', 'yes', 'economic', 'Lyon'],
    ['Paris Cedex 08', 'unknown', 'economic', 'Paris'],
    ['Grenoble', 'yes', 'commercial', 'Grenoble'],
    ['St-Brieuc', 'yes', 'economic', 'Saint-Brieuc'],
    ['Paris', 'no', 'civil', 'Paris'],
  ] as const)('%s, merchant %s', (city, merchant, kind, of) =>
    expect(courtOf(city, merchant)).toEqual({ kind, city: of }),
  )
})
