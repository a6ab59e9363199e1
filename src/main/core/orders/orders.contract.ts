import { z } from 'zod'
import { command, fileSchema, idSchema, job, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
import { verdictSchema } from '../limits/verdict.schema.ts'

/** `held`: refused by the credit rules; `open`: accepted, part of the exposure; `closed`: delivered, invoiced. */
export const orderStates = ['held', 'open', 'closed', 'cancelled'] as const
export type OrderState = (typeof orderStates)[number]

const told = z.object({
  customerId: idSchema,
  number: z.string().trim().min(1).max(100),
  day: daySchema,
  amount: amountSchema.min(1),
  currency: currencySchema,
  /** Paid before anything leaves: no part of the exposure. */
  prepaid: z.boolean().default(false),
  /** The day it is to leave. */
  expected: daySchema.nullable().default(null),
  note: z.string().trim().max(500).default(''),
})
export type OrderInput = z.infer<typeof told>

export const orderRow = told.extend({
  id: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  state: z.enum(orderStates),
  changedOn: daySchema,
  changedBy: z.string(),
  /** Delivered under its number: no longer an order. */
  delivered: minorSchema,
})
export type OrderRow = z.infer<typeof orderRow>

const decided = z.object({ order: orderRow, verdict: verdictSchema })

export const ordersContract = {
  list: query('read', 'Orders of customers, those held first', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      show: z.enum(['running', 'held', 'open', 'closed', 'cancelled', 'all']).default('running'),
      search: z.string().default(''),
    }),
    output: z.object({ total: z.int(), orders: z.array(orderRow) }),
  }),
  add: command('collect', 'Record an order; one that the credit rules refuse is held', {
    input: told,
    output: decided,
  }),
  update: command('collect', 'Change an order; an open one is checked again', {
    input: told.omit({ customerId: true }).extend({ id: idSchema }),
    output: decided,
  }),
  open: command('collect', 'Release an order that is held, or open a closed one again: checked as a new one', {
    input: z.object({ id: idSchema }),
    output: decided,
  }),
  close: command('collect', 'Close an order that was delivered and invoiced, or cancel it', {
    input: z.object({ id: idSchema, cancelled: z.boolean().default(false) }),
    output: orderRow,
  }),
  remove: command('collect', 'Remove an order recorded by mistake', {
    input: z.object({ id: idSchema }),
    output: nothing,
  }),
  importFile: job(
    'import',
    'Read orders from a table: number, customer, day, amount, currency, prepaid, expected, state',
    {
      input: z.object({
        name: z.string().min(1),
        file: fileSchema,
        skipInvalid: z.boolean().default(false),
        dryRun: z.boolean().default(false),
      }),
      output: z.object({
        file: z.string(),
        records: z.int(),
        created: z.int(),
        updated: z.int(),
        unchanged: z.int(),
        held: z.int(),
        rejected: z.array(z.object({ line: z.int(), field: z.string(), value: z.string(), reason: z.string() })),
      }),
    },
  ),
}
