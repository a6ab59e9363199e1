import { z } from 'zod'
import { fileSchema, host, idSchema, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'

export const itemKinds = ['invoice', 'credit_note', 'payment', 'opening', 'adjustment'] as const

export const itemRow = z.object({
  id: idSchema,
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  kind: z.enum(itemKinds),
  number: z.string(),
  label: z.string(),
  issued: daySchema,
  booked: daySchema,
  due: daySchema,
  /** True when the due date comes from the payment terms, not from the document. */
  dueComputed: z.boolean(),
  approximate: z.boolean(),
  currency: currencySchema,
  /** Signed: positive is owed by the customer. */
  amount: minorSchema,
  open: minorSchema,
  /** Zero or less: not overdue. Always 0 for credits. */
  daysLate: z.int(),
  level: z.int().nullable(),
  onHold: z.boolean(),
  /** Of what is open, what disputes contest on that day. */
  disputed: minorSchema,
  /** Covered by an instalment plan that is kept, or only late. */
  planned: z.boolean(),
  /** What matches dated after that day take off it, with its sign: receipts still to come. */
  later: minorSchema,
  /** What is open at the rate it was booked at, in the company's currency; null in that currency or without a rate. */
  baseOpen: minorSchema.nullable(),
})
export type ItemRow = z.infer<typeof itemRow>

export const agedInput = z.object({
  asOf: daySchema,
  basis: z.enum(['due', 'issued']).default('due'),
  /** Upper bounds in days, ascending. */
  buckets: z.array(z.int().min(1).max(3650)).min(1).max(8).default([30, 60, 90]),
  currency: currencySchema.optional(),
})
export type AgedInput = z.infer<typeof agedInput>

// Stand beside the columns: they are part of the total already.
const beside = {
  /** Of which disputed. */
  disputed: minorSchema,
  /** What matches dated after the day take off the total: receipts still to come. */
  later: minorSchema,
}
export const agedRow = z.object({
  customerId: idSchema,
  customer: z.string(),
  name: z.string(),
  total: minorSchema,
  values: z.record(z.string(), minorSchema),
  ...beside,
})
export const agedOutput = z.object({
  asOf: daySchema,
  basis: z.enum(['due', 'issued']),
  currency: currencySchema,
  /** Every currency of the ledger on that day. */
  currencies: z.array(currencySchema),
  columns: z.array(z.string()),
  rows: z.array(agedRow),
  total: z.object({ total: minorSchema, values: z.record(z.string(), minorSchema), ...beside }),
  /** Of a foreign currency: the total at the rates it was booked at, in the company's; null while one is not known. */
  base: z.object({ currency: currencySchema, total: minorSchema }).nullable(),
  control: z.object({ ledger: minorSchema, report: minorSchema, difference: minorSchema }),
})
export type Aged = z.infer<typeof agedOutput>

export const itemFilters = z.object({
  asOf: daySchema.optional(),
  customerId: idSchema.optional(),
  search: z.string().default(''),
  show: z.enum(['open', 'overdue', 'credits', 'settled', 'all']).default('open'),
  kind: z.enum(itemKinds).optional(),
  currency: currencySchema.optional(),
  /** Bounds of what is open, without its sign, both included. */
  openFrom: amountSchema.optional(),
  openTo: amountSchema.optional(),
  /** An aged-balance column, with its basis and buckets: the list behind a cell. */
  cell: z.object({ column: z.string(), basis: z.enum(['due', 'issued']), buckets: z.array(z.int()) }).optional(),
})
export type ItemFilters = z.infer<typeof itemFilters>

export const receivablesContract = {
  items: query('read', 'Open items, or all, as of a day, by page', {
    input: pageSchema.extend(itemFilters.shape).extend({
      sort: z.enum(['due', 'issued', 'number', 'customer', 'amount', 'open', 'daysLate']).default('due'),
      descending: z.boolean().default(false),
    }),
    output: z.object({
      total: z.int(),
      items: z.array(itemRow),
      /** Open and overdue of the whole selection, by currency; with the first page only. */
      sums: z.array(z.object({ currency: currencySchema, open: minorSchema, overdue: minorSchema, count: z.int() })),
    }),
  }),
  aged: query('read', 'Aged balance by customer as of a day, with its control line', {
    input: agedInput,
    output: agedOutput,
  }),
  exportAged: query('read', 'Aged balance as XLSX, CSV or PDF', {
    input: agedInput.extend({ format: z.enum(['xlsx', 'csv', 'pdf']), language: z.enum(['fr', 'en']).default('fr') }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  exportItems: query('read', 'The selected items as XLSX or CSV', {
    input: itemFilters.extend({ format: z.enum(['xlsx', 'csv']), language: z.enum(['fr', 'en']).default('fr') }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  dueDate: host('read', 'The due date of an invoice under payment terms', {
    input: z.object({ issued: daySchema, terms: z.string() }),
    output: z.object({
      due: daySchema,
      warnings: z.array(z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })),
    }),
  }),
}
