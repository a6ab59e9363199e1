import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { RateSeriesTable, RateValueTable } from './rates.table.ts'

export const listSeries = (db: Reader): Promise<RateSeriesTable[]> =>
  db.selectFrom('rate_series').selectAll().orderBy('label').execute()

/** Every value ever added, in the order told. */
export const listValues = (db: Reader): Promise<RateValueTable[]> =>
  db.selectFrom('rate_value').selectAll().orderBy('id').execute()

/** How many customers have each regime. */
export const customersByRegime = async (db: Reader): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('customer')
    .select('late_regime')
    .select((eb) => eb.fn.countAll<number>().as('customers'))
    .where('late_regime', 'is not', null)
    .groupBy('late_regime')
    .execute()
  return new Map(rows.map(({ late_regime, customers }) => [late_regime as string, customers]))
}

export const insertSeries = async (db: Writer, series: RateSeriesTable): Promise<void> => {
  await db.insertInto('rate_series').values(series).execute()
}

export const insertValue = async (db: Writer, value: RateValueTable): Promise<void> => {
  await db.insertInto('rate_value').values(value).execute()
}

export const retireSeries = async (db: Writer, key: string, day: Day): Promise<void> => {
  await db.updateTable('rate_series').set({ retired_on: day }).where('key', '=', key).execute()
}
