import { z } from 'zod'
import { figureSchema } from '../figures/figures.contract.ts'
import { whyUntoldSchema } from '../forecasts/forecasts.contract.ts'
import { idSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

/** What is owed on a day: the columns of the aged balance, which add up to the total. In the company's currency. */
const agedSchema = z.object({
  total: minorSchema,
  notDue: minorSchema,
  /** 1 to 30 days late, 31 to 60, 61 to 90, more. */
  late: z.array(minorSchema).length(4),
  /** Credits not matched yet, below zero. */
  unallocated: minorSchema,
})
export type Aged = z.infer<typeof agedSchema>

export const breakdowns = ['segment', 'salesperson', 'country', 'group'] as const
export type Breakdown = (typeof breakdowns)[number]

export const breakdownRow = agedSchema.extend({
  /** Segment, salesperson, country code or id of the group; empty for customers without one, null for all that is left. */
  key: z.string().nullable(),
  /** The name of a group; the key itself otherwise. */
  label: z.string(),
  customers: z.int(),
  /** Invoices less credit notes of twelve months, with VAT. */
  sales: minorSchema,
  disputed: minorSchema,
  dso: figureSchema,
  /** Overdue in percent of what is owed. */
  overdue: figureSchema,
})
export type BreakdownRow = z.infer<typeof breakdownRow>

/** What receivables consist of, each part of what is owed once: disputed parts stand apart, whatever their age. */
export const parts = ['notDue', 'from1', 'from31', 'from61', 'over90', 'disputed', 'unallocated'] as const
export type Part = (typeof parts)[number]
export const dsoSteps = ['sales', ...parts] as const

/** A change in days of sales, a decimal below zero where it brings DSO down, and the amounts that it comes from. */
const changeSchema = z.object({ days: z.string(), before: minorSchema, after: minorSchema })

export const dashboardContract = {
  overview: query('read', 'Where the cash is: expected in four weeks, late, at risk', {
    input: z.object({ asOf: daySchema.optional() }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      /** Debts in a currency without a known rate: in no figure. */
      leftOut: z.int(),
      position: agedSchema,
      /** Customers that owe anything, and those of them that are late. */
      customers: z.object({ owing: z.int(), late: z.int() }),
      cash: z.object({
        /** What is expected each week, from the first to the last day told. */
        why: whyUntoldSchema,
        weeks: z.array(z.object({ from: daySchema, until: daySchema, amount: minorSchema })),
        /** Over these weeks: when all comes late, as expected, early. */
        low: minorSchema,
        central: minorSchema,
        high: minorSchema,
      }),
      /** Each debt once: of customers in a procedure; else what of it is contested; else what is over 90 days late. */
      risk: z.object({
        total: minorSchema,
        insolvent: minorSchema,
        disputed: minorSchema,
        old: minorSchema,
        customers: z.int(),
      }),
      /** Those that owe most of what is late. */
      late: z.array(
        z.object({
          customerId: idSchema,
          code: z.string(),
          name: z.string(),
          amount: minorSchema,
          /** Of the oldest debt. */
          daysLate: z.int(),
        }),
      ),
    }),
  }),
  trend: query('read', 'Receivables by age and DSO at the end of each of the last months', {
    input: z.object({ asOf: daySchema.optional(), months: z.int().min(1).max(36).default(24) }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      leftOut: z.int(),
      /** The oldest first; the last is the day itself. DSO against the sales of twelve months, as among the key figures. */
      points: z.array(
        agedSchema.extend({
          day: daySchema,
          /** Of the month that ends on the day. */
          sales: minorSchema,
          dso: figureSchema,
          overdue: figureSchema,
        }),
      ),
    }),
  }),
  breakdown: query('read', 'Receivables of a day by segment, salesperson, country or group, with sales and DSO', {
    input: z.object({ asOf: daySchema.optional(), by: z.enum(breakdowns) }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      leftOut: z.int(),
      /** The largest first; beyond fifty, one row for all others. They add up to the last, `all`. */
      rows: z.array(breakdownRow),
      all: breakdownRow,
    }),
  }),
  dsoChange: query('read', 'What DSO changed by from one day to another: sales, each age, disputes, customers', {
    input: z.object({
      /** Three months before the last day unless told. */
      from: daySchema.optional(),
      until: daySchema.optional(),
      /** Sales of so many months are what receivables are held against. */
      months: z.int().min(1).max(24).default(12),
    }),
    output: z.object({
      from: daySchema,
      until: daySchema,
      currency: currencySchema,
      leftOut: z.int(),
      before: figureSchema,
      after: figureSchema,
      /** Days between both; null where one of them cannot be told: then there are no steps either. */
      change: z.string().nullable(),
      /** In order; with one decimal they lead from `before` to `after` exactly. Amounts of `sales` are the sales. */
      steps: z.array(changeSchema.extend({ name: z.enum(dsoSteps) })),
      /** What receivables did, told by customer instead: the largest changes, then all others. */
      customers: z.array(changeSchema.extend({ customerId: idSchema.nullable(), code: z.string(), name: z.string() })),
    }),
  }),
}
