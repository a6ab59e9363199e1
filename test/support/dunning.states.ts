import type { LevelInput } from '../../src/main/core/dunning/dunning.plan.schema.ts'
import type { ItemState, PlanRules } from '../../src/main/core/dunning/dunning.rules.ts'

/** The rest of a level and of an item, for the rules alone. */
export const aLevel = (position: number, days: number, rest: Partial<LevelInput> = {}): LevelInput => ({
  position,
  name: `Level ${position}`,
  wording: 'reminder',
  days,
  basis: 'due',
  minimumGap: 0,
  minimumAmounts: {},
  channel: 'email',
  claimsInterest: false,
  claimsIndemnity: false,
  fee: 0,
  feePercent: '0',
  newDeadlineDays: null,
  repeatDays: null,
  approval: 'none',
  effect: null,
  effectTarget: null,
  ...rest,
})

export const aPlan = (levels: LevelInput[], rest: Partial<PlanRules> = {}): PlanRules => ({
  id: 'p1',
  grouping: 'customer',
  workingDays: 'none',
  listsYounger: false,
  itemMinimum: 0,
  letterMinimums: { EUR: 0, USD: 0 },
  levels,
  ...rest,
})

export const anItem = (rest: Partial<ItemState>): ItemState => ({
  itemId: 'i1',
  customerId: 'c1',
  currency: 'EUR',
  number: 'F-1',
  due: '2026-03-01',
  open: 10_000,
  daysLate: 0,
  lastLevel: null,
  lastLetterOn: null,
  lastLetterSent: false,
  lastWasNotice: false,
  lastDeadline: null,
  hold: null,
  disputed: 0,
  plan: null,
  promise: null,
  underWay: null,
  outOfHand: null,
  ...rest,
})
