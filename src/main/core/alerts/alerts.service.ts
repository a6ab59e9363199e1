import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import type { Alert, AlertKind, alertsContract } from './alerts.contract.ts'
import { raisedOn } from './alerts.gather.ts'
import { insertSeen, namesOf, openReviews, seenMarks, type Whose } from './alerts.repository.ts'
import { byGravity } from './alerts.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const keyOf = (customerId: string, kind: string, occurrence: string): string => `${customerId} ${kind} ${occurrence}`

const alertsOf = async (ctx: Reading, whose: Whose): Promise<Alert[]> => {
  const raised = await raisedOn(ctx, whose)
  if (raised.length === 0) return []
  const seen = new Map(
    (await seenMarks(ctx.db, whose)).map(({ customer_id, kind, occurrence, seen_by, seen_on, because }) => [
      keyOf(customer_id, kind, occurrence),
      { by: seen_by, on: seen_on, because },
    ]),
  )
  const reviews = await openReviews(ctx.db, whose)
  const ofCustomer = Map.groupBy(raised, ({ customerId }) => customerId)
  const named = await namesOf(ctx.db, [...ofCustomer.keys()])
  return named
    .flatMap(({ id, code, name }) =>
      (ofCustomer.get(id) ?? []).map((alert) => ({
        ...alert,
        code,
        name,
        seen: seen.get(keyOf(id, alert.kind, alert.occurrence)) ?? null,
        reviewId: reviews.get(id) ?? null,
      })),
    )
    .sort(byGravity)
}

/** Every alert that stands on the working day, seen ones too, the gravest first. */
const alertsOfAll = (ctx: Reading): Promise<Alert[]> => alertsOf(ctx, undefined)

/** The alerts of one customer that stand on the working day, seen ones too, the gravest first. */
export const alertsOfCustomer = (ctx: Reading, customerId: string): Promise<Alert[]> => alertsOf(ctx, [customerId])

type Query = {
  customerId?: string | undefined
  kind?: AlertKind | undefined
  show: 'open' | 'seen' | 'all'
  search: string
  offset: number
  limit: number
}

const listAlerts = async (ctx: Reading, { customerId, kind, show, search, offset, limit }: Query) => {
  const all = await (customerId === undefined ? alertsOfAll(ctx) : alertsOfCustomer(ctx, customerId))
  const counts: Partial<Record<AlertKind, number>> = {}
  for (const alert of all) if (alert.seen === null) counts[alert.kind] = (counts[alert.kind] ?? 0) + 1
  const wanted = fold(search)
  const selected = all.filter(
    (alert) =>
      (kind === undefined || alert.kind === kind) &&
      (show === 'all' || (alert.seen !== null) === (show === 'seen')) &&
      (wanted === '' || fold(`${alert.code} ${alert.name}`).includes(wanted)),
  )
  return { total: selected.length, counts, alerts: selected.slice(offset, offset + limit) }
}

/** Says in the name of the acting person that an alert needs no review; refuses `not-found` for one that does not stand. */
const markSeen = async (
  ctx: CommandContext,
  { customerId, kind, occurrence, because }: Pick<Alert, 'customerId' | 'kind' | 'occurrence'> & { because: string },
): Promise<void> => {
  const standing = await alertsOfCustomer(ctx, customerId)
  if (!standing.some((alert) => alert.kind === kind && alert.occurrence === occurrence))
    throw new Refusal('not-found', 'no such alert stands', { customerId, kind, occurrence })
  await insertSeen(ctx.db, {
    customer_id: customerId,
    kind,
    occurrence,
    seen_on: ctx.today,
    seen_by: ctx.user,
    at: ctx.now,
    because,
  })
}

export const alertsCalls: Handlers<typeof alertsContract> = {
  list: (ctx, query) => listAlerts(ctx, query),
  seen: async (ctx, input) => {
    await markSeen(ctx, input)
    return {}
  },
}
