import type { TaskKind } from '../calls/calls.contract.ts'
import { Refusal } from '../kernel/errors.ts'
import { type Action, lowering, type ReasonCode, raising, type Weights, type WorklistRow } from './worklist.contract.ts'
import { type Closer, claimOf, type Facts, nothingCloser, type Scale } from './worklist.facts.rules.ts'
import { strengths } from './worklist.strengths.rules.ts'

/** Practice of the field, not law; every one may be changed. */
export const shippedWeights: Weights = {
  'promise-broken': 100,
  'plan-broken': 80,
  'insurance-deadline': 60,
  'procedure-deadline': 70,
  'task-due': 50,
  'confirmation-late': 30,
  limitation: 50,
  amount: 40,
  age: 25,
  'level-reached': 25,
  habit: 15,
  'limit-use': 15,
  'quick-win': 12,
  insolvent: -100,
  disputed: -80,
  promised: -80,
  'in-plan': -80,
  'on-hold': -80,
  planned: -60,
  credits: -60,
}

/** Weights pull the way their reason does; refuses `worklist.weight-invalid` with the reason. */
export const checkWeights = (weights: Weights): void => {
  const wrong = raising.find((code) => weights[code] < 0) ?? lowering.find((code) => weights[code] > 0) ?? null
  if (wrong !== null)
    throw new Refusal('worklist.weight-invalid', `${wrong} pulls the other way`, {
      reason: wrong,
      points: weights[wrong],
    })
}

type Reason = WorklistRow['reasons'][number]

const measures = Object.entries(strengths) as [ReasonCode, (typeof strengths)[ReasonCode]][]

/** Every reason that weighs something, the weightiest first: points are weight times strength, rounded. */
export const reasonsOf = (facts: Facts, closer: Closer, scale: Scale, weights: Weights): Reason[] => {
  const told: Reason[] = []
  for (const [code, measure] of measures) {
    const found = measure(facts, closer, scale)
    const points = found === null ? 0 : Math.round(weights[code] * found.strength)
    if (found !== null && points !== 0) told.push({ code, points, details: found.details })
  }
  return told.sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
}

export const pointsOf = (reasons: readonly Pick<Reason, 'points'>[]): number =>
  reasons.reduce((sum, { points }) => sum + points, 0)

/** The points alone, for tens of thousands of customers. */
export const pointsBefore = (facts: Facts, scale: Scale, weights: Weights): number => {
  let points = 0
  for (const [code, measure] of measures) {
    const found = measure(facts, nothingCloser, scale)
    if (found !== null) points += Math.round(weights[code] * found.strength)
  }
  return points
}

export type Placed = { points: number; facts: Pick<Facts, 'overdue' | 'customerId'> }

/** The most points first, then the greater amount; the last resort keeps the order the same every time. */
export const byPressure = (a: Placed, b: Placed): number =>
  b.points - a.points ||
  b.facts.overdue - a.facts.overdue ||
  (a.facts.customerId < b.facts.customerId ? -1 : a.facts.customerId > b.facts.customerId ? 1 : 0)

const OF_TASK: Partial<Record<TaskKind, Action>> = { call: 'call', email: 'email', letter: 'letter', visit: 'visit' }
const OF_CHANNEL = { call: 'call', email: 'email', letter: 'letter', registered: 'letter', task: 'task' } as const

/** What is to be done: a broken word or a due task first, then what the plan says, then a call. */
export const actionOf = (facts: Facts, closer: Closer): Action => {
  if (facts.insolventSince !== null) return 'declare'
  if (facts.broken || facts.brokenPlan) return 'call'
  if (facts.task) return OF_TASK[facts.task.kind] ?? 'task'
  if (claimOf(facts) === 0) return facts.confirmation ? 'confirm' : 'wait'
  return closer.level ? OF_CHANNEL[closer.level.channel] : 'call'
}
