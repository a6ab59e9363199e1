import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { CreditPolicy, RiskClass } from '../policy/credit-policy.schema.ts'
import type { Decider } from './verdict.schema.ts'

type Matrix = Pick<CreditPolicy, 'authority' | 'deputies'>

/** Up to how much a class may be granted; of a class not known, what every class may be. */
export const ceilingOf = (ceilings: readonly Minor[], riskClass: RiskClass | null): Minor =>
  riskClass === null ? Math.min(...ceilings) : (ceilings[riskClass - 1] ?? 0)

/**
 * Who may decide an amount for a class on a day: those whose ceiling reaches it, and their deputies of that day.
 * Amount in minor units of the company's currency. `anyone` while the policy names nobody.
 */
export const whoMayDecide = (
  { authority, deputies }: Matrix,
  { amount, riskClass, day }: { amount: Minor; riskClass: RiskClass | null; day: Day },
): { anyone: boolean; people: Decider[] } => {
  if (authority.length === 0) return { anyone: true, people: [] }
  const named = authority.filter(({ ceilings }) => ceilingOf(ceilings, riskClass) >= amount)
  const people: Decider[] = named.map(({ person }) => ({ person, deputyOf: null, until: null }))
  for (const { person, deputy, from, until } of deputies) {
    const stands = from <= day && day <= until && named.some((one) => one.person === person)
    if (stands && !people.some((one) => one.person === deputy)) people.push({ person: deputy, deputyOf: person, until })
  }
  return { anyone: false, people }
}

/** From the policy's amount on nobody decides alone what they proposed, once it says who decides at all. */
export const needsFourEyes = (
  { authority, fourEyesFrom }: Pick<CreditPolicy, 'authority' | 'fourEyesFrom'>,
  amount: Minor,
): boolean => authority.length > 0 && amount >= fourEyesFrom

/** Whether a person may decide it, in their own name or as a deputy. */
export const mayDecide = (
  matrix: Matrix,
  person: string,
  what: { amount: Minor; riskClass: RiskClass | null; day: Day },
): boolean => {
  const { anyone, people } = whoMayDecide(matrix, what)
  return anyone || people.some((one) => one.person === person)
}
