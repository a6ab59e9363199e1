import { describe, expect, test } from 'vitest'
import { type Closer, type Facts, nothingCloser, type Scale, scaleOf } from './worklist.facts.rules.ts'
import { questionsOf } from './worklist.questions.rules.ts'
import {
  actionOf,
  byPressure,
  checkWeights,
  pointsBefore,
  pointsOf,
  reasonsOf,
  shippedWeights,
} from './worklist.rules.ts'
import { asksForMore } from './worklist.strengths.rules.ts'

const TODAY = '2026-11-20'
const scale: Scale = { asOf: TODAY, currency: 'EUR', large: 1_000_000, overdue: 4_000_000, watchPercent: 80 }
const nobodyWaits = { disputed: 0, planned: 0, promised: 0, held: 0 }
const facts = (rest: Partial<Facts> = {}): Facts => ({
  customerId: 'a',
  open: 500_000,
  overdue: 250_000,
  items: 1,
  credits: 0,
  waiting: nobodyWaits,
  oldestDue: '2026-11-02',
  promisedUntil: null,
  heldUntil: null,
  excluded: false,
  broken: null,
  brokenPlan: null,
  task: null,
  later: null,
  insurance: null,
  procedure: null,
  limitation: null,
  confirmation: null,
  insolventSince: null,
  ...rest,
})
const told = (rest: Partial<Facts> = {}, closer: Partial<Closer> = {}) =>
  reasonsOf(facts(rest), { ...nothingCloser, ...closer }, scale, shippedWeights)
const points = (rest: Partial<Facts> = {}, closer: Partial<Closer> = {}) =>
  Object.fromEntries(told(rest, closer).map(({ code, points }) => [code, points]))
const details = (code: string, rest: Partial<Facts> = {}, closer: Partial<Closer> = {}) =>
  told(rest, closer).find((reason) => reason.code === code)?.details

