import type { RuleCode } from './verdict.schema.ts'

/** What a rule names: amounts in minor units of the company's currency, days, words. */
export type Told = Record<string, unknown>

// English, for logs and scripts: the window has its own sentence for each code. Amounts stand in the details.
const words: Record<RuleCode, (told: Told) => string> = {
  blocked: ({ reason }) => `the customer is excluded from sales: ${reason}`,
  insolvency: ({ kind, since }) => `${kind} since ${since}`,
  'zero-limit': () => 'the limit is zero: cash only',
  'limit-passed': () => 'the order passes the limit',
  'within-tolerance': ({ percent }) => `the order passes the limit within the tolerance of ${percent} %`,
  watch: ({ percent }) => `the order reaches ${percent} % of the limit`,
  'no-limit': () => 'no limit is set',
  'limit-expired': ({ ended }) => `the limit ended on ${ended}`,
  'limit-rate-missing': () => 'the limit’s currency has no exchange rate',
  'new-customer': ({ months }) => `a customer of less than ${months} months, above what the policy grants at first`,
  'group-zero-limit': () => 'the group’s limit is zero: cash only',
  'group-limit-passed': () => 'the order passes the group’s limit',
  'group-within-tolerance': ({ percent }) => `the order passes the group’s limit within the tolerance of ${percent} %`,
  'group-watch': ({ percent }) => `the order reaches ${percent} % of the group’s limit`,
  overdue: ({ days }) => `invoices are overdue by ${days} days or more`,
  'plan-broken': ({ day }) => `the instalment plan was broken on ${day}`,
  'exposure-incomplete': ({ currencies }) => `part of the exposure has no exchange rate: ${currencies}`,
  prepaid: () => 'paid beforehand: the credit rules are told and do not refuse',
}

export const tellRule = (code: RuleCode, told: Told): string => words[code](told)
