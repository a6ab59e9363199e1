import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, type Day } from '../kernel/day.ts'
import { actKinds, type Regime } from './limitations.contract.ts'
import { type Act, levelsOn, limitationOf, nearUntil, runOf } from './limitations.rules.ts'
import { DEFAULT_REGIME, shippedRegimes } from './regimes.rules.ts'

const of = (code: Regime['code']): Regime => shippedRegimes.find((regime) => regime.code === code) as Regime
const act = (kind: Act['kind'], day: Day, until: Day | null = null): Act => ({ id: null, kind, day, until })
const ASOF = '2026-11-22'
const claim = { issued: '2022-03-10', performedOn: null, due: '2022-04-09' }
const daysOf = (acts: readonly Act[], regime = DEFAULT_REGIME, asOf = ASOF) => {
  const { cautious, usual, suspended } = limitationOf(claim, regime, acts, asOf)
  return [cautious.day, usual.day, suspended]
}

describe('the two days of a claim', () => {
  test('five years between traders, from the invoice and from the day after the due date', () => {
    expect(daysOf([])).toEqual(['2027-03-10', '2027-04-10', false])
  })

  test('goods delivered before the invoice bring the cautious day forward, later ones do not put it off', () => {
    const cautious = (performedOn: Day) =>
      limitationOf({ ...claim, performedOn }, DEFAULT_REGIME, [], ASOF).cautious.day
    expect(cautious('2022-02-28')).toBe('2027-02-28')
    expect(cautious('2022-03-20')).toBe('2027-03-10')
  })

  test.each([
    ['carriage', '2023-03-10'],
    ['supplies', '2023-03-10'],
    ['consumer', '2024-03-10'],
    ['professional', '2027-03-10'],
    ['spain', '2027-03-10'],
  ] as const)('%s has its own period', (code, day) => {
    expect(daysOf([], of(code))[0]).toBe(day)
  })

  test('a 29 February ends on the 28th five years on, and on the 29th eight years on', () => {
    const from = (start: Day, months: number) => runOf(start, { ...DEFAULT_REGIME, months }, [], ASOF).run.day
    expect(from('2024-02-29', 60)).toBe('2029-02-28')
    expect(from('2024-02-29', 96)).toBe('2032-02-29')
    // Due on the 28th: the period begins on the 29th.
    expect(
      limitationOf({ issued: '2024-01-28', performedOn: null, due: '2024-02-28' }, DEFAULT_REGIME, [], ASOF).usual,
    ).toEqual(expect.objectContaining({ from: '2024-02-29', day: '2029-02-28' }))
  })
})

describe('acts', () => {
  test.each(['acknowledgement', 'time-request', 'part-payment', 'plan', 'order-served', 'enforcement'] as const)(
    '%s begins a new period on its day',
    (kind) => {
      expect(daysOf([act(kind, '2024-06-15')])).toEqual(['2029-06-15', '2029-06-15', false])
    },
  )

  test('an act that lasts begins it at its end; while it goes on, the day moves with today', () => {
    expect(daysOf([act('court-claim', '2023-01-10', '2025-05-20')])).toEqual(['2030-05-20', '2030-05-20', false])
    expect(daysOf([act('declaration', '2023-01-10')])).toEqual(['2031-11-22', '2031-11-22', true])
  })

  test('agreed talks add their days, six months being left at least', () => {
    expect(daysOf([act('mediation', '2023-01-01', '2023-01-31')])).toEqual(['2027-04-09', '2027-05-10', false])
    // Ended near the end of the period: six months from there.
    expect(daysOf([act('mediation', '2027-01-15', '2027-03-01')], DEFAULT_REGIME, '2027-04-01')[0]).toBe('2027-09-01')
    expect(daysOf([act('small-claims', '2026-11-01')])[2]).toBe(true)
  })

  test('two talks at once count their days once', () => {
    const talks = [act('mediation', '2023-01-01', '2023-03-01'), act('small-claims', '2023-02-01', '2023-03-01')]
    expect(daysOf(talks)).toEqual(daysOf([act('mediation', '2023-01-01', '2023-03-01')]))
  })

  test('what comes after the claim was barred is told, and changes nothing', () => {
    const { cautious, usual, acts } = limitationOf(claim, of('carriage'), [act('part-payment', '2023-03-20')], ASOF)
    expect(cautious).toMatchObject({ day: '2023-03-10', interruptedBy: null })
    expect(acts).toEqual([{ ...act('part-payment', '2023-03-20'), effect: 'late' }])
    // By the other reading it came in time.
    expect(usual.day).toBe('2024-03-20')
  })

  test('a demand out of court counts in Spain only', () => {
    const demand = act('demand', '2024-06-15')
    expect(daysOf([demand])[0]).toBe('2027-03-10')
    expect(limitationOf(claim, DEFAULT_REGIME, [demand], ASOF).acts[0]?.effect).toBe('without')
    expect(daysOf([demand], of('spain'))[0]).toBe('2029-06-15')
  })

  test('nothing later than the day asked about is seen, and an advance payment begins nothing', () => {
    expect(daysOf([act('acknowledgement', '2025-01-01')], DEFAULT_REGIME, '2024-12-31')[0]).toBe('2027-03-10')
    expect(daysOf([act('part-payment', '2022-03-01')])[0]).toBe('2027-03-10')
  })
})

describe('how near it is', () => {
  test.each([
    ['2026-11-21', 'passed'],
    ['2026-11-22', '1'],
    ['2026-12-22', '1'],
    ['2026-12-23', '3'],
    ['2027-05-22', '6'],
    ['2027-11-22', '12'],
    ['2027-11-23', null],
  ])('%s: %s', (day, level) => {
    expect(levelsOn(ASOF)(day)).toBe(level)
  })
})

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2016-01-01', days))
const anyAct = fc
  .record({ kind: fc.constantFrom(...actKinds), day, length: fc.option(fc.integer({ min: 0, max: 900 })) })
  .map(({ kind, day, length }) => act(kind, day, length === null ? null : addDays(day, length)))
const regime = fc.constantFrom(...shippedRegimes)

test('an act never shortens a period, whatever else happened', () => {
  fc.assert(
    fc.property(day, regime, fc.array(anyAct, { maxLength: 6 }), anyAct, day, (start, regime, acts, more, asOf) => {
      const without = runOf(start, regime, acts, asOf).run.day
      expect(runOf(start, regime, [...acts, more], asOf).run.day >= without).toBe(true)
      expect(without >= addMonths(start, regime.months)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('what began too late to be near never is', () => {
  fc.assert(
    fc.property(
      day,
      regime,
      fc.array(anyAct, { maxLength: 3 }),
      day,
      fc.integer({ min: 0, max: 24 }),
      (start, regime, acts, asOf, within) => {
        fc.pre(start > nearUntil(asOf, within, regime))
        expect(runOf(start, regime, acts, asOf).run.day > addMonths(asOf, within)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
