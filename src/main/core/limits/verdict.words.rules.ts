import { toDecimal } from '../kernel/money.ts'
import type { RuleCode } from './verdict.schema.ts'

/** What a rule names: amounts in minor units of the company's currency, days, words. */
export type Told = Record<string, unknown>

type Money = (value: unknown) => string

// English, for logs and scripts: the window has its own sentence for each code.
const words: Record<RuleCode, (told: Told, money: Money) => string> = {
  blocked: ({ reason }) => `the customer is excluded from sales: ${reason}`,
  insolvency: ({ kind, since }) => `${String(kind).replaceAll('_', ' ')} since ${since}`,
  'zero-limit': () => 'the limit is zero: cash only',
  'limit-passed': ({ limit, over }, money) => `the order passes the limit of ${money(limit)} by ${money(over)}`,
  'within-tolerance': ({ limit, over, percent }, money) =>
    `the order passes the limit of ${money(limit)} by ${money(over)}, within the tolerance of ${percent} %`,
  watch: ({ limit, used }, money) => `with the order ${used} % of the limit of ${money(limit)} are used`,
  'no-limit': () => 'no limit is set',
  'limit-expired': ({ ended }) => `the limit ended on ${ended}`,
  'review-overdue': ({ since }) => `the review of the limit was due on ${since}`,
  'limit-rate-missing': () => 'the currency of the limit has no exchange rate',
  'new-customer': ({ limit, months, over }, money) =>
    `a customer of less than ${months} months, ${money(over)} above the ${money(limit)} that the policy grants at first`,
  'group-zero-limit': () => 'the limit of the group is zero: cash only',
  'group-limit-passed': ({ limit, over }, money) =>
    `the order passes the limit of the group, ${money(limit)}, by ${money(over)}`,
  'group-within-tolerance': ({ limit, over, percent }, money) =>
    `the order passes the limit of the group, ${money(limit)}, by ${money(over)}, within the tolerance of ${percent} %`,
  'group-watch': ({ limit, used }, money) =>
    `with the order ${used} % of the limit of the group, ${money(limit)}, are used`,
  overdue: ({ amount, days }, money) => `${money(amount)} are overdue by ${days} days or more`,
  'plan-broken': ({ day }) => `the instalment plan was broken on ${day}`,
  'promise-broken': ({ day, amount }, money) =>
    `the payment promised for ${day} did not come: ${money(amount)} missing`,
  'exposure-incomplete': ({ currencies }) => `part of the exposure has no exchange rate: ${currencies}`,
  prepaid: () => 'paid beforehand: the credit rules are told and do not refuse',
}

export const tellRule = (code: RuleCode, told: Told, currency: string): string =>
  words[code](told, (value) => `${toDecimal(Number(value), currency)} ${currency}`)
