import { z } from 'zod'
import {
  command,
  errand,
  fileSchema,
  idSchema,
  languageSchema,
  nothing,
  query,
  secretSchema,
} from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'

/**
 * What has a period of its own:
 * - `prospect`: somebody who never had an invoice, from the last contact
 * - `customer`: a customer with nothing open, from the end of the year of the last movement
 * - `talks`, `messages`, `documents`, `financials`: what is older, of customers that stay
 */
export const retentionKinds = ['prospect', 'customer', 'talks', 'messages', 'documents', 'financials'] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** What one erasure takes: a customer whole, one contact of it, or what is older of one kind. */
export const erasureKinds = ['customer', 'contact', 'talks', 'messages', 'documents', 'financials'] as const
export type ErasureKind = (typeof erasureKinds)[number]

/** Why: the period is over, or the person asked for it (GDPR art. 17). */
export const erasureReasons = ['retention', 'request'] as const

/** What stands in the way; of `law`, until when accounting papers must be kept. */
export const hindranceKinds = [
  'law',
  'open-items',
  'open-charges',
  'orders',
  'disputes',
  'tasks',
  'outbox',
  'reviews',
  'applications',
  'handovers',
  'declarations',
  'retention-claims',
  'write-offs',
] as const
export type HindranceKind = (typeof hindranceKinds)[number]

const hindrance = z.object({ kind: z.enum(hindranceKinds), count: z.int(), until: daySchema.nullable() })
export type Hindrance = z.infer<typeof hindrance>

const party = z.object({ id: z.string(), code: z.string(), name: z.string() })

const period = z.object({
  kind: z.enum(retentionKinds),
  months: z.int(),
  /** Where the period comes from, in the user's words; empty for the program's own. */
  source: z.string(),
  own: z.boolean(),
  setOn: daySchema.nullable(),
  setBy: z.string(),
  /** The program's own, and what the law asks for at least. */
  defaultMonths: z.int(),
  leastMonths: z.int(),
})
export type Period = z.infer<typeof period>

const due = z.object({
  kind: z.enum(retentionKinds),
  customer: party,
  /** The last day that counts; of a kind that goes by age, the oldest of what is due. */
  since: daySchema,
  dueOn: daySchema,
  /** Of a kind that goes by age: what is older than this day goes. */
  until: daySchema.nullable(),
  /** Rows that would go; of a whole customer 0, the preview tells them. */
  rows: z.int(),
  hindrances: z.array(hindrance),
})
export type Due = z.infer<typeof due>

const erasure = z.object({
  id: z.string(),
  kind: z.enum(erasureKinds),
  customer: party,
  until: daySchema.nullable(),
  reason: z.enum(erasureReasons),
  day: daySchema,
  at: z.string(),
  by: z.string(),
  rows: z.int(),
  documents: z.int(),
  entries: z.int(),
  /** Whether nothing of it is left in the file, in its free pages neither. */
  complete: z.boolean(),
})
export type Erasure = z.infer<typeof erasure>

const target = z.object({
  customerId: idSchema,
  kind: z.enum(erasureKinds),
  /** Of kind `contact`. */
  contactId: idSchema.optional(),
})

/** A place where the book still tells a name, an address or a number: rows that are of others as well. */
const mention = z.object({ table: z.string(), rows: z.int() })

export const privacyContract = {
  periods: query('read', 'How long personal data are kept, with the source of each period', {
    input: nothing,
    output: z.object({ periods: z.array(period) }),
  }),
  setPeriod: command('administer', 'Change a retention period, or return to the program’s own', {
    input: z.object({
      kind: z.enum(retentionKinds),
      /** Null: the program's own. */
      months: z.int().min(1).max(1200).nullable(),
      source: z.string().trim().max(300).default(''),
    }),
    output: nothing,
  }),
  due: query(
    'read',
    'What is past its retention period, and what stands in the way of erasing it; nothing is erased by itself',
    {
      input: nothing,
      output: z.object({ due: z.array(due), more: z.int() }),
    },
  ),
  preview: query('read', 'What an erasure would take, what would stay, and what stands in its way', {
    input: target,
    output: z.object({
      customer: party,
      /** What must be typed to confirm. */
      confirmation: z.string(),
      until: daySchema.nullable(),
      tables: z.array(z.object({ table: z.string(), rows: z.int() })),
      documents: z.int(),
      /** Entries of the audit whose content goes; who, when and the digests stay. */
      entries: z.int(),
      /** Deposit slips that name other customers too: they stay. */
      slips: z.int(),
      mentions: z.array(mention),
      hindrances: z.array(hindrance),
      /** When its period is over; null where it has none. */
      dueOn: daySchema.nullable(),
      contacts: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  }),
  erase: errand(
    'administer',
    'Erase personal data for good: amounts, days and numbers stay, names, texts and files go',
    {
      input: target.extend({ reason: z.enum(erasureReasons), confirmation: secretSchema }),
      output: z.object({ erasure, mentions: z.array(mention) }),
      alone: 'privacy.under-way',
    },
  ),
  compact: errand('administer', 'Write the file anew so that nothing of what was erased is left in its free pages', {
    input: nothing,
    output: z.object({ complete: z.boolean() }),
    alone: 'privacy.under-way',
  }),
  erasures: query('read', 'What was erased, newest first', {
    input: nothing,
    output: z.object({ erasures: z.array(erasure) }),
  }),
  export: query(
    'read',
    'Everything the book holds of one customer: tables, JSON and files in a ZIP with their SHA-256',
    {
      input: z.object({ customerId: idSchema, language: languageSchema }),
      output: z.object({ name: z.string(), file: fileSchema }),
    },
  ),
}
