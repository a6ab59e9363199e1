import type { Evidence } from './reviews.contract.ts'

/** What the frozen evidence says at a glance. */
export type Finding =
  | {
      code:
        | 'insolvency'
        | 'passed'
        | 'zero-limit'
        | 'no-limit'
        | 'expired'
        | 'watch'
        | 'overdue'
        | 'disputes'
        | 'incomplete'
    }
  | { code: 'alert'; kind: string }
export type Standing = { light: 'good' | 'warning' | 'bad'; findings: Finding[] }

/** Overdue above what the policy lets pass: the score has a line for it. */
export const isOverdue = ({ lines }: Pick<Evidence['behaviour'], 'lines'>): boolean =>
  lines.some(({ code, value }) => code === 'overdue' && value !== null)

const KNOWN_ENOUGH = 60
/** Alerts that a finding of its own tells already. */
const TOLD: ReadonlySet<string> = new Set(['insolvency', 'limit-passed'])

type Known = Pick<Evidence, 'exposure' | 'insolvency' | 'alerts' | 'behaviour' | 'openDisputes' | 'scorecard'>

/**
 * The traffic light of a file on the day it was frozen (overdue so many days is refused, by the policy of that day): red where the rules would refuse an order, amber where somebody
 * should look, with what was found, the gravest first.
 */
export const standingOf = (
  { exposure, insolvency, alerts, behaviour, openDisputes, scorecard }: Known,
  refuseDays: number,
): Standing => {
  const late = isOverdue(behaviour)
  const tooLate = late && (behaviour.overdue.worstDays ?? 0) >= refuseDays
  const { mark, limit, limitState } = exposure
  const refusing: [Finding['code'], boolean][] = [
    ['insolvency', insolvency !== null],
    ['passed', mark === 'passed' && limit !== 0],
    ['zero-limit', limitState === 'set' && limit === 0],
    ['overdue', tooLate],
  ]
  const warning: [Finding['code'], boolean][] = [
    ['no-limit', limitState === 'none'],
    ['expired', limitState === 'expired'],
    ['watch', mark === 'watch'],
    ['overdue', late && !tooLate],
    ['disputes', openDisputes.count > 0],
  ]
  const holding = (all: [Finding['code'], boolean][]) =>
    all.flatMap(([code, holds]) => (holds ? [{ code } as Finding] : []))
  const grave = holding(refusing)
  const others = [
    ...holding(warning),
    ...alerts.filter(({ kind }) => !TOLD.has(kind)).map(({ kind }): Finding => ({ code: 'alert', kind })),
  ]
  const unsure: Finding[] = scorecard.completeness < KNOWN_ENOUGH ? [{ code: 'incomplete' }] : []
  const light = grave.length > 0 ? 'bad' : others.length + unsure.length > 0 ? 'warning' : 'good'
  return { light, findings: [...grave, ...others, ...unsure] }
}
