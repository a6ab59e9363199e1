import { describe, expect, test } from 'vitest'
import { nextWorkingDay } from '../kernel/working-days.ts'
import { deadlinesOf, pendingOf, type Step, stepsOf } from './procedure.rules.ts'
import type { Procedure, StepCode } from './procedure.schema.ts'

const step = (code: StepCode, day: string, inPerson: boolean | null = null): Step => ({
  id: `${code} ${day}`,
  code,
  day,
  inPerson,
})
const told = (procedure: Procedure | null, ...steps: Step[]) =>
  deadlinesOf(procedure, steps, nextWorkingDay).map(({ code, counted, on, done }) => [code, counted, on, done])

describe('an order to pay', () => {
  test('is served within six months when dated before 1 September 2026, within three from then on', () => {
    expect(told('payment-order', step('order-granted', '2026-08-31'))).toEqual([
      ['serve-order', '2027-02-28', '2027-03-01', false],
    ])
    expect(told('payment-order', step('order-granted', '2026-09-01'))).toEqual([
      ['serve-order', '2026-12-01', '2026-12-01', false],
    ])
  })

  test('once served, leaves a month to object and is enforced two months after, one under the old rule', () => {
    const served = [step('order-granted', '2026-10-05'), step('order-served', '2026-10-20')]
    expect(told('payment-order', ...served)).toEqual([
      ['objection', '2026-11-20', '2026-11-20', false],
      ['enforce-from', '2026-12-20', '2026-12-21', false],
      ['serve-order', '2027-01-05', '2027-01-05', true],
    ])
    const old = [step('order-granted', '2026-08-20'), step('order-served', '2026-10-20')]
    expect(told('payment-order', ...old)).toContainEqual(['enforce-from', '2026-11-20', '2026-11-20', false])
  })

  test('that is objected to needs the costs deposited within fifteen days', () => {
    const steps = [
      step('order-granted', '2026-10-05'),
      step('order-served', '2026-10-20'),
      step('objection-received', '2026-11-10'),
    ]
    expect(told('payment-order', ...steps)).toContainEqual(['deposit-costs', '2026-11-25', '2026-11-25', false])
    const pending = pendingOf(deadlinesOf('payment-order', steps, nextWorkingDay), '2026-11-22')
    expect(pending.map(({ code }) => code)).toEqual(['deposit-costs'])
  })
})

test('an uncontested claim: a month to object, the record eight days later, its service within six months', () => {
  expect(told('uncontested', step('command-served', '2026-09-30'))).toEqual([
    ['objection', '2026-10-30', '2026-10-30', false],
    // 7 November is a Saturday.
    ['record-from', '2026-11-07', '2026-11-09', false],
  ])
  expect(told('uncontested', step('made-enforceable', '2026-11-12'))).toEqual([
    ['serve-title', '2027-05-12', '2027-05-12', false],
  ])
})

test('a small claim: a month to accept; a European order: thirty days to object; a hearing is on its own day', () => {
  expect(told('small-claims', step('invitation-sent', '2026-01-31'))).toEqual([
    ['answer', '2026-02-28', '2026-03-02', false],
  ])
  expect(told('european-order', step('order-served', '2026-10-15'))).toEqual([
    ['objection', '2026-11-14', '2026-11-16', false],
  ])
  expect(told('trial', step('hearing', '2026-12-25'))).toEqual([['hearing', '2026-12-25', '2026-12-25', false]])
})

test('each procedure knows its own steps, and those of any hand-over', () => {
  expect(stepsOf('payment-order')[0]).toBe('request-filed')
  expect(stepsOf('agency')).toContain('mandate-signed')
  expect(stepsOf(null)).not.toContain('order-granted')
  expect(told(null, step('order-granted', '2026-10-05'))).toEqual([])
})

test('a period that is over is pending no more, an act that was missed stays', () => {
  const steps = [step('order-granted', '2026-05-05')]
  const pending = (...more: Step[]) =>
    pendingOf(deadlinesOf('payment-order', [...steps, ...more], nextWorkingDay), '2026-11-22').map(({ code }) => code)
  expect(pending()).toEqual(['serve-order'])
  expect(pending(step('order-served', '2026-10-02'))).toEqual(['enforce-from'])
})
