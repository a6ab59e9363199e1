import type { Handlers } from '../kernel/calls.ts'
import type { auditContract } from './audit.contract.ts'
import { insertEntry, listEntries } from './audit.repository.ts'

/** Records a command in its own transaction: what failed leaves no trace, what was done always does. */
export const recordCommand = insertEntry

export const auditCalls: Handlers<typeof auditContract> = {
  list: (ctx, { offset, limit }) => listEntries(ctx.db, offset, limit),
}
