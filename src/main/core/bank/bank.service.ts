import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Progress } from '../kernel/contract.ts'
import type { bankContract } from './bank.contract.ts'
import { bounceLine, linkLine, reopenLine } from './bank.held.ts'
import { linesToMatch, readLine, toLines } from './bank.lines.ts'
import { proposalsFor, toProposals } from './bank.proposals.ts'
import {
  countLines,
  countStatements,
  countWaiting,
  lastBankDay,
  pageOfLines,
  pageOfStatements,
  setStates,
} from './bank.repository.ts'
import { matchLine, matchMany } from './bank.settle.ts'
import { forget, listPayers } from './payers.repository.ts'

export { openStore } from './bank.store.ts'

const LINES_AT_ONCE = 250

/** Accepts what is ready, some lines at a time. */
async function* matchReady(
  ctx: CommandContext,
  { lineIds }: { lineIds?: string[] | undefined },
): AsyncGenerator<Progress, { matched: number; left: number }> {
  yield { step: 'bank.proposing', done: 0, total: null }
  const lines = (await linesToMatch(ctx, lineIds)).filter(({ role }) => role === 'receipt')
  const { proposals } = await proposalsFor(ctx, lines)
  const chosen = lines.flatMap((line) => {
    const candidate = proposals.get(line.id)?.find(({ ready }) => ready)
    return candidate ? [{ line, candidate }] : []
  })
  for (let done = 0; done < chosen.length; done += LINES_AT_ONCE) {
    await matchMany(ctx, chosen.slice(done, done + LINES_AT_ONCE))
    yield { step: 'bank.matching', done: Math.min(done + LINES_AT_ONCE, chosen.length), total: chosen.length }
  }
  return { matched: chosen.length, left: (await countWaiting(ctx.db)).receipts }
}

export const bankCalls: Handlers<typeof bankContract> = {
  statements: async (ctx, page) => {
    const rows = await pageOfStatements(ctx.db, page)
    return {
      total: await countStatements(ctx.db),
      statements: rows.map((row) => ({
        id: row.id,
        account: row.account,
        currency: row.currency,
        number: row.number,
        format: row.format,
        openingDay: row.opening_day,
        opening: row.opening,
        closingDay: row.closing_day,
        closing: row.closing,
        difference: row.difference,
        lines: row.lines,
        open: row.open,
        importedAt: row.imported_at,
      })),
      lastDay: await lastBankDay(ctx.db),
    }
  },
  lines: async (ctx, { offset, limit, ...filters }) => {
    const { receipts, returns } = await countWaiting(ctx.db)
    return {
      total: await countLines(ctx.db, filters),
      lines: await toLines(ctx, await pageOfLines(ctx.db, filters, { offset, limit })),
      counts: { open: receipts + returns, receipts, returns },
    }
  },
  proposals: async (ctx, { lineIds, offset, limit }) => {
    const lines = (await linesToMatch(ctx, lineIds)).filter(({ role }) => role !== 'out').slice(offset, offset + limit)
    const { book, proposals } = await proposalsFor(ctx, lines)
    return {
      lines: lines.map(({ id }) => ({ lineId: id, proposals: toProposals(book, proposals.get(id) ?? []) })),
    }
  },
  match: async (ctx, { lineId, parts }) => {
    await matchLine(ctx, lineId, parts)
    return readLine(ctx, lineId)
  },
  link: async (ctx, { lineId, itemIds }) => {
    await linkLine(ctx, lineId, itemIds)
    return readLine(ctx, lineId)
  },
  bounce: async (ctx, { lineId, itemId, reason }) => {
    await bounceLine(ctx, lineId, itemId, reason)
    return readLine(ctx, lineId)
  },
  matchReady: (ctx, input) => matchReady(ctx, input),
  setAside: async (ctx, { lineIds, reason }) => {
    const lines = (await linesToMatch(ctx, lineIds)).filter(({ placed }) => placed === 0)
    const changed = await setStates(
      ctx.db,
      lines.map(({ id }) => ({ id, state: 'set_aside', day: ctx.today, user: ctx.user, reason })),
    )
    return { changed }
  },
  reopen: async (ctx, { lineId }) => {
    await reopenLine(ctx, lineId)
    return readLine(ctx, lineId)
  },
  payers: async (ctx, { customerId }) => ({
    payers: (await listPayers(ctx.db, customerId)).map((row) => ({
      kind: row.kind,
      value: row.value,
      customerId: row.customer_id,
      customerName: row.customer_name,
      uses: row.uses,
      lastUsed: row.last_used,
    })),
  }),
  forget: async (ctx, { kind, value, customerId }) => ({
    removed: await forget(ctx.db, { kind, value, customer_id: customerId }),
  }),
}
