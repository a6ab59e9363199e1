import type { Day } from '../kernel/day.ts'
import { decimalsOf, type Minor, parseDecimal, roundHalfUp } from '../kernel/money.ts'

export type RateOfDay = { readonly day: Day; readonly rate: string }

/**
 * An amount at a rate, in minor units of the home currency: `rate` units of `home` for one unit of `currency`. Rounded
 * once, half up.
 */
export const atRate = (amount: Minor, currency: string, rate: string, home: string): Minor => {
  const parsed = parseDecimal(rate)
  if (!parsed || parsed.units <= 0n) throw new RangeError(`${rate} is no rate`)
  const numerator = BigInt(amount) * parsed.units * 10n ** BigInt(decimalsOf(home))
  return roundHalfUp(numerator, 10n ** BigInt(parsed.scale + decimalsOf(currency)))
}

/** The rate of a day: the newest one set by then; null before the first. */
export const rateOn = <R extends RateOfDay>(rates: readonly R[], day: Day): R | null =>
  rates.reduce<R | null>(
    (found, rate) => (rate.day <= day && (found === null || rate.day > found.day) ? rate : found),
    null,
  )

/**
 * What part of an item's worth in the home currency a match of `amount` takes, when `open` of it, worth `baseOpen`, is
 * left: in proportion, so that the last match takes what rounding left. All above zero.
 */
export const shareOf = (baseOpen: Minor, amount: Minor, open: Minor): Minor =>
  roundHalfUp(BigInt(baseOpen) * BigInt(amount), BigInt(open))
