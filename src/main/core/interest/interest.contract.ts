import { z } from 'zod'
import { host, nothing } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'

export const dayCounts = ['act/365', 'act/act', 'act/360', '30/360'] as const

export const segmentSchema = z.object({
  /** First day late counted. */
  from: daySchema,
  /** Last day, included. */
  to: daySchema,
  days: z.int(),
  rate: z.string(),
  principal: minorSchema,
  interest: minorSchema,
})

export const interestContract = {
  calculate: host('read', 'Late-payment interest and recovery indemnity of one debt, segment by segment', {
    input: z.object({
      country: z.string().default('FR'),
      currency: currencySchema.default('EUR'),
      amount: amountSchema,
      due: daySchema,
      until: daySchema,
      payments: z.array(z.object({ day: daySchema, amount: amountSchema })).default([]),
      /** Contract rate in percent, as a decimal; without it the statutory rate. */
      rate: z.string().optional(),
      dayCount: z.enum(dayCounts).default('act/365'),
      frozen: z.boolean().default(false),
    }),
    output: z.object({
      currency: currencySchema,
      principal: minorSchema,
      days: z.int(),
      interest: minorSchema,
      indemnity: minorSchema,
      segments: z.array(segmentSchema),
      rounding: minorSchema,
      warnings: z.array(z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })),
    }),
  }),
  rates: host('read', 'The rate tables shipped with the program, with sources and day of review', {
    input: nothing,
    output: z.object({
      series: z.array(
        z.object({
          country: z.string(),
          label: z.object({ fr: z.string(), en: z.string() }),
          source: z.string(),
          margin: z.string(),
          checkedOn: daySchema,
          values: z.array(z.object({ semester: z.string(), rate: z.string() })),
        }),
      ),
    }),
  }),
}
