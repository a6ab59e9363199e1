import { requireCompany } from '../company/company.service.ts'
import { worthOn } from '../exchange/exchange.service.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { claimsOn } from '../limits/covers.service.ts'
import { type DecisionRecord, decisionsOn } from './decisions.repository.ts'
import { type Debt, type Exposure, exposuresOf } from './exposures.rules.ts'
import { customersPlaced, openCredits, openDebts, ratesTold } from './provisions.repository.ts'

export type Reading = Pick<QueryContext, 'db' | 'today'>

/** What is open on a day and what was decided of it by then, in the company's currency. */
export type Position = {
  home: string
  asOf: Day
  held: Exposure[]
  decisions: Map<string, DecisionRecord>
  /** Debts decided doubtful. */
  doubtful: ReadonlySet<string>
  /** By customer. */
  segments: ReadonlyMap<string, { segment: string }>
  creditsLeft: number
  leftOut: number
}

/** One pass over what is open; `taxRate` in percent, for what the book does not know the VAT of. */
export const readPosition = async (ctx: Reading, asOf: Day, taxRate: string): Promise<Position> => {
  const { home, worth } = await worthOn(ctx, asOf)
  const { country } = await requireCompany(ctx)
  const rows = await openDebts(ctx.db, home, asOf)
  const insured = rows.some(([, , , , , , , cover]) => cover !== null)
  // Declared too late, an insurer bears nothing.
  const lost = insured
    ? new Set(
        (await claimsOn(ctx, asOf, { declared: true })).flatMap((one) => (one.state === 'late' ? [one.itemId] : [])),
      )
    : new Set<string>()
  const segments = await customersPlaced(ctx.db)
  const rates = await ratesTold(ctx.db)
  const debts: Debt[] = []
  let leftOut = 0
  for (const [itemId, customerId, due, account, open, gross, tax, cover, share, most, currency] of rows) {
    if (open === null) leftOut += 1
    if (open === null || open <= 0) continue
    const placed = segments.get(customerId)
    const ceiling = cover === null || lost.has(itemId) ? null : worth(most ?? 0, currency ?? home)
    debts.push({
      itemId,
      customerId,
      segment: placed?.segment ?? '',
      due,
      account,
      open,
      invoiceTax: gross === null || tax === null || gross <= 0 ? null : { gross, tax: Number(tax) },
      knownRate: rates.get(itemId) ?? null,
      abroad: placed !== undefined && placed.country !== country,
      cover: cover === null || ceiling === null ? null : { id: cover, share: share ?? '0', most: ceiling },
    })
  }
  const credits = new Map((await openCredits(ctx.db, home, asOf)).map(([id, amount]) => [id, -amount]))
  const { exposures, creditsLeft } = exposuresOf(debts, credits, taxRate)
  const decisions = new Map((await decisionsOn(ctx.db, asOf)).map((one) => [one.item_id, one]))
  return {
    home,
    asOf,
    held: exposures,
    decisions,
    segments,
    doubtful: new Set([...decisions.values()].flatMap((one) => (one.kind === 'doubtful' ? [one.item_id] : []))),
    creditsLeft,
    leftOut,
  }
}
