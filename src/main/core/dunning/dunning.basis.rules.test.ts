import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLevel, anItem, aPlan } from '../../../../test/support/dunning.states.ts'
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import { dayReached, type ItemState, nextStep, type PlanRules } from './dunning.rules.ts'

const on = (day: Day, plan: PlanRules, rest: Partial<ItemState> = {}) => {
  const item = anItem(rest)
  const step = nextStep({ ...item, daysLate: daysBetween(item.due, day) }, plan, day, { catchUp: false })
  return 'level' in step ? step.level.position : [step.skip, step.until]
}
const sent = (lastLevel: number, lastLetterOn: Day, rest: Partial<ItemState> = {}): Partial<ItemState> => ({
  lastLevel,
  lastLetterOn,
  lastLetterSent: true,
  ...rest,
})

/** Every day on which a letter goes, when each is sent the day it is made. */
const lettersOf = (plan: PlanRules, due: Day, from: Day, until: Day): [Day, number][] => {
  const letters: [Day, number][] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const last = letters.at(-1)
    const position = on(day, plan, { due, ...(last && sent(last[1], last[0])) })
    if (typeof position === 'number') letters.push([day, position])
  }
  return letters
}

describe('what days count from', () => {
  it('the end of the month of the due date', () => {
    const plan = aPlan([aLevel(1, 10, { basis: 'month-end' }), aLevel(2, 0, { basis: 'previous', minimumGap: 5 })])
    expect(on('2026-04-09', plan, { due: '2026-03-03' })).toEqual(['level-not-reached', '2026-04-10'])
    expect(on('2026-04-10', plan, { due: '2026-03-03' })).toBe(1)
    expect(on('2028-03-10', plan, { due: '2028-02-10' })).toBe(1)
    expect(on('2028-03-09', plan, { due: '2028-02-10' })).toEqual(['level-not-reached', '2028-03-10'])
  })

  it('the last letter, not its own due date', () => {
    const plan = aPlan([aLevel(1, 5), aLevel(2, 8, { basis: 'previous' })])
    expect(on('2026-06-08', plan, sent(1, '2026-06-01'))).toEqual(['level-not-reached', '2026-06-09'])
    expect(on('2026-06-09', plan, sent(1, '2026-06-01'))).toBe(2)
  })

  it('catching up stops before a level that counts from a letter not sent', () => {
    const plan = aPlan([aLevel(1, 5), aLevel(2, 8, { basis: 'previous' }), aLevel(3, 200)])
    const item = anItem({ daysLate: 90 })
    expect(nextStep(item, plan, addDays(item.due, 90), { catchUp: true })).toMatchObject({ level: { position: 1 } })
  })

  it('the deadline that the last letter granted runs first', () => {
    const plan = aPlan([aLevel(1, 5), aLevel(2, 10, { minimumGap: 3 })])
    const last = sent(1, '2026-03-10', { lastDeadline: '2026-03-18' })
    expect(on('2026-03-18', plan, last)).toEqual(['deadline-running', '2026-03-19'])
    expect(on('2026-03-19', plan, last)).toBe(2)
  })

  it('the ladder has come to its end once the last deadline has passed', () => {
    const plan = aPlan([aLevel(1, 5)])
    const last = sent(1, '2026-03-10', { lastDeadline: '2026-03-18' })
    expect(on('2026-03-18', plan, last)).toEqual(['deadline-running', '2026-03-19'])
    expect(on('2026-03-19', plan, last)).toEqual(['ladder-finished', null])
  })

  it('a payment that the book knows of already', () => {
    const plan = aPlan([aLevel(1, 5)])
    const paying = { underWay: { until: '2026-03-20' } }
    expect(on('2026-03-20', plan, paying)).toEqual(['payment-under-way', '2026-03-21'])
    expect(on('2026-03-21', plan, paying)).toBe(1)
  })
})

describe('working days', () => {
  // Due on Sunday 1 March 2026: 5 days on is Friday, 6 and 7 are the weekend.
  const reached = (days: number, workingDays: PlanRules['workingDays'], due = '2026-03-01') =>
    dayReached(aLevel(1, days), { due, lastLetterOn: null }, { workingDays })

  it('the day a level is reached moves as the plan says', () => {
    expect([5, 6, 7, 8].map((days) => reached(days, 'none'))).toEqual(
      [5, 6, 7, 8].map((days) => addDays('2026-03-01', days)),
    )
    expect([5, 6, 7, 8].map((days) => reached(days, 'next'))).toEqual([
      '2026-03-06',
      '2026-03-09',
      '2026-03-09',
      '2026-03-09',
    ])
    expect([5, 6, 7, 8].map((days) => reached(days, 'previous'))).toEqual([
      '2026-03-06',
      '2026-03-06',
      '2026-03-06',
      '2026-03-09',
    ])
  })

  it('past holidays, those of the book', () => {
    // 1 May 2026 is a Friday.
    expect(reached(5, 'next', '2026-04-26')).toBe('2026-05-04')
    const works = () => false
    expect(dayReached(aLevel(1, 5), { due: '2026-04-26', lastLetterOn: null }, { workingDays: 'next' }, works)).toBe(
      '2026-05-01',
    )
  })

  it('never before the day after the due date, nor a notice from it on', () => {
    expect(reached(1, 'previous', '2026-03-06')).toBe('2026-03-07')
    expect(reached(-1, 'next', '2026-03-08')).toBe('2026-03-07')
  })

  it('whatever the plan, a reminder comes after the due date and a notice before it', () => {
    const anyDay = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2024-01-01', days))
    const rule = fc.constantFrom('none', 'next', 'previous') as fc.Arbitrary<PlanRules['workingDays']>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 90 }), rule, (due, days, workingDays) => {
        const day = reached(days, workingDays, due)
        expect(days < 0 ? day < due : day > due).toBe(true)
      }),
    )
  })
})

