import { addDays, addMonths, type Day } from '../kernel/day.ts'
import { COMMON_STEPS, type DeadlineCode, OWN_STEPS, type Procedure, type StepCode } from './procedure.schema.ts'

/** The steps that a procedure knows, its own first; without a procedure those of any hand-over. */
export const stepsOf = (procedure: Procedure | null): readonly StepCode[] =>
  procedure === null ? COMMON_STEPS : [...OWN_STEPS[procedure], ...COMMON_STEPS]

/** Steps whose day may still be to come. */
export const ANNOUNCED: ReadonlySet<StepCode> = new Set(['hearing'])
/** Steps that tell whether the debtor was met in person: an objection period may hang on it (CPC 1416). */
export const SERVED: ReadonlySet<StepCode> = new Set(['order-served', 'command-served'])

export type Step = { id: string; code: StepCode; day: Day; inPerson: boolean | null }

/**
 * `act`: what the creditor must have done by `on`; `wait`: what the debtor may do until then; `from`: the first day on
 * which something may be done.
 */
export type ProcedureDeadline = {
  code: DeadlineCode
  kind: 'act' | 'wait' | 'from'
  stepId: string
  since: Day
  /** As counted, before a Saturday, Sunday or holiday moved it (CPC 642). */
  counted: Day
  on: Day
  law: string
  /** The step that answered it. */
  done: boolean
}

type Rule = {
  of: readonly Procedure[]
  after: StepCode
  code: DeadlineCode
  kind: ProcedureDeadline['kind']
  count: (step: Step, steps: readonly Step[]) => Day
  law: string
  doneBy: readonly StepCode[]
}

/** Orders dated from this day on must be served within three months, earlier ones within six (decree 2026-96, art. 9). */
export const SHORTER_SERVICE = '2026-09-01'

const lastBefore = (steps: readonly Step[], code: StepCode, day: Day): Step | undefined =>
  steps.findLast((step) => step.code === code && step.day <= day)

const RULES: readonly Rule[] = [
  {
    of: ['payment-order'],
    after: 'order-granted',
    code: 'serve-order',
    kind: 'act',
    count: ({ day }) => addMonths(day, day < SHORTER_SERVICE ? 6 : 3),
    law: 'CPC 1411',
    doneBy: ['order-served'],
  },
  {
    of: ['payment-order'],
    after: 'order-served',
    code: 'objection',
    kind: 'wait',
    count: ({ day }) => addMonths(day, 1),
    law: 'CPC 1416',
    doneBy: ['objection-received'],
  },
  {
    of: ['payment-order'],
    after: 'order-served',
    code: 'enforce-from',
    kind: 'from',
    // The registry tells the creditor of an objection within a month of receiving it: only since the reform.
    count: ({ day }, steps) => {
      const order = lastBefore(steps, 'order-granted', day)
      return addMonths(day, order && order.day < SHORTER_SERVICE ? 1 : 2)
    },
    law: 'CPC 1416',
    doneBy: ['seizure', 'objection-received'],
  },
  {
    of: ['payment-order'],
    after: 'objection-received',
    code: 'deposit-costs',
    kind: 'act',
    count: ({ day }) => addDays(day, 15),
    law: 'CPC 1425',
    doneBy: ['costs-deposited'],
  },
  {
    of: ['uncontested'],
    after: 'command-served',
    code: 'objection',
    kind: 'wait',
    count: ({ day }) => addMonths(day, 1),
    law: 'CPCE L126-1 s.',
    doneBy: ['objection-received'],
  },
  {
    of: ['uncontested'],
    after: 'command-served',
    code: 'record-from',
    kind: 'from',
    count: ({ day }) => addDays(addMonths(day, 1), 8),
    law: 'CPCE L126-1 s.',
    doneBy: ['non-objection-recorded', 'objection-received'],
  },
  {
    of: ['uncontested'],
    after: 'made-enforceable',
    code: 'serve-title',
    kind: 'act',
    count: ({ day }) => addMonths(day, 6),
    law: 'CPCE L126-4',
    doneBy: ['title-served'],
  },
  {
    of: ['small-claims'],
    after: 'invitation-sent',
    code: 'answer',
    kind: 'wait',
    count: ({ day }) => addMonths(day, 1),
    law: 'CPCE L125-1, R125-2',
    doneBy: ['accepted', 'refused'],
  },
  {
    of: ['european-order'],
    after: 'order-served',
    code: 'objection',
    kind: 'wait',
    count: ({ day }) => addDays(day, 30),
    law: 'Reg. (EC) 1896/2006',
    doneBy: ['objection-received'],
  },
  {
    of: ['summary', 'trial'],
    after: 'hearing',
    code: 'hearing',
    kind: 'act',
    count: ({ day }) => day,
    law: '',
    doneBy: ['order-granted', 'order-refused', 'judgment'],
  },
]

/**
 * The deadlines that the steps of a procedure set, by day: months to the same day number, days without the day of the
 * event, ending on the next working day (CPC 641, 642). Of a step written down twice the last counts.
 */
export const deadlinesOf = (
  procedure: Procedure | null,
  steps: readonly Step[],
  nextWorkingDay: (day: Day) => Day,
): ProcedureDeadline[] => {
  const inOrder = steps.toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id))
  return RULES.filter(({ of }) => procedure !== null && of.includes(procedure))
    .flatMap(({ after, code, kind, count, law, doneBy }): ProcedureDeadline[] => {
      const step = inOrder.findLast((one) => one.code === after)
      if (!step) return []
      const counted = count(step, inOrder)
      return [
        {
          code,
          kind,
          stepId: step.id,
          since: step.day,
          counted,
          // The day of a hearing is the court's own.
          on: code === 'hearing' ? counted : nextWorkingDay(counted),
          law,
          done: inOrder.some((one) => doneBy.includes(one.code) && one.day >= step.day),
        },
      ]
    })
    .toSorted((a, b) => a.on.localeCompare(b.on))
}

/** What is to come or was missed; a period that is over, or a day from which one may act, stays until it is answered. */
export const pendingOf = (deadlines: readonly ProcedureDeadline[], asOf: Day): ProcedureDeadline[] =>
  deadlines.filter(({ done, kind, on }) => !done && !(kind === 'wait' && on < asOf))
