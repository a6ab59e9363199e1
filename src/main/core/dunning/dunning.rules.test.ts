import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLevel, anItem, aPlan } from '../../../../test/support/dunning.states.ts'
import { addDays, daysBetween } from '../kernel/day.ts'
import { type ItemState, nextStep, type PlanRules, type Step } from './dunning.rules.ts'

const planOf = (days: number[], rest: Partial<PlanRules> = {}): PlanRules =>
  aPlan(
    days.map((day, i) => aLevel(i + 1, day)),
    rest,
  )

const D0 = '2026-03-01'
const lateBy = (daysLate: number, rest: Partial<ItemState> = {}): ItemState => anItem({ due: D0, daysLate, ...rest })
const sent = (position: number, on: string): Partial<ItemState> => ({
  lastLevel: position,
  lastLetterOn: on,
  lastLetterSent: true,
})

/** The step of an item on the day it is that late: the level's position, or why not and until when. */
const stepOf = (item: ItemState, plan: PlanRules, catchUp = false): number | [string, string | null] => {
  const step: Step = nextStep(item, plan, addDays(item.due, item.daysLate), { catchUp })
  return 'level' in step ? step.level.position : [step.skip, step.until]
}

describe('the next level of an item', () => {
  const plan = planOf([5, 20, 40])

  it('D1: nothing before the days of level 1', () => {
    expect(stepOf(lateBy(4), plan)).toEqual(['level-not-reached', addDays(D0, 5)])
  })

  it('D2: level 1 on its very day', () => expect(stepOf(lateBy(5), plan)).toBe(1))

  it('D3, D22: no further level while the letter before is not sent', () => {
    const draft = lateBy(30, { lastLevel: 1, lastLetterOn: addDays(D0, 5), lastLetterSent: false })
    expect(stepOf(draft, plan)).toEqual(['previous-not-sent', null])
    expect(stepOf(draft, plan, true)).toEqual(['previous-not-sent', null])
  })

  it('D4, D5: level 1 sent then blocked stays, unblocked goes to level 2', () => {
    const item = lateBy(30, sent(1, addDays(D0, 5)))
    expect(stepOf({ ...item, hold: { reason: 'dispute', until: null } }, plan)).toEqual(['on-hold', null])
    expect(stepOf(item, plan)).toBe(2)
  })

  it('D6, D20, D34: what is paid, settled or a credit is never dunned', () => {
    for (const open of [0, -10_000]) expect(stepOf(lateBy(50, { open }), plan)).toEqual(['item-minimum', null])
  })

  it('D7: a plan of one level at 0 days: the day after the due date, then finished', () => {
    const single = planOf([0])
    expect(stepOf(lateBy(0), single)).toEqual(['not-overdue', addDays(D0, 1)])
    expect(stepOf(lateBy(1), single)).toBe(1)
    expect(stepOf(lateBy(2, sent(1, addDays(D0, 1))), single)).toEqual(['ladder-finished', null])
  })

  it('D8, D10, D21, D31: never dunned and very late is level 1', () => {
    expect(stepOf(lateBy(90), plan)).toBe(1)
    expect(stepOf(lateBy(25), planOf([10, 20, 30]))).toBe(1)
    expect(stepOf(lateBy(50), planOf([15, 30, 45]))).toBe(1)
  })

  it('D31: catching up goes to the highest level reached, and never back down', () => {
    const three = planOf([15, 30, 45])
    expect([15, 30, 44, 45, 400].map((days) => stepOf(lateBy(days), three, true))).toEqual([1, 2, 2, 3, 3])
    expect(stepOf(lateBy(50, sent(3, addDays(D0, 50))), three, true)).toEqual(['ladder-finished', null])
    expect(stepOf(lateBy(20, sent(2, addDays(D0, 16))), three, true)).toEqual(['level-not-reached', addDays(D0, 45)])
    expect(stepOf(lateBy(14), three, true)).toEqual(['level-not-reached', addDays(D0, 15)])
  })

  it('D15: an item below the minimum is skipped, equal is kept', () => {
    const small = planOf([5], { itemMinimum: 10 })
    expect(stepOf(lateBy(5, { open: 9 }), small)).toEqual(['item-minimum', null])
    expect(stepOf(lateBy(5, { open: 10 }), small)).toBe(1)
  })

  it('D16: a level at 10 days', () => {
    const late = [5, 10, 11, 15].map((days) => stepOf(lateBy(days), planOf([10])))
    expect(late).toEqual([['level-not-reached', addDays(D0, 10)], 1, 1, 1])
  })

  it.each([-1, 0])('D17: %i days late is not overdue', (daysLate) => {
    expect(stepOf(lateBy(daysLate), planOf([10]))).toEqual(['not-overdue', addDays(D0, 10)])
  })

  it('D19: in dispute', () => {
    expect(stepOf(lateBy(15, { hold: { reason: 'dispute', until: null } }), plan)).toEqual(['on-hold', null])
  })

  it('D23: one level after the other', () => {
    expect(stepOf(lateBy(41, sent(1, addDays(D0, 5))), plan)).toBe(2)
    expect(stepOf(lateBy(42, sent(2, addDays(D0, 41))), plan)).toBe(3)
  })

  it('D25: a respite until a day includes that day', () => {
    const on = addDays(D0, 10)
    const until = (day: string | null) =>
      stepOf(lateBy(10, { hold: day === null ? null : { reason: 'promise', until: day } }), plan)
    expect(until(null)).toBe(1)
    expect(until(addDays(on, -1))).toBe(1)
    expect(until(on)).toEqual(['on-hold', addDays(on, 1)])
    expect(until(addDays(on, 3))).toEqual(['on-hold', addDays(on, 4)])
  })

  it('D27: days since the last letter count from its day', () => {
    const gap = (days: number) => ({ ...plan, levels: [aLevel(1, 5), aLevel(2, 20, { minimumGap: days })] })
    const item = lateBy(30, sent(1, addDays(D0, 22)))
    expect(stepOf(item, gap(8))).toBe(2)
    expect(stepOf(item, gap(9))).toEqual(['minimum-gap', addDays(D0, 31)])
    expect(stepOf({ ...item, daysLate: 31 }, gap(9))).toBe(2)
  })

  it('comes back when both the days and the gap are there', () => {
    const gap = { ...plan, levels: [aLevel(1, 5), aLevel(2, 20, { minimumGap: 15 })] }
    expect(stepOf(lateBy(10, sent(1, addDays(D0, 10))), gap)).toEqual(['level-not-reached', addDays(D0, 25)])
    expect(stepOf(lateBy(10, sent(1, addDays(D0, 2))), gap)).toEqual(['level-not-reached', addDays(D0, 20)])
  })

  it('D30: 15 / 30 / 45', () => {
    const three = planOf([15, 30, 45])
    expect(stepOf(lateBy(10), three)).toEqual(['level-not-reached', addDays(D0, 15)])
    expect(stepOf(lateBy(15), three)).toBe(1)
    expect(stepOf(lateBy(30, sent(1, addDays(D0, 15))), three)).toBe(2)
    expect(stepOf(lateBy(45, sent(2, addDays(D0, 30))), three)).toBe(3)
    expect(stepOf(lateBy(60, sent(3, addDays(D0, 45))), three)).toEqual(['ladder-finished', null])
  })

  it('D41: a day missed is caught up', () => {
    expect([5, 6, 12, 19].map((days) => stepOf(lateBy(days), plan))).toEqual([1, 1, 1, 1])
  })

  it('D50: unpaid since 31 May 2012, levels at 30 / 40 / 50', () => {
    const three = planOf([30, 40, 50])
    const on = (day: string, rest: Partial<ItemState> = {}) =>
      stepOf(lateBy(daysBetween('2012-05-31', day), { due: '2012-05-31', ...rest }), three)
    expect(on('2012-06-24')).toEqual(['level-not-reached', '2012-06-30'])
    expect(on('2012-06-30')).toBe(1)
    expect(on('2012-07-10', sent(1, '2012-06-30'))).toBe(2)
    expect(on('2012-07-20', sent(2, '2012-07-10'))).toBe(3)
  })

  it('levels may be stored in any order', () => {
    const shuffled = { ...plan, levels: [aLevel(3, 40), aLevel(1, 5), aLevel(2, 20)] }
    expect(stepOf(lateBy(90), shuffled)).toBe(1)
    expect(stepOf(lateBy(90), shuffled, true)).toBe(3)
  })
})

