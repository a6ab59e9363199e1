import { behaviourOf } from '../behaviour/behaviour.service.ts'
import { requireCompany } from '../company/company.service.ts'
import { readCustomer } from '../customers/customers.service.ts'
import type { Statement } from '../financials/financials.contract.ts'
import { newestStatements } from '../financials/financials.service.ts'
import { exactly, type Fraction, fraction, toInteger } from '../financials/fraction.rules.ts'
import { yearly } from '../financials/ratios.rules.ts'
import type { Handlers } from '../kernel/calls.ts'
import type { QueryContext } from '../kernel/context.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import { shareOfAmount } from '../limits/covers.rules.ts'
import { exposureOf } from '../limits/limits.service.ts'
import type { CreditPolicy, RiskClass } from '../policy/credit-policy.schema.ts'
import { effectiveTerms } from '../policy/effective-terms.rules.ts'
import { policyInForce } from '../policy/policy.service.ts'
import type { Rating } from '../ratings/ratings.contract.ts'
import { ratingsOfMany } from '../ratings/ratings.service.ts'
import { formatTerms, parseTerms } from '../receivables/terms.rules.ts'
import { scorecardOf } from '../scorecards/scorecards.service.ts'
import { documentsWanted } from './documents.wanted.ts'
import type { Recommendation, recommendationsContract } from './recommendations.contract.ts'
import { firstInvoiced, invoicedTo } from './recommendations.repository.ts'
import { type Facts, type Figure, overDays, recommend, yearlyNeed } from './recommendations.rules.ts'
import { averageDays, ceilingWarning, recommendedTerms } from './terms.rules.ts'

type Reading = Pick<QueryContext, 'db' | 'today'>

/** What is said beside the file. Amounts in minor units of the company's currency, purchases of a year without VAT. */
export type Asked = { purchases?: Minor | undefined; terms?: string | undefined; asked?: Minor | undefined }

const HIGHEST_RISK = 5
const YEAR = 12

const unknown = (reason: Figure['reason'], day: Day | null = null, by = ''): Figure => ({
  value: null,
  reason,
  day,
  by,
})
const known = (value: Fraction, day: Day | null = null, by = ''): Figure => ({ value, reason: null, day, by })

const purchasesOf = async (
  ctx: Reading,
  customerId: string,
  { asOf, home, announced }: { asOf: Day; home: string; announced: Minor | undefined },
): Promise<Facts['purchases']> => {
  if (announced !== undefined) return { ...known(fraction(announced)), taxed: false }
  const { documents, amount, unvalued } = await invoicedTo(ctx.db, customerId, home, {
    from: addMonths(asOf, -YEAR),
    to: asOf,
  })
  if (documents === 0) return { ...unknown('missing', asOf), taxed: true }
  if (unvalued > 0) return { ...unknown('other-currency', asOf), taxed: true }
  return { ...known(fraction(amount), asOf), taxed: true }
}

type OfStatement = Pick<Facts, 'equity' | 'payables' | 'revenue' | 'workingCapital'>

/** What the methods read of the newest statement; a balance sheet that does not balance gives nothing. */
const statementFigures = (statement: Statement | undefined, home: string): OfStatement => {
  const all = (reason: Figure['reason']): OfStatement => {
    const none = unknown(reason, statement?.closedOn ?? null)
    return {
      equity: none,
      payables: none,
      revenue: none,
      workingCapital: { ...none, code: 'working-capital' },
    }
  }
  if (!statement) return all('missing')
  const flags = new Set(statement.flags.map(({ code }) => code))
  if (flags.has('stale')) return all('stale')
  if (statement.currency !== home) return all('other-currency')
  const { figures, months, closedOn, ratios } = statement
  const balance = flags.has('unbalanced')
  const figure = (key: Parameters<typeof yearly>[1], ofBalance: boolean): Figure => {
    if (ofBalance && balance) return unknown('not-meaningful', closedOn)
    const value = yearly(figures, key, months)
    return value ? known(value, closedOn) : unknown('missing', closedOn)
  }
  const frng = ratios.find(({ code }) => code === 'frng')?.amount ?? null
  return {
    equity: figure('equity', true),
    payables: figure('tradePayables', true),
    revenue: figure('revenue', false),
    workingCapital:
      frng === null
        ? { ...figure('workingCapital', true), code: 'net-current-assets' }
        : { ...known(fraction(frng), closedOn), code: 'working-capital' },
  }
}

