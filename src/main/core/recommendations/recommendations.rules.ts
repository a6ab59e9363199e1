import {
  atLeast,
  exactly,
  type Fraction,
  fraction,
  isPositive,
  over,
  plus,
  times,
  toInteger,
  ZERO,
} from '../financials/fraction.rules.ts'
import type { Day } from '../kernel/day.ts'
import type { Minor } from '../kernel/money.ts'
import type { CreditPolicy } from '../policy/credit-policy.schema.ts'
import type { Candidate, Input, Method, Recommendation } from './recommendations.contract.ts'

type Reason = NonNullable<Candidate['reason']>
type Rules = CreditPolicy['limits']

/** A figure, or why it is not known. Amounts in minor units of the company's currency. */
export type Figure = { value: Fraction | null; reason: Reason | null; day: Day | null; by: string }

export type Facts = {
  rules: Rules
  /** Of the class; null when there is none. */
  factor: string | null
  terms: { written: string; days: number }
  /** Of a year. `taxed`: they hold the VAT already. */
  purchases: Figure & { taxed: boolean }
  equity: Figure
  payables: Figure
  revenue: Figure
  workingCapital: Figure & { code: 'working-capital' | 'net-current-assets' }
  external: Figure
  guarantees: Minor
  insured: Minor
  ceiling: { amount: Minor; until: Day } | null
}

const DAYS_OF_YEAR = fraction(360)
const HUNDRED = fraction(100)

const percent = (text: string): Fraction => over(exactly(text), HUNDRED)
/** A yearly amount over so many days of a year of 360. */
export const overDays = (yearly: Fraction, days: number): Fraction => over(times(yearly, fraction(days)), DAYS_OF_YEAR)

/** A year of purchases with VAT; null when they are not known. Our own invoices hold it, what a customer announces does not. */
export const yearlyNeed = ({ purchases, rules }: Pick<Facts, 'purchases' | 'rules'>): Fraction | null =>
  purchases.value &&
  (purchases.taxed ? purchases.value : times(purchases.value, plus(fraction(1), percent(rules.taxRate))))

const told = (code: Input['code'], source: Input['source'], figure: Figure): Input => ({
  code,
  unit: 'amount',
  value: figure.value && String(toInteger(figure.value)),
  source,
  day: figure.day,
  by: figure.by,
})
const setting = (code: Input['code'], unit: Input['unit'], value: string | number, by = ''): Input => ({
  code,
  unit,
  value: String(value),
  source: code === 'terms-days' ? 'terms' : 'policy',
  day: null,
  by,
})

/** A share of a figure; nothing of one at zero or below. */
const shareOf = (figure: Figure, share: Fraction): Fraction | null =>
  figure.value && times(atLeast(figure.value, ZERO), share)

type Worked = { inputs: Input[]; exact: Fraction | null; reason: Reason | null }

const methodsOf = (facts: Facts): Record<Method, Worked> => {
  const { rules, terms, purchases, equity, payables, revenue, workingCapital, external } = facts
  const days = terms.days + rules.usualDelayDays
  const lasting = [
    setting('terms-days', 'days', terms.days, terms.written),
    setting('delay-days', 'days', rules.usualDelayDays),
  ]
  const yearly = yearlyNeed(facts)
  const part = (code: Input['code'], figure: Figure, rate: string): Worked => ({
    inputs: [told(code, 'statement', figure), setting('percent', 'percent', rate)],
    exact: shareOf(figure, percent(rate)),
    reason: figure.reason,
  })
  const ofRevenue = shareOf(revenue, percent(rules.revenuePercent))
  return {
    need: {
      inputs: [
        told('purchases', purchases.taxed ? 'invoices' : 'announced', purchases),
        ...(purchases.taxed ? [] : [setting('tax', 'percent', rules.taxRate)]),
        ...lasting,
      ],
      exact: yearly && overDays(atLeast(yearly, ZERO), days),
      reason: purchases.reason,
    },
    equity: part('equity', equity, rules.equityPercent),
    'supplier-share': part('payables', payables, rules.supplierPercent),
    'revenue-share': {
      inputs: [...part('revenue', revenue, rules.revenuePercent).inputs, ...lasting],
      exact: ofRevenue && overDays(ofRevenue, days),
      reason: revenue.reason,
    },
    'working-capital': part(workingCapital.code, workingCapital, rules.workingCapitalPercent),
    'own-capacity':
      rules.ownRevenue === null
        ? { inputs: [], exact: null, reason: 'left-out' }
        : {
            inputs: [
              setting('own-revenue', 'amount', rules.ownRevenue),
              setting('percent', 'percent', rules.ownRevenuePercent),
            ],
            exact: times(fraction(rules.ownRevenue), percent(rules.ownRevenuePercent)),
            reason: null,
          },
    external: { inputs: [told('agency-limit', 'report', external)], exact: external.value, reason: external.reason },
  }
}

