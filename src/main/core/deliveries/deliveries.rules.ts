import { type Day, daysBetween } from '../kernel/day.ts'
import { roundHalfUp } from '../kernel/money.ts'

/**
 * Days that the policy's hours leave to invoice a delivery, counted from the day after it. A delivery has a day and no
 * hour, so that a part of a day counts in favour of the firm: 48 hours are two days, 36 hours as well.
 */
export const daysAllowed = (hours: number): number => Math.ceil(hours / 24)

/** Whole days a delivery waited for its invoice, until today while there is none; an invoice made before it waited none. */
export const daysWaited = (deliveredOn: Day, invoicedOn: Day | null, today: Day): number =>
  Math.max(0, daysBetween(deliveredOn, invoicedOn ?? today))

/** Beyond the last day allowed. */
export const isLate = (days: number, hours: number): boolean => days > daysAllowed(hours)

/**
 * An average in days, weighted by amount: `weighted` is the sum of amount × days, in hundredths of a day, halves up. Null
 * when there is no amount to weigh by.
 */
export const averageDays = (weighted: bigint, amount: bigint): number | null =>
  amount > 0n ? roundHalfUp(weighted * 100n, amount) / 100 : null
