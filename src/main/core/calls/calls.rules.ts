import { addDays, type Day, maxDay } from '../kernel/day.ts'
import { nextWorkingDay, workingDaysAfter } from '../kernel/working-days.ts'
import type { Outcome, TaskKind } from './calls.contract.ts'

/** What the day of a next action counts from. */
export type TalkFacts = {
  readonly today: Day
  /** Of the outcome `promise`: the last day on which it may be kept. */
  readonly graceUntil: Day | null
  /** Of the outcome `dispute`: by when it should be settled, without one the policy's days. */
  readonly deadline: Day | null
  readonly disputeDays: number
}

/** The next action of each outcome: what is to be done, and when. Practice of the field, not law. */
const NEXT: Record<Outcome, { kind: TaskKind; on: (facts: TalkFacts) => Day }> = {
  promise: { kind: 'check-payment', on: ({ today, graceUntil }) => addDays(graceUntil ?? today, 1) },
  dispute: {
    kind: 'settle-dispute',
    on: ({ today, deadline, disputeDays }) => maxDay(today, deadline ?? addDays(today, disputeDays)),
  },
  'wrong-contact': { kind: 'find-contact', on: ({ today }) => today },
  'call-back': { kind: 'call', on: ({ today }) => workingDaysAfter(today, 1) },
  paid: { kind: 'check-payment', on: ({ today }) => workingDaysAfter(today, 3) },
  refused: { kind: 'decide', on: ({ today }) => today },
  'no-answer': { kind: 'call', on: ({ today }) => workingDaysAfter(today, 1) },
  told: { kind: 'call', on: ({ today }) => addDays(today, 7) },
}

/** What is to be done after a talk, on a working day unless it is today. */
export const nextAction = (outcome: Outcome, facts: TalkFacts): { kind: TaskKind; day: Day } => {
  const { kind, on } = NEXT[outcome]
  const day = on(facts)
  return { kind, day: day === facts.today ? day : nextWorkingDay(day) }
}
