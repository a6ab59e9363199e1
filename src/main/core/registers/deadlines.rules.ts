import { addMonths, type Day } from '../kernel/day.ts'
import { nextWorkingDay } from '../kernel/working-days.ts'
import type { Deadline } from './registers.contract.ts'

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
