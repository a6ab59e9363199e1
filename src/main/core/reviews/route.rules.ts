import { addDays, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { ceilingOf, needsFourEyes } from '../limits/authority.rules.ts'
import type { Decider } from '../limits/verdict.schema.ts'
import type { CreditPolicy, RiskClass } from '../policy/credit-policy.schema.ts'
import type { RouteStep } from './reviews.contract.ts'

export type Matrix = Pick<CreditPolicy, 'authority' | 'deputies' | 'escalationDays' | 'fourEyesFrom'>

/** What is asked of those who decide. */
export type Asked = {
  author: string
  /** Company's currency, what the decider's ceiling must reach; null where any authority will do: less risk than before. */
  counted: Minor | null
  riskClass: RiskClass | null
  /** Above what new customers get: another person decides, whatever the amount. */
  first: boolean
}

/** Those of one ceiling, asked together. */
type Level = { ceiling: Minor; people: string[] }

const byCeiling = (policy: Matrix, riskClass: RiskClass | null): Level[] => {
  const levels = Map.groupBy(policy.authority, ({ ceilings }) => ceilingOf(ceilings, riskClass))
  return [...levels]
    .map(([ceiling, named]) => ({ ceiling, people: [...new Set(named.map(({ person }) => person))] }))
    .sort((a, b) => a.ceiling - b.ceiling)
}

const reaching = (policy: Matrix, { counted, riskClass }: Asked): Level[] =>
  byCeiling(policy, riskClass).filter(({ ceiling }) => counted === null || ceiling >= counted)

const deputiesOf = ({ deputies }: Matrix, person: string, day: Day): Decider[] =>
  deputies
    .filter((one) => one.person === person && one.from <= day && day <= one.until)
    .map(({ deputy, until }) => ({ person: deputy, deputyOf: person, until }))

/** Nobody decides alone what they proposed: from the policy's amount on, and above what new customers get. */
const fourEyes = (policy: Matrix, { counted, first }: Asked): boolean =>
  policy.authority.length > 0 && (first || (counted !== null && needsFourEyes(policy, counted)))

/** Those whose ceiling reaches it, the lowest first; the author's own authority does not count under four eyes. */
const deciders = (policy: Matrix, asked: Asked): Level[] => {
  const apart = fourEyes(policy, asked)
  return reaching(policy, asked)
    .map(({ ceiling, people }) => ({ ceiling, people: people.filter((one) => !(apart && one === asked.author)) }))
    .filter(({ people }) => people.length > 0)
}

export type Standing =
  /** `for`: the person whose authority it is, for a deputy; empty in one's own name. */
  { may: true; for: string } | { may: false; because: 'own-proposal' | 'above-authority' }

/**
 * Whether a person may answer a proposal on a day: in their own name, or as the deputy of that day of somebody who may.
 * Authors never answer their own as a deputy, and in their own name only up to their ceiling and below the amount that
 * takes four eyes. Anyone may while the policy names nobody.
 */
export const mayAnswer = (policy: Matrix, asked: Asked, person: string, day: Day): Standing => {
  if (policy.authority.length === 0) return { may: true, for: '' }
  const people = deciders(policy, asked).flatMap((level) => level.people)
  if (people.includes(person)) return { may: true, for: '' }
  const standsFor = (one: string) => deputiesOf(policy, one, day).some(({ person: deputy }) => deputy === person)
  const absent = people.find(standsFor)
  if (absent !== undefined && person !== asked.author) return { may: true, for: absent }
  const could = reaching(policy, asked).flatMap((level) => level.people)
  const own = could.some(
    (one) => (one === person || standsFor(one)) && (one === asked.author || person === asked.author),
  )
  return { may: false, because: own ? 'own-proposal' : 'above-authority' }
}

/** Why nobody can answer a proposal, with the highest ceiling there is; null when somebody can. */
export const nobodyFor = (
  policy: Matrix,
  asked: Asked,
): { because: 'ceiling' | 'four-eyes'; person: string; ceiling: Minor } | null => {
  if (policy.authority.length === 0 || deciders(policy, asked).length > 0) return null
  const highest = byCeiling(policy, asked.riskClass).at(-1)
  return {
    because: reaching(policy, asked).length > 0 ? 'four-eyes' : 'ceiling',
    person: highest?.people.join(', ') ?? '',
    ceiling: highest?.ceiling ?? 0,
  }
}

/**
 * The way of a proposal on a day: the lowest authority that reaches it first, then, each time the policy's days pass
 * without an answer, the next higher one as well. Counted in calendar days from `since`.
 */
export const routeOf = (policy: Matrix, asked: Asked, since: Day, day: Day): RouteStep[] => {
  if (policy.authority.length === 0)
    return [{ role: 'decider', person: '', deputies: [], state: 'waiting', since, until: null }]
  const levels = deciders(policy, asked)
  return levels.flatMap(({ people }, place) => {
    const from = addDays(since, place * policy.escalationDays)
    const until = place < levels.length - 1 ? addDays(from, policy.escalationDays) : null
    const state = day < from ? 'later' : until !== null && day >= until ? 'escalated' : 'waiting'
    return people.map(
      (person): RouteStep => ({
        role: 'decider',
        person,
        deputies: deputiesOf(policy, person, day).filter((one) => one.person !== asked.author),
        state,
        since: state === 'later' ? null : from,
        until: state === 'later' ? null : until,
      }),
    )
  })
}

/** Who is asked on a day, deputies too; nobody by name while anyone may decide. */
export const askedNow = (route: readonly RouteStep[]): string[] => [
  ...new Set(
    route
      .filter(({ role, state, person }) => role === 'decider' && person !== '' && state !== 'later' && state !== 'done')
      .flatMap(({ person, deputies }) => [person, ...deputies.map((one) => one.person)]),
  ),
]
