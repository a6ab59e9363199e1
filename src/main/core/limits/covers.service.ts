import type { CommandContext, QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { insolvenciesOf } from '../registers/registers.service.ts'
import { claimable, findCover, freezeCovers, setDeclared } from './covers.repository.ts'
import { claimDays, claimStanding, shareOfAmount } from './covers.rules.ts'
import type { Claim } from './covers.schema.ts'
import { hasCovers } from './limits.repository.ts'

/** Invoices that come into the book keep the cover in force the day they were issued. Returns how many have one. */
export const freezeCoversOf = async (ctx: CommandContext, itemIds: readonly string[]): Promise<number> =>
  itemIds.length > 0 && (await hasCovers(ctx.db)) ? freezeCovers(ctx.db, { itemIds }, ctx.today) : 0

/** Insured invoices that are overdue on a day, or owed by an insolvent customer, the most urgent first; those declared already where asked for. */
export const claimsOn = async (
  ctx: Pick<QueryContext, 'db' | 'today'>,
  asOf: Day,
  { customerId, declared }: { customerId?: string | undefined; declared: boolean },
): Promise<Claim[]> => {
  const insolvent = await insolvenciesOf(ctx, customerId === undefined ? null : [customerId], asOf)
  const rows = await claimable(ctx.db, asOf, [...insolvent.keys()], customerId)
  const claims = rows.map((row): Claim => {
    const insolventSince = insolvent.get(row.customer_id)?.since ?? null
    const terms = { extensionDays: row.extension_days, noticeDays: row.notice_days }
    const days = claimDays(row.due, terms, insolventSince)
    const declaredOn = row.declared_on !== null && row.declared_on <= asOf ? row.declared_on : null
    return {
      itemId: row.item_id,
      number: row.number,
      customerId: row.customer_id,
      customerCode: row.customer_code,
      customerName: row.customer_name,
      due: row.due,
      currency: row.item_currency,
      open: row.open,
      disputed: row.disputed,
      insured: shareOfAmount(row.open, row.covered_share),
      insurer: row.insurer,
      policyNumber: row.policy_number,
      coveredShare: row.covered_share,
      insolventSince,
      ...days,
      ...claimStanding(days, declaredOn, asOf),
      declaredOn,
    }
  })
  return claims
    .filter(({ state }) => declared || state !== 'declared')
    .sort((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0))
}

/** Notes that an invoice was declared to its insurer; a later telling corrects an earlier one. */
export const declareClaim = async (
  ctx: CommandContext,
  { itemId, day = ctx.today, reference }: { itemId: string; day?: Day | undefined; reference: string },
): Promise<void> => {
  if (!(await findCover(ctx.db, itemId)))
    throw new Refusal('not-found', 'this invoice was issued under no cover', { id: itemId })
  if (day > ctx.today)
    throw new Refusal('limit.days-invalid', `${day} has not come yet`, { from: day, until: ctx.today })
  await setDeclared(ctx.db, itemId, { declared_on: day, declared_by: ctx.user, declared_as: reference })
}
