import { type Figure, isKnown } from '../figures/figures.rules.ts'
import { type Fraction, fraction, minus, plus, times, toPlaces } from '../financials/fraction.rules.ts'
import type { Minor } from '../kernel/money.ts'
import { dsoSteps, type Part, parts } from './dashboard.contract.ts'

/** One end of a change of DSO: what receivables consist of, and the sales of so many days that they are held against. */
export type End = { parts: Readonly<Record<Part, Minor>>; sales: Minor; days: number }

export const totalOf = (amounts: Readonly<Record<Part, Minor>>): Minor =>
  parts.reduce((sum, part) => sum + amounts[part], 0)

/** A change in days and the amounts that it comes from. */
export type Change = { days: string; before: Minor; after: Minor }

const perUnit = ({ days, sales }: End): Fraction => fraction(days, sales)

/**
 * Rounds changes to one decimal so that they lead from one rounded end to the other: each is the difference of what the
 * places on the way are rounded to.
 */
const stepped = (start: Fraction, changes: readonly Fraction[]): string[] => {
  let at = start
  let shown = tenths(start)
  return changes.map((change) => {
    at = plus(at, change)
    const next = tenths(at)
    const step = toPlaces(fraction(next - shown, 10), 1)
    shown = next
    return step
  })
}

/** In tenths, rounded as it is shown. */
const tenths = (value: Fraction): bigint => BigInt(toPlaces(value, 1).replace('.', ''))

/** Days of sales between two ends as both are shown. */
export const changeOf = (before: Figure, after: Figure): string | null =>
  isKnown(before) && isKnown(after) ? toPlaces(fraction(tenths(after) - tenths(before), 10), 1) : null

/**
 * What a change of DSO comes from (domain 4.2, both ends by the simple method): first what was owed before against the
 * sales of now, then each part of what is owed now. Exactly: R1·D1/S1 − R0·D0/S0 = R0·(D1/S1 − D0/S0) + Σ (p1 − p0)·D1/S1.
 * Both ends have sales.
 */
export const waterfall = (before: End, after: End): (Change & { name: (typeof dsoSteps)[number] })[] => {
  const owed = fraction(totalOf(before.parts))
  const [then, now] = [perUnit(before), perUnit(after)]
  const days = stepped(times(owed, then), [
    times(owed, minus(now, then)),
    ...parts.map((part) => times(fraction(after.parts[part] - before.parts[part]), now)),
  ])
  const amounts = (name: (typeof dsoSteps)[number]) =>
    name === 'sales'
      ? { before: before.sales, after: after.sales }
      : { before: before.parts[name], after: after.parts[name] }
  return dsoSteps.map((name, at) => ({ name, days: days[at] ?? '0.0', ...amounts(name) }))
}

export type Balances = ReadonlyMap<string, Minor>

/**
 * The same told by customer: those whose balance changed most, and all others as one (null). With the step of sales they
 * lead from end to end as well.
 */
export const byCustomer = (
  before: End,
  after: End,
  balances: { before: Balances; after: Balances },
  most: number,
): (Change & { customerId: string | null })[] => {
  const changed = [...new Set([...balances.before.keys(), ...balances.after.keys()])]
    .map((customerId) => ({
      customerId: customerId as string | null,
      before: balances.before.get(customerId) ?? 0,
      after: balances.after.get(customerId) ?? 0,
    }))
    .filter((one) => one.before !== one.after)
    .sort(
      (a, b) =>
        Math.abs(b.after - b.before) - Math.abs(a.after - a.before) ||
        (String(a.customerId) < String(b.customerId) ? -1 : 1),
    )
  const largest = changed.slice(0, most)
  const sum = (end: 'before' | 'after') => largest.reduce((total, one) => total + one[end], 0)
  const others = {
    customerId: null,
    before: totalOf(before.parts) - sum('before'),
    after: totalOf(after.parts) - sum('after'),
  }
  const shown = others.before === 0 && others.after === 0 ? largest : [...largest, others]
  const now = perUnit(after)
  const days = stepped(
    times(fraction(totalOf(before.parts)), now),
    shown.map((one) => times(fraction(one.after - one.before), now)),
  )
  return shown.map((one, at) => ({ ...one, days: days[at] ?? '0.0' }))
}

/** Sums of rows that share a key, the largest first; beyond so many, all others in one row whose key is null. */
export const largestWith = <Row extends { key: string | null }>(
  rows: readonly Row[],
  weight: (row: Row) => Minor,
  most: number,
  merge: (rows: readonly Row[]) => Row,
): Row[] => {
  const sorted = [...rows].sort((a, b) => weight(b) - weight(a) || ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
  return sorted.length <= most ? sorted : [...sorted.slice(0, most), merge(sorted.slice(most))]
}
