import { parseDecimal, roundHalfUp } from '../kernel/money.ts'

/** An exact ratio; the denominator is above zero. Nothing is rounded before it is shown. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export const fraction = (n: bigint | number, d: bigint | number = 1n): Fraction => {
  const [top, bottom] = [BigInt(n), BigInt(d)]
  if (bottom === 0n) throw new RangeError('a fraction over zero')
  return bottom < 0n ? { n: -top, d: -bottom } : { n: top, d: bottom }
}

export const ZERO = fraction(0)

/** Reads a plain decimal (`"12.40"`); null for anything else. */
export const readFraction = (text: string): Fraction | null => {
  const parsed = parseDecimal(text)
  return parsed && { n: parsed.units, d: 10n ** BigInt(parsed.scale) }
}

/** A decimal written in the program itself. */
export const exactly = (text: string): Fraction => {
  const read = readFraction(text)
  if (!read) throw new RangeError(`${text} is no decimal`)
  return read
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
export const negative = ({ n, d }: Fraction): Fraction => ({ n: -n, d })
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, negative(b))
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d })
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)
/** Below zero when `a` is the smaller. */
export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
export const isPositive = ({ n }: Fraction): boolean => n > 0n
export const sumOf = (values: readonly Fraction[]): Fraction => values.reduce(plus, ZERO)
export const atMost = (a: Fraction, b: Fraction): Fraction => (compare(a, b) > 0 ? b : a)
export const atLeast = (a: Fraction, b: Fraction): Fraction => (compare(a, b) < 0 ? b : a)

/** The nearest integer, half away from zero. */
export const toInteger = ({ n, d }: Fraction): number => roundHalfUp(n, d)

/** As a decimal of so many places, half away from zero: the only rounding. */
export const toPlaces = ({ n, d }: Fraction, places: number): string => {
  const scale = 10n ** BigInt(places)
  const top = (n < 0n ? -n : n) * scale
  const rounded = (2n * top + d) / (2n * d)
  const digits = String(rounded).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const sign = n < 0n && rounded > 0n ? '-' : ''
  return places === 0 ? sign + digits : `${sign}${whole}.${digits.slice(-places)}`
}

/** Reads a value off a line drawn through points given by ascending place; flat before the first and after the last. */
export const interpolate = (points: readonly (readonly [Fraction, Fraction])[], at: Fraction): Fraction => {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) throw new RangeError('a line needs points')
  if (compare(at, first[0]) <= 0) return first[1]
  const next = points.findIndex(([place]) => compare(at, place) <= 0)
  const [right, left] = [points[next], points[next - 1]]
  if (!right || !left) return last[1]
  const part = over(minus(at, left[0]), minus(right[0], left[0]))
  return plus(left[1], times(part, minus(right[1], left[1])))
}

/** Points written as decimals. */
export const line = (...points: readonly (readonly [string, string])[]): [Fraction, Fraction][] =>
  points.map(([place, value]) => [exactly(place), exactly(value)])