describe('points', () => {
  test('grow with the square root of the amount, and with the days late', () => {
    // A quarter of what is large: half of 40. 18 of 90 days: a fifth of 25.
    expect(points()).toEqual({ amount: 20, age: 5 })
    expect(points({ overdue: 9_000_000, oldestDue: '2025-01-01' })).toEqual({ amount: 40, age: 25 })
    expect(details('amount')).toEqual({ amount: 250_000, currency: 'EUR', percent: 6 })
    expect(details('age')).toEqual({ days: 18 })
  })

  test('count what may be asked for: not what is disputed, promised, in a plan, on hold or paid already', () => {
    const disputed = points({ waiting: { ...nobodyWaits, disputed: 125_000 } })
    expect(disputed).toEqual({ disputed: -40, amount: 14, age: 5 })
    expect(points({ waiting: { ...nobodyWaits, promised: 250_000 }, oldestDue: null })).toEqual({ promised: -80 })
    expect(points({ waiting: { ...nobodyWaits, planned: 250_000 }, oldestDue: null })).toEqual({ 'in-plan': -80 })
    expect(points({ waiting: { ...nobodyWaits, held: 250_000 }, oldestDue: null })).toEqual({ 'on-hold': -80 })
    expect(points({ credits: 400_000 })).toEqual({ credits: -60 })
    expect(points({ excluded: true })['on-hold']).toBe(-80)
  })

  test('of a broken word come on top of the largest and oldest debt', () => {
    const broken = points({ overdue: 100, broken: { day: '2026-11-19', amount: 100, currency: 'EUR' } })
    const heavy = points({ overdue: 9_000_000, oldestDue: '2024-01-01' })
    expect(pointsOf([{ points: broken['promise-broken'] ?? 0 }])).toBe(100)
    expect(Object.values(heavy).reduce((sum, one) => sum + one, 0)).toBeLessThan(100)
    expect(points({ brokenPlan: { since: '2026-11-01' } })['plan-broken']).toBe(80)
  })

  test('say when a customer is later than is its habit', () => {
    expect(details('habit', {}, { usualDays: 3 })).toEqual({ days: 18, usual: 3 })
    expect(points({}, { usualDays: 3 }).habit).toBe(8)
    expect(points({}, { usualDays: 12 })).not.toHaveProperty('habit')
  })

  test.each([
    [79.9, undefined],
    [80, 5],
    [94, 12],
    [100, 15],
    [250, 15],
  ])('of a limit used to %d %%: %s', (utilisation, expected) => {
    expect(points({}, { utilisation })['limit-use']).toBe(expected)
  })

  test.each([
    ['2026-12-20', 30],
    ['2026-12-21', undefined],
    ['2026-11-20', 60],
    ['2026-11-01', 60],
  ])('of a claim to declare by %s: %s', (deadline, expected) => {
    expect(points({ insurance: { deadline, amount: 1 } })['insurance-deadline']).toBe(expected)
  })

  test.each([
    ['2027-11-20', 25, 365],
    ['2027-11-21', undefined, undefined],
    ['2026-11-20', 50, 0],
    ['2026-11-19', 50, -1],
  ])('of a debt that may lapse on %s: %s', (limitation, expected, days) => {
    expect(points({ limitation }).limitation).toBe(expected)
    expect(details('limitation', { limitation })?.days).toBe(days)
  })

  test('of the insolvent are those of a deadline alone: nothing is asked for, and without one they go down', () => {
    const insolvent = { insolventSince: '2026-10-01', broken: { day: TODAY, amount: 1, currency: 'EUR' } }
    expect(points(insolvent)).toEqual({ insolvent: -100 })
    expect(points({ ...insolvent, insurance: { deadline: '2026-11-23', amount: 1 } })).toEqual({
      'insurance-deadline': 57,
    })
    expect(points({ ...insolvent, procedure: { act: 'serve-order', deadline: '2026-12-20' } })).toEqual({
      'procedure-deadline': 35,
    })
    expect(points({ ...insolvent, procedure: { act: 'serve-order', deadline: '2027-02-01' } })).toEqual({
      insolvent: -100,
    })
  })

  test('of a limit begin at the mark from which the policy watches', () => {
    const watched = { ...scale, watchPercent: 95 }
    const use = (utilisation: number) =>
      reasonsOf(facts(), { ...nothingCloser, utilisation }, watched, shippedWeights).find(
        ({ code }) => code === 'limit-use',
      )
    expect(use(94.9)).toBeUndefined()
    expect(use(95)).toMatchObject({ points: 10, details: { percent: 95, watch: 95 } })
  })

  test('of a quick win need several small, recent debts of a good payer', () => {
    const quick = { items: 3, oldestDue: '2026-11-10' }
    expect(details('quick-win', quick, { score: 85 })).toEqual({ items: 3, days: 10, score: 85 })
    for (const [rest, score] of [
      [quick, 60],
      [{ ...quick, items: 1 }, 85],
      [{ ...quick, oldestDue: '2026-11-01' }, 85],
      [{ ...quick, overdue: 1_000_000 }, 85],
    ] as const)
      expect(points(rest, { score })).not.toHaveProperty('quick-win')
  })

  test('of a level: a call more than a letter', () => {
    const level = { position: 2, name: 'Relance', channel: 'call' as const, wording: 'reminder', days: 10 }
    expect(points({}, { level })['level-reached']).toBe(25)
    expect(points({}, { level: { ...level, channel: 'email' } })['level-reached']).toBe(15)
  })

  test('wait for the day of the next action, unless something is due or broken', () => {
    const later = { kind: 'call' as const, day: '2026-11-25' }
    expect(points({ later }).planned).toBe(-60)
    expect(points({ later, task: { kind: 'call', day: TODAY, note: '' } })).toEqual({
      'task-due': 50,
      amount: 20,
      age: 5,
    })
    expect(points({ later, broken: { day: TODAY, amount: 1, currency: 'EUR' } })).not.toHaveProperty('planned')
  })
})

test('reasons stand by their weight, whichever way it pulls; without those looked up for a few the sum is the same', () => {
  const mixed = { broken: { day: TODAY, amount: 1, currency: 'EUR' }, waiting: { ...nobodyWaits, disputed: 125_000 } }
  expect(told(mixed).map(({ code }) => code)).toEqual(['promise-broken', 'disputed', 'amount', 'age'])
  expect(pointsBefore(facts(mixed), scale, shippedWeights)).toBe(pointsOf(told(mixed)))
})

test('a weight of zero says nothing; one that pulls the other way is refused', () => {
  const quiet = { ...shippedWeights, amount: 0 }
  expect(reasonsOf(facts(), nothingCloser, scale, quiet).map(({ code }) => code)).toEqual(['age'])
  expect(() => checkWeights(quiet)).not.toThrow()
  expect(() => checkWeights({ ...quiet, disputed: 1 })).toThrow('disputed pulls the other way')
  expect(() => checkWeights({ ...quiet, age: -1 })).toThrow('age pulls the other way')
})

