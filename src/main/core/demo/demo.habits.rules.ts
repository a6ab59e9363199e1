import { addDays, type Day, maxDay } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { DEMO_DAY } from './demo.company.ts'
import type { Random } from './demo.random.rules.ts'

/** How a customer pays; `stopped` paid slowly and has paid nothing since the spring. */
export type Habit = 'early' | 'prompt' | 'slow' | 'late' | 'bad' | 'stopped'

/** Days after the due date; percentages of invoices paid in parts, and never paid. */
type Ways = { delay: readonly [number, number]; inParts: number; never: number }

const ways: Record<Habit, Ways> = {
  early: { delay: [-14, -1], inParts: 0, never: 0 },
  prompt: { delay: [-2, 4], inParts: 1, never: 0 },
  slow: { delay: [8, 24], inParts: 3, never: 1 },
  late: { delay: [28, 62], inParts: 8, never: 3 },
  bad: { delay: [45, 135], inParts: 25, never: 12 },
  stopped: { delay: [8, 24], inParts: 5, never: 0 },
}

const STOPPED_ON: Day = '2026-04-15'

export type PlannedPayment = { day: Day; amount: Minor }

/** When a debt of this customer is paid, and how much of it: payments after the demo's day have not happened. */
export const paymentsOf = (habit: Habit, issued: Day, due: Day, amount: Minor, random: Random): PlannedPayment[] => {
  const { delay, inParts, never } = ways[habit]
  const day = maxDay(issued, addDays(due, random.between(...delay)))
  const unpaid = random.chance(never)
  const first = random.chance(inParts) ? Math.floor((amount * random.between(30, 80)) / 100) : amount
  const second = random.chance(60) ? addDays(day, random.between(20, 60)) : null
  if (unpaid) return []
  const planned = [{ day, amount: first }]
  if (first < amount && second) planned.push({ day: second, amount: amount - first })
  const last = habit === 'stopped' ? STOPPED_ON : DEMO_DAY
  return planned.filter((payment) => payment.day <= last)
}
