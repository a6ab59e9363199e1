import { z } from 'zod'
import { fileSchema, idSchema, languageSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'

const countsSchema = z.record(z.string(), z.object({ added: z.int(), changed: z.int(), removed: z.int() }))

export const auditEntry = z.object({
  id: z.int(),
  at: z.string(),
  /** The working day it was made on, which may be another than that of the clock. */
  today: z.string(),
  user: z.string(),
  call: z.string(),
  /** Rows written, by table. */
  counts: countsSchema,
  /** Customers that the rows are about, at most five. */
  customers: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
})
export type AuditEntry = z.infer<typeof auditEntry>

const filters = z.object({
  customerId: idSchema.optional(),
  user: z.string().optional(),
  /** A call, or a slice: all of its calls. */
  call: z.string().optional(),
  /** Words that the entry tells: of a customer, of what was asked, of a row. */
  search: z.string().trim().max(200).default(''),
  /** Days of the clock, both included. */
  from: daySchema.optional(),
  until: daySchema.optional(),
})

const rowSchema = z.record(z.string(), z.unknown()).nullable()

export const brokenKinds = ['entry-changed', 'entry-missing', 'rows-changed', 'rows-missing', 'state'] as const
export const unsealedKinds = ['changed', 'added', 'removed'] as const

/** Whether the chain holds, and what no call of the program wrote. */
export const auditVerdict = z.object({
  entries: z.int(),
  /** Hash of the last entry: noted elsewhere, it proves that the past was not rewritten. */
  head: z.string(),
  broken: z.array(z.object({ entryId: z.int(), kind: z.enum(brokenKinds) })),
  /** At most 200. */
  unsealed: z.array(
    z.object({
      table: z.string(),
      /** Null where the row is gone. */
      key: z.string().nullable(),
      kind: z.enum(unsealedKinds),
    }),
  ),
})

export const auditContract = {
  list: query('audit', 'What was done in the book, newest first: by customer, user, call or day', {
    input: pageSchema.extend(filters.shape),
    output: z.object({
      total: z.int(),
      entries: z.array(auditEntry),
      /** Everybody and every call that the audit knows. */
      users: z.array(z.string()),
      calls: z.array(z.string()),
    }),
  }),
  entry: query('audit', 'One entry with what was asked, and the rows before and after', {
    input: z.object({ id: z.int() }),
    output: auditEntry.extend({
      /** Null where personal data were erased from it. */
      input: z.unknown(),
      changes: z.array(
        z.object({ table: z.string(), key: z.string(), erased: z.boolean(), before: rowSchema, after: rowSchema }),
      ),
      /** Rows written beyond those kept. */
      leftOut: z.int(),
      hash: z.string(),
      previous: z.string(),
    }),
  }),
  verify: query('audit', 'Check the chain of the audit, and look for rows that no call of the program wrote', {
    input: nothing,
    output: auditVerdict,
  }),
  export: query('audit', 'The audit as a table for a spreadsheet, by the same filters', {
    input: filters.extend({ format: z.enum(['csv', 'xlsx']), language: languageSchema }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
}
