import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../kernel/day.ts'
import { nextWorkingDay } from '../kernel/working-days.ts'
import { outcomes } from './calls.contract.ts'
import { nextAction, type TalkFacts } from './calls.rules.ts'

// A Thursday.
const facts: TalkFacts = { today: '2026-06-11', graceUntil: '2026-06-16', deadline: '2026-07-10', disputeDays: 30 }

describe('the next action of a talk', () => {
  test.each([
    ['promise', 'check-payment', '2026-06-17'],
    ['dispute', 'settle-dispute', '2026-07-10'],
    ['wrong-contact', 'find-contact', '2026-06-11'],
    ['call-back', 'call', '2026-06-12'],
    ['paid', 'check-payment', '2026-06-16'],
    ['refused', 'decide', '2026-06-11'],
    ['no-answer', 'call', '2026-06-12'],
    ['told', 'call', '2026-06-18'],
  ] as const)('of %s: %s on %s', (outcome, kind, day) => {
    expect(nextAction(outcome, facts)).toEqual({ kind, day })
  })

  test('of a dispute without a deadline: after the policy’s days', () => {
    expect(nextAction('dispute', { ...facts, deadline: null }).day).toBe('2026-07-13')
    expect(nextAction('dispute', { ...facts, deadline: '2026-06-01' }).day).toBe('2026-06-11')
  })

  test('is for today, or a working day after it', () => {
    const anyDay = fc.nat(1_000).map((days) => addDays('2026-01-01', days))
    fc.assert(
      fc.property(fc.constantFrom(...outcomes), anyDay, fc.nat(60), (outcome, today, later) => {
        const given = { today, graceUntil: addDays(today, later), deadline: addDays(today, later), disputeDays: 30 }
        const { day } = nextAction(outcome, given)
        expect(day >= today).toBe(true)
        if (day !== today) expect(nextWorkingDay(day)).toBe(day)
      }),
    )
  })
})
