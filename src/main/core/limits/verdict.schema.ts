import { z } from 'zod'
import { idSchema } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { exposureSchema } from './exposure.schema.ts'

/** When it is asked: taking an order, letting it leave, opening one again; an invoice is told, never refused. */
export const purposes = ['order', 'release', 'reopening', 'invoice'] as const
export type Purpose = (typeof purposes)[number]

export const verdicts = ['accept', 'warn', 'refuse'] as const
export type VerdictWord = (typeof verdicts)[number]

/** The rules that decide. */
export const ruleCodes = [
  'blocked',
  'insolvency',
  'zero-limit',
  'limit-passed',
  'within-tolerance',
  'watch',
  'no-limit',
  'limit-expired',
  'review-overdue',
  'limit-rate-missing',
  'new-customer',
  'group-zero-limit',
  'group-limit-passed',
  'group-within-tolerance',
  'group-watch',
  'overdue',
  'plan-broken',
  'promise-broken',
  'exposure-incomplete',
  'prepaid',
] as const
export type RuleCode = (typeof ruleCodes)[number]

/** Who may decide: `until` the last day of a deputy's. */
export const decider = z.object({ person: z.string(), deputyOf: z.string().nullable(), until: daySchema.nullable() })
export type Decider = z.infer<typeof decider>

export const liftSchema = z.object({ anyone: z.boolean(), people: z.array(decider) })

export const reasonSchema = z.object({
  code: z.enum(ruleCodes),
  /** `note`: told, and decides nothing. */
  weight: z.enum(['note', 'warn', 'refuse']),
  /** In English, for logs and scripts. */
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
  /** Who may lift a refusal; null when nobody may, or nothing is to be lifted. */
  liftBy: liftSchema.nullable(),
  /** When the rule ends by itself, where that is known. */
  until: daySchema.nullable(),
  /** It would refuse, and was lifted. */
  lifted: z.object({ by: z.string(), until: daySchema, reason: z.string() }).nullable(),
})
export type Reason = z.infer<typeof reasonSchema>

export const verdictSchema = z.object({
  verdict: z.enum(verdicts),
  asOf: daySchema,
  currency: currencySchema,
  /** In the company's currency. */
  amount: minorSchema,
  exposure: exposureSchema,
  /** Exposure with the order. */
  after: minorSchema,
  /** The heaviest first. */
  reasons: z.array(reasonSchema),
  policyVersion: z.int(),
})
export type Verdict = z.infer<typeof verdictSchema>

export const overrideSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  orderNumber: z.string(),
  amount: minorSchema,
  codes: z.array(z.enum(ruleCodes)),
  from: daySchema,
  until: daySchema,
  reason: z.string(),
  by: z.string(),
  policyVersion: z.int(),
})
export type Override = z.infer<typeof overrideSchema>
