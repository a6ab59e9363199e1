import { homeCurrencyOf } from '../exchange/exchange.service.ts'
import { fraction, toPlaces } from '../financials/fraction.rules.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Page } from '../kernel/contract.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { limitAccounts } from '../limits/limits.service.ts'
import { type ListSelection, readList, shares } from './figures.behind.repository.ts'
import { promiseOutcomes } from './figures.handling.ts'
import type { FigureList, ListRow } from './figures.lists.schema.ts'
import type { Stretch } from './figures.model.ts'
import { monthsBefore } from './figures.rules.ts'
import { promiseCounts } from './handling.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>
type Listed = { total: number; amount: Minor; counted: Minor | null; rows: ListRow[] }

const sumOf = (amounts: readonly Minor[]): Minor => amounts.reduce((sum, amount) => sum + amount, 0)

const promiseRows = async (ctx: Reading, stretch: Stretch, { offset, limit }: Page): Promise<Listed> => {
  const counted = (await promiseOutcomes(ctx, stretch)).flatMap((promise) => {
    const counts = promiseCounts(promise, stretch)
    return counts === null ? [] : [{ ...promise, counts }]
  })
  const rows = counted
    .toSorted((a, b) => b.expected - a.expected || a.promiseId.localeCompare(b.promiseId))
    .slice(offset, offset + limit)
    .map((promise): ListRow => {
      const { customerId, customerName, day, judgedOn, expected, received, state } = promise
      return {
        customerId,
        name: customerName,
        itemId: null,
        number: '',
        from: promise.madeOn,
        until: day,
        amount: expected,
        counted: received,
        days: judgedOn === null ? null : daysBetween(day, judgedOn),
        share: null,
        state: state === 'kept' || state === 'partly' || state === 'broken' ? state : 'renegotiated',
      }
    })
  return {
    total: counted.length,
    amount: sumOf(counted.map(({ expected }) => expected)),
    counted: sumOf(counted.map(({ received }) => received)),
    rows,
  }
}

const shareRows = async (ctx: Reading, home: string, asOf: Day, { offset, limit }: Page): Promise<Listed> => {
  const all = await shares(ctx.db, home, asOf)
  const whole = sumOf(all.map(({ amount }) => amount))
  const rows = all.slice(offset, offset + limit).map(
    (one): ListRow => ({
      ...one,
      itemId: null,
      number: '',
      from: null,
      until: null,
      counted: null,
      days: null,
      share: toPlaces(fraction(100n * BigInt(one.amount), whole), 2),
      state: null,
    }),
  )
  return { total: all.length, amount: whole, counted: null, rows }
}

const limitRows = async (ctx: Reading, asOf: Day, passed: boolean, { offset, limit }: Page): Promise<Listed> => {
  const all = await limitAccounts(ctx, asOf, { passed })
  return {
    total: all.length,
    amount: sumOf(all.map(({ exposure }) => exposure)),
    counted: sumOf(all.map((one) => one.limit)),
    rows: all.slice(offset, offset + limit).map(
      ({ customerId, name, exposure, limit: most }): ListRow => ({
        customerId,
        name,
        itemId: null,
        number: '',
        from: null,
        until: null,
        amount: exposure,
        counted: most,
        days: null,
        share: most > 0 ? toPlaces(fraction(100n * BigInt(exposure), most), 1) : null,
        state: null,
      }),
    ),
  }
}

/** The list behind a figure: rows of the months up to a day, or of the day, with what they add up to. */
export const listBehind = async (
  ctx: Reading,
  asOf: Day,
  { list, months, offset, limit, ...selection }: ListSelection & Page & { list: FigureList; months: number },
) => {
  const home = await homeCurrencyOf(ctx)
  const stretch = { from: monthsBefore(asOf, months), until: asOf }
  const page = { offset, limit }
  const told = { asOf, currency: home }
  if (list === 'promises') return { ...told, ...(await promiseRows(ctx, stretch, page)) }
  if (list === 'limits') return { ...told, ...(await limitRows(ctx, asOf, selection.late, page)) }
  if (list === 'shares') return { ...told, ...(await shareRows(ctx, home, asOf, page)) }
  const { rows, ...sums } = await readList(ctx.db, list, home, stretch, selection, page)
  return {
    ...told,
    ...sums,
    amount: sums.amount ?? 0,
    rows: rows.map(
      (row): ListRow => ({
        ...row,
        days: row.from === null ? null : daysBetween(row.from, row.until ?? asOf),
        share: null,
        state: null,
      }),
    ),
  }
}
