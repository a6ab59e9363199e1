import { addDays, type Day, daysBetween, maxDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

/** What an amount rests on: how the customer pays, what it promised, a plan agreed with it. */
export const inflowKinds = ['habit', 'promise', 'plan'] as const
export type InflowKind = (typeof inflowKinds)[number]

/** Cash to come: the day it will probably come, and those between which half of such payments did. */
export type Inflow = {
  customerId: string
  amount: Minor
  kind: InflowKind
  early: Day
  central: Day
  late: Day
}

export type SaidPart = { kind: 'promise' | 'plan'; day: Day; amount: Minor }
const NOTHING: readonly SaidPart[] = []

/** A debt as the forecast sees it; amounts in the company's currency. */
export type Debt = {
  customerId: string
  itemId: string
  open: Minor
  disputed: Minor
  /** Of what is open and not disputed: taken as said, at most so much of it. Missing where nothing was said, as of most. */
  said?: readonly SaidPart[]
  expectation: { from: Day; expected: Day; until: Day } | null
}

export type Said = { day: Day; amount: Minor }

/** What was said for several debts together, told debt by debt: the earliest day pays the first debt first. */
export const spread = (
  items: readonly { itemId: string; open: Minor }[],
  parts: readonly Said[],
): Map<string, Said[]> => {
  const told = new Map<string, Said[]>()
  const left = items.map(({ itemId, open }) => ({ itemId, open }))
  for (const { day, amount } of parts) {
    let rest = amount
    for (const item of left) {
      const part = Math.min(rest, item.open)
      if (part <= 0) continue
      told.set(item.itemId, [...(told.get(item.itemId) ?? []), { day, amount: part }])
      item.open -= part
      rest -= part
    }
  }
  return told
}

/** What stands apart from the lines: nobody can say when it comes, or whether. */
export type Apart = { disputed: Minor; insolvent: Minor; unknown: Minor; credits: Minor }

const order = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
/** Whatever order debts come in, credits are taken off the same ones. */
const byDay = (a: Inflow, b: Inflow): number =>
  order(a.central, b.central) || order(a.early, b.early) || order(a.late, b.late) || order(a.amount, b.amount)

/**
 * Cash to come from what is open on a day (domain 4.11): promises and plans on the days they name, the rest when such
 * debts were paid before; disputed parts, customers in a procedure, and debts later than anybody ever paid stand apart.
 * Credits not matched yet are taken off what comes first. What is told adds up to the balance.
 */
export const inflowsOf = (
  debts: readonly Debt[],
  { asOf, insolvent, credits }: { asOf: Day; insolvent: ReadonlySet<string>; credits: ReadonlyMap<string, Minor> },
): { inflows: Inflow[]; apart: Apart } => {
  const apart: Apart = { disputed: 0, insolvent: 0, unknown: 0, credits: 0 }
  const soonest = addDays(asOf, 1)
  const inflows: Inflow[] = []
  for (const { customerId, open, disputed, said = NOTHING, expectation } of debts) {
    if (insolvent.has(customerId)) {
      apart.insolvent += open
      continue
    }
    apart.disputed += disputed
    let left = open - disputed
    for (const { kind, day, amount } of said) {
      const part = Math.min(left, amount)
      if (part <= 0) continue
      const on = maxDay(day, soonest)
      inflows.push({ customerId, amount: part, kind, early: on, central: on, late: on })
      left -= part
    }
    if (left === 0) continue
    if (!expectation) apart.unknown += left
    else {
      const { from, expected, until } = expectation
      inflows.push({ customerId, amount: left, kind: 'habit', early: from, central: expected, late: until })
    }
  }
  inflows.sort(byDay)
  const held = new Map(credits)
  const net = inflows.flatMap((inflow) => {
    const taken = Math.min(inflow.amount, -(held.get(inflow.customerId) ?? 0))
    if (taken <= 0) return [inflow]
    held.set(inflow.customerId, (held.get(inflow.customerId) as number) + taken)
    return inflow.amount === taken ? [] : [{ ...inflow, amount: inflow.amount - taken }]
  })
  // What is left of credits pays nothing that is forecast: it is owed to the customer.
  apart.credits = [...held.values()].reduce((sum, credit) => sum + credit, 0)
  return { inflows: net, apart }
}

/**
 * Nothing is expected although something is open that nobody contests: no known payment is like it. What comes of it is
 * not zero, it cannot be told.
 */
export const whyUntold = ({
  inflows,
  apart,
}: {
  inflows: readonly Inflow[]
  apart: Apart
}): 'nothing-alike-paid' | null => (inflows.length === 0 && apart.unknown > 0 ? 'nothing-alike-paid' : null)

/** Days by which what a customer pays out of habit comes later (below zero: sooner); what was promised stays. */
export type Shifts = ReadonlyMap<string, number>

export const shifted = (inflows: readonly Inflow[], shifts: Shifts, asOf: Day): Inflow[] => {
  const soonest = addDays(asOf, 1)
  return inflows.map((inflow) => {
    const days = inflow.kind === 'habit' ? (shifts.get(inflow.customerId) ?? 0) : 0
    if (days === 0) return inflow
    const move = (day: Day) => maxDay(addDays(day, days), soonest)
    return { ...inflow, early: move(inflow.early), central: move(inflow.central), late: move(inflow.late) }
  })
}

export type Week = {
  from: Day
  until: Day
  /** Cash of the week by the central days, in all and by what it rests on. */
  central: Minor
  byKind: Record<InflowKind, Minor>
  /** From the first week on: when all comes late, as expected, early. */
  upTo: { low: Minor; central: Minor; high: Minor }
}

const MONDAY: Day = '1970-01-05'

/** Sunday of the week of a day. */
const endOfWeek = (day: Day): Day => {
  const weekday = ((daysBetween(MONDAY, day) % 7) + 7) % 7
  return addDays(day, 6 - weekday)
}

/** Weeks after a day, Monday to Sunday; the first begins on the morrow. */
export const weeksAfter = (asOf: Day, count: number): { from: Day; until: Day }[] => {
  const weeks: { from: Day; until: Day }[] = []
  let from = addDays(asOf, 1)
  while (weeks.length < count) {
    const until = endOfWeek(from)
    weeks.push({ from, until })
    from = addDays(until, 1)
  }
  return weeks
}

/** Cash week by week, and what comes after the last; what comes before them counts with the first. */
export const byWeek = (inflows: readonly Inflow[], asOf: Day, count: number): { weeks: Week[]; later: Minor } => {
  const spans = weeksAfter(asOf, count)
  const places = new Map<Day, number>()
  const placeOf = (day: Day): number => {
    const known = places.get(day)
    if (known !== undefined) return known
    const found = spans.findIndex(({ until }) => day <= until)
    const place = found === -1 ? count : found
    places.set(day, place)
    return place
  }
  const nothing = () => ({ habit: 0, promise: 0, plan: 0, low: 0, high: 0 })
  const sums = Array.from({ length: count + 1 }, nothing)
  const at = (day: Day) => sums[placeOf(day)] as ReturnType<typeof nothing>
  for (const { amount, kind, early, central, late } of inflows) {
    at(central)[kind] += amount
    at(late).low += amount
    at(early).high += amount
  }
  const upTo = { low: 0, central: 0, high: 0 }
  const parts = sums.map(({ low, high, ...byKind }) => {
    const central = byKind.habit + byKind.promise + byKind.plan
    upTo.low += low
    upTo.central += central
    upTo.high += high
    return { central, byKind, upTo: { ...upTo } }
  })
  const weeks = spans.map((span, i): Week => ({ ...span, ...(parts[i] as (typeof parts)[number]) }))
  return { weeks, later: parts.at(-1)?.central ?? 0 }
}

/** How far a forecast was off: |forecast − actual| / actual, in percent with one decimal; null when nothing came. */
export const errorOf = (forecast: Minor, actual: Minor): string | null => {
  if (actual <= 0) return null
  const tenths = (BigInt(Math.abs(forecast - actual)) * 2000n + BigInt(actual)) / (2n * BigInt(actual))
  return `${tenths / 10n}.${tenths % 10n}`
}
