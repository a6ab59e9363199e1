import { z } from 'zod'
import { command, fileSchema, idSchema, nothing, pageSchema, query } from '../kernel/contract.ts'
import { daySchema } from '../kernel/day.ts'
import { currencySchema, minorSchema } from '../kernel/money.ts'
import { proofKinds } from './proof-kinds.schema.ts'

export { type ProofKind, proofKinds } from './proof-kinds.schema.ts'

/** Largest file kept, in bytes. */
export const PROOF_LIMIT = 20 * 1024 * 1024

const about = z.object({
  kind: z.enum(proofKinds),
  title: z.string().trim().max(200).default(''),
  /** Day of the document. */
  day: daySchema.nullable().default(null),
  expiresOn: daySchema.nullable().default(null),
  note: z.string().trim().max(1000).default(''),
})

export const proofRow = about.extend({
  id: idSchema,
  customerId: idSchema,
  customerName: z.string(),
  /** Null: it concerns the customer as a whole. */
  itemId: idSchema.nullable(),
  itemNumber: z.string().nullable(),
  documentId: idSchema,
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  addedAt: z.string(),
  addedBy: z.string(),
  /** Expired on the working day. */
  expired: z.boolean(),
  /** A program, a script or a document with macros: opened only after a warning. */
  executable: z.boolean(),
})
export type ProofRow = z.infer<typeof proofRow>

/** One requirement of the policy: of its kinds one is enough. */
export const checklistLine = z.object({
  kinds: z.array(z.enum(proofKinds)),
  met: z.boolean(),
  /** What meets it; expired documents do not. */
  proofs: z.array(
    z.object({
      /** Null: the e-invoice itself. */
      id: idSchema.nullable(),
      documentId: idSchema,
      kind: z.enum(proofKinds),
      title: z.string(),
      fileName: z.string(),
    }),
  ),
})

export const proofsContract = {
  list: query('read', 'Documents kept for a customer, or for one invoice with those of its customer', {
    input: pageSchema.extend({
      customerId: idSchema.optional(),
      itemId: idSchema.optional(),
      kind: z.enum(proofKinds).optional(),
      show: z.enum(['all', 'expired', 'expiring']).default('all'),
      search: z.string().default(''),
    }),
    output: z.object({ total: z.int(), proofs: z.array(proofRow) }),
  }),
  add: command('collect', 'Keep a document in the book: its real type is checked, 20 MB at most', {
    input: about.extend({
      customerId: idSchema,
      itemId: idSchema.nullable().default(null),
      name: z.string().trim().min(1).max(200),
      file: fileSchema,
    }),
    output: proofRow,
  }),
  update: command('collect', 'Change what is said of a document; the file itself never changes', {
    input: about.extend({ id: idSchema, itemId: idSchema.nullable() }),
    output: proofRow,
  }),
  remove: command('edit', 'Take a document out of the file of a customer; letters and e-invoices keep theirs', {
    input: z.object({ id: idSchema }),
    output: nothing,
  }),
  checklist: query('read', 'Is this claim provable? What is there and what is missing, by the policy', {
    input: z.object({ itemId: idSchema }),
    output: z.object({ provable: z.boolean(), lines: z.array(checklistLine) }),
  }),
  unproved: query('read', 'Open invoices with a proof missing, by page, largest first', {
    input: pageSchema.extend({ customerId: idSchema.optional() }),
    output: z.object({
      total: z.int(),
      items: z.array(
        z.object({
          itemId: idSchema,
          customerId: idSchema,
          customerName: z.string(),
          number: z.string(),
          issued: daySchema,
          due: daySchema,
          currency: currencySchema,
          open: minorSchema,
          /** Requirements not met. */
          missing: z.array(z.array(z.enum(proofKinds))),
        }),
      ),
    }),
  }),
}
