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
