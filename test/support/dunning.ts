import type { LevelInput, Plan } from '../../src/main/core/dunning/dunning.contract.ts'
import type { Day } from '../../src/main/core/kernel/day.ts'
import type { TestBook } from './book.ts'
import { finish } from './ledger.ts'

/** A level that makes no paper, so that runs take no time to set. */
export const level = (position: number, days: number, rest: Partial<LevelInput> = {}): LevelInput => ({
  position,
  name: `Level ${position}`,
  wording: 'reminder',
  days,
  minimumGap: 0,
  channel: 'call',
  claimsInterest: false,
  claimsIndemnity: false,
  fee: 0,
  newDeadlineDays: null,
  needsConfirmation: false,
  ...rest,
})

/** A plan of levels so many days after the due date, without any minimum in euros and dollars. */
export const planOf = (days: readonly number[], rest: Partial<Plan> = {}): Plan => ({
  name: 'Plan',
  itemMinimum: 0,
  letterMinimums: { EUR: 0, USD: 0 },
  levels: days.map((after, i) => level(i + 1, after)),
  ...rest,
})

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
