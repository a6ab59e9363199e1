import { addDays, addMonths, type Day } from '../kernel/day.ts'
import type { Deadline } from './registers.contract.ts'

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

/** A day on which procedure deadlines do not end: Saturday, Sunday, public holiday (Labour code L3133-1). */
const isClosed = (day: Day): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6 || FIXED.has(day.slice(5))) return true
  const easter = easterOf(Number(day.slice(0, 4)))
  return AFTER_EASTER.some((days) => addDays(easter, days) === day)
}

/** The next working day when a deadline ends on none (CPC 642); the day itself otherwise. Overseas holidays are not known. */
export const nextWorkingDay = (day: Day): Day => (isClosed(day) ? nextWorkingDay(addDays(day, 1)) : day)

/** Where a creditor or a court sits: `metropole`, an overseas department by its number, `abroad`; null when unknown. */
export type Zone = string | null

/** The zone of an address: overseas postal codes begin with 97 or 98. */
export const zoneOfAddress = (country: string, postalCode: string): Zone => {
  if (country !== 'FR') return OVERSEAS[country] ?? 'abroad'
  return /^9[78]/.test(postalCode) ? postalCode.slice(0, 3) : 'metropole'
}

const OVERSEAS: Record<string, string> = {
  GP: '971',
  MQ: '972',
  GF: '973',
  RE: '974',
  PM: '975',
  YT: '976',
  BL: '977',
  MF: '978',
  WF: '986',
  PF: '987',
  NC: '988',
}

/** The zone of a court by the department of its notice; Corsica is metropolitan France. */
export const zoneOfCourt = (department: string): Zone => {
  if (department === '') return null
  return /^9[78]/.test(department) ? department : 'metropole'
}

/**
 * What a creditor must do, counted from the publication of the opening judgment (domain: insolvency). Declaration of the
 * claim: two months, two more for a creditor outside metropolitan France, or outside the overseas department of the court
 * (C. com. L622-24, R622-24); reservation of title: three months (L624-9, R624-13); relief from lateness: six months
 * (L622-26). A court whose place is unknown counts as the creditor's own: the earlier day is the safe one.
 */
export const deadlinesFrom = (publishedOn: Day, creditor: Zone, court: Zone): Deadline[] => {
  const distant = court === null ? creditor === 'abroad' : court !== creditor
  const counted = [
    { code: 'declaration', months: distant ? 4 : 2, law: 'C. com. L622-24, R622-24' },
    { code: 'retention', months: 3, law: 'C. com. L624-9, R624-13' },
    { code: 'relief', months: 6, law: 'C. com. L622-26' },
  ] as const
  return counted.map(({ code, months, law }) => {
    const on = addMonths(publishedOn, months)
    const working = nextWorkingDay(on)
    return { code, months, on, extended: working === on ? null : working, law }
  })
}
