import { describe, expect, it } from 'vitest'
import { aLevel } from '../../../../test/support/dunning.states.ts'
import { isPercent, validatePlan } from './dunning.plan.rules.ts'
import type { LevelInput } from './dunning.plan.schema.ts'

const codes = (levels: LevelInput[], letterMinimums: Record<string, number> = { EUR: 0 }) =>
  validatePlan({ levels, letterMinimums }).map(({ code, position }) => [code, position])

describe('a plan is refused with the reason', () => {
  it.each([
    ['three levels', [aLevel(1, 0), aLevel(2, 20, { minimumGap: 5 }), aLevel(3, 40)]],
    ['a notice first', [aLevel(1, -7), aLevel(2, 3, { minimumGap: 5 })]],
    ['two notices', [aLevel(1, -9), aLevel(2, -4), aLevel(3, 1)]],
    [
      'levels of three kinds',
      [aLevel(1, 0, { basis: 'month-end' }), aLevel(2, 10), aLevel(3, 8, { basis: 'previous' })],
    ],
    ['the last one comes again', [aLevel(1, 5), aLevel(2, 10, { repeatDays: 14 })]],
    ['the last one hands over', [aLevel(1, 5), aLevel(2, 10, { effect: 'hand-over', effectTarget: 'agency' })]],
    ['one that stops deliveries', [aLevel(1, 5, { effect: 'delivery-stop' }), aLevel(2, 10)]],
    ['the same days from another basis', [aLevel(1, 10, { basis: 'month-end' }), aLevel(2, 10)]],
  ])('not: %s', (_, levels) => expect(codes(levels)).toEqual([]))

  it.each<[string, [string, number | null][], LevelInput[]]>([
    ['without levels', [['plan.no-levels', null]], []],
    ['with notices only', [['plan.no-reminder', null]], [aLevel(1, -3)]],
    ['D33: days that do not ascend', [['plan.days-not-ascending', 2]], [aLevel(1, 30), aLevel(2, 20), aLevel(3, 45)]],
    ['D33: days that stay', [['plan.days-not-ascending', 2]], [aLevel(1, 15), aLevel(2, 15)]],
    [
      'ends of months that do not ascend, whatever stands between them',
      [['plan.days-not-ascending', 3]],
      [aLevel(1, 10, { basis: 'month-end' }), aLevel(2, 60), aLevel(3, 10, { basis: 'month-end' })],
    ],
    ['D13: a first level that waits', [['plan.first-level-gap', 1]], [aLevel(1, 5, { minimumGap: 5 }), aLevel(2, 10)]],
    [
      'D13: a lowest level so many days after a previous one',
      [['plan.first-level-previous', 1]],
      [aLevel(1, 5, { basis: 'previous' })],
    ],
    [
      'D13: the first reminder after a notice',
      [['plan.first-level-previous', 2]],
      [aLevel(1, -5), aLevel(2, 5, { basis: 'previous' })],
    ],
    [
      'no day after the letter before',
      [['plan.previous-days', 2]],
      [aLevel(1, 5), aLevel(2, 0, { basis: 'previous' })],
    ],
    [
      'a notice after a reminder',
      [
        ['plan.notice-not-first', 2],
        ['plan.days-not-ascending', 2],
      ],
      [aLevel(1, 5), aLevel(2, -5)],
    ],
    ['a notice with a fee', [['plan.notice-claims', 1]], [aLevel(1, -5, { fee: 100 }), aLevel(2, 5)]],
    ['a notice with interest', [['plan.notice-claims', 1]], [aLevel(1, -5, { claimsInterest: true }), aLevel(2, 5)]],
    [
      'a notice with an effect',
      [['plan.notice-claims', 1]],
      [aLevel(1, -5, { effect: 'credit-review' }), aLevel(2, 5)],
    ],
    [
      'days before the end of a month',
      [['plan.days-negative', 1]],
      [aLevel(1, -5, { basis: 'month-end' }), aLevel(2, 5)],
    ],
    ['a fee that is no percentage', [['plan.fee-percent', 1]], [aLevel(1, 5, { feePercent: '1,5' })]],
    ['a fee above all', [['plan.fee-percent', 1]], [aLevel(1, 5, { feePercent: '101' })]],
    ['a repeat before the end', [['plan.repeat-not-last', 1]], [aLevel(1, 5, { repeatDays: 7 }), aLevel(2, 10)]],
    [
      'a hand-over before the end',
      [['plan.hand-over-not-last', 1]],
      [aLevel(1, 5, { effect: 'hand-over', effectTarget: 'agency' }), aLevel(2, 10)],
    ],
    [
      'a hand-over that repeats',
      [['plan.hand-over-repeated', 1]],
      [aLevel(1, 5, { effect: 'hand-over', effectTarget: 'agency', repeatDays: 7 })],
    ],
    ['a hand-over to nobody', [['plan.hand-over-target', 1]], [aLevel(1, 5, { effect: 'hand-over' })]],
    ['somebody without a hand-over', [['plan.hand-over-target', 1]], [aLevel(1, 5, { effectTarget: 'agency' })]],
  ])('%s', (_, expected, levels) => expect(codes(levels)).toEqual(expected))

  it('without a currency nothing would ever be reminded', () => {
    expect(codes([aLevel(1, 5)], {})).toEqual([['plan.no-currency', null]])
  })

  it('in the order of the positions, however they are stored', () => {
    expect(codes([aLevel(2, 30), aLevel(1, 15)])).toEqual([])
  })

  it('every problem of every level at once', () => {
    expect(
      codes([
        aLevel(1, 2),
        aLevel(1, 5, { minimumGap: -1 }),
        aLevel(3, 9, { fee: -1 }),
        aLevel(4, 20, { newDeadlineDays: 0 }),
      ]),
    ).toEqual([
      ['plan.position-repeated', 1],
      ['plan.gap-negative', 1],
      ['plan.fee-negative', 3],
      ['plan.deadline-not-positive', 4],
    ])
  })
})

it.each([
  ['0', true],
  ['15', true],
  ['100', true],
  ['1.2345', true],
  ['100.01', false],
  ['-1', false],
  ['1.23456', false],
  ['', false],
])('a percentage: %s is %s', (text, expected) => expect(isPercent(text)).toBe(expected))
