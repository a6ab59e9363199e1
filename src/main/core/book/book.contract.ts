import { z } from 'zod'
import { companyInput } from '../company/company.contract.ts'
import { host, nothing, pathSchema, secretSchema } from '../kernel/contract.ts'
import { protectionContract } from './book.protection.contract.ts'

const holder = z.object({ user: z.string(), host: z.string(), program: z.string(), since: z.string() })

export const openBookSchema = z.object({
  path: z.string(),
  name: z.string(),
  company: z.string(),
  readOnly: z.boolean(),
  /** Who holds the book when it is open read-only. */
  heldBy: holder.nullable(),
  /** The copy made before a migration, when opening migrated the book. */
  migratedFrom: z.string().nullable(),
  /** Open as far as it can be read, for nothing else. */
  damaged: z.boolean(),
})
export type OpenBook = z.infer<typeof openBookSchema>

export const bookContract = {
  current: host('open', 'The book that is open, if any', {
    input: nothing,
    output: z.object({ book: openBookSchema.nullable() }),
  }),
  recent: host('open', 'Books opened lately and those found in the usual folder', {
    input: nothing,
    output: z.object({
      folder: z.string(),
      books: z.array(
        z.object({
          path: z.string(),
          name: z.string(),
          company: z.string(),
          openedAt: z.string().nullable(),
          missing: z.boolean(),
        }),
      ),
    }),
  }),
  create: host('open', 'Create a book for a company and open it', {
    input: z.object({
      /** Full path; by default a file named after the company in the usual folder. */
      path: pathSchema.optional(),
      company: companyInput,
      iban: z.string().default(''),
      bic: z.string().default(''),
      demo: z.boolean().default(false),
    }),
    output: openBookSchema,
  }),
  createDemo: host('open', 'Create the demo company (the same each time) and open it', {
    input: z.object({ language: z.enum(['fr', 'en']).default('fr'), path: pathSchema.optional() }),
    output: openBookSchema,
  }),
  open: host('open', 'Open a book; an encrypted one with its passphrase or its recovery key', {
    input: z.object({
      path: pathSchema,
      passphrase: secretSchema.optional(),
      /** Read what can be read of a book that is damaged. */
      damaged: z.boolean().default(false),
    }),
    output: openBookSchema,
  }),
  close: host('open', 'Close the open book', { input: nothing, output: nothing }),
  forget: host('open', 'Take a book off the list of recent ones; the file stays', {
    input: z.object({ path: pathSchema }),
    output: nothing,
  }),
  ...protectionContract,
}
