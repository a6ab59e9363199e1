import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'

/** Sums over parts of debts: how many, their amount, days, and amount times days. */
export type Delays = { parts: number; amount: Minor; days: number; weighted: bigint }

/** What a day did to debts of one due day (a debt booked, a part matched), or to credits (no due day). */
export type Move = { day: Day; due: Day | null; amount: Minor }

/** What was given up on a day: net of VAT where that is known, and with VAT where it is not. */
export type Lost = { day: Day; net: Minor; untold: Minor }

/** Items of one currency booked on a day: what they add up to, and how many they are. */
export type Booked = { currency: string; day: Day; amount: Minor; items: number }
