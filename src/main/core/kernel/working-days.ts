import { addDays, type Day } from './day.ts'

/** Easter Sunday of a year (Gregorian computus of Meeus, Jones and Butcher). */
const easterOf = (year: number): Day => {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`
}

const FIXED = {
  'new-year': '01-01',
  labour: '05-01',
  victory: '05-08',
  bastille: '07-14',
  assumption: '08-15',
  'all-saints': '11-01',
  armistice: '11-11',
  christmas: '12-25',
} as const
/** Days after Easter Sunday. */
const AFTER_EASTER = { 'easter-monday': 1, ascension: 39, 'whit-monday': 50 } as const

export type PublicHoliday = keyof typeof FIXED | keyof typeof AFTER_EASTER

/** The public holidays of France in a year, in order (Labour code L3133-1); those of Alsace-Moselle and overseas are not among them. */
export const frenchHolidaysOf = (year: number): { day: Day; holiday: PublicHoliday }[] => {
  const easter = easterOf(year)
  const fixed = Object.entries(FIXED).map(([holiday, day]) => ({ holiday, day: `${year}-${day}` }))
  const moving = Object.entries(AFTER_EASTER).map(([holiday, after]) => ({ holiday, day: addDays(easter, after) }))
  return ([...fixed, ...moving] as { day: Day; holiday: PublicHoliday }[]).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Whether a day is a holiday, whatever day of the week it is. */
export type Holidays = (day: Day) => boolean

const byYear = new Map<string, ReadonlySet<Day>>()

export const frenchHolidays: Holidays = (day) => {
  const year = day.slice(0, 4)
  let days = byYear.get(year)
  if (!days) {
    days = new Set(frenchHolidaysOf(Number(year)).map((one) => one.day))
    byYear.set(year, days)
  }
  return days.has(day)
}

/** A day on which deadlines do not end and payments do not arrive: Saturday, Sunday, holiday. */
export const isClosed = (day: Day, holidays: Holidays = frenchHolidays): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 || holidays(day)
}

/** The next working day when a deadline ends on none (CPC 642); the day itself otherwise. */
export const nextWorkingDay = (day: Day, holidays: Holidays = frenchHolidays): Day => {
  let found = day
  while (isClosed(found, holidays)) found = addDays(found, 1)
  return found
}

/** The last working day until a day, the day itself when it is one. */
export const previousWorkingDay = (day: Day, holidays: Holidays = frenchHolidays): Day => {
  let found = day
  while (isClosed(found, holidays)) found = addDays(found, -1)
  return found
}

/** The `count`-th working day after a day; with none to count, the day itself or the next working one. */
export const workingDaysAfter = (day: Day, count: number, holidays: Holidays = frenchHolidays): Day => {
  let found = nextWorkingDay(day, holidays)
  if (count <= 0) return found
  found = day
  for (let counted = 0; counted < count; counted += 1) found = nextWorkingDay(addDays(found, 1), holidays)
  return found
}
