import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { type Day, daySchema } from '../kernel/day.ts'

const publicHolidays = [
  'new-year',
  'easter-monday',
  'labour',
  'victory',
  'ascension',
  'whit-monday',
  'bastille',
  'assumption',
  'all-saints',
  'armistice',
  'christmas',
] as const

const country = z.string().regex(/^[A-Z]{2}$/)

export const holidaySchema = z.object({
  day: daySchema,
  /** As the user wrote it; empty of a public holiday. */
  name: z.string(),
  /** Which public holiday it is; null of a day that the user added. */
  holiday: z.enum(publicHolidays).nullable(),
  /** `struck`: a public holiday on which this firm works. */
  state: z.enum(['public', 'added', 'struck']),
})
export type Holiday = z.infer<typeof holidaySchema>

/** What the user holds otherwise than the law: `works` of a public holiday struck off, else a day more. */
export type OwnDay = { day: Day; name: string; works: boolean }

const ofYear = z.object({
  country,
  year: z.int(),
  /** False where the program knows none of the country: only the days added count. */
  known: z.boolean(),
  holidays: z.array(holidaySchema),
})

export const holidaysContract = {
  list: query('read', 'Holidays of a country in a year: public ones, days added, days struck off', {
    input: z.object({ country, year: z.int().min(1900).max(2199) }),
    output: ofYear,
  }),
  add: command('configure', 'Add a day on which the firm does not work, or bring back a public holiday struck off', {
    input: z.object({ country, day: daySchema, name: z.string().trim().max(80).default('') }),
    output: ofYear,
  }),
  remove: command('configure', 'Remove a day that was added, or strike off a public holiday: the firm works', {
    input: z.object({ country, day: daySchema }),
    output: ofYear,
  }),
}
