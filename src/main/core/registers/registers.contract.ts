import { z } from 'zod'
import { command, fileSchema, idSchema, job, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'

export const fileRegisters = ['sirene', 'bodacc', 'gleif'] as const
export type FileRegister = (typeof fileRegisters)[number]
export const eventRegisters = [...fileRegisters, 'entry'] as const
export type EventRegister = (typeof eventRegisters)[number]

/**
 * `closed_short`: a liquidation closed because nothing is left to share; `closed`: a procedure that ended otherwise;
 * `site_closed`: the customer's own establishment closed, the company may go on; `other`: a notice that changes nothing.
 */
export const eventKinds = [
  'safeguard',
  'receivership',
  'liquidation',
  'professional_recovery',
  'ceased',
  'struck_off',
  'site_closed',
  'closed',
  'closed_short',
  'reopened',
  'other',
] as const
export type EventKind = (typeof eventKinds)[number]

/** Of a procedure: its opening judgment, its conversion into another, the plan that ends its observation. */
export const eventStages = ['', 'opening', 'conversion', 'plan'] as const
export type EventStage = (typeof eventStages)[number]

export const registerEvent = z.object({
  id: idSchema,
  customerId: idSchema,
  register: z.enum(eventRegisters),
  reference: z.string(),
  kind: z.enum(eventKinds),
  stage: z.enum(eventStages),
  /** Of the judgment or the change; null where the register does not say. */
  day: daySchema.nullable(),
  /** When everybody could know; null for registers that publish no notice. */
  publishedOn: daySchema.nullable(),
  court: z.string(),
  /** Department of the court, as the notice tells it. */
  department: z.string(),
  nature: z.string(),
  source: z.string(),
  replaces: z.string(),
  /** Annulled or corrected by another notice. */
  withdrawn: z.object({ on: daySchema, by: z.string() }).nullable(),
  dismissed: z.object({ on: daySchema, by: z.string(), because: z.string() }).nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
})
export type RegisterEvent = z.infer<typeof registerEvent>

/** A day by which a creditor must act, with its source. `extended`: the next working day (CPC 642), null when it is one. */
export const deadlineSchema = z.object({
  code: z.enum(['declaration', 'retention', 'relief']),
  months: z.int(),
  on: daySchema,
  extended: daySchema.nullable(),
  law: z.string(),
})
export type Deadline = z.infer<typeof deadlineSchema>

export const insolvencySchema = z.object({
  kind: z.enum(eventKinds),
  /** Of the judgment, else of the publication. */
  since: daySchema,
  /** The company trades no more: ceased, struck off, or wound up with nothing left. */
  gone: z.boolean(),
  event: registerEvent,
  /** The notice that opened the procedure; null when no file told it. */
  opening: registerEvent.nullable(),
  /** Counted from the opening's publication; empty without one. */
  deadlines: z.array(deadlineSchema),
})
export type Insolvency = z.infer<typeof insolvencySchema>

export const checkProblem = z.object({
  line: z.int(),
  value: z.string(),
  reason: z.enum(['identifier', 'cells', 'day', 'state', 'json', 'number', 'family']),
})
export type CheckProblem = z.infer<typeof checkProblem>

export const checkedFile = z.object({
  name: z.string(),
  register: z.enum(fileRegisters),
  /** Rows or notices read. */
  records: z.int(),
  /** Of them, those of customers of the book. */
  matched: z.int(),
  /** At most the first 1,000; `problemCount` counts all. */
  problems: z.array(checkProblem),
  problemCount: z.int(),
})
export type CheckedFile = z.infer<typeof checkedFile>

export const foundEvent = registerEvent.extend({
  code: z.string(),
  name: z.string(),
  /** `known`: the same as an earlier check said. */
  state: z.enum(['new', 'known']),
})

export const checkReport = z.object({
  files: z.array(checkedFile),
  customers: z.int(),
  /** Neither SIREN nor LEI: no register can say anything of them. */
  unidentified: z.int(),
  /** At most 1,000, new ones first; `foundCount` and `newCount` count all. */
  found: z.array(foundEvent),
  foundCount: z.int(),
  newCount: z.int(),
  /** Earlier notices that these files annul or correct. */
  withdrawn: z.int(),
  dryRun: z.boolean(),
})
export type CheckReport = z.infer<typeof checkReport>

const openSum = z.object({ currency: currencySchema, amount: minorSchema })

export const registersContract = {
  check: job(
    'import',
    'Is it still in business? Register extracts (Sirene, BODACC, GLEIF) held against all customers',
    {
      input: z.object({
        files: z
          .array(z.object({ name: z.string().trim().min(1).max(200), file: fileSchema }))
          .min(1)
          .max(50),
        dryRun: z.boolean().default(false),
      }),
      output: checkReport,
    },
  ),
  ofCustomer: query('read', 'What registers say of a customer, the state in force and the deadlines it sets', {
    input: z.object({ customerId: idSchema, asOf: daySchema.optional() }),
    output: z.object({
      insolvency: insolvencySchema.nullable(),
      /** What is open, parted by the judgment: claims of before it are declared, later ones are paid when due. */
      claims: z.object({ judgment: daySchema, before: z.array(openSum), after: z.array(openSum) }).nullable(),
      events: z.array(registerEvent),
      /** The last check against each register; a customer without number was in none. */
      checks: z.array(z.object({ register: z.enum(fileRegisters), name: z.string(), day: daySchema })),
    }),
  }),
  list: query('read', 'Customers that registers mark, the latest first', {
    input: pageSchema.extend({ asOf: daySchema.optional() }),
    output: z.object({
      total: z.int(),
      customers: z.array(insolvencySchema.extend({ customerId: idSchema, code: z.string(), name: z.string() })),
    }),
  }),
  unidentified: query('read', 'Customers without a number by which a register could tell them, by name', {
    input: pageSchema,
    output: z.object({
      total: z.int(),
      customers: z.array(z.object({ id: idSchema, code: z.string(), name: z.string(), country: z.string() })),
    }),
  }),
  record: command('edit', 'Note a procedure or a cessation that a letter or a court told', {
    input: z.object({
      customerId: idSchema,
      kind: z.enum(eventKinds),
      /** Of a procedure only. */
      stage: z.enum(eventStages).default('opening'),
      day: daySchema,
      publishedOn: daySchema.nullable().default(null),
      court: z.string().trim().max(200).default(''),
      department: z
        .string()
        .trim()
        .regex(/^(\d{2,3}|2[AB])?$/)
        .default(''),
      reference: z.string().trim().max(120).default(''),
      source: z.string().trim().min(1).max(200),
    }),
    output: registerEvent,
  }),
  dismiss: command('edit', 'Set an event aside with the reason: of another company, or wrong', {
    input: z.object({ id: idSchema, reason: z.string().trim().min(1).max(500) }),
    output: registerEvent,
  }),
  history: query('read', 'Files checked, newest first', {
    input: nothing,
    output: z.object({
      checks: z.array(
        z.object({
          id: idSchema,
          day: daySchema,
          user: z.string(),
          name: z.string(),
          register: z.enum(fileRegisters),
          records: z.int(),
          matched: z.int(),
          problems: z.int(),
        }),
      ),
    }),
  }),
}
