import { z } from 'zod'
import { command, idSchema, letterLanguageSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

export const contactSchema = z.object({
  name: z.string().trim().max(120),
  role: z.string().trim().max(80).default(''),
  email: z.string().trim().max(200).default(''),
  phone: z.string().trim().max(60).default(''),
  /** Reminders go to this contact. */
  dunning: z.boolean().default(false),
})
export type Contact = z.infer<typeof contactSchema>

export const addressKinds = ['registered', 'billing', 'delivery'] as const
export const addressSchema = z.object({
  kind: z.enum(addressKinds),
  street: z.string().trim().max(300).default(''),
  postalCode: z.string().trim().max(20).default(''),
  city: z.string().trim().max(100).default(''),
  country: z.string().regex(/^[A-Z]{2}$/),
})
export type Address = z.infer<typeof addressSchema>

/** What a company is known by beside its SIREN; numbers may be typed with spaces. */
const identityShape = {
  /** The establishment that is the customer; its first nine digits are the SIREN. */
  siret: z.string().trim().max(40).default(''),
  lei: z.string().trim().max(40).default(''),
  naf: z.string().trim().max(10).default(''),
  foundedOn: daySchema.nullable().default(null),
  /** Nothing was sold yet. */
  prospect: z.boolean().default(false),
}
export const noIdentity = { siret: '', lei: '', naf: '', foundedOn: null, prospect: false }

export const customerInput = z.object({
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(200),
  siren: z.string().trim().default(''),
  vatNumber: z.string().trim().default(''),
  ...identityShape,
  language: letterLanguageSchema,
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Null: the company's terms. */
  terms: z.string().trim().nullable(),
  segment: z.string().trim().max(60).default(''),
  /** Who sells to it, as the firm writes the name; empty: nobody named. */
  salesperson: z.string().trim().max(60).default(''),
  notes: z.string().max(5000).default(''),
  noReminders: z.boolean().default(false),
  /** Key of the rate series whose late interest it owes (`FR-public`, `DE`…); null: the company's country, or the contract's rate. */
  lateRegime: z.string().trim().min(1).max(40).nullable().default(null),
  contacts: z.array(contactSchema).default([]),
  addresses: z
    .array(addressSchema)
    .refine((addresses) => new Set(addresses.map(({ kind }) => kind)).size === addresses.length, {
      message: 'one address of each kind',
    })
    .default([]),
})
export type CustomerInput = z.infer<typeof customerInput>

export const customerOutput = customerInput.extend({ id: idSchema, createdAt: z.string(), updatedAt: z.string() })
export type Customer = z.infer<typeof customerOutput>

/** Balance, overdue and not allocated, in one currency. */
export const positionSchema = z.object({
  currency: currencySchema,
  balance: minorSchema,
  notDue: minorSchema,
  overdue: minorSchema,
  unallocated: minorSchema,
  oldestDue: daySchema.nullable(),
})
export type Position = z.infer<typeof positionSchema>

export const customerRow = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  siren: z.string(),
  city: z.string(),
  segment: z.string(),
  salesperson: z.string(),
  currency: currencySchema,
  balance: minorSchema,
  overdue: minorSchema,
  /** Days since the oldest open due date; 0 when nothing is late. */
  daysLate: z.int(),
  onHold: z.boolean(),
  /** Contests something: a dispute is open. */
  disputed: z.boolean(),
})
export type CustomerRow = z.infer<typeof customerRow>

export const customerFilters = z.object({
  search: z.string().default(''),
  /** `unproved`: an open invoice lacks a document that the policy requires. */
  show: z.enum(['all', 'withBalance', 'overdue', 'inCredit', 'onHold', 'disputed', 'unproved']).default('all'),
  segment: z.string().optional(),
  salesperson: z.string().optional(),
})

/** Warnings do not refuse: they name what to look at. */
export const warningSchema = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })

