import { z } from 'zod'
import { idSchema } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { minorSchema } from '../kernel/money.ts'

/**
 * What stands behind figures that no list of the program shows as of a past day: parts of invoices that were paid, losses,
 * what is disputed, disputes closed, promises that fell due, invoices with their delivery or order, what was asked for by
 * letter or by anyone, exposures against their limits, and how much of the whole each customer or group holds.
 */
export const figureLists = [
  'paid',
  'losses',
  'disputed',
  'closed',
  'promises',
  'delivered',
  'ordered',
  'reminded',
  'asked',
  'limits',
  'shares',
] as const
export type FigureList = (typeof figureLists)[number]

const row = z.object({
  customerId: idSchema.nullable(),
  /** Of the customer, or of the group. */
  name: z.string(),
  itemId: idSchema.nullable(),
  /** Of the invoice, the letter; empty where there is none. */
  number: z.string(),
  /** Due, opened, promised, delivered, asked; and paid, closed, invoiced. */
  from: daySchema.nullable(),
  until: daySchema.nullable(),
  /** In the company's currency. */
  amount: minorSchema,
  /** The part of it that counts: received, recovered; or the limit it is held against. */
  counted: minorSchema.nullable(),
  /** Between the two days; below zero where it came early. */
  days: z.int().nullable(),
  /** Share of the whole, or of the limit, in percent; null against a limit of zero. */
  share: z.string().nullable(),
  state: z.enum(['kept', 'partly', 'broken', 'renegotiated']).nullable(),
})
export type ListRow = z.infer<typeof row>

export const listSchemas = {
  input: {
    list: z.enum(figureLists),
    /** Of `paid`, only what came late; of `limits`, only customers above theirs. */
    late: z.boolean().default(false),
    /** Of `reminded`, one level; of `asked`, one person. */
    level: z.int().optional(),
    person: z.string().max(200).optional(),
  },
  output: {
    total: z.int(),
    amount: minorSchema,
    counted: minorSchema.nullable(),
    rows: z.array(row),
  },
}
