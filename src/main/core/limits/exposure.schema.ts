import { z } from 'zod'
import { idSchema } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { exposureParts } from '../policy/credit-policy.schema.ts'

export const exposureLine = z.object({
  part: z.enum(exposureParts),
  /** In the company's currency; below zero for what lowers the exposure. */
  amount: minorSchema,
  counted: z.boolean(),
  /** What no rate was known for: not in the amount. */
  unknown: z.array(z.object({ currency: currencySchema, amount: minorSchema })),
})
export type ExposureLine = z.infer<typeof exposureLine>

/** How much of the limit is used: `watch` from the policy's mark on. */
export const marks = ['none', 'under', 'watch', 'passed'] as const
export type Mark = (typeof marks)[number]

/** Of what is open, what is late and not contested. */
export const overdueSchema = z.object({
  amount: minorSchema,
  invoices: z.int(),
  oldestDue: daySchema.nullable(),
})

const standing = {
  /** Minor units of the company's currency. */
  total: minorSchema,
  overdue: overdueSchema,
  /** The lower of the customer's own and its group's; null when none is set, or its currency has no rate. */
  limit: minorSchema.nullable(),
  limitState: z.enum(['set', 'expired', 'none']),
  limitKind: z.enum(['internal', 'temporary', 'group']).nullable(),
  limitUntil: daySchema.nullable(),
  /** Limit less exposure; of both own and group the lesser. */
  available: minorSchema.nullable(),
  /** Percent with one decimal; null without a limit above zero. */
  utilisation: z.number().nullable(),
  mark: z.enum(marks),
  /** The first day within the horizon on which the limit will be passed. */
  passesOn: daySchema.nullable(),
}

export const exposureRow = z.object({
  customerId: idSchema,
  code: z.string(),
  name: z.string(),
  ...standing,
})
export type ExposureRow = z.infer<typeof exposureRow>

export const exposureSchema = z.object({
  customerId: idSchema,
  asOf: daySchema,
  currency: currencySchema,
  lines: z.array(exposureLine),
  /** Deliveries without an amount: not in the sum. */
  deliveriesUnknown: z.int(),
  ...standing,
  /** Shown beside: what the insurer and the guarantor stand for, and what is left for the firm. */
  insured: z
    .object({
      limit: minorSchema,
      coveredShare: z.string(),
      insurer: z.string(),
      until: daySchema.nullable(),
      /** The covered share of the exposure up to the cover. */
      amount: minorSchema,
    })
    .nullable(),
  guaranteed: z.object({ limit: minorSchema, guarantor: z.string(), until: daySchema.nullable() }).nullable(),
  ownShare: minorSchema,
  group: z
    .object({
      id: idSchema,
      name: z.string(),
      total: minorSchema,
      limit: minorSchema.nullable(),
      limitState: z.enum(['set', 'expired', 'none']),
    })
    .nullable(),
})
export type Exposure = z.infer<typeof exposureSchema>
