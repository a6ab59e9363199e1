import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { RiskClass } from '../policy/credit-policy.schema.ts'
import type { DemoItem } from './demo.account.rules.ts'
import { DEMO_DAY } from './demo.company.ts'
import type { DemoCustomer } from './demo.customers.rules.ts'
import type { Habit } from './demo.habits.rules.ts'
import type { DemoLedger } from './demo.ledger.rules.ts'
import { randomOf } from './demo.random.rules.ts'

/** How those who decided saw a customer: by the way it pays. */
const CLASSES: Record<Habit, RiskClass> = { early: 1, prompt: 2, slow: 2, late: 3, bad: 4, stopped: 5 }

export const classOfHabit = ({ person }: DemoCustomer): RiskClass => CLASSES[person.habit]

/** No limit was ever decided: bought little, or never on credit. */
const WITHOUT = new Set([
  'Distillerie Garance',
  'Optique Beauregard',
  'Alpenkräuter Handels GmbH',
  'Fleurs Coupées Mimosa',
])

/** Decided otherwise than by what was bought; amounts in cents. */
const DECIDED: Record<string, Minor> = {
  // Used to 94 %, or passed.
  'Imprimerie Quatrefeuille': 1_140_000,
  'Maroquinerie Ferrucci': 1_080_000,
  'Maison Verdolin': 1_500_000,
  'Boulangeries Lepetitpas': 1_200_000,
  'Laboratoires Hydrélia': 1_600_000,
  'Jouets Tourniquet': 1_900_000,
  'Brasserie de la Combe Noire': 3_000_000,
  'Cosmétiques Aurélune': 3_000_000,
  'Vergers de Limanne': 400_000,
  // Cash only while its instalment plan runs.
  'Galerie Pontarlac': 0,
}

/** A review goes on from this limit: decided before it. */
const REVIEWED = new Set(['Laboratoires Hydrélia', 'Cave coopérative de Sauterive', 'Boulangeries Lepetitpas'])

const FOUR_EYES_FROM: Minor = 2_000_000

export type DemoLimit = { customer: DemoCustomer; day: Day; amount: Minor; riskClass: RiskClass }

/** The most that a customer owed until a day; what is matched with what does not change it. */
const peakOf = (items: readonly DemoItem[], until: Day): Minor => {
  let [owed, peak] = [0, 0]
  const told = items.filter(({ issued }) => issued <= until).sort((a, b) => (a.issued < b.issued ? -1 : 1))
  for (const { amount } of told) {
    owed += amount
    peak = Math.max(peak, owed)
  }
  return peak
}

const roundUp = (amount: Minor, step: Minor): Minor => Math.ceil(amount / step) * step

/** With a fifth of margin, in steps that a person would choose; never less than 1,500 euros. */
const marginOn = (peak: Minor): Minor => {
  const wanted = (peak * 6) / 5
  return Math.max(150_000, roundUp(wanted, wanted > 1_000_000 ? 200_000 : 50_000))
}

/**
 * The limits decided without a review: the first ones when the file was taken over, those of the second round spread over
 * the months before the demo's day, the weakest customers last.
 */
export const limitsOf = ({ customers, items }: DemoLedger, round: 'first' | 'second'): DemoLimit[] => {
  const byCustomer = Map.groupBy(items, ({ customerId }) => customerId)
  return customers.flatMap((customer): DemoLimit[] => {
    if (WITHOUT.has(customer.name)) return []
    const random = randomOf(`${round} limit of ${customer.name}`)
    const riskClass = classOfHabit(customer)
    const own = byCustomer.get(customer.id) ?? []
    const pad = (n: number) => String(n).padStart(2, '0')
    if (round === 'first') {
      const day = `2024-${pad(random.between(11, 12))}-${pad(random.between(4, 27))}`
      return [{ customer, day, amount: marginOn(peakOf(own, '2025-06-30')), riskClass }]
    }
    const amount = DECIDED[customer.name] ?? marginOn(peakOf(own, DEMO_DAY))
    // Large ones were decided before the policy asked for a review with another person.
    const month =
      amount >= FOUR_EYES_FROM
        ? '2025-12'
        : `2026-${pad(riskClass >= 4 ? random.between(7, 9) : random.between(2, REVIEWED.has(customer.name) ? 4 : 8))}`
    return [{ customer, day: `${month}-${pad(random.between(2, 27))}`, amount, riskClass }]
  })
}
