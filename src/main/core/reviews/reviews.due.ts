import { reviewsAsked } from '../dunning/dunning.sending.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import { appliedLimit, type Standing, standingsOn } from '../limits/exposure.service.ts'
import { classOf } from '../limits/verdict.service.ts'
import type { RiskClass } from '../policy/credit-policy.schema.ts'
import { type Due, dueOf } from './due.rules.ts'
import type { DueRow } from './reviews.contract.ts'
import { customerNames, firstInvoices, type ReviewedRow, reviewedRows } from './reviews.repository.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const NEVER: ReviewedRow = { customer_id: '', decided_on: null, next_review_on: null, class: null, open_id: null }

/** The limit that is reviewed: the customer's own, else its group's; zero and ended ones too. */
const limitOf = ({ limits, group }: Standing) => {
  const base = limits.base.state === 'none' && group ? group.base : limits.base
  return base.limit === null ? null : { decidedOn: base.limit.decidedOn, until: base.limit.until }
}

type DueCustomer = Due & Omit<DueRow, 'code' | 'name' | keyof Due>

/** Every customer whose credit is to be reviewed, with its day: reviews in one statement, the rest from the exposures. */
const dueCustomers = async (ctx: Reading): Promise<DueCustomer[]> => {
  const standings = await standingsOn(ctx, ctx.today)
  const { policy } = standings
  const reviewed = new Map((await reviewedRows(ctx.db, ctx.today)).map((row) => [row.customer_id, row]))
  const asked = await reviewsAsked(ctx, ctx.today)
  const ids = [...new Set([...standings.known(), ...reviewed.keys(), ...asked.keys()])]
  const found = ids.map((id) => ({ id, standing: standings.of(id), last: reviewed.get(id) ?? NEVER }))
  const undecided = found.filter(
    ({ standing, last }) =>
      last.decided_on === null && limitOf(standing) === null && standing.total > policy.newCustomers.ceiling,
  )
  const since = await firstInvoices(
    ctx.db,
    undecided.map(({ id }) => id),
  )
  return found.flatMap(({ id, standing, last }) => {
    const riskClass = classOf(standing.decisions, ctx.today) ?? (last.class as RiskClass | null)
    const due = dueOf(
      {
        review: last.decided_on === null ? null : { decidedOn: last.decided_on, nextOn: last.next_review_on },
        limit: limitOf(standing),
        riskClass,
        owesSince: since.get(id) ?? null,
        askedOn: asked.get(id) ?? null,
      },
      policy,
    )
    if (!due) return []
    const { limit, total } = appliedLimit(standings, standing)
    const known = { class: riskClass, limit, exposure: total, lastReviewOn: last.decided_on, reviewId: last.open_id }
    return [{ customerId: id, ...due, ...known }]
  })
}

/** Customers whose review is due until a day, the longest due first. */
export const dueReviews = async (
  ctx: Reading,
  until: Day,
  search: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; rows: DueRow[] }> => {
  const names = new Map((await customerNames(ctx.db)).map((one) => [one.id, one]))
  const words = fold(search).split(' ').filter(Boolean)
  const rows = (await dueCustomers(ctx))
    .filter(({ dueOn }) => dueOn <= until)
    .map((row): DueRow => {
      const { code = '', name = '' } = names.get(row.customerId) ?? {}
      return { ...row, code, name }
    })
    .filter(({ code, name }) => words.every((word) => fold(`${code} ${name}`).includes(word)))
    .sort((a, b) => (a.dueOn === b.dueOn ? b.exposure - a.exposure : a.dueOn < b.dueOn ? -1 : 1))
  return { total: rows.length, rows: rows.slice(offset, offset + limit) }
}

/** How many reviews are overdue, and how many fall due in each month from this one on. */
export const dueCalendar = async (ctx: Reading, months: number) => {
  const due = await dueCustomers(ctx)
  const first = `${ctx.today.slice(0, 7)}-01`
  return {
    overdue: due.filter(({ dueOn }) => dueOn < ctx.today).length,
    months: Array.from({ length: months }, (_, ahead) => {
      const month = addMonths(first, ahead).slice(0, 7)
      return { month, due: due.filter(({ dueOn }) => dueOn >= ctx.today && dueOn.startsWith(month)).length }
    }),
  }
}
