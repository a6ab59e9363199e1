import type { LevelInput, Plan } from './dunning.plan.schema.ts'

export type PlanProblem = {
  code:
    | 'plan.no-levels'
    | 'plan.no-reminder'
    | 'plan.no-currency'
    | 'plan.position-repeated'
    | 'plan.days-negative'
    | 'plan.days-not-ascending'
    | 'plan.notice-not-first'
    | 'plan.notice-claims'
    | 'plan.first-level-gap'
    | 'plan.first-level-previous'
    | 'plan.previous-days'
    | 'plan.gap-negative'
    | 'plan.fee-negative'
    | 'plan.fee-percent'
    | 'plan.deadline-not-positive'
    | 'plan.repeat-not-last'
    | 'plan.hand-over-not-last'
    | 'plan.hand-over-repeated'
    | 'plan.hand-over-target'
  /** Null when it is about the plan as a whole. */
  position: number | null
}

/** Told before the due date: it claims nothing and nothing hangs on it. */
export const isNotice = ({ basis, days }: Pick<LevelInput, 'basis' | 'days'>): boolean => basis === 'due' && days < 0

/** A call or a task is something to do, not something to send. */
export const makesPaper = ({ channel }: Pick<LevelInput, 'channel'>): boolean =>
  channel !== 'call' && channel !== 'task'

const PERCENT = /^\d{1,3}(\.\d{1,4})?$/

/** Whether a text is a percentage from 0 to 100 with at most four decimals. */
export const isPercent = (text: string): boolean => PERCENT.test(text) && Number(text) <= 100

/** Days can be held against those of the level before only where both count from the same. */
const lastOfBasis = (before: readonly LevelInput[], { basis }: LevelInput): LevelInput | undefined =>
  basis === 'previous' ? undefined : before.findLast((one) => one.basis === basis)

/** Why a plan cannot work, for all its levels; empty when it can. */
export const validatePlan = (plan: Pick<Plan, 'levels' | 'letterMinimums'>): PlanProblem[] => {
  const { levels, letterMinimums } = plan
  if (levels.length === 0) return [{ code: 'plan.no-levels', position: null }]
  const sorted = levels.toSorted((a, b) => a.position - b.position)
  const firstReminder = sorted.find((level) => !isNotice(level))
  const whole: PlanProblem[] = [
    ...(firstReminder ? [] : [{ code: 'plan.no-reminder', position: null } as const]),
    ...(Object.keys(letterMinimums).length > 0 ? [] : [{ code: 'plan.no-currency', position: null } as const]),
  ]
  const each = sorted.flatMap((level, i) => {
    const before = sorted.slice(0, i)
    const isLast = i === sorted.length - 1
    const notice = isNotice(level)
    const comparable = lastOfBasis(before, level)
    const claims =
      level.claimsInterest ||
      level.claimsIndemnity ||
      level.fee > 0 ||
      Number(level.feePercent) > 0 ||
      level.newDeadlineDays !== null ||
      level.effect !== null
    const found: [PlanProblem['code'], boolean][] = [
      ['plan.position-repeated', before.at(-1)?.position === level.position],
      ['plan.days-negative', level.days < 0 && !notice],
      ['plan.notice-not-first', notice && before.some((one) => !isNotice(one))],
      ['plan.notice-claims', notice && claims],
      ['plan.days-not-ascending', comparable !== undefined && comparable.days >= level.days],
      // The first level has no letter before it to wait for; a notice is none.
      ['plan.first-level-gap', i === 0 && level.minimumGap > 0],
      ['plan.first-level-previous', level === firstReminder && level.basis === 'previous'],
      ['plan.previous-days', level.basis === 'previous' && level.days === 0],
      ['plan.gap-negative', level.minimumGap < 0],
      ['plan.fee-negative', level.fee < 0],
      ['plan.fee-percent', !isPercent(level.feePercent)],
      ['plan.deadline-not-positive', level.newDeadlineDays !== null && level.newDeadlineDays < 1],
      ['plan.repeat-not-last', level.repeatDays !== null && !isLast],
      ['plan.hand-over-not-last', level.effect === 'hand-over' && !isLast],
      ['plan.hand-over-repeated', level.effect === 'hand-over' && level.repeatDays !== null],
      ['plan.hand-over-target', (level.effect === 'hand-over') !== (level.effectTarget !== null)],
    ]
    return found.flatMap(([code, wrong]) => (wrong ? [{ code, position: level.position }] : []))
  })
  return [...whole, ...each]
}
