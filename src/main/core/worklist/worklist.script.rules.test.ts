import { expect, test } from 'vitest'
import type { Facts } from './worklist.facts.rules.ts'
import { nothingCloser } from './worklist.facts.rules.ts'
import { scriptOf, type ToldBefore } from './worklist.script.rules.ts'

const TODAY = '2026-11-20'
const facts: Facts = {
  customerId: 'a',
  open: 500_000,
  overdue: 250_000,
  items: 1,
  credits: 0,
  waiting: { disputed: 0, planned: 0, promised: 0, held: 0 },
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
}
const letter = (rest: Partial<ToldBefore>): ToldBefore => ({
  reference: 'R1',
  levelName: 'Relance',
  day: '2026-11-12',
  deadline: null,
  wording: 'reminder',
  channel: 'email',
  notice: false,
  interest: 0,
  indemnities: 0,
  level: 2,
  ...rest,
})
const level = { position: 3, name: 'Relance ferme', channel: 'letter' as const, wording: 'firm', days: 20 }
const stage = (told: ToldBefore | null) => scriptOf(facts, nothingCloser, told, TODAY)?.stage

test('the tone is that of the last letter, whatever it was called', () => {
  expect(stage(null)).toBe('courtesy')
  expect(stage(letter({}))).toBe('reminder')
  expect(stage(letter({ notice: true, wording: null }))).toBe('notice')
  expect(stage(letter({ wording: 'of-my-own', level: 1 }))).toBe('courtesy')
  expect(stage(letter({ wording: 'of-my-own', level: 2 }))).toBe('reminder')
  expect(stage(letter({ wording: 'of-my-own', interest: 1 }))).toBe('firm')
  expect(stage(letter({ wording: null, channel: 'registered' }))).toBe('formal')
})

test('a formal notice is spoken of until its deadline, then what comes after it', () => {
  expect(stage(letter({ wording: 'formal', deadline: TODAY }))).toBe('formal')
  expect(stage(letter({ wording: 'formal', deadline: '2026-11-19' }))).toBe('final')
})

test('what follows is the level that is reached', () => {
  const script = scriptOf(facts, { ...nothingCloser, level }, letter({}), TODAY)
  expect(script).toMatchObject({
    stage: 'reminder',
    amount: 250_000,
    daysLate: 18,
    letter: { reference: 'R1', day: '2026-11-12' },
    next: { name: 'Relance ferme', channel: 'letter' },
  })
})

test('nothing is said where nothing is to be asked for', () => {
  expect(scriptOf({ ...facts, insolventSince: '2026-10-01' }, nothingCloser, null, TODAY)).toBeNull()
  expect(scriptOf({ ...facts, credits: 250_000 }, nothingCloser, null, TODAY)).toBeNull()
})
