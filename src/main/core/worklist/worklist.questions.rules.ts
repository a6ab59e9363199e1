import { type Day, daysBetween } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { Question } from './worklist.contract.ts'
import { claimOf, daysLateOf, type Facts } from './worklist.facts.rules.ts'

const FIRST_DAYS = 15

export type LastLetter = { reference: string; day: Day; deadline: Day | null; total: Minor; currency: string }
export type Asked = {
  asOf: Day
  currency: string
  /** The last that was not cancelled. */
  letter: LastLetter | null
  hasPhone: boolean
}

/** What to ask on the telephone, by situation: what is owed to a word given, then what the account shows, then the debt itself. */
export const questionsOf = (facts: Facts, { asOf, currency, letter, hasPhone }: Asked): Question[] => {
  const { waiting, credits, overdue, broken, brokenPlan, task, confirmation, insolventSince, promisedUntil } = facts
  if (insolventSince !== null) return [{ code: 'insolvent', details: { since: insolventSince } }]
  const late = daysLateOf(facts, asOf)
  const claim = claimOf(facts)
  const deadline = claim > 0 ? (letter?.deadline ?? null) : null
  const asked: (Question | false)[] = [
    !hasPhone && { code: 'contact', details: {} },
    broken !== null && { code: 'promise-broken', details: broken },
    brokenPlan !== null && { code: 'plan-broken', details: brokenPlan },
    task?.kind === 'check-payment' && { code: 'payment-announced', details: { day: task.day } },
    deadline !== null && {
      code: deadline < asOf ? 'deadline-passed' : 'deadline-runs',
      details: {
        reference: letter?.reference,
        day: letter?.day,
        deadline,
        total: letter?.total,
        currency: letter?.currency,
        days: Math.abs(daysBetween(deadline, asOf)),
      },
    },
    credits > 0 && overdue > 0 && { code: 'credits', details: { amount: credits, currency } },
    waiting.disputed > 0 && { code: 'disputed', details: { amount: waiting.disputed, currency } },
    ...(claim > 0 && late > 0 && late <= FIRST_DAYS
      ? (['received', 'approved', 'payment-planned'] as const).map((code) => ({ code, details: { days: late } }))
      : []),
    claim > 0 && late > FIRST_DAYS && { code: 'why-late', details: { days: late } },
    claim > 0 && late > FIRST_DAYS && { code: 'when-paid', details: { amount: claim, currency } },
    waiting.promised > 0 && {
      code: 'promise-runs',
      details: { amount: waiting.promised, currency, until: promisedUntil },
    },
    confirmation !== null && { code: 'confirmation', details: confirmation },
  ]
  return asked.filter((one): one is Question => one !== false)
}
