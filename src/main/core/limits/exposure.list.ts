import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { fold } from '../kernel/text.ts'
import { namesOf } from './exposure.repository.ts'
import type { ExposureRow } from './exposure.schema.ts'
import { appliedLimit, passingDays, standingsOn } from './exposure.service.ts'

export type ExposureQuery = {
  show: 'all' | 'withLimit' | 'without' | 'watch' | 'passed' | 'passing' | 'expired'
  days: number
  search: string
  sort: 'exposure' | 'utilisation' | 'available' | 'overdue' | 'passesOn' | 'name'
  reversed: boolean
  offset: number
  limit: number
}

const shown: Record<ExposureQuery['show'], (row: ExposureRow) => boolean> = {
  all: () => true,
  withLimit: ({ limitState }) => limitState !== 'none',
  without: ({ limitState }) => limitState === 'none',
  watch: ({ mark }) => mark === 'watch',
  passed: ({ mark }) => mark === 'passed',
  passing: ({ passesOn }) => passesOn !== null,
  expired: ({ limitState }) => limitState === 'expired',
}

const orders: Record<ExposureQuery['sort'], (a: ExposureRow, b: ExposureRow) => number> = {
  exposure: (a, b) => b.total - a.total,
  // Without a percentage last; a limit of zero that is passed stands first.
  utilisation: (a, b) => weightOf(b) - weightOf(a),
  available: (a, b) => orLeast(b.available) - orLeast(a.available),
  overdue: (a, b) => b.overdue.amount - a.overdue.amount,
  passesOn: (a, b) => (a.passesOn ?? LAST).localeCompare(b.passesOn ?? LAST),
  name: () => 0,
}
const LAST = '9999-12-31'
const orLeast = (amount: number | null): number => amount ?? Number.MIN_SAFE_INTEGER
const weightOf = ({ utilisation, mark }: ExposureRow): number =>
  utilisation ?? (mark === 'passed' ? Number.MAX_SAFE_INTEGER : -1)

/** How all customers that have an exposure or a limit stand on a day; those named, where some are. */
export const exposureRows = async (
  ctx: Pick<QueryContext, 'db' | 'today'>,
  asOf: Day,
  days: number,
  customerIds?: readonly string[],
): Promise<{ currency: string; rows: ExposureRow[] }> => {
  const standings = await standingsOn(ctx, asOf, customerIds)
  const passesOn = await passingDays(ctx, standings, customerIds, days)
  const known = new Set(customerIds ?? standings.known())
  const rows = (await namesOf(ctx.db, customerIds)).flatMap(({ id, code, name }) => {
    if (!known.has(id)) return []
    const standing = standings.of(id)
    return [{ customerId: id, code, name, ...appliedLimit(standings, standing), passesOn: passesOn(standing) }]
  })
  return { currency: standings.home, rows }
}

export const listExposures = async (ctx: QueryContext, asOf: Day, query: ExposureQuery) => {
  const { currency, rows } = await exposureRows(ctx, asOf, query.days)
  const wanted = fold(query.search)
  const selected = rows
    .filter((row) => shown[query.show](row) && (wanted === '' || fold(`${row.code} ${row.name}`).includes(wanted)))
    .sort(orders[query.sort])
  if (query.reversed) selected.reverse()
  return {
    asOf,
    currency,
    total: selected.length,
    sum: selected.reduce((sum, { total }) => sum + total, 0),
    rows: selected.slice(query.offset, query.offset + query.limit),
  }
}
