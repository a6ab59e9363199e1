import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { OwnDay } from './holidays.contract.ts'

export const ownDays = async (db: Reader, country: string): Promise<OwnDay[]> =>
  (await db.selectFrom('holiday').selectAll().where('country', '=', country).orderBy('day').execute()).map(
    ({ day, name, works }) => ({ day, name, works: works === 1 }),
  )

export const keepDay = async (db: Writer, country: string, { day, name, works }: OwnDay): Promise<void> => {
  const said = { name, works: works ? 1 : 0 }
  await db
    .insertInto('holiday')
    .values({ country, day, ...said })
    .onConflict((conflict) => conflict.columns(['country', 'day']).doUpdateSet(said))
    .execute()
}

export const dropDay = async (db: Writer, country: string, day: Day): Promise<void> => {
  await db.deleteFrom('holiday').where('country', '=', country).where('day', '=', day).execute()
}
