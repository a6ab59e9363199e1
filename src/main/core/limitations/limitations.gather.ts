import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { closingsOf } from '../registers/registers.service.ts'
import type { ActKind, Bearing, Regime } from './limitations.contract.ts'
import {
  type ClaimRow,
  type ClaimSelection,
  listRegimes,
  openClaims,
  partPayments,
  proceedings,
  type RegimeRecord,
  recordedActs,
  signedPlans,
  withRegimes,
} from './limitations.repository.ts'
import { type Act, type Claim, limitationOf, nearUntil } from './limitations.rules.ts'
import { actsOfProceeding } from './procedures.rules.ts'
import { DEFAULT_REGIME, regimeOf } from './regimes.rules.ts'

export type Reading = Pick<QueryContext, 'db' | 'today'>

/** The rules in force: the customer's, else its segment's, else the book's. */
export type Regimes = {
  book: Regime
  bySegment: ReadonlyMap<string, Regime>
  byCustomer: ReadonlyMap<string, Regime>
  set: readonly RegimeRecord[]
}

export const readRegimes = async (ctx: Pick<QueryContext, 'db'>): Promise<Regimes> => {
  const set = await listRegimes(ctx.db)
  const of = (row: RegimeRecord) => regimeOf(row)
  const own = set.find(({ customer_id, segment }) => customer_id === null && segment === null)
  return {
    book: own ? of(own) : DEFAULT_REGIME,
    bySegment: new Map(set.flatMap((row) => (row.segment === null ? [] : [[row.segment, of(row)]]))),
    byCustomer: new Map(set.flatMap((row) => (row.customer_id === null ? [] : [[row.customer_id, of(row)]]))),
    set,
  }
}

export const regimeFor = (
  regimes: Regimes,
  customerId: string,
  segment: string,
): { regime: Regime; of: RegimeSource } => {
  const own = regimes.byCustomer.get(customerId)
  if (own) return { regime: own, of: 'customer' }
  const ofSegment = regimes.bySegment.get(segment)
  return ofSegment ? { regime: ofSegment, of: 'segment' } : { regime: regimes.book, of: 'book' }
}
export type RegimeSource = 'customer' | 'segment' | 'book'

/** Acts by item. A declared claim interrupts until its procedure is closed (C. com. L622-25-1). */
const actsOf = async (ctx: Reading, claims: readonly ClaimRow[], asOf: Day, customerId: string | undefined) => {
  const acts = new Map<string, Act[]>()
  const add = (itemId: string, act: Act) => {
    const own = acts.get(itemId)
    if (own) own.push(act)
    else acts.set(itemId, [act])
  }
  const recorded = await recordedActs(ctx.db, customerId)
  const declared = new Set(recorded.flatMap(([, , owner, kind]) => (kind === 'declaration' ? [owner] : [])))
  const closings = declared.size > 0 ? await closingsOf(ctx, [...declared], asOf) : new Map<string, Day[]>()
  for (const [itemId, id, owner, kind, day, until] of recorded) {
    const closed = kind === 'declaration' ? (closings.get(owner)?.find((one) => one >= day) ?? null) : null
    add(itemId, { id, kind, day, until: until ?? closed })
  }
  for (const [itemId, day] of await signedPlans(ctx.db, customerId))
    add(itemId, { id: null, kind: 'plan', day, until: null })
  const steps = Map.groupBy(await proceedings(ctx.db, asOf, customerId), ([id, , itemId]) => `${id} ${itemId}`)
  for (const own of steps.values()) {
    const [, closedOn = null, itemId = ''] = own[0] ?? []
    const proceeding = { closedOn, steps: own.map(([, , , code, day]) => ({ code, day })) }
    for (const act of actsOfProceeding(proceeding)) add(itemId, act)
  }
  const ids = claims.map(([itemId]) => itemId)
  for (const [itemId, day] of await partPayments(ctx.db, ids, asOf))
    add(itemId, { id: null, kind: 'part-payment' satisfies ActKind, day, until: null })
  return acts
}

export type Standing = {
  itemId: string
  customerId: string
  issued: Day
  performedOn: Day | null
  due: Day
  currency: string
  open: number
  regime: Regime
  acts: Bearing[]
} & Pick<ReturnType<typeof limitationOf>, 'cautious' | 'usual' | 'suspended'>

/** How the limitation of open debts stands on a day. */
export const standingsOf = async (
  ctx: Reading,
  asOf: Day,
  {
    customerId,
    itemIds,
    within,
  }: Pick<ClaimSelection, 'customerId' | 'itemIds'> & { within?: number | undefined } = {},
): Promise<Standing[]> => {
  const regimes = await readRegimes(ctx)
  const begun = within === undefined ? undefined : begunBy(regimes, asOf, within)
  const claims = await openClaims(ctx.db, asOf, { customerId, itemIds, begun })
  if (claims.length === 0) return []
  const acts = await actsOf(ctx, claims, asOf, customerId)
  // Nothing happened to most claims, and many begin on the same day.
  const untouched = new Map<string, ReturnType<typeof limitationOf>>()
  const blank = (claim: Claim, regime: Regime) => {
    const key = `${claim.issued} ${claim.performedOn} ${claim.due} ${regime.months}`
    const known = untouched.get(key) ?? limitationOf(claim, regime, [], asOf)
    untouched.set(key, known)
    return known
  }
  return claims.map(([itemId, owner, issued, performedOn, due, currency, open, segment]): Standing => {
    const { regime } = regimeFor(regimes, owner, segment)
    const claim = { issued, performedOn, due }
    const own = acts.get(itemId)
    return {
      itemId,
      customerId: owner,
      issued,
      performedOn,
      due,
      currency,
      open,
      regime,
      ...(own ? limitationOf(claim, regime, own, asOf) : blank(claim, regime)),
    }
  })
}

/** Most of a book is too young to be near: only what began early enough is looked at. */
const begunBy = ({ book, set }: Regimes, asOf: Day, within: number): ClaimSelection['begun'] => {
  const shorter = set.filter((row) => regimeOf(row).months < book.months)
  const shortest = Math.min(book.months, ...shorter.map((row) => regimeOf(row).months))
  const day = nearUntil(asOf, within, book)
  if (shorter.length === 0) return { day, shorterDay: day, shorter: null }
  return {
    day,
    shorterDay: nearUntil(asOf, within, { months: shortest }),
    shorter: withRegimes(
      shorter.flatMap(({ customer_id }) => customer_id ?? []),
      shorter.flatMap(({ segment }) => segment ?? []),
    ),
  }
}
