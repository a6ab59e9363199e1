import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

/** The days after one up to another. */
export type Stretch = { from: Day; until: Day }

/** Sums over parts of debts: how many, their amount, days, and amount times days. */
export type Delays = { parts: number; amount: Minor; days: number; weighted: bigint }

/** What was given up on a day: net of VAT where that is known, and with VAT where it is not. */
export type Lost = { day: Day; net: Minor; untold: Minor }

/** Items of one currency booked on a day: what they add up to, and how many they are. */
export type Booked = { currency: string; day: Day; amount: Minor; items: number }

/** Amount times days is summed in two halves: in one, large amounts over many years would leave what a number counts exactly. */
export const SPLIT = 1_000_000
/** Sums of one day; amount times days as `high` × `SPLIT` + `low`. */
export type DelaysOfDay = { day: Day; parts: number; amount: Minor; days: number; high: number; low: number }

/** A part of an invoice that a receipt paid. */
export type PaidPart = {
  /** The receipt counts on its own day, however late it was matched; until the match was taken back. */
  paid: Day
  matched: Day
  undone: Day | null
  /** In the company's currency. */
  amount: Minor
  due: Day
  issued: Day
  /** Of its due line, in millionths. */
  share: number
}

export type Dated = { day: Day; amount: Minor }

/** A debt that was ever disputed, in its own currency. */
export type DisputedDebt = {
  booked: Day
  amount: Minor
  /** In the company's currency; null where that is not known. */
  worth: Minor | null
  matches: readonly Dated[]
  /** Closed: from that day on it contests nothing. What was given up when it was closed, and opened again, it contests no more. */
  disputes: readonly { amount: Minor; opened: Day; closed: Day | null; conceded: readonly Dated[] }[]
}

/** Debts booked on a day and settled on another, or not yet: how many. */
export type DebtCount = { settled: Day | null; booked: Day; debts: number }

/** Something due that was asked for, by a letter or at the telephone. Amounts in the company's currency. */
export type Ask = {
  day: Day
  /** Orders those of one day, as the letter or the call. */
  reference: string
  person: string
  /** Of a letter; null of a call. */
  level: number | null
  name: string
  /** A letter taken back from a day on. */
  cancelledOn: Day | null
  claimed: Minor
}

/** A part of a debt that a receipt paid: known from the day it was matched until the match was taken back. */
export type Receipt = { booked: Day; matched: Day; undone: Day | null; amount: Minor }

/** All that was asked and paid of one debt, in the order it was asked. */
export type AskedDebt = { asks: readonly Ask[]; receipts: readonly Receipt[] }
