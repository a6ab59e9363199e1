import { behaviourOf } from '../behaviour/behaviour.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import { financialsOf } from '../financials/financials.service.ts'
import { yearly } from '../financials/ratios.rules.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'
import { exposureOf } from '../limits/exposure.service.ts'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'
import { policyInForce } from '../policy/policy.service.ts'
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
import { type CriterionMark, scorecardFrom } from './scorecards.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>
type Criterion = CreditPolicy['scorecard'][number]

/** Marks by hand, by code of the criterion. */
export type Marks = Readonly<Record<string, number>>
/** What the marker knows beside the book. */
export type Known = { external?: ExternalScore | null; foundedOn?: Day | null }

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

/**
 * The policy's scorecard of a customer as of a day, every mark with what it is made of. Statements that the policy calls
 * stale do not count. Refuses `scorecard.mark-refused` for a mark of a criterion that is unknown or worked out.
 */
export const scorecardOf = async (
  ctx: Reading,
  customerId: string,
  asOf: Day,
  marks: Marks = {},
  { external = null, foundedOn = null }: Known = {},
): Promise<Scorecard> => {
  const { version, content } = await policyInForce(ctx)
  const { scorecard, classBounds } = content.credit
  refuseMarks(scorecard, marks)
  const [behaviour, statements, exposure] = [
    await behaviourOf(ctx, customerId, asOf),
    await financialsOf(ctx, customerId, asOf),
    await exposureOf(ctx, customerId, asOf),
  ]
  // The company's own accounts say more of who owes us than its group's.
  const newest = statements.find(({ consolidated }) => !consolidated) ?? statements[0]
  const stale = newest?.flags.some(({ code }) => code === 'stale') ?? false
  const statement = stale ? undefined : newest
  const revenue = statement && yearly(statement.figures, 'revenue', statement.months)
  const ofStatement = (markOf: (ratios: NonNullable<typeof statement>['ratios']) => Marked): CriterionMark =>
    statement ? because(markOf(statement.ratios), 'missing') : because(nothing, stale ? 'stale' : 'no-statement')

  const bySource: Record<Criterion['source'], () => CriterionMark> = {
    behaviour: () => because(behaviourMark(behaviour.score), 'no-history'),
    structure: () => ofStatement(structureMark),
    profitability: () => ofStatement(profitabilityMark),
    external: () => because(external ? externalMark(external) : nothing, 'missing'),
    'age-size': () =>
      because(
        ageSizeMark(
          asOf,
          foundedOn,
          statement && revenue ? { amount: revenue, currency: statement.currency } : null,
          exposure.currency,
        ),
        'missing',
      ),
    guarantees: () => {
      const covered = (exposure.guaranteed?.limit ?? 0) + (exposure.insured?.amount ?? 0)
      return because(guaranteesMark(covered, exposure.total), 'missing')
    },
    manual: () => because(nothing, 'not-marked'),
  }
  const card = scorecardFrom(scorecard, classBounds, ({ code, source }) => {
    const given = marks[code]
    return given === undefined ? bySource[source]() : { ...givenMark(given), reason: null, byHand: true }
  })
  return { customerId, asOf, policyVersion: version, ...card }
}

export const scorecardsCalls: Handlers<typeof scorecardsContract> = {
  get: async (ctx, { customerId, asOf = ctx.today, marks, external, foundedOn }) => {
    await readCustomer(ctx, customerId)
    return scorecardOf(ctx, customerId, asOf, marks, { external, foundedOn })
  },
}
