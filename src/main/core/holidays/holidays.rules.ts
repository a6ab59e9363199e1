import { frenchHolidays, frenchHolidaysOf, type Holidays } from '../kernel/working-days.ts'
import type { Holiday, OwnDay } from './holidays.contract.ts'

// Only of France are the days worked out; elsewhere the user's table is all there is.
const KNOWN = 'FR'

export const areKnown = (country: string): boolean => country === KNOWN

/** The holidays of a country for the day arithmetic: public ones less those struck off, and the days added. */
export const calendarOf = (country: string, own: readonly OwnDay[]): Holidays => {
  const law: Holidays = areKnown(country) ? frenchHolidays : () => false
  if (own.length === 0) return law
  const works = new Map(own.map((one) => [one.day, one.works]))
  return (day) => {
    const said = works.get(day)
    return said === undefined ? law(day) : !said
  }
}

/** Every day of a year that is a holiday by law or by the user, those struck off among them, in order. */
export const holidaysOf = (country: string, year: number, own: readonly OwnDay[]): Holiday[] => {
  const said = new Map(own.filter(({ day }) => Number(day.slice(0, 4)) === year).map((one) => [one.day, one]))
  const law = areKnown(country) ? frenchHolidaysOf(year) : []
  const publicDays = law.map(({ day, holiday }): Holiday => {
    const works = said.get(day)?.works === true
    said.delete(day)
    return { day, name: '', holiday, state: works ? 'struck' : 'public' }
  })
  const added = [...said.values()]
    .filter(({ works }) => !works)
    .map(({ day, name }): Holiday => ({ day, name, holiday: null, state: 'added' }))
  return [...publicDays, ...added].sort((a, b) => (a.day < b.day ? -1 : 1))
}
