import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { agedRows, openOf, type Standing, standings } from './due.repository.ts'
import {
  type Due,
  type ErasureKind,
  type Hindrance,
  type Period,
  type RetentionKind,
  retentionKinds,
} from './privacy.contract.ts'
import { listPeriods } from './privacy.repository.ts'
import { PARTS } from './privacy.rows.ts'
import { cutoff, dueOn, hindrancesOf, keptByLawUntil, PERIODS } from './privacy.rules.ts'

/** Lines shown; how many more there are is told. */
const MOST = 500

type Reading = Pick<QueryContext, 'db' | 'today'>

/** Every period with its source: the user's, or the program's own. */
export const periodsOf = async (ctx: Pick<QueryContext, 'db'>): Promise<Period[]> => {
  const set = new Map((await listPeriods(ctx.db)).map((row) => [row.kind, row]))
  return retentionKinds.map((kind) => {
    const own = set.get(kind)
    const { months, least } = PERIODS[kind]
    return {
      kind,
      months: own?.months ?? months,
      source: own?.source ?? '',
      own: own !== undefined,
      setOn: own?.set_on ?? null,
      setBy: own?.set_by ?? '',
      defaultMonths: months,
      leastMonths: least,
    }
  })
}

const monthsOf = async (ctx: Pick<QueryContext, 'db'>): Promise<Record<RetentionKind, number>> =>
  Object.fromEntries((await periodsOf(ctx)).map(({ kind, months }) => [kind, months])) as Record<RetentionKind, number>

/** Somebody who never had an item or a letter counts as a prospect, whatever the file says. */
const wholeKind = ({ moved }: Standing) => (moved === null ? 'prospect' : 'customer')

const wholeDue = (standing: Standing, months: Record<RetentionKind, number>) => {
  const kind = wholeKind(standing)
  const since = kind === 'prospect' ? standing.touched : (standing.moved as Day)
  return { kind, since, dueOn: dueOn(kind, since, months[kind]) } as const
}

const agedKinds = ['talks', 'messages', 'documents', 'financials'] as const

/** Where one customer stands towards one kind of erasure. Of a contact nothing is due: it goes when the person asks. */
export const standingOf = async (
  ctx: Reading,
  customerId: string,
  kind: ErasureKind,
): Promise<{ until: Day | null; dueOn: Day | null; hindrances: Hindrance[] }> => {
  const [standing] = await standings(ctx.db, customerId)
  const open = (await openOf(ctx.db, [customerId])).get(customerId) ?? {}
  const law = { until: standing?.moved ? keptByLawUntil(standing.moved) : null, today: ctx.today }
  const hindrances = hindrancesOf(kind, open, law)
  if (!standing || kind === 'contact') return { until: null, dueOn: null, hindrances }
  const months = await monthsOf(ctx)
  if (kind === 'customer') return { until: null, dueOn: wholeDue(standing, months).dueOn, hindrances }
  const until = cutoff(ctx.today, months[kind], standing.oldestOpen)
  return { until, dueOn: until, hindrances }
}

/** What is past its period, whole customers first; a person decides about each. */
export const listDue = async (ctx: Reading): Promise<{ due: Due[]; more: number }> => {
  const months = await monthsOf(ctx)
  const closed = await standings(ctx.db)
  const whole = closed
    .map((standing) => ({ standing, ...wholeDue(standing, months) }))
    .filter((one) => one.dueOn <= ctx.today)
  const aged = new Map<string, { kind: (typeof agedKinds)[number]; id: string; rows: number; since: Day }>()
  for (const kind of agedKinds) {
    const until = cutoff(ctx.today, months[kind], null)
    for (const part of PARTS.filter((one) => one.aged?.kind === kind))
      for (const { id, n, since } of await agedRows(ctx.db, part, until)) {
        const so = aged.get(`${kind} ${id}`)
        aged.set(`${kind} ${id}`, {
          kind,
          id,
          rows: n + (so?.rows ?? 0),
          since: so && so.since < since ? so.since : since,
        })
      }
  }
  const goesWhole = new Set(whole.map(({ standing }) => standing.id))
  const parts = [...aged.values()].filter(({ id }) => !goesWhole.has(id))
  const open = await openOf(ctx.db, [...goesWhole, ...new Set(parts.map(({ id }) => id))])
  const due: Due[] = whole.map(({ standing, kind, since, dueOn: day }) => ({
    kind,
    customer: partyOf(standing),
    since,
    dueOn: day,
    until: null,
    rows: 0,
    hindrances: hindrancesOf('customer', open.get(standing.id) ?? {}, {
      until: standing.moved && keptByLawUntil(standing.moved),
      today: ctx.today,
    }),
  }))
  for (const { kind, id, rows, since } of parts.slice(0, MOST)) {
    const [standing] = await standings(ctx.db, id)
    if (!standing) continue
    due.push({
      kind,
      customer: partyOf(standing),
      since,
      dueOn: dueOn(kind, since, months[kind]),
      until: cutoff(ctx.today, months[kind], standing.oldestOpen),
      rows,
      hindrances: hindrancesOf(kind, open.get(id) ?? {}, { until: null, today: ctx.today }),
    })
  }
  return { due: due.slice(0, MOST), more: Math.max(0, whole.length + parts.length - MOST) }
}

const partyOf = ({ id, code, name }: Standing) => ({ id, code, name })