/** What tells how much the customer itself bears. */
const STRUCTURE: readonly Method[] = ['equity', 'supplier-share', 'working-capital']
/** They say nothing of the customer: on their own they make no recommendation. */
const ABOUT_US: ReadonlySet<Method> = new Set(['own-capacity'])

type Amounts = Record<Method, Minor | null>
type Steps = Recommendation['steps']
type Combined = { steps: Steps; amount: Minor | null; binds: Method | null }

const lowestOf = (amounts: Amounts, among: readonly Method[]): Method | null =>
  among.reduce<Method | null>((low, method) => {
    const amount = amounts[method]
    return amount !== null && (low === null || amount < (amounts[low] as Minor)) ? method : low
  }, null)

/** min(need, factor × min(equity, supplier share, working capital), own capacity) + guarantees + insured part (domain 3.5). */
const blend = (amounts: Amounts, { factor, guarantees, insured }: Facts): Combined => {
  const weakest = lowestOf(amounts, STRUCTURE)
  const structure = weakest && amounts[weakest]
  const none = factor !== null && !isPositive(exactly(factor))
  // A factor of nothing leaves nothing, whatever it would be taken of.
  const weighted = none
    ? 0
    : factor === null || structure === null
      ? null
      : toInteger(times(exactly(factor), fraction(structure)))
  const limits: [Method | null, Minor | null][] = [
    ['need', amounts.need],
    [none ? null : weakest, weighted],
    ['own-capacity', amounts['own-capacity']],
  ]
  const known = limits.filter((one): one is [Method | null, Minor] => one[1] !== null)
  const least = known.reduce<[Method | null, Minor] | null>((low, one) => (low && low[1] <= one[1] ? low : one), null)
  const told = amounts.need !== null || weighted !== null
  const step = (code: Steps[number]['code'], amount: Minor | null) => (amount === null ? [] : [{ code, amount }])
  const steps = [
    ...step('need', amounts.need),
    ...step('structure', structure),
    ...step('weighted', weighted),
    ...step('own-capacity', amounts['own-capacity']),
  ]
  if (!told || least === null) return { steps, amount: null, binds: null }
  return {
    steps: [
      ...steps,
      { code: 'lowest', amount: least[1] },
      { code: 'guarantees', amount: guarantees },
      { code: 'insured', amount: insured },
    ],
    amount: least[1] + guarantees + insured,
    binds: least[0],
  }
}

const lowest = (amounts: Amounts): Combined => {
  const all = Object.keys(amounts) as Method[]
  const binds = lowestOf(amounts, all)
  const amount = binds && amounts[binds]
  if (binds === null || amount === null || all.every((method) => amounts[method] === null || ABOUT_US.has(method)))
    return { steps: [], amount: null, binds: null }
  return { steps: [{ code: 'lowest', amount }], amount, binds }
}

/**
 * The recommended limit by the policy's methods (domain 3.5), in minor units of the company's currency. Arithmetic is exact;
 * each candidate and the weighted step is rounded once, half up to the unit. What is not known is told and left out of the
 * comparison, never taken for zero; equity or working capital at zero or below leaves nothing. Our own capacity alone makes
 * no recommendation.
 */
export const recommend = (
  facts: Facts,
): Pick<Recommendation, 'candidates' | 'steps' | 'amount' | 'gap' | 'ceiling'> => {
  const worked = methodsOf(facts)
  const each = Object.entries(worked) as [Method, Worked][]
  const amounts = Object.fromEntries(each.map(([method, { exact }]) => [method, exact && toInteger(exact)])) as Amounts
  const combined = facts.rules.combine === 'blend' ? blend(amounts, facts) : lowest(amounts)
  const { ceiling } = facts
  const capped = ceiling !== null && combined.amount !== null && combined.amount > ceiling.amount
  const amount = capped ? ceiling.amount : combined.amount
  return {
    candidates: each.map(([method, { inputs, reason }]) => ({
      method,
      inputs,
      amount: amounts[method],
      reason: amounts[method] === null ? (reason ?? 'missing') : null,
      binds: combined.binds === method,
    })),
    steps: capped ? [...combined.steps, { code: 'ceiling', amount: ceiling.amount }] : combined.steps,
    ceiling: ceiling && { ...ceiling, applied: capped },
    amount,
    gap: amount === null || amounts.need === null ? null : Math.max(0, amounts.need - amount),
  }
}
