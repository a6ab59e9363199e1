import { uuidv7 } from 'uuidv7'
import type { CommandContext, Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { Approval, ProposedLetter } from './dunning.contract.ts'

const inForce = (db: Reader) =>
  db.selectFrom('dunning_approval').selectAll().where('withdrawn_at', 'is', null).where('letter_id', 'is', null)

/** Approvals that wait for their letter, by its key and level (`key level`). */
export const approvalsInForce = async (db: Reader): Promise<ReadonlyMap<string, Approval>> =>
  new Map(
    (await inForce(db).execute()).map(({ id, by, at, note, principal, letter_key, level }) => [
      `${letter_key} ${level}`,
      { id, by, at, note, principal },
    ]),
  )

/** Gives a letter its approval; an earlier one that waits is taken back by it. */
export const insertApproval = async (
  ctx: Pick<CommandContext, 'db' | 'user' | 'now'>,
  letter: ProposedLetter,
  asOf: Day,
  note: string,
): Promise<void> => {
  await ctx.db
    .updateTable('dunning_approval')
    .set({ withdrawn_by: ctx.user, withdrawn_at: ctx.now })
    .where('letter_key', '=', letter.key)
    .where('level', '=', letter.level)
    .where('withdrawn_at', 'is', null)
    .where('letter_id', 'is', null)
    .execute()
  await ctx.db
    .insertInto('dunning_approval')
    .values({
      id: uuidv7(),
      customer_id: letter.customerId,
      currency: letter.currency,
      plan_id: letter.planId,
      level: letter.level,
      letter_key: letter.key,
      principal: letter.principal - letter.credits,
      as_of: asOf,
      by: ctx.user,
      at: ctx.now,
      note,
      withdrawn_by: null,
      withdrawn_at: null,
      letter_id: null,
    })
    .execute()
}

/** Returns whether there was one to take back. */
export const withdrawApproval = async (db: Writer, id: string, by: string, at: string): Promise<boolean> => {
  const result = await db
    .updateTable('dunning_approval')
    .set({ withdrawn_by: by, withdrawn_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('letter_id', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** The letter that was issued with an approval uses it up. */
export const spendApproval = async (db: Writer, id: string, letterId: string): Promise<void> => {
  await db.updateTable('dunning_approval').set({ letter_id: letterId }).where('id', '=', id).execute()
}
