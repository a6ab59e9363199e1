import type { CommandContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { insertApproval, withdrawApproval } from './dunning.approvals.repository.ts'
import { propose } from './dunning.proposal.ts'

type Approving = { asOf: Day; catchUp: boolean; keys: readonly string[]; note: string }

/**
 * Approves letters of a proposal, each for what it claims that day: one that grows afterwards needs another yes. Refuses a
 * letter that is not proposed, and one that needs no second person.
 */
export const approve = async (ctx: CommandContext, { asOf, catchUp, keys, note }: Approving) => {
  const { proposal } = await propose(ctx, asOf, catchUp)
  const byKey = new Map(proposal.letters.map((letter) => [letter.key, letter]))
  for (const key of new Set(keys)) {
    const letter = byKey.get(key)
    if (!letter) throw new Refusal('not-found', 'this letter is not proposed', { key })
    if (letter.approval !== 'second-person')
      throw new Refusal('dunning.approval-not-needed', `${letter.levelName} needs no second person`, {
        customer: letter.customerCode,
        level: letter.levelName,
      })
    await insertApproval(ctx, letter, asOf, note)
  }
  return { approved: new Set(keys).size }
}

/** Takes an approval back; one that was taken back or used up is not found. */
export const withdraw = async (ctx: CommandContext, id: string) => {
  if (!(await withdrawApproval(ctx.db, id, ctx.user, ctx.now)))
    throw new Refusal('not-found', 'no approval in force', { id })
  return {}
}
