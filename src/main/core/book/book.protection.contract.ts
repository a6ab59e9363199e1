import { z } from 'zod'
import { command, fileSchema, host, languageSchema, nothing, query, secretSchema } from '../kernel/contract.ts'
import { weaknesses } from './book.strength.schema.ts'

const copySchema = z.object({
  path: z.string(),
  bytes: z.int(),
  changedAt: z.string(),
})

const recoverySchema = z.object({
  /** 13 groups of five signs. Opens the book in place of the passphrase, until that is changed. */
  recoveryKey: z.string(),
})

export const protectionContract = {
  protection: query('read', 'Whether the book is encrypted, and which copies of it are not', {
    input: nothing,
    output: z.object({
      encrypted: z.boolean(),
      /** When the passphrase was set or last changed; null where the audit does not tell. */
      since: z.object({ at: z.string(), user: z.string() }).nullable(),
      /** Somebody confirmed that the recovery key of this passphrase is noted. */
      recoveryNoted: z.boolean(),
      /** Copies of the book that anybody can read: made before a migration, backups, set aside. Newest first. */
      plainCopies: z.array(copySchema),
    }),
  }),
  strength: host('open', 'How long a passphrase would withstand somebody who has the file', {
    input: z.object({ passphrase: secretSchema }),
    output: z.object({
      score: z.int().min(0).max(4),
      enough: z.boolean(),
      /** Null for one that is strong enough. */
      weakness: z.enum(weaknesses).nullable(),
    }),
  }),
  protect: host('administer', 'Encrypt the whole book under a passphrase; the recovery key is given this once', {
    input: z.object({ passphrase: secretSchema }),
    output: recoverySchema,
  }),
  changePassphrase: host('administer', 'Encrypt the book under another passphrase, with another recovery key', {
    input: z.object({ current: secretSchema, next: secretSchema }),
    output: recoverySchema,
  }),
  unprotect: host('administer', 'Write the book in the clear again', {
    input: z.object({ current: secretSchema }),
    output: nothing,
  }),
  recoveryKey: host('administer', 'The recovery key once more, for somebody who knows the passphrase', {
    input: z.object({ current: secretSchema }),
    output: recoverySchema,
  }),
  recoverySheet: query('administer', 'A sheet to keep, with the recovery key just given', {
    input: z.object({ recoveryKey: secretSchema, language: languageSchema.optional() }),
    output: z.object({ name: z.string(), file: fileSchema }),
  }),
  noteRecoveryKey: command('administer', 'Confirm that the recovery key is noted, by its last group', {
    input: z.object({ lastGroup: secretSchema }),
    output: nothing,
  }),
  removePlainCopies: command('administer', 'Delete copies of an encrypted book that anybody can read', {
    input: z.object({ paths: z.array(z.string()).min(1).max(1000) }),
    output: z.object({ removed: z.int() }),
  }),
}