describe('any item, any plan', () => {
  const anyPlan = fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 5 }).chain((days) =>
    fc.array(fc.nat(30), { minLength: days.length, maxLength: days.length }).map((gaps) => {
      const levels = days.sort((a, b) => a - b).map((day, i) => aLevel(i + 1, day, { minimumGap: i ? gaps[i] : 0 }))
      return planOf([], { levels, itemMinimum: 500 })
    }),
  )
  const anyItem = fc
    .record({
      daysLate: fc.integer({ min: -10, max: 120 }),
      open: fc.integer({ min: 1, max: 2000 }),
      lastLevel: fc.option(fc.integer({ min: 1, max: 5 })),
      lastLetterDaysAgo: fc.nat(40),
      lastLetterSent: fc.boolean(),
      hold: fc.option(
        fc.record({ reason: fc.constant('promise'), until: fc.option(fc.integer({ min: -5, max: 20 })) }),
      ),
    })
    .map(({ lastLetterDaysAgo, hold, ...item }) => {
      const asOf = addDays(D0, item.daysLate)
      return lateBy(item.daysLate, {
        ...item,
        lastLetterOn: item.lastLevel === null ? null : addDays(asOf, -lastLetterDaysAgo),
        hold: hold && { reason: hold.reason, until: hold.until === null ? null : addDays(asOf, hold.until) },
      })
    })

  it('a level is reached, above the last one, the next of the plan unless catching up', () => {
    fc.assert(
      fc.property(anyItem, anyPlan, fc.boolean(), (item, plan, catchUp) => {
        const step = nextStep(item, plan, addDays(D0, item.daysLate), { catchUp })
        if (!('level' in step)) return
        expect(item.daysLate).toBeGreaterThanOrEqual(Math.max(1, step.level.days))
        expect(step.level.position).toBeGreaterThan(item.lastLevel ?? 0)
        if (!catchUp) expect(step.level.position).toBe((item.lastLevel ?? 0) + 1)
      }),
    )
  })

  it('an item comes back on the day said, not on the day before', () => {
    fc.assert(
      fc.property(anyItem, anyPlan, (item, plan) => {
        const step = nextStep(item, plan, addDays(D0, item.daysLate), { catchUp: false })
        if ('level' in step || step.until === null) return
        const reasonOn = (day: string) => {
          const later = nextStep({ ...item, daysLate: daysBetween(D0, day) }, plan, day, { catchUp: false })
          return 'level' in later ? 'level' : later.skip
        }
        expect(step.until > addDays(D0, item.daysLate)).toBe(true)
        expect(reasonOn(step.until)).not.toBe(step.skip)
        expect(reasonOn(addDays(step.until, -1))).not.toBe('level')
      }),
    )
  })
})
