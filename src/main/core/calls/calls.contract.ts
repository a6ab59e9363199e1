import { z } from 'zod'
import { command, idSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { promiseInput } from '../promises/promises.contract.ts'

/** What came of a talk; each leaves a next action. */
export const outcomes = [
  'promise',
  'dispute',
  'wrong-contact',
  'call-back',
  'paid',
  'refused',
  'no-answer',
  'told',
] as const
export type Outcome = (typeof outcomes)[number]

export const taskKinds = [
  'call',
  'email',
  'letter',
  'visit',
  'check-payment',
  'find-contact',
  'settle-dispute',
  'decide',
  'other',
] as const
export type TaskKind = (typeof taskKinds)[number]

const taskFields = z.object({
  kind: z.enum(taskKinds),
  /** Not before the working day. */
  day: daySchema,
  note: z.string().trim().max(500),
  /** Who is to do it; the acting person when empty. */
  owner: z.string().trim().max(100),
})

export const taskInput = taskFields.extend({
  customerId: idSchema,
  note: taskFields.shape.note.default(''),
  owner: taskFields.shape.owner.default(''),
})
export type TaskInput = z.infer<typeof taskInput>

export const taskSchema = taskFields.extend({
  id: idSchema,
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  /** The talk that left it as its next action. */
  callId: idSchema.nullable(),
  createdOn: daySchema,
  createdBy: z.string(),
  doneOn: daySchema.nullable(),
  doneBy: z.string(),
})
export type Task = z.infer<typeof taskSchema>

export const callChannels = ['call', 'email', 'meeting', 'other'] as const

export const callSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  day: daySchema,
  at: z.string(),
  by: z.string(),
  channel: z.enum(callChannels),
  incoming: z.boolean(),
  contact: z.string(),
  phone: z.string(),
  outcome: z.enum(outcomes),
  note: z.string(),
  seconds: z.int().nullable(),
  items: z.array(z.object({ itemId: idSchema, number: z.string() })),
  promiseId: idSchema.nullable(),
  disputeId: idSchema.nullable(),
  next: taskSchema,
})
export type Call = z.infer<typeof callSchema>

export const callInput = z.object({
  customerId: idSchema,
  channel: z.enum(callChannels).default('call'),
  incoming: z.boolean().default(false),
  contact: z.string().trim().max(120).default(''),
  phone: z.string().trim().max(60).default(''),
  outcome: z.enum(outcomes),
  note: z.string().trim().max(4000).default(''),
  seconds: z.int().min(0).max(86_400).nullable().default(null),
  /** What was talked about. */
  itemIds: z.array(idSchema).max(500).default([]),
  /** Of the outcome `promise`, and of no other. */
  promise: promiseInput.omit({ customerId: true, channel: true, contact: true }).nullable().default(null),
  /** Of the outcome `dispute`, and of no other: opened before by the disputes slice. */
  disputeId: idSchema.nullable().default(null),
  /** What of the next action differs from the outcome's own: of a call back, the day asked for. */
  next: taskFields.partial().default({}),
  /** What was to be done and is done by this talk. */
  doneTaskIds: z.array(idSchema).max(100).default([]),
})
export type CallInput = z.infer<typeof callInput>

export const callsContract = {
  list: query('read', 'Talks with a customer, newest first', {
    input: pageSchema.extend({ customerId: idSchema }),
    output: z.object({ total: z.int(), calls: z.array(callSchema) }),
  }),
  record: command('collect', 'Record a talk and what came of it; a next action is always set', {
    input: callInput,
    output: callSchema,
  }),
  tasks: query('read', 'What is to be done, by day; what was done, the latest first', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      owner: z.string().optional(),
      show: z.enum(['due', 'open', 'done']).default('open'),
    }),
    output: z.object({ total: z.int(), tasks: z.array(taskSchema) }),
  }),
  addTask: command('collect', 'Set something to be done on a day', { input: taskInput, output: taskSchema }),
  postponeTask: command('collect', 'Put something off to another day', {
    input: z.object({ id: idSchema, day: daySchema }),
    output: taskSchema,
  }),
  doTask: command('collect', 'Say that something was done, or that it was not after all', {
    input: z.object({ id: idSchema, done: z.boolean().default(true) }),
    output: nothing,
  }),
}
