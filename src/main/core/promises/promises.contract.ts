import { z } from 'zod'
import { command, idSchema, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'

export const promiseChannels = ['call', 'email', 'letter', 'meeting', 'other'] as const
/**
 * `running` until its day and the policy's days of grace, then what arrived decides. `void`: credit notes, or payments that
 * had arrived before it was made, left nothing to promise.
 */
export const promiseStates = ['running', 'kept', 'partly', 'broken', 'cancelled', 'void'] as const
export type PromiseState = (typeof promiseStates)[number]

export const promiseInput = z.object({
  customerId: idSchema,
  currency: currencySchema,
  amount: amountSchema.min(1),
  /** The day it is to be paid; not before the working day. */
  day: daySchema,
  /** Which invoices; without them the oldest debts of the customer in that currency, as far as the amount reaches. */
  itemIds: z.array(idSchema).max(500).default([]),
  /** Takes back the running promises on the same invoices. Otherwise they stand beside it, as far as their sum is open. */
  replace: z.boolean().default(false),
  channel: z.enum(promiseChannels).default('call'),
  contact: z.string().trim().max(120).default(''),
  note: z.string().trim().max(1000).default(''),
})
export type PromiseInput = z.infer<typeof promiseInput>

export const promiseSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  currency: currencySchema,
  amount: minorSchema,
  day: daySchema,
  madeOn: daySchema,
  by: z.string(),
  channel: z.enum(promiseChannels),
  contact: z.string(),
  note: z.string(),
  /** `amount`: the part of the item that was promised, the oldest first. */
  items: z.array(
    z.object({ itemId: idSchema, number: z.string(), due: daySchema, amount: minorSchema, open: minorSchema }),
  ),
  /** The amount, or what credit notes left of it: what `received` is held against. */
  expected: minorSchema,
  /** Paid since it was made, until the end of the grace; receipts not matched yet count. Never above `expected`. */
  received: minorSchema,
  /** Of what was not received, the part that is still open. */
  left: minorSchema,
  state: z.enum(promiseStates),
  /** The last day that counts: the day and the policy's working days of grace. */
  graceUntil: daySchema,
  /** The day it was kept, or that it was broken. */
  judgedOn: daySchema.nullable(),
  cancelledOn: daySchema.nullable(),
  cancelledBecause: z.string(),
  replacedBy: idSchema.nullable(),
})
export type PromiseToPay = z.infer<typeof promiseSchema>

export const promisesContract = {
  list: query('read', 'Promises to pay, those broken first, judged by the payments that arrived', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      itemId: idSchema.optional(),
      /** `broken`: not kept, in whole or in part, and what it left open was not promised again since. */
      show: z.enum(['running', 'broken', 'judged', 'all']).default('all'),
      search: z.string().default(''),
    }),
    output: z.object({
      total: z.int(),
      promises: z.array(promiseSchema),
      /** Received of what was expected by those judged in the last twelve months, worth in the company's currency; null without any. */
      keptPercent: z.string().nullable(),
    }),
  }),
  get: query('read', 'One promise to pay', { input: z.object({ id: idSchema }), output: promiseSchema }),
  record: command(
    'collect',
    'Record a promise to pay: its invoices wait for it, and come back on top when it is broken',
    {
      input: promiseInput,
      output: promiseSchema,
    },
  ),
  cancel: command('collect', 'Take a running promise back: it stays in the file with the reason', {
    input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: promiseSchema,
  }),
}