describe('a notice before the due date', () => {
  const plan = aPlan([aLevel(1, -7), aLevel(2, 3)])
  const due = '2026-03-20'

  it('goes from its day until the day before the due date, once', () => {
    expect(on('2026-03-12', plan, { due })).toEqual(['not-overdue', '2026-03-13'])
    expect(on('2026-03-13', plan, { due })).toBe(1)
    expect(on('2026-03-19', plan, { due })).toBe(1)
    expect(on('2026-03-15', plan, { due, ...sent(1, '2026-03-13', { lastWasNotice: true }) })).toEqual([
      'not-overdue',
      '2026-03-23',
    ])
    expect(on('2026-03-20', plan, { due })).toEqual(['not-overdue', '2026-03-23'])
  })

  it('missed, it is not made up for: the first reminder comes', () => {
    expect(on('2026-03-22', plan, { due })).toEqual(['level-not-reached', '2026-03-23'])
    expect(on('2026-03-23', plan, { due })).toBe(2)
  })

  it('of several the last one whose day has come', () => {
    const two = aPlan([aLevel(1, -9), aLevel(2, -4), aLevel(3, 1)])
    expect(on('2026-03-17', two, { due })).toBe(2)
    expect(on('2026-03-17', two, { due, ...sent(2, '2026-03-16', { lastWasNotice: true }) })).toEqual([
      'not-overdue',
      '2026-03-21',
    ])
  })

  it('one that was not sent holds no reminder up', () => {
    const notice = { lastLevel: 1, lastLetterOn: '2026-03-13', lastLetterSent: false, lastWasNotice: true }
    expect(on('2026-03-23', plan, { due, ...notice })).toBe(2)
    expect(on('2026-03-23', plan, { due, ...notice, lastWasNotice: false })).toEqual(['previous-not-sent', null])
  })

  it('stops for whatever stops a reminder', () => {
    const day = '2026-03-14'
    expect(on(day, plan, { due, hold: { reason: 'x', until: null } })).toEqual(['on-hold', null])
    expect(on(day, plan, { due, promise: { until: '2026-03-21' } })).toEqual(['promised', '2026-03-22'])
    expect(on(day, plan, { due, disputed: 10_000 })).toEqual(['disputed', null])
  })

  it('only for amounts above its minimum', () => {
    const large = aPlan([aLevel(1, -7, { minimumAmounts: { EUR: 10_000 } }), aLevel(2, 3)])
    expect(on('2026-03-14', large, { due, open: 10_000 })).toEqual(['level-minimum', null])
    expect(on('2026-03-14', large, { due, open: 10_001 })).toBe(1)
  })
})

describe('a last level that comes again', () => {
  it('D37: due 15 March 2024, told 9 and 4 days before, 1 day after, then every two weeks', () => {
    const plan = aPlan([aLevel(1, -9), aLevel(2, -4), aLevel(3, 1, { repeatDays: 14 })])
    expect(lettersOf(plan, '2024-03-15', '2024-03-01', '2024-04-30')).toEqual([
      ['2024-03-06', 1],
      ['2024-03-11', 2],
      ['2024-03-16', 3],
      ['2024-03-30', 3],
      ['2024-04-13', 3],
      ['2024-04-27', 3],
    ])
  })

  it('D39: paid, no date follows', () => {
    const plan = aPlan([aLevel(1, 1, { repeatDays: 14 })])
    expect(on('2026-05-01', plan, { open: 0, ...sent(1, '2026-03-02') })).toEqual(['item-minimum', null])
  })

  it('waits for its sending, its gap and its deadline as any other', () => {
    const plan = aPlan([aLevel(1, 1, { repeatDays: 14 })])
    expect(on('2026-05-01', plan, { ...sent(1, '2026-03-02'), lastLetterSent: false })).toEqual([
      'previous-not-sent',
      null,
    ])
    expect(on('2026-03-15', plan, sent(1, '2026-03-02'))).toEqual(['level-not-reached', '2026-03-16'])
    expect(on('2026-03-16', plan, sent(1, '2026-03-02', { lastDeadline: '2026-03-20' }))).toEqual([
      'deadline-running',
      '2026-03-21',
    ])
  })

  it('never from a level above the plan’s last: it was shortened', () => {
    const plan = aPlan([aLevel(1, 1, { repeatDays: 14 })])
    expect(on('2026-05-01', plan, sent(3, '2026-03-02'))).toEqual(['ladder-finished', null])
  })
})

describe('any plan of any basis', () => {
  const anyLevels = fc
    .array(
      fc.record({ step: fc.integer({ min: 1, max: 40 }), basis: fc.constantFrom('due', 'month-end', 'previous') }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((steps) => {
      let days = 0
      return steps.map(({ step, basis }, i) => {
        days += step
        const kind = i === 0 && basis === 'previous' ? 'due' : (basis as 'due' | 'month-end' | 'previous')
        return aLevel(i + 1, kind === 'previous' ? step : days, { basis: kind })
      })
    })

  it('letters of an item that nobody pays go up one by one, each after the due date, until the ladder ends', () => {
    const rule = fc.constantFrom('none', 'next', 'previous') as fc.Arbitrary<PlanRules['workingDays']>
    const due = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-01-01', days))
    fc.assert(
      fc.property(anyLevels, rule, due, (levels, workingDays, due) => {
        const letters = lettersOf(aPlan(levels, { workingDays }), due, due, addDays(due, 400))
        expect(letters.map(([, position]) => position)).toEqual(levels.map(({ position }) => position))
        for (const [day] of letters) expect(day > due).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