test('large is what one customer in twenty exceeds', () => {
  const of = { asOf: TODAY, currency: 'EUR', watchPercent: 90 }
  const amounts = Array.from({ length: 100 }, (_, n) => (n + 1) * 1000)
  expect(scaleOf(amounts, of)).toMatchObject({ large: 95_000, overdue: 5_050_000 })
  expect(scaleOf([500], of).large).toBe(500)
  expect(scaleOf([], of)).toMatchObject({ large: 1, overdue: 0 })
})

test('of the same points the greater amount comes first', () => {
  const row = (customerId: string, points: number, overdue: number) => ({ points, facts: { customerId, overdue } })
  const rows = [row('c', 10, 100), row('a', 10, 100), row('b', 10, 500), row('d', 20, 1)]
  expect(rows.sort(byPressure).map(({ facts }) => facts.customerId)).toEqual(['d', 'b', 'a', 'c'])
})

test('what is to be done: the task due, what the plan says, a call; nothing where all of it waits', () => {
  const level = { position: 3, name: 'Relance ferme', channel: 'registered' as const, wording: 'firm', days: 20 }
  expect(actionOf(facts(), nothingCloser)).toBe('call')
  expect(actionOf(facts(), { ...nothingCloser, level })).toBe('letter')
  expect(actionOf(facts({ task: { kind: 'visit', day: TODAY, note: '' } }), { ...nothingCloser, level })).toBe('visit')
  expect(actionOf(facts({ task: { kind: 'check-payment', day: TODAY, note: '' } }), nothingCloser)).toBe('task')
  expect(actionOf(facts({ waiting: { ...nobodyWaits, disputed: 250_000 } }), nothingCloser)).toBe('wait')
  expect(actionOf(facts({ insolventSince: '2026-10-01' }), nothingCloser)).toBe('declare')
  const confirmation = { runId: 'r', id: 'l', reference: 'CS-0001-0001', deadline: '2026-11-13' }
  expect(actionOf(facts({ confirmation, overdue: 0 }), nothingCloser)).toBe('confirm')
  expect(actionOf(facts({ confirmation }), nothingCloser)).toBe('call')
  // A reminder says nothing of it.
  expect([asksForMore(facts(), TODAY), asksForMore(facts({ confirmation }), TODAY)]).toEqual([false, true])
  expect(told({ confirmation, overdue: 0, oldestDue: null })).toEqual([
    { code: 'confirmation-late', points: 30, details: { ...confirmation, days: -7 } },
  ])
})

describe('what to ask', () => {
  const asked = (rest: Partial<Facts> = {}, more: Partial<Parameters<typeof questionsOf>[1]> = {}) =>
    questionsOf(facts(rest), { asOf: TODAY, currency: 'EUR', letter: null, hasPhone: true, ...more }).map(
      ({ code }) => code,
    )
  const letter = { reference: 'R1', day: '2026-11-01', deadline: '2026-11-09', total: 1000, currency: 'EUR' }

  test('in the first days whether the invoice arrived, was approved and will be paid; later why, and when', () => {
    expect(asked({ oldestDue: '2026-11-12' })).toEqual(['received', 'approved', 'payment-planned'])
    expect(asked({ oldestDue: '2026-11-01' })).toEqual(['why-late', 'when-paid'])
  })

  test('a word that was broken, a payment announced and the deadline of the last letter come first', () => {
    const broken = { day: '2026-11-19', amount: 100, currency: 'EUR' }
    const task = { kind: 'check-payment' as const, day: TODAY, note: '' }
    expect(asked({ broken, task }, { letter })).toEqual([
      'promise-broken',
      'payment-announced',
      'deadline-passed',
      'why-late',
      'when-paid',
    ])
    expect(asked({}, { letter: { ...letter, deadline: TODAY } })).toContain('deadline-runs')
  })

  test('of what waits: how to settle the dispute; and nothing of the claim where none is left', () => {
    expect(asked({ waiting: { ...nobodyWaits, disputed: 250_000 }, oldestDue: null }, { letter })).toEqual(['disputed'])
    expect(asked({ waiting: { ...nobodyWaits, promised: 250_000 }, oldestDue: null })).toEqual(['promise-runs'])
  })

  test('who to ask, where no telephone is known; of the insolvent nothing is claimed', () => {
    expect(asked({}, { hasPhone: false })[0]).toBe('contact')
    expect(asked({ insolventSince: '2026-10-01' }, { hasPhone: false })).toEqual(['insolvent'])
  })
})
