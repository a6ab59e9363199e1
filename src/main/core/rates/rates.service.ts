import { uuidv7 } from 'uuidv7'
import type { RateSeries } from '../interest/rates.rules.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { semesterOf } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { RatesSeries, ratesContract } from './rates.contract.ts'
import {
  customersByRegime,
  insertSeries,
  insertValue,
  listSeries,
  listValues,
  retireSeries,
} from './rates.repository.ts'
import { legalRatesOf, nextSemester, seriesOf, tablesOf } from './rates.tables.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

const tables = async (ctx: Reading): Promise<RatesSeries[]> => {
  const [series, values, customers] = await Promise.all([
    listSeries(ctx.db),
    listValues(ctx.db),
    customersByRegime(ctx.db),
  ])
  return tablesOf({ series, values, customers }, ctx.today)
}

/** The late-payment rate series of the book by key (`FR`, `FR-public`, `DE`…): those shipped, with what the user added, and the user's own. */
export const rateSeriesOfBook = async (ctx: Reading): Promise<Map<string, RateSeries>> => seriesOf(await tables(ctx))

/** One series of the book; refuses `interest.country-unknown`. */
export const rateSeriesFor = async (ctx: Reading, key: string): Promise<RateSeries> => {
  const all = await rateSeriesOfBook(ctx)
  const series = all.get(key)
  if (series) return series
  throw new Refusal('interest.country-unknown', `No late-payment rates for ${key}`, {
    country: key,
    known: [...all.keys()],
  })
}

/** French rates by half-year as the book knows them: statutory between businesses, and legal (taux de l’intérêt légal). */
export const frenchRatesOfBook = async (ctx: Reading) => {
  const all = await tables(ctx)
  return { statutory: seriesOf(all).get('FR')?.values ?? {}, legal: legalRatesOf(all) }
}

const tableOf = async (ctx: Reading, key: string): Promise<RatesSeries> => {
  const found = (await tables(ctx)).find((one) => one.key === key)
  if (!found) throw new Refusal('not-found', 'no such rate series', { key })
  return found
}

type NewValue = {
  series: string
  semester: string
  rate: string
  source: string
  reviewedOn?: string | undefined
  corrects: boolean
}

/** `12.4` and `12.40` are one rate. */
const twoDecimals = (rate: string): string => {
  const [whole = '', fraction = ''] = rate.split('.')
  return `${Number(whole)}.${fraction.padEnd(2, '0')}`
}

const addValue = async (ctx: CommandContext, input: NewValue): Promise<void> => {
  const { series, semester, source, reviewedOn = ctx.today, corrects } = input
  const table = await tableOf(ctx, series)
  const [from, until] = [semesterOf(table.from), nextSemester(semesterOf(ctx.today))]
  if (semester < from || semester > until)
    throw new Refusal('rates.semester-outside', `${semester} is not between ${from} and ${until}`, {
      semester,
      from,
      until,
    })
  const there = table.values.find((value) => value.semester === semester)
  // What was only worked out or read once may be replaced by what was published.
  if (there && (there.mark === 'confirmed' || there.mark === 'own') && !corrects)
    throw new Refusal('rates.value-there', `${series} has ${there.rate} in ${semester}`, {
      semester,
      rate: there.rate,
      source: there.source,
    })
  await insertValue(ctx.db, {
    id: uuidv7(),
    series,
    semester,
    rate: twoDecimals(input.rate),
    source,
    reviewed_on: reviewedOn,
    by: ctx.user,
    at: ctx.now,
  })
}

export const ratesCalls: Handlers<typeof ratesContract> = {
  list: async (ctx) => ({ series: await tables(ctx) }),
  addValue: async (ctx, input) => {
    await addValue(ctx, input)
    return { series: await tables(ctx) }
  },
  addSeries: async (ctx, { from, ...input }) => {
    const other = (await tables(ctx)).find(({ key }) => key.toUpperCase() === input.key.toUpperCase())
    if (other) throw new Refusal('rates.key-used', `${other.key} is a series already`, { key: other.key })
    await insertSeries(ctx.db, {
      ...input,
      from_day: from,
      created_at: ctx.now,
      created_by: ctx.user,
      retired_on: null,
    })
    return { series: await tables(ctx) }
  },
  retire: async (ctx, { key }) => {
    const table = await tableOf(ctx, key)
    if (!table.own) throw new Refusal('rates.shipped', `${key} is shipped with the program`, { key })
    if (table.customers > 0)
      throw new Refusal('rates.in-use', `${table.customers} customers are charged by ${key}`, {
        key,
        customers: table.customers,
      })
    await retireSeries(ctx.db, key, ctx.today)
    return { series: await tables(ctx) }
  },
}
