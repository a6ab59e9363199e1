import { z } from 'zod'
import { command, fileSchema, idSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { amountSchema, currencySchema, minorSchema } from '../kernel/money.ts'

export const instalmentState = z.object({
  position: z.int(),
  due: daySchema,
  amount: minorSchema,
  /** Of what was paid on the plan's items since, the earliest instalment first. */
  paid: minorSchema,
  open: minorSchema,
})

/** running: nothing missed; late: within the days of grace; broken: beyond them; kept: all paid. */
export const planStates = ['running', 'late', 'broken', 'kept', 'cancelled'] as const

/** The clauses that are chosen: what one instalment missed makes due, and whether late interest is waived while it is kept. */
export const agreementClauses = z.object({
  missed: z.enum(['whole', 'instalment']).default('whole'),
  interest: z.enum(['waived', 'kept']).default('kept'),
})
export type AgreementClauses = z.infer<typeof agreementClauses>

export const instalmentPlan = z.object({
  id: idSchema,
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  currency: currencySchema,
  agreedOn: daySchema,
  createdBy: z.string(),
  note: z.string(),
  /** The agreement that came back signed, and the day it was. */
  documentId: idSchema.nullable(),
  documentName: z.string().nullable(),
  signedOn: daySchema.nullable(),
  /** The agreement last issued. */
  letter: z
    .object({
      documentId: idSchema,
      name: z.string(),
      reference: z.string(),
      sha256: z.string(),
      on: daySchema,
      by: z.string(),
      missed: z.enum(['whole', 'instalment']),
      interest: z.enum(['waived', 'kept']),
    })
    .nullable(),
  state: z.enum(planStates),
  /** The day it was, or will be, broken unless paid. */
  brokenOn: daySchema.nullable(),
  cancelledOn: daySchema.nullable(),
  cancelReason: z.string(),
  total: minorSchema,
  paid: minorSchema,
  open: minorSchema,
  nextDue: daySchema.nullable(),
  items: z.array(
    z.object({ itemId: idSchema, number: z.string(), due: daySchema, covered: minorSchema, open: minorSchema }),
  ),
  instalments: z.array(instalmentState),
})
export type InstalmentPlan = z.infer<typeof instalmentPlan>

export const instalmentsContract = {
  list: query('read', 'Instalment plans as of the working day, of a customer or all', {
    input: z.object({ customerId: idSchema.optional(), show: z.enum(['current', 'all']).default('current') }),
    output: z.object({ plans: z.array(instalmentPlan) }),
  }),
  get: query('read', 'One instalment plan', { input: z.object({ id: idSchema }), output: instalmentPlan }),
  suggest: query('read', 'Equal instalments over some months, the cents in the last', {
    input: z.object({
      itemIds: z.array(idSchema).min(1).max(200),
      count: z.int().min(2).max(60),
      first: daySchema,
      every: z.enum(['week', 'month']).default('month'),
    }),
    output: z.object({
      total: minorSchema,
      currency: currencySchema,
      instalments: z.array(z.object({ due: daySchema, amount: minorSchema })),
    }),
  }),
  create: command(
    'collect',
    'Agree on an instalment plan for open items of one customer; reminders of them wait while it is kept',
    {
      input: z.object({
        customerId: idSchema,
        itemIds: z.array(idSchema).min(1).max(200),
        agreedOn: daySchema,
        /** Ascending days; the sum is what is open of the items. */
        instalments: z
          .array(z.object({ due: daySchema, amount: amountSchema.min(1) }))
          .min(1)
          .max(120),
        note: z.string().trim().max(1000).default(''),
      }),
      output: instalmentPlan,
    },
  ),
  letterPreview: query('read', 'The agreement of a plan as it would be issued today, in the customer’s language', {
    input: agreementClauses.extend({ id: idSchema }),
    /** One SVG per page. */
    output: z.object({ pages: z.array(z.string()) }),
  }),
  letter: command('issue', 'Issue the agreement of a plan, to be signed by both, and keep it in the book', {
    input: agreementClauses.extend({ id: idSchema }),
    output: z.object({
      documentId: idSchema,
      reference: z.string(),
      name: z.string(),
      sha256: z.string(),
      file: fileSchema,
    }),
  }),
  signed: command('collect', 'Keep the agreement that came back signed: the debt is acknowledged from that day', {
    input: z.object({ id: idSchema, day: daySchema, name: z.string().trim().min(1).max(200), file: fileSchema }),
    output: instalmentPlan,
  }),
  cancel: command('collect', 'End a plan before its term, with the reason', {
    input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(300) }),
    output: instalmentPlan,
  }),
}
