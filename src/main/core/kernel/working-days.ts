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

const FIXED = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'])
/** Easter Monday, Ascension, Whit Monday: days after Easter Sunday. */
const AFTER_EASTER = [1, 39, 50]

/** A day on which procedure deadlines do not end and payments do not arrive: Saturday, Sunday, public holiday (Labour code L3133-1). */
const isClosed = (day: Day): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6 || FIXED.has(day.slice(5))) return true
  const easter = easterOf(Number(day.slice(0, 4)))
  return AFTER_EASTER.some((days) => addDays(easter, days) === day)
}

/** The next working day when a deadline ends on none (CPC 642); the day itself otherwise. Overseas holidays are not known. */
export const nextWorkingDay = (day: Day): Day => (isClosed(day) ? nextWorkingDay(addDays(day, 1)) : day)

/** The `count`-th working day after a day; with none to count, the day itself or the next working one. */
export const workingDaysAfter = (day: Day, count: number): Day => {
  if (count <= 0) return nextWorkingDay(day)
  return workingDaysAfter(nextWorkingDay(addDays(day, 1)), count - 1)
}