/** The limit that the newest report recommends, as it is. */
const agencyLimit = (newestFirst: readonly Rating[], home: string): Figure => {
  const telling = newestFirst
    .filter(({ recommendedLimit }) => recommendedLimit !== null)
    .toSorted((a, b) => b.day.localeCompare(a.day))[0]
  if (!telling) return unknown('missing')
  const { day, recommendedLimit, currency, stale } = telling
  const by = telling.providerName || telling.provider
  if (stale) return unknown('stale', day, by)
  if (currency !== home) return unknown('other-currency', day, by)
  return known(fraction(recommendedLimit ?? 0), day, by)
}

const ceilingOf = async (
  ctx: Reading,
  customerId: string,
  asOf: Day,
  { months, ceiling }: CreditPolicy['newCustomers'],
): Promise<Facts['ceiling']> => {
  const first = await firstInvoiced(ctx.db, customerId, asOf)
  if (months === 0 || (first !== null && first <= addMonths(asOf, -months))) return null
  return { amount: ceiling, until: addMonths(first ?? asOf, months) }
}

/**
 * The limit and terms that the policy's methods recommend for a customer as of a day, each with its arithmetic (domain
 * 3.5); the class is the scorecard's. Refuses `not-found` and `terms.unreadable`.
 */
export const recommendationOf = async (
  ctx: Reading,
  customerId: string,
  asOf: Day,
  { purchases: announced, terms: askedTerms, asked }: Asked = {},
): Promise<Recommendation> => {
  const customer = await readCustomer(ctx, customerId)
  const { currency: home, terms: companyTerms } = await requireCompany(ctx)
  const { version, content } = await policyInForce(ctx)
  const policy = content.credit
  const exposure = await exposureOf(ctx, customerId, asOf)
  const riskClass = (await scorecardOf(ctx, customerId, asOf)).class as RiskClass | null
  const factor = riskClass === null ? null : (policy.limits.scoreFactors[riskClass - 1] ?? null)
  const ratings = (await ratingsOfMany(ctx, [customerId], asOf)).get(customerId) ?? []
  const ofSegment = policy.termsBySegment.find(({ segment }) => segment === customer.segment)?.terms ?? null
  const written =
    askedTerms === undefined
      ? effectiveTerms(customer, policy.termsBySegment, companyTerms)
      : formatTerms(parseTerms(askedTerms))
  const guarantees = exposure.guaranteed?.limit ?? 0
  const insured = exposure.insured ? shareOfAmount(exposure.insured.limit, exposure.insured.coveredShare) : 0
  const facts: Facts = {
    rules: policy.limits,
    factor,
    terms: { written, days: averageDays(written) },
    purchases: await purchasesOf(ctx, customerId, { asOf, home, announced }),
    ...statementFigures((await newestStatements(ctx, [customerId], asOf)).get(customerId), home),
    external: agencyLimit(ratings, home),
    guarantees,
    insured,
    ceiling: await ceilingOf(ctx, customerId, asOf, policy.newCustomers),
  }
  const worked = recommend(facts)
  const [recommended, because] = recommendedTerms({
    segment: ofSegment,
    customer: customer.terms,
    company: companyTerms,
    lowestClass: riskClass === HIGHEST_RISK,
    amount: worked.amount,
  })
  const warnings = [...new Set([recommended, ...(askedTerms === undefined ? [] : [written])])].flatMap((terms) => {
    const above = ceilingWarning(terms, asOf)
    return above ? [{ code: above.code, details: { ...above.details, terms } }] : []
  })
  const { averageDaysLate } = await behaviourOf(ctx, customerId, asOf)
  const granted = averageDays(recommended)
  const paidIn = averageDaysLate === null ? null : granted + toInteger(exactly(averageDaysLate))
  const obtained = policy.supplierDays
  const gap = obtained === null ? null : (paidIn ?? granted) - obtained
  const need = yearlyNeed(facts)
  const [wanted = []] = await documentsWanted(ctx, policy, [{ customerId, amount: asked ?? worked.amount ?? 0 }], asOf)
  return {
    customerId,
    asOf,
    currency: home,
    policyVersion: version,
    class: riskClass,
    factor,
    combine: policy.limits.combine,
    ...worked,
    guarantees,
    insured,
    terms: {
      recommended,
      days: granted,
      because,
      warnings,
    },
    cash: {
      granted,
      paidIn,
      obtained,
      gap,
      financed: gap === null || need === null ? null : toInteger(overDays(need, gap)),
    },
    missing: wanted.filter((one) => one.held < one.wanted),
  }
}

export const recommendationsCalls: Handlers<typeof recommendationsContract> = {
  get: (ctx, { customerId, asOf = ctx.today, ...asked }) => recommendationOf(ctx, customerId, asOf, asked),
}
