import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { frenchHolidays, type Holidays } from '../kernel/working-days.ts'
import type { holidaysContract } from './holidays.contract.ts'
import { dropDay, keepDay, ownDays } from './holidays.repository.ts'
import { areKnown, calendarOf, holidaysOf } from './holidays.rules.ts'

type Reading = Pick<QueryContext, 'db'>

/** The holidays of a country as this book has them. Deadlines of procedure keep to the public ones (CPC 642). */
export const bookHolidays = async (ctx: Reading, country: string): Promise<Holidays> =>
  calendarOf(country, await ownDays(ctx.db, country))

const list = async (ctx: Reading, country: string, year: number) => ({
  country,
  year,
  known: areKnown(country),
  holidays: holidaysOf(country, year, await ownDays(ctx.db, country)),
})

const yearOf = (day: Day): number => Number(day.slice(0, 4))

const isPublic = (country: string, day: Day): boolean => areKnown(country) && frenchHolidays(day)

export const holidaysCalls: Handlers<typeof holidaysContract> = {
  list: (ctx, { country, year }) => list(ctx, country, year),
  add: async (ctx, { country, day, name }) => {
    if (isPublic(country, day)) await dropDay(ctx.db, country, day)
    else await keepDay(ctx.db, country, { day, name, works: false })
    return list(ctx, country, yearOf(day))
  },
  remove: async (ctx, { country, day }) => {
    if (isPublic(country, day)) await keepDay(ctx.db, country, { day, name: '', works: true })
    else if ((await ownDays(ctx.db, country)).some((own) => own.day === day)) await dropDay(ctx.db, country, day)
    else throw new Refusal('not-found', `${day} is no holiday`, { day })
    return list(ctx, country, yearOf(day))
  },
}
