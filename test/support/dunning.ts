import type { LevelInput, Plan, PlanInput } from '../../src/main/core/dunning/dunning.plan.schema.ts'
import type { Day } from '../../src/main/core/kernel/day.ts'
import type { TestBook } from './book.ts'
import { finish } from './ledger.ts'

/** A level that makes no paper, so that runs take no time to set. */
export const level = (position: number, days: number, rest: Partial<LevelInput> = {}): LevelInput => ({
  position,
  name: `Level ${position}`,
  wording: 'reminder',
  days,
  basis: 'due',
  minimumGap: 0,
  minimumAmounts: {},
  channel: 'call',
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

/** A plan of levels so many days after the due date, without any minimum in euros and dollars. */
export const planOf = (days: readonly number[], rest: Partial<PlanInput> = {}): PlanInput => ({
  name: 'Plan',
  grouping: 'customer',
  workingDays: 'none',
  listsYounger: false,
  itemMinimum: 0,
  letterMinimums: { EUR: 0, USD: 0 },
  levels: days.map((after, i) => level(i + 1, after)),
  ...rest,
})

type Client = TestBook['client']

/** The plan of whoever has no other. */
export const defaultPlanOf = async (client: Client): Promise<Plan> => {
  const [plan] = (await client.dunning.plans({})).plans
  if (!plan) throw new Error('no plan')
  return plan
}

/** Makes a plan the book's default one, in place of what it was. */
export const putPlan = async (client: Client, plan: PlanInput): Promise<Plan> =>
  client.dunning.savePlan({ ...plan, id: (await defaultPlanOf(client)).id })

type IssueInput = { catchUp?: boolean; keys?: string[]; confirmed?: boolean }

/** What a controller does with reminders, day by day. */
export const remindersOf = ({ on }: TestBook) => {
  const propose = (asOf: Day, catchUp = false) => on(asOf).dunning.propose({ asOf, catchUp })
  const issue = async (asOf: Day, input: IssueInput = {}) =>
    (await finish(on(asOf).dunning.issue({ asOf, confirmed: true, ...input }))).result
  const send = (asOf: Day, runId: string) => on(asOf).dunning.markSent({ runId })
  return {
    propose,
    issue,
    send,
    issueAndSend: async (asOf: Day, input: IssueInput = {}) => {
      const { run, letters } = await issue(asOf, input)
      await send(asOf, run.id)
      return letters
    },
    /** By number, the level each overdue item would be reminded at, or why it would not. */
    standing: async (asOf: Day, catchUp = false): Promise<Record<string, number | string>> => {
      const { letters, skipped } = await propose(asOf, catchUp)
      return Object.fromEntries([
        ...letters.flatMap(({ items }) => items.map((item) => [item.number, item.level] as const)),
        ...skipped.map((item) => [item.number, item.reason] as const),
      ])
    },
  }
}
