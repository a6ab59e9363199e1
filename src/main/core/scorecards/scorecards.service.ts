import type { Behaviour } from '../behaviour/behaviour.contract.ts'
import { behaviourOfMany } from '../behaviour/behaviour.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { Statement } from '../financials/financials.contract.ts'
import { newestStatements } from '../financials/financials.service.ts'
import { yearly } from '../financials/ratios.rules.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Exposure } from '../limits/exposure.schema.ts'
import { exposuresOf } from '../limits/exposure.service.ts'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'
import { policyInForce } from '../policy/policy.service.ts'
import { ratingsOfMany } from '../ratings/ratings.service.ts'
import { externalOf } from './external.rules.ts'
import {
  ageSizeMark,
  behaviourMark,
  externalMark,
  givenMark,
  guaranteesMark,
  type Marked,
  profitabilityMark,
  structureMark,
} from './marks.rules.ts'
import type { ExternalScore, Scorecard, scorecardsContract } from './scorecards.contract.ts'
import { foundingDays } from './scorecards.repository.ts'
import { type CriterionMark, scorecardFrom } from './scorecards.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>
type Criterion = CreditPolicy['scorecard'][number]

/** Marks by hand, by code of the criterion. */
export type Marks = Readonly<Record<string, number>>
/** What the marker knows beside the book: it comes before the reports and the founding day kept there. */
export type Known = { marks?: Marks; external?: ExternalScore | null; foundedOn?: Day | null }

/** Sources that are worked out: nobody marks them by hand. */
const COMPUTED: ReadonlySet<Criterion['source']> = new Set(['behaviour', 'structure', 'profitability'])

const refuseMarks = (criteria: readonly Criterion[], marks: Marks): void => {
  for (const code of Object.keys(marks)) {
    const criterion = criteria.find((one) => one.code === code)
    if (!criterion || COMPUTED.has(criterion.source))
      throw new Refusal('scorecard.mark-refused', `${code} is not marked by hand`, { code })
  }
}

const because = (marked: Marked, reason: CriterionMark['reason']): CriterionMark => ({
  ...marked,
  reason,
  byHand: false,
})
const nothing: Marked = { mark: null, parts: [] }

type Found = { behaviour: Behaviour; statement: Statement | undefined; exposure: Exposure }

/** How each source is marked, from what was found of one customer. */
const marksOf = (
  { behaviour, statement: newest, exposure }: Found,
  asOf: Day,
  { external, foundedOn }: Known,
): Record<Criterion['source'], () => CriterionMark> => {
  const stale = newest?.flags.some(({ code }) => code === 'stale') ?? false
  const statement = stale ? undefined : newest
  const revenue = statement && yearly(statement.figures, 'revenue', statement.months)
  const size = statement && revenue ? { amount: revenue, currency: statement.currency } : null
  const ofStatement = (markOf: (ratios: Statement['ratios']) => Marked): CriterionMark =>
    statement ? because(markOf(statement.ratios), 'missing') : because(nothing, stale ? 'stale' : 'no-statement')
  const covered = (exposure.guaranteed?.limit ?? 0) + (exposure.insured?.amount ?? 0)
  return {
    behaviour: () => because(behaviourMark(behaviour.score), 'no-history'),
    structure: () => ofStatement(structureMark),
    profitability: () => ofStatement(profitabilityMark),
    external: () => because(external ? externalMark(external) : nothing, 'missing'),
    'age-size': () => because(ageSizeMark(asOf, foundedOn ?? null, size, exposure.currency), 'missing'),
    guarantees: () => because(guaranteesMark(covered, exposure.total), 'missing'),
    manual: () => because(nothing, 'not-marked'),
  }
}

/**
 * The policy’s scorecards of customers as of a day, in a few statements however many they are; every mark with what it
 * is made of. Statements that the policy calls stale do not count. `known` tells by customer what the book does not hold.
 * Refuses `scorecard.mark-refused` for a mark of a criterion that is unknown or worked out.
 */
const scorecardsOf = async (
  ctx: Reading,
  customerIds: readonly string[],
  asOf: Day,
  known: ReadonlyMap<string, Known> = new Map(),
): Promise<Map<string, Scorecard>> => {
  const { version, content } = await policyInForce(ctx)
  const { scorecard, classBounds, actions } = content.credit
  for (const { marks = {} } of known.values()) refuseMarks(scorecard, marks)
  const [behaviours, statements, exposures, ratings, founded] = [
    await behaviourOfMany(ctx, asOf, customerIds),
    await newestStatements(ctx, customerIds, asOf),
    await exposuresOf(ctx, customerIds, asOf),
    await ratingsOfMany(ctx, customerIds, asOf),
    await foundingDays(ctx.db, customerIds),
  ]
  return new Map(
    exposures.map((exposure): [string, Scorecard] => {
      const { customerId } = exposure
      const told = known.get(customerId) ?? {}
      const own = {
        ...told,
        external: told.external ?? externalOf(ratings.get(customerId) ?? []),
        foundedOn: told.foundedOn ?? founded.get(customerId) ?? null,
      }
      const behaviour = behaviours.get(customerId) as Behaviour
      const bySource = marksOf({ behaviour, statement: statements.get(customerId), exposure }, asOf, own)
      const card = scorecardFrom(scorecard, classBounds, ({ code, source }) => {
        const given = own.marks?.[code]
        return given === undefined ? bySource[source]() : { ...givenMark(given), reason: null, byHand: true }
      })
      const action = card.class === null ? '' : (actions[card.class - 1] ?? '')
      return [customerId, { customerId, asOf, policyVersion: version, ...card, action }]
    }),
  )
}

/** The scorecard of one customer; `marks` are those given by hand. */
export const scorecardOf = async (
  ctx: Reading,
  customerId: string,
  asOf: Day,
  marks: Marks = {},
  rest: Omit<Known, 'marks'> = {},
): Promise<Scorecard> =>
  (await scorecardsOf(ctx, [customerId], asOf, new Map([[customerId, { ...rest, marks }]]))).get(
    customerId,
  ) as Scorecard

export const scorecardsCalls: Handlers<typeof scorecardsContract> = {
  get: async (ctx, { customerId, asOf = ctx.today, marks, external, foundedOn }) => {
    await readCustomer(ctx, customerId)
    return scorecardOf(ctx, customerId, asOf, marks, { external, foundedOn })
  },
}
