import { z } from 'zod'

/** An integer number of minor units (cents for the euro). */
export type Minor = number
export type Money = { readonly amount: Minor; readonly currency: string }

export const minorSchema = z.int()

/** A thousand billion euros in cents: ninety of them add up before single cents stop counting, at 2^53. */
export const LARGEST_AMOUNT: Minor = 10 ** 14
/** An amount as it comes in: any book's sums of them stay exact. */
export const amountSchema = z.int().min(-LARGEST_AMOUNT).max(LARGEST_AMOUNT)

export const currencySchema = z.string().regex(/^[A-Z]{3}$/)

/** ISO 4217 exponents that are not 2. */
const EXPONENTS: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
}

/** Number of decimals of a currency: 2 for EUR, 0 for JPY, 3 for TND. */
export const decimalsOf = (currency: string): number => EXPONENTS[currency] ?? 2

export class CurrencyMismatch extends Error {
  override name = 'CurrencyMismatch'
}

/** Adds amounts of one currency; adding two currencies is a bug and throws. */
export const addMoney = (a: Money, b: Money): Money => {
  if (a.currency !== b.currency) throw new CurrencyMismatch(`${a.currency} + ${b.currency}`)
  return { amount: a.amount + b.amount, currency: a.currency }
}

/** Splits an amount in proportion to the weights; the parts add up to the amount, the first parts that weigh something take the odd cents. */
export const splitMinor = (amount: Minor, weights: readonly number[]): Minor[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total <= 0) throw new RangeError('weights must add up to more than zero')
  const sign = amount < 0 ? -1 : 1
  const rest = Math.abs(amount)
  const parts = weights.map((weight) => Number((BigInt(rest) * BigInt(weight)) / BigInt(total)))
  let left = rest - parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part, i) => {
    const odd = (weights[i] ?? 0) > 0 && left > 0 ? 1 : 0
    left -= odd
    // Adding zero: a part of nothing has no sign.
    return sign * (part + odd) + 0
  })
}

/** Divides exactly and rounds half away from zero: the only rounding that figures on paper undergo. */
export const roundHalfUp = (numerator: bigint, denominator: bigint): Minor => {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const rounded = Number((2n * n + d) / (2n * d))
  return negative ? 0 - rounded : rounded
}

/**
 * An exact decimal (`"12.40"`) as an integer and its scale. Rates and amounts come as text and stay exact.
 * Returns null for anything that is not a plain decimal with a dot.
 */
export const parseDecimal = (text: string): { units: bigint; scale: number } | null => {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim())
  if (!match) return null
  const fraction = match[3] ?? ''
  const units = BigInt((match[2] ?? '') + fraction)
  return { units: match[1] === '-' ? -units : units, scale: fraction.length }
}

/** Reads `"1234.5"` as minor units; null when it is no decimal or has more decimals than the currency (trailing zeros allowed). */
export const parseMinor = (text: string, currency: string): Minor | null => {
  const parsed = parseDecimal(text)
  if (!parsed) return null
  const shift = decimalsOf(currency) - parsed.scale
  if (shift >= 0) return safe(parsed.units * 10n ** BigInt(shift))
  const divisor = 10n ** BigInt(-shift)
  return parsed.units % divisor === 0n ? safe(parsed.units / divisor) : null
}

const safe = (value: bigint): Minor | null => {
  const number = Number(value)
  return Math.abs(number) <= LARGEST_AMOUNT ? number : null
}

/** `123456` EUR as `"1234.56"`: unlocalised, for files and the command line. */
export const toDecimal = (amount: Minor, currency: string): string => {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = amount < 0 ? '-' : ''
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}
