import { z } from 'zod'
import { idSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

const weekSchema = z.object({
  from: daySchema,
  until: daySchema,
  /** Cash of the week as expected, and what it rests on: how customers pay, what they promised, plans agreed with them. */
  central: minorSchema,
  byKind: z.object({ habit: minorSchema, promise: minorSchema, plan: minorSchema }),
  /** From the first week to the end of this one: when all comes late, as expected, early. */
  upTo: z.object({ low: minorSchema, central: minorSchema, high: minorSchema }),
})
export type ForecastWeek = z.infer<typeof weekSchema>

/** Why a forecast cannot be told: what is open is like nothing that was ever paid. Its amounts are zero and mean nothing. */
export const whyUntoldSchema = z.enum(['nothing-alike-paid']).nullable()

export const forecastsContract = {
  cash: query('read', 'Cash to come week by week from what is open, with a low and a high line', {
    input: z.object({
      asOf: daySchema.optional(),
      weeks: z.int().min(1).max(52).default(13),
      /** What if these customers pay so many days later (below zero: sooner). */
      shifts: z
        .array(z.object({ customerId: idSchema, days: z.int().min(-365).max(365) }))
        .max(50)
        .default([]),
    }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      /** The balance of the day: all that follows adds up to it. */
      total: minorSchema,
      why: whyUntoldSchema,
      weeks: z.array(weekSchema),
      /** After the last week. */
      later: minorSchema,
      /** Stand apart: nobody can say when they come. Credits not matched, below zero, are what no debt is left for. */
      apart: z.object({ disputed: minorSchema, insolvent: minorSchema, unknown: minorSchema, credits: minorSchema }),
      /** Debts in a currency without a known rate: in no figure. */
      leftOut: z.int(),
      /** Customers that the largest parts are expected of. */
      largest: z.array(z.object({ customerId: idSchema, code: z.string(), name: z.string(), amount: minorSchema })),
    }),
  }),
  backTest: query('read', 'What past forecasts said of the four weeks after them, and what came', {
    input: z.object({ asOf: daySchema.optional(), months: z.int().min(1).max(12).default(6) }),
    output: z.object({
      currency: currencySchema,
      /** The oldest first; months at whose end nothing could be told have none. */
      points: z.array(
        z.object({
          asOf: daySchema,
          until: daySchema,
          low: minorSchema,
          forecast: minorSchema,
          high: minorSchema,
          actual: minorSchema,
          /** |forecast − actual| / actual in percent; null when nothing came. */
          error: z.string().nullable(),
        }),
      ),
    }),
  }),
}
