import { z } from 'zod'
import { command, fileSchema, idSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'

export const postingKinds = ['registered', 'letter'] as const
export type PostingKind = (typeof postingKinds)[number]

/** What the receipt says. A letter refused or not fetched was presented all the same; one to an unknown address was not. */
export const postingOutcomes = ['delivered', 'refused', 'unclaimed', 'unknown-address'] as const
export type PostingOutcome = (typeof postingOutcomes)[number]

export const postalAddress = z.object({
  name: z.string(),
  attention: z.string().nullable(),
  street: z.array(z.string()),
  postalCode: z.string(),
  city: z.string(),
  /** Empty at home. */
  country: z.string(),
})
export type PostalAddress = z.infer<typeof postalAddress>

export const postingSchema = z.object({
  letterId: idSchema,
  runId: idSchema,
  reference: z.string(),
  customerId: idSchema,
  customerCode: z.string(),
  customerName: z.string(),
  kind: z.enum(postingKinds),
  level: z.int(),
  levelName: z.string(),
  day: daySchema,
  documentId: idSchema,
  fileName: z.string(),
  /** As the letter bears it; of letters issued before it was kept, the customer's today. */
  address: postalAddress,
  /** The post's, without spaces; empty until it is given. */
  number: z.string(),
  slip: z
    .object({ id: idSchema, number: z.int(), day: daySchema, documentId: idSchema, stampedId: idSchema.nullable() })
    .nullable(),
  /** A letter marked as sent in another way bears that day. */
  depositedOn: daySchema.nullable(),
  outcome: z.enum(postingOutcomes).nullable(),
  outcomeOn: daySchema.nullable(),
  /** The scan of the receipt. */
  receiptId: idSchema.nullable(),
  cancelledOn: daySchema.nullable(),
})
export type Posting = z.infer<typeof postingSchema>

/** `deposited` waits for a receipt, ordinary letters among them; `answered` has one, `returned` one that is no delivery. */
export const postingShows = ['to-number', 'to-deposit', 'deposited', 'answered', 'returned', 'all'] as const
export type PostingShow = (typeof postingShows)[number]

const which = {
  runId: idSchema.optional(),
  customerId: idSchema.optional(),
  kind: z.enum(postingKinds).optional(),
}

export const postingNumber = z
  .string()
  .transform((text) => text.replace(/[\s.-]+/g, '').toUpperCase())
  .refine((text) => text === '' || /^[A-Z0-9]{4,30}$/.test(text), { message: 'letters and digits, 4 to 30' })

export const envelopes = ['DL', 'C4'] as const
export type Envelope = (typeof envelopes)[number]

export const printInput = z.object({
  /** A run, or letters of any. */
  runId: idSchema.optional(),
  letterIds: z.array(idSchema).max(10_000).optional(),
  /** Those that go by e-mail as well. */
  everyChannel: z.boolean().default(false),
  order: z.enum(['reference', 'postcode']).default('postcode'),
  /** A page before each letter with its recipient, channel and pages; for a C4 it is the sheet that shows in the window. */
  separators: z.boolean().default(false),
  envelope: z.enum(envelopes).default('DL'),
  /** Each letter starts on a front side. */
  duplex: z.boolean().default(false),
})
export type PrintInput = z.infer<typeof printInput>

const letterIds = z.array(idSchema).min(1).max(10_000)

export const postingsContract = {
  list: query('read', 'Letters that go by post: to number, to hand in, handed in, answered', {
    input: pageSchema.extend({ ...which, show: z.enum(postingShows).default('all'), search: z.string().default('') }),
    output: z.object({
      total: z.int(),
      postings: z.array(postingSchema),
      /** Of the same selection, whatever is shown. */
      counts: z.record(z.enum(postingShows), z.int()),
    }),
  }),
  number: command('issue', 'Give letters the post’s numbers: one each, or a series from the first label on', {
    input: z.object({
      letterIds,
      /** One each, in the order of the letters; an empty one takes a number back. */
      numbers: z.array(postingNumber).optional(),
      /** Of a roll of labels: its first number, counted up. */
      first: postingNumber.optional(),
      step: z.int().min(1).max(1000).default(1),
    }),
    output: z.object({ postings: z.array(postingSchema) }),
  }),
  slip: command('issue', 'Make the slip that goes to the post office with the letters; it is kept in the book', {
    input: z.object({ letterIds, day: daySchema }),
    output: z.object({ id: idSchema, number: z.int(), documentId: idSchema, name: z.string(), file: fileSchema }),
  }),
  stampSlip: command('issue', 'Keep the slip as it came back stamped', {
    input: z.object({ id: idSchema, name: z.string().trim().min(1).max(200), file: fileSchema }),
    output: nothing,
  }),
  deposit: command('issue', 'Record that letters were handed in at the post: they are sent, and stay so', {
    input: z.object({ letterIds, day: daySchema }),
    output: z.object({ deposited: z.int(), postings: z.array(postingSchema) }),
  }),
  receipt: command('collect', 'Record what the receipt says, with its scan; a wrong entry is corrected by another', {
    input: z.object({
      letterId: idSchema,
      /** Null takes the entry back. */
      outcome: z.enum(postingOutcomes).nullable(),
      day: daySchema,
      name: z.string().trim().min(1).max(200).optional(),
      file: fileSchema.optional(),
    }),
    output: postingSchema,
  }),
  print: query('read', 'Letters as one PDF for the printer: in order, with separators, for single or double sides', {
    input: printInput,
    output: z.object({ name: z.string(), file: fileSchema.nullable(), letters: z.int(), pages: z.int() }),
  }),
  windowTest: query('read', 'A sheet to try in an envelope: does the window show the address?', {
    input: z.object({ envelope: z.enum(envelopes) }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
}
