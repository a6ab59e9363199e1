import { z } from 'zod'
import { command, idSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'
import { percentSchema, riskClass } from '../policy/credit-policy.schema.ts'
import { claimSchema, coverSchema } from './covers.schema.ts'
import { exposureRow, exposureSchema, marks } from './exposure.schema.ts'
import { overrideSchema, purposes, verdictSchema } from './verdict.schema.ts'

export type { Reason, Verdict } from './verdict.schema.ts'

export const limitKinds = ['internal', 'temporary', 'insured', 'guarantee'] as const
export type LimitKind = (typeof limitKinds)[number]

const decided = z.object({
  /** Of a customer or of a group: one of both. Covers and guarantees are of a customer. */
  customerId: idSchema.optional(),
  groupId: idSchema.optional(),
  /** Zero: cash only. Null: no limit, cover or guarantee from that day on. */
  amount: amountSchema.min(0).nullable(),
  /** The company's without it. */
  currency: currencySchema.optional(),
  /** The working day without it. */
  from: daySchema.optional(),
  reason: z.string().trim().min(1).max(1000),
  documentId: idSchema.nullable().default(null),
  reviewId: z.string().max(100).nullable().default(null),
  /** The customer's risk class when it was decided. */
  riskClass: riskClass.nullable().default(null),
})
const lasting = { until: daySchema.nullable().default(null) }

export const limitInput = z.discriminatedUnion('kind', [
  decided.extend({ kind: z.literal('internal'), ...lasting }),
  decided.extend({ kind: z.literal('temporary'), until: daySchema }),
  decided.extend({
    kind: z.literal('insured'),
    ...lasting,
    insurer: z.string().trim().min(1).max(120),
    policyNumber: z.string().trim().min(1).max(60),
    /** What the insurer pays of a loss; the rest is the firm's own share. */
    coveredShare: percentSchema,
    /** Days after the due day that the policy lets pass (prorogation), and days then left to declare. */
    extensionDays: z.int().min(0).max(365).default(0),
    noticeDays: z.int().min(0).max(365).default(30),
  }),
  decided.extend({
    kind: z.literal('guarantee'),
    ...lasting,
    guarantor: z.string().trim().min(1).max(200),
  }),
])
export type LimitInput = z.infer<typeof limitInput>

export const limitSchema = z.object({
  id: idSchema,
  customerId: idSchema.nullable(),
  groupId: idSchema.nullable(),
  kind: z.enum(limitKinds),
  amount: minorSchema.nullable(),
  currency: currencySchema,
  from: daySchema,
  until: daySchema.nullable(),
  decidedBy: z.string(),
  decidedOn: daySchema,
  reason: z.string(),
  documentId: idSchema.nullable(),
  policyVersion: z.int(),
  reviewId: z.string().nullable(),
  riskClass: riskClass.nullable(),
  insurer: z.string(),
  policyNumber: z.string(),
  coveredShare: z.string(),
  extensionDays: z.int(),
  noticeDays: z.int(),
  guarantor: z.string(),
})
export type Limit = z.infer<typeof limitSchema>

/** What holds on a day: `expired` when the last decision has ended and no other was taken. */
export const baseLimitSchema = z.object({
  state: z.enum(['set', 'expired', 'none']),
  limit: limitSchema.nullable(),
  /** The internal limit that a temporary one stands in for while it runs. */
  replaces: limitSchema.nullable(),
})
export type BaseLimit = z.infer<typeof baseLimitSchema>

export const limitsInForce = z.object({
  base: baseLimitSchema,
  insured: limitSchema.nullable(),
  guarantee: limitSchema.nullable(),
})
export type LimitsInForce = z.infer<typeof limitsInForce>

export const blockSchema = z.object({
  id: idSchema,
  from: daySchema,
  until: daySchema.nullable(),
  reason: z.string(),
  by: z.string(),
  liftedOn: daySchema.nullable(),
  liftedBy: z.string(),
  liftedBecause: z.string(),
})
export type Block = z.infer<typeof blockSchema>

export const groupSchema = z.object({
  id: idSchema,
  name: z.string(),
  note: z.string(),
  members: z.array(z.object({ id: idSchema, code: z.string(), name: z.string() })),
})
export type Group = z.infer<typeof groupSchema>

const asOf = { asOf: daySchema.optional() }

export const limitsContract = {
  ofCustomer: query('read', 'Limits of a customer: those in force, those of its group, and every decision', {
    input: z.object({ customerId: idSchema, ...asOf }),
    output: z.object({
      asOf: daySchema,
      own: limitsInForce,
      group: z.object({ id: idSchema, name: z.string(), base: baseLimitSchema }).nullable(),
      /** Newest first. */
      history: z.array(limitSchema),
      blocks: z.array(blockSchema),
      overrides: z.array(overrideSchema),
    }),
  }),
  ofGroup: query('read', 'Limits of a group of customers, and what each of them uses', {
    input: z.object({ groupId: idSchema, ...asOf }),
    output: z.object({
      asOf: daySchema,
      base: baseLimitSchema,
      history: z.array(limitSchema),
      members: z.array(exposureRow),
      total: minorSchema,
    }),
  }),
  groups: query('read', 'Groups of customers that share a limit, and what each of them uses of it', {
    input: z.object(asOf),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      groups: z.array(
        groupSchema.extend({
          /** Of all members. */
          total: minorSchema,
          limit: minorSchema.nullable(),
          limitState: z.enum(['set', 'expired', 'none']),
          limitUntil: daySchema.nullable(),
          available: minorSchema.nullable(),
          utilisation: z.number().nullable(),
          mark: z.enum(marks),
        }),
      ),
    }),
  }),
  saveGroup: command('edit', 'Make a group of customers, or say who belongs to it; a customer belongs to one group', {
    input: z.object({
      /** Without it a new group. */
      id: idSchema.optional(),
      name: z.string().trim().min(1).max(120),
      note: z.string().trim().max(500).default(''),
      members: z.array(idSchema).max(1000),
    }),
    output: groupSchema,
  }),
  exposure: query('read', 'Exposure of a customer on a day, one line for each part, and what of the limit is left', {
    input: z.object({ customerId: idSchema, ...asOf }),
    output: exposureSchema,
  }),
  exposures: query('read', 'Exposure of all customers on a day, by page; those that will pass their limit', {
    input: pageSchema.extend({
      ...asOf,
      /** `passing`: not over their limit, but will be within `days`. */
      show: z.enum(['all', 'withLimit', 'without', 'watch', 'passed', 'passing', 'expired']).default('all'),
      days: z.int().min(1).max(180).default(30),
      /** Part of the code or the name. */
      search: z.string().default(''),
      /** Names from A, days from the nearest, figures from the greatest. */
      sort: z.enum(['exposure', 'utilisation', 'available', 'overdue', 'passesOn', 'name']).default('exposure'),
      /** The other way round. */
      reversed: z.boolean().default(false),
    }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      total: z.int(),
      /** Over the whole selection. */
      sum: minorSchema,
      rows: z.array(exposureRow),
    }),
  }),
  verdict: query('read', 'May this order be accepted? Accept, warn or refuse, with every rule that decided', {
    input: z.object({
      customerId: idSchema,
      amount: amountSchema.min(0),
      /** The company's without it. */
      currency: currencySchema.optional(),
      ...asOf,
      /** Paid before anything leaves: the credit rules are told, and do not refuse. */
      prepaid: z.boolean().default(false),
      /** An invoice of goods delivered is never refused. */
      purpose: z.enum(purposes).default('order'),
      /** Of an order of the book: its own amount is not counted twice, and what was granted for it holds. */
      orderNumber: z.string().max(100).default(''),
    }),
    output: verdictSchema,
  }),
  set: command('edit', 'Decide a limit, a cover or a guarantee; ending one is a decision as well', {
    input: limitInput,
    output: z.object({
      limit: limitSchema,
      /** Invoices of the book that the first cover of a customer was frozen on. */
      invoicesCovered: z.int(),
      /** A limit may be cut below what is owed: it is told, not refused. */
      warnings: z.array(z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })),
    }),
  }),
  block: command('edit', 'Exclude a customer from any sale from a day on', {
    input: z.object({
      customerId: idSchema,
      from: daySchema.optional(),
      until: daySchema.nullable().default(null),
      reason: z.string().trim().min(1).max(500),
    }),
    output: blockSchema,
  }),
  unblock: command('edit', 'Lift the exclusion of a customer', {
    input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: blockSchema,
  }),
  override: command('approve', 'Allow orders that the rules refuse: by whom, why and until when', {
    input: z.object({
      customerId: idSchema,
      /** Of one order; of any order of the customer without it. */
      orderNumber: z.string().trim().max(100).default(''),
      /** In the company's currency: the largest order allowed. */
      amount: amountSchema.min(1),
      until: daySchema,
      reason: z.string().trim().min(1).max(500),
    }),
    output: overrideSchema,
  }),
  claims: query(
    'read',
    'Insured invoices that are overdue, or owed by the insolvent: the day by which each must be declared',
    {
      input: z.object({ ...asOf, customerId: idSchema.optional(), declared: z.boolean().default(false) }),
      output: z.object({ asOf: daySchema, claims: z.array(claimSchema) }),
    },
  ),
  declareClaim: command('edit', 'Say that an unpaid invoice was declared to the insurer', {
    input: z.object({
      itemId: idSchema,
      day: daySchema.optional(),
      reference: z.string().trim().max(100).default(''),
    }),
    output: nothing,
  }),
  cover: query('read', 'The cover that an invoice was issued under, as it stood then', {
    input: z.object({ itemId: idSchema }),
    output: z.object({ cover: coverSchema.nullable() }),
  }),
}
