import { addDays, type Day, maxDay } from '../kernel/day.ts'
import { type Minor, roundHalfUp } from '../kernel/money.ts'
import { type ExposurePart, exposureParts } from '../policy/credit-policy.schema.ts'
import type { ExposureLine, Mark } from './exposure.schema.ts'

/** What a customer's account holds in one currency, all above zero. */
export type AccountSums = {
  currency: string
  /** Open debits, those contested and those a bounce opened again included. */
  debits: Minor
  disputed: Minor
  bounced: Minor
  /** Open credits. */
  credits: Minor
  delivered: Minor
  orders: Minor
  /** Orders paid before anything leaves. */
  prepaidOrders: Minor
  drafts: Minor
}

/** Turns an amount into the company's currency; null where no rate is known. */
export type Worth = (amount: Minor, currency: string) => Minor | null

/**
 * Each part by currency (domain 3.5): what is contested and what bounced stand apart from the rest of what is open, so
 * that every cent is in one line. A prepaid order is no exposure; the credits held for it, though, do not free any.
 */
const partsOf = (sums: AccountSums): Record<ExposurePart, Minor> => ({
  open: sums.debits - sums.disputed - sums.bounced,
  unallocated: 0 - Math.max(0, sums.credits - sums.prepaidOrders),
  disputed: sums.disputed,
  delivered: sums.delivered,
  orders: sums.orders,
  bounced: sums.bounced,
  drafts: sums.drafts,
})

/** The exposure's lines, and its total: the sum of those that the policy counts. */
export const exposureOn = (
  accounts: readonly AccountSums[],
  counted: Record<ExposurePart, boolean>,
  worth: Worth,
): { lines: ExposureLine[]; total: Minor } => {
  const parts = accounts.map((sums) => ({ currency: sums.currency, parts: partsOf(sums) }))
  const lines = exposureParts.map((part): ExposureLine => {
    const line: ExposureLine = { part, amount: 0, counted: counted[part], unknown: [] }
    for (const { currency, parts: held } of parts) {
      if (held[part] === 0) continue
      const amount = worth(held[part], currency)
      if (amount === null) line.unknown.push({ currency, amount: held[part] })
      else line.amount += amount
    }
    return line
  })
  return { lines, total: lines.reduce((sum, line) => (line.counted ? sum + line.amount : sum), 0) }
}

/** That total alone, where the accounts of many are told for many days. */
export const exposureTotal = (
  accounts: readonly AccountSums[],
  counted: Record<ExposurePart, boolean>,
  worth: Worth,
): Minor => {
  let total = 0
  for (const sums of accounts) {
    const parts = partsOf(sums)
    for (const part of exposureParts) if (counted[part]) total += worth(parts[part], sums.currency) ?? 0
  }
  return total
}

/** The same of an account in the company's currency that holds open debits and credits and nothing else, as most do. */
export const exposureOfOpen = (debits: Minor, credits: Minor, counted: Record<ExposurePart, boolean>): Minor =>
  (counted.open ? debits : 0) - (counted.unallocated ? Math.max(0, credits) : 0)

/** Exposure in percent of the limit, with one decimal; none of a limit that is zero or not set. */
export const utilisationOf = (total: Minor, limit: Minor | null): number | null =>
  limit === null || limit <= 0 ? null : roundHalfUp(BigInt(Math.max(0, total)) * 1000n, BigInt(limit)) / 10

/** Whether an exposure reaches a share of a limit: exact, in whole percent. */
export const reaches = (total: Minor, limit: Minor, percent: number): boolean =>
  BigInt(total) * 100n >= BigInt(limit) * BigInt(percent)

/** Where an exposure stands: above the limit it is passed, from the watch mark on it is watched. */
export const markOf = (total: Minor, limit: Minor | null, watchPercent: number): Mark => {
  if (limit === null) return 'none'
  if (total > limit) return 'passed'
  return limit > 0 && reaches(total, limit, watchPercent) ? 'watch' : 'under'
}

/** What comes in or goes out of an exposure on a day; above zero for what raises it. */
export type Movement = { day: Day; amount: Minor }

/**
 * The first day after `asOf`, `days` ahead at most, on which the exposure passes the limit: orders and deliveries not
 * counted yet come in on the day they are expected, what is not late yet goes out on the day it is usually paid, and
 * the limit is the one decided for each day. Null when it passes no limit, or has passed it already.
 */
export const passingDay = (
  total: Minor,
  movements: readonly Movement[],
  limitOn: (day: Day) => Minor | null,
  /** Days on which the limit may change. */
  changes: readonly Day[],
  { asOf, days }: { asOf: Day; days: number },
): Day | null => {
  const now = limitOn(asOf)
  if (now !== null && total > now) return null
  const last = addDays(asOf, days)
  const ahead = movements.map(({ day, amount }) => ({ day: maxDay(day, addDays(asOf, 1)), amount }))
  const marks = [...new Set([...ahead.map(({ day }) => day), ...changes])].filter((day) => day > asOf && day <= last)
  let reached = total
  const waiting = ahead.sort((a, b) => (a.day < b.day ? -1 : 1))
  let at = 0
  for (const day of marks.sort()) {
    for (; at < waiting.length && (waiting[at] as Movement).day <= day; at += 1)
      reached += (waiting[at] as Movement).amount
    const limit = limitOn(day)
    if (limit !== null && reached > limit) return day
  }
  return null
}
