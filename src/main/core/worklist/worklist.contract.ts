import { z } from 'zod'
import { callSchema, taskKinds, taskSchema } from '../calls/calls.contract.ts'
import { contactSchema } from '../customers/customers.contract.ts'
import { letterRow } from '../dunning/dunning.contract.ts'
import { channels } from '../dunning/dunning.plan.schema.ts'
import { expectedSchema } from '../expectations/expectations.contract.ts'
import { command, idSchema, nothing, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { promiseSchema } from '../promises/promises.contract.ts'

/** What presses: it moves a customer up. */
export const raising = [
  'promise-broken',
  'plan-broken',
  'insurance-deadline',
  'procedure-deadline',
  'task-due',
  'confirmation-late',
  'limitation',
  'amount',
  'age',
  'level-reached',
  'habit',
  'limit-use',
  'quick-win',
] as const
/** What asks for patience: it moves a customer down. */
export const lowering = ['insolvent', 'disputed', 'promised', 'in-plan', 'on-hold', 'planned', 'credits'] as const
export const reasonCodes = [...raising, ...lowering] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** Points of each reason at its full strength: above zero for those that press, below for those that ask for patience. */
export const weightsSchema = z.record(z.enum(reasonCodes), z.int().min(-100).max(100))
export type Weights = z.infer<typeof weightsSchema>

export const actions = ['call', 'email', 'letter', 'visit', 'task', 'declare', 'confirm', 'wait'] as const
export type Action = (typeof actions)[number]

const standing = {
  customerId: idSchema,
  code: z.string(),
  name: z.string(),
  /** In the company's currency; other currencies at the rates of the working day. */
  overdue: minorSchema,
  open: minorSchema,
  /** Overdue items, and how late the oldest is that nothing keeps from being asked for. */
  items: z.int(),
  daysLate: z.int(),
}

export const worklistRow = z.object({
  ...standing,
  points: z.int(),
  /** The weightiest first, with the figures of its sentence. */
  reasons: z.array(
    z.object({ code: z.enum(reasonCodes), points: z.int(), details: z.record(z.string(), z.unknown()) }),
  ),
  action: z.enum(actions),
  /** Of a task that is due. */
  taskKind: z.enum(taskKinds).nullable(),
  contact: z.string(),
  phone: z.string(),
})
export type WorklistRow = z.infer<typeof worklistRow>

export const questionCodes = [
  'insolvent',
  'promise-broken',
  'plan-broken',
  'payment-announced',
  'deadline-passed',
  'deadline-runs',
  'credits',
  'disputed',
  'received',
  'approved',
  'payment-planned',
  'why-late',
  'when-paid',
  'promise-runs',
  'confirmation',
  'contact',
] as const
export type Question = { code: (typeof questionCodes)[number]; details: Record<string, unknown> }

/** Where the reminders of a customer stand, which is what is said on the telephone. */
export const scriptStages = ['notice', 'courtesy', 'reminder', 'firm', 'formal', 'final'] as const
export type ScriptStage = (typeof scriptStages)[number]

/** What to say, and what follows when nothing comes of it. */
export const scriptSchema = z.object({
  stage: z.enum(scriptStages),
  /** To be asked for, in the company's currency. */
  amount: minorSchema,
  daysLate: z.int(),
  /** Due day of the oldest item talked about; null where nothing is overdue yet. */
  oldestDue: daySchema.nullable(),
  /** The last that was not cancelled. */
  letter: z
    .object({ reference: z.string(), levelName: z.string(), day: daySchema, deadline: daySchema.nullable() })
    .nullable(),
  /** The level of the plan that is reached and not written yet. */
  next: z.object({ name: z.string(), channel: z.enum(channels) }).nullable(),
})
export type Script = z.infer<typeof scriptSchema>

export const callSheet = z.object({
  ...standing,
  asOf: daySchema,
  currency: currencySchema,
  /** Something was recorded on the working day. */
  done: z.boolean(),
  contacts: z.array(contactSchema),
  /** What to ask, in this order: codes whose sentences the window holds. */
  questions: z.array(z.object({ code: z.enum(questionCodes), details: z.record(z.string(), z.unknown()) })),
  /** Null where there is nothing to ask for, or nobody may. */
  script: scriptSchema.nullable(),
  expected: z.array(expectedSchema),
  calls: z.array(callSchema),
  promises: z.array(promiseSchema),
  /** Open ones, by day. */
  tasks: z.array(taskSchema),
  letters: z.array(letterRow),
})
export type CallSheet = z.infer<typeof callSheet>

export const worklistContract = {
  get: query('read', 'Who to call today and why, the most pressing first', {
    input: z.object({ limit: z.int().min(1).max(500).default(100), search: z.string().default('') }),
    output: z.object({
      asOf: daySchema,
      currency: currencySchema,
      /** Left to do, whatever is searched. */
      left: z.int(),
      /** Customers with a talk or a task done on the working day, or a letter that leaves nothing else to do. */
      done: z.int(),
      rows: z.array(worklistRow),
    }),
  }),
  sheet: query('read', 'The call sheet of a customer: what to ask, contacts, open items, last talks, promises', {
    input: z.object({ customerId: idSchema }),
    output: callSheet,
  }),
  weights: query('read', 'The weights of the worklist, and those shipped', {
    input: nothing,
    output: z.object({ weights: weightsSchema, shipped: weightsSchema }),
  }),
  saveWeights: command('configure', 'Change the weights of the worklist', {
    input: z.object({ weights: weightsSchema }),
    output: z.object({ weights: weightsSchema }),
  }),
}
