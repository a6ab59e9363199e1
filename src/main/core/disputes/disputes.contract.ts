import { z } from 'zod'
import { command, idSchema, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'

export const disputeOutcomes = ['credit_note', 'upheld', 'settled'] as const

export const disputeRow = z.object({
  id: idSchema,
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  itemId: idSchema,
  itemNumber: z.string(),
  itemDue: daySchema,
  currency: currencySchema,
  itemAmount: minorSchema,
  itemOpen: minorSchema,
  /** Code of the policy's list. */
  reason: z.string(),
  /** Contested, of the item. */
  amount: minorSchema,
  openedOn: daySchema,
  openedBy: z.string(),
  owner: z.string(),
  deadline: daySchema.nullable(),
  description: z.string(),
  /** Days since it was opened, or until it was closed. */
  age: z.int(),
  /** Its deadline has passed and it is still open. */
  overdue: z.boolean(),
  /** upheld: the claim stands; settled: part of it was given up. */
  outcome: z.enum(disputeOutcomes).nullable(),
  closedOn: daySchema.nullable(),
  closedBy: z.string().nullable(),
  /** Given up in all, by credit notes; of a dispute opened again, no longer contested. */
  conceded: minorSchema,
  creditItemId: idSchema.nullable(),
  creditNumber: z.string().nullable(),
  conclusion: z.string(),
})
export type DisputeRow = z.infer<typeof disputeRow>

export const disputeStep = z.object({
  id: idSchema,
  day: daySchema,
  at: z.string(),
  user: z.string(),
  kind: z.enum(['opened', 'note', 'changed', 'closed', 'reopened']),
  text: z.string(),
  details: z.record(z.string(), z.unknown()),
})

const told = z.object({
  reason: z.string().min(1),
  amount: amountSchema.min(1),
  owner: z.string().trim().max(100).default(''),
  /** When opened without one: after the days of the policy. */
  deadline: daySchema.nullable().default(null),
  description: z.string().trim().max(2000).default(''),
})

export const disputesContract = {
  list: query('read', 'Disputes, by page', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      itemId: idSchema.optional(),
      show: z.enum(['open', 'overdue', 'closed', 'all']).default('open'),
      reason: z.string().optional(),
      owner: z.string().optional(),
      search: z.string().default(''),
      sort: z.enum(['age', 'deadline', 'amount', 'customer']).default('age'),
      descending: z.boolean().default(true),
    }),
    output: z.object({
      total: z.int(),
      disputes: z.array(disputeRow),
      /** Contested in all, by currency; with the first page only. */
      sums: z.array(z.object({ currency: currencySchema, amount: minorSchema, count: z.int() })),
    }),
  }),
  get: query('read', 'One dispute with its steps', {
    input: z.object({ id: idSchema }),
    output: z.object({ dispute: disputeRow, steps: z.array(disputeStep) }),
  }),
  open: command('collect', 'Record that an item is contested, in whole or in part; the rest goes on being reminded', {
    input: told.extend({ itemId: idSchema, openedOn: daySchema.optional() }),
    output: disputeRow,
  }),
  update: command('collect', 'Change a dispute; what changed becomes a step', {
    input: told.extend({ id: idSchema }),
    output: disputeRow,
  }),
  addStep: command('collect', 'Note what was done about a dispute', {
    input: z.object({ id: idSchema, text: z.string().trim().min(1).max(2000) }),
    output: disputeStep,
  }),
  close: command(
    'collect',
    'Close a dispute: the claim stands, or part of it is given up by a credit note made and matched at once',
    {
      input: z.object({
        id: idSchema,
        outcome: z.enum(disputeOutcomes),
        /** Given up; a credit note is made of it. Must be above zero for `credit_note`, may be for `settled`, is zero for `upheld`. */
        conceded: amountSchema.min(0).default(0),
        /** Number of the credit note, made or in the book already; given by the program (`AV-…`) when empty. */
        creditNumber: z.string().trim().max(60).default(''),
        conclusion: z.string().trim().max(2000).default(''),
      }),
      output: disputeRow,
    },
  ),
  reopen: command('collect', 'Open a closed dispute again; a credit note made for it stays', {
    input: z.object({ id: idSchema, text: z.string().trim().min(1).max(2000) }),
    output: disputeRow,
  }),
  figures: query('read', 'How many disputes, how old, how long they take and how they end, by reason', {
    input: z.object({ from: daySchema, until: daySchema }),
    output: z.object({
      reasons: z.array(
        z.object({
          reason: z.string(),
          currency: currencySchema,
          open: z.int(),
          openAmount: minorSchema,
          /** Average days of those open. */
          averageAge: z.number().nullable(),
          closed: z.int(),
          /** Average days from opening to closing, of those closed in the period. */
          averageCycle: z.number().nullable(),
          conceded: minorSchema,
          /** Share closed in our favour, 0 to 1. */
          upheldShare: z.number().nullable(),
        }),
      ),
    }),
  }),
  owners: query('read', 'Owners named by disputes', {
    input: z.object({}),
    output: z.object({ owners: z.array(z.string()) }),
  }),
}