export const timelineEntry = z.object({
  day: daySchema,
  kind: z.enum([
    'invoice',
    'credit_note',
    'payment',
    'opening',
    'adjustment',
    'letter',
    'call',
    'hold',
    'dispute',
    'dispute_closed',
    'proof',
    'plan',
    'plan_cancelled',
    'promise',
    'promise_cancelled',
    'talk',
    'task',
    'task_done',
    'message',
    'posted',
    'receipt',
    'delivery',
    'created',
    'edited',
    'merged',
    'imported',
    'limit',
    'block',
    'unblock',
    'override',
    'order',
    'review_opened',
    'review_decided',
    'review_cancelled',
    'rating',
    'statement',
    'register',
    'application',
    'application_dropped',
    'handover',
    'handover_closed',
    'handover_step',
    'handover_file',
    'charge_cost',
    'charge_paid',
    'charge_waived',
    'charge_undone',
    'write_off_proposed',
    'write_off',
    'write_off_refused',
    'write_off_recovered',
    'claim_declared',
    'goods_claimed',
    'limitation_act',
    'agreement',
    'agreement_signed',
    'account_statement',
    'confirmation',
    'confirmation_answer',
    'space',
    'space_withdrawn',
    'answer',
    'answer_accepted',
    'answer_declined',
  ]),
  /** Item number, reference, reason or name: what tells it apart. */
  title: z.string(),
  currency: currencySchema.nullable(),
  amount: minorSchema.nullable(),
  user: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

export const customersContract = {
  list: query('read', 'Customers with balance and overdue, searched, filtered, sorted, by page', {
    input: pageSchema.extend(customerFilters.shape).extend({
      sort: z.enum(['name', 'code', 'balance', 'overdue', 'daysLate']).default('name'),
      descending: z.boolean().default(false),
    }),
    output: z.object({ total: z.int(), customers: z.array(customerRow) }),
  }),
  find: query('read', 'Search as you type over code, name, SIREN and contacts', {
    input: z.object({ search: z.string(), limit: z.int().min(1).max(50).default(20) }),
    output: z.object({
      customers: z.array(z.object({ id: idSchema, code: z.string(), name: z.string(), siren: z.string() })),
    }),
  }),
  get: query('read', 'One customer with contacts, addresses, position and warnings', {
    input: z.object({ id: idSchema }),
    output: z.object({
      customer: customerOutput,
      effectiveTerms: z.string(),
      positions: z.array(positionSchema),
      warnings: z.array(warningSchema),
    }),
  }),
  byCode: query('read', 'The id of the customer with this code', {
    input: z.object({ code: z.string() }),
    output: z.object({ id: idSchema }),
  }),
  create: command('edit', 'Create a customer', { input: customerInput, output: customerOutput }),
  update: command('edit', 'Change a customer; changed terms move the due dates computed from them', {
    input: z.object({ id: idSchema, customer: customerInput }),
    output: customerOutput,
  }),
  check: query(
    'read',
    'Warnings for a customer being edited: SIREN, VAT number or name of another, VAT key, terms above the legal ceiling',
    {
      input: z.object({ id: idSchema.nullable(), customer: customerInput }),
      output: z.object({ warnings: z.array(warningSchema) }),
    },
  ),
  timeline: query('read', 'What happened with a customer, newest first', {
    input: pageSchema.extend({ id: idSchema }),
    output: z.object({ entries: z.array(timelineEntry), more: z.boolean() }),
  }),
  segments: query('read', 'Segments in use', { input: nothing, output: z.object({ segments: z.array(z.string()) }) }),
  salespeople: query('read', 'Salespeople named on customers', {
    input: nothing,
    output: z.object({ salespeople: z.array(z.string()) }),
  }),
  duplicates: query('read', 'Customers that look like one another: same SIREN, same VAT number or same name', {
    input: nothing,
    output: z.object({
      groups: z.array(
        z.object({
          reason: z.enum(['siren', 'vat', 'name']),
          value: z.string(),
          customers: z.array(z.object({ id: idSchema, code: z.string(), name: z.string() })),
        }),
      ),
    }),
  }),
  merge: command('edit', 'Merge a duplicate into the customer that stays: items, letters, contacts and history move', {
    input: z.object({ keep: idSchema, remove: idSchema }),
    output: customerOutput,
  }),
}
