import type { QueryContext } from '../kernel/context.ts'
import { linesToMatch } from './bank.lines.ts'
import { proposalsFor } from './bank.proposals.ts'

export { lastBankDay } from './bank.repository.ts'

/** Customers whom the best candidate of a receipt points to that the bank has told and nobody matched yet. */
export const waitingPayers = async (ctx: Pick<QueryContext, 'db' | 'today'>): Promise<ReadonlySet<string>> => {
  const receipts = (await linesToMatch(ctx, undefined)).filter(({ role }) => role === 'receipt')
  if (receipts.length === 0) return new Set()
  const { proposals } = await proposalsFor(ctx, receipts)
  return new Set([...proposals.values()].flatMap(([best]) => (best ? [best.customerId] : [])))
}
