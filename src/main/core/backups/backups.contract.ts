import { z } from 'zod'
import { host, nothing, pathSchema, secretSchema } from '../kernel/contract.ts'

export const kinds = ['manual', 'monthly', 'weekly', 'daily', 'surplus'] as const
/** Why a backup is kept: the longest-lasting reason. */
export type Kind = (typeof kinds)[number]

export const keepSchema = z.object({
  daily: z.int().min(1).max(60),
  weekly: z.int().min(0).max(60),
  monthly: z.int().min(0).max(120),
})

export const backupSchema = z.object({
  path: z.string(),
  name: z.string(),
  /** When it was made. */
  at: z.string(),
  bytes: z.int(),
  kind: z.enum(kinds),
  /** Held against the book when it was written; null where this computer does not know, or the file was changed since. */
  verified: z.boolean().nullable(),
  company: z.string().nullable(),
  /** Of the last command in it. */
  lastEntryAt: z.string().nullable(),
})
export type Backup = z.infer<typeof backupSchema>

export const failureSchema = z.object({
  /** Of the book. */
  path: z.string(),
  at: z.string(),
  code: z.string(),
  details: z.record(z.string(), z.unknown()),
})
export type Failure = z.infer<typeof failureSchema>

const settings = z.object({
  on: z.boolean(),
  /** Null for the usual folder, beside the program's settings. */
  folder: pathSchema.trim().nullable(),
  keep: keepSchema,
})
export type Settings = z.infer<typeof settings>

const passphrase = secretSchema.optional()

export const backupsContract = {
  state: host('open', 'Whether the open book is backed up, and what went wrong with the last backup of any book', {
    input: nothing,
    output: z.object({
      /** Null when no book is open. */
      book: z
        .object({
          path: z.string(),
          /** Automatic backups: switched on, by a program that makes them, of a book that can be written. */
          automatic: z.boolean(),
          running: z.boolean(),
          last: z.object({ at: z.string(), path: z.string() }).nullable(),
          /** Something was written since the last backup. */
          changed: z.boolean(),
          /** The file was taken away or another stands in its place. */
          replaced: z.enum(['missing', 'replaced']).nullable(),
          /** The last command is this far in the future: the clock was set back. */
          lastEntryAhead: z.string().nullable(),
        })
        .nullable(),
      failures: z.array(failureSchema),
    }),
  }),
  dismiss: host('open', 'Take note of a backup that failed; the next one that fails is told again', {
    input: z.object({ path: pathSchema }),
    output: nothing,
  }),
  list: host('read', 'Backups of the open book, or of the one at a path, newest first', {
    input: z.object({ path: pathSchema.optional() }),
    output: z.object({
      folder: z.string(),
      /** Whether the folder can be reached now: a drive may be absent. */
      there: z.boolean(),
      backups: z.array(backupSchema),
    }),
  }),
  settings: host('read', 'Where and how backups are kept on this computer', {
    input: nothing,
    output: settings.extend({ usualFolder: z.string() }),
  }),
  setSettings: host('administer', 'Choose where backups go on this computer, and how many are kept', {
    input: settings,
    output: nothing,
  }),
  now: host('read', 'Back up the open book now; this backup is kept until somebody deletes it', {
    input: nothing,
    output: backupSchema,
  }),
  copy: host('administer', 'Copy the open book to a new file, held against it after writing', {
    input: z.object({ path: pathSchema }),
    output: z.object({ path: z.string(), bytes: z.int(), lastEntryAt: z.string().nullable() }),
  }),
  preview: host('open', 'What a backup holds, before it is restored', {
    input: z.object({ path: pathSchema, passphrase }),
    output: z.object({
      path: z.string(),
      bytes: z.int(),
      /** When it was made, by its name; else when the file was last written. */
      at: z.string(),
      needsPassphrase: z.boolean(),
      /** Null until it can be read. */
      content: z
        .object({
          company: z.string(),
          customers: z.int(),
          items: z.int(),
          lastEntryAt: z.string().nullable(),
          version: z.enum(['same', 'older']),
        })
        .nullable(),
    }),
  }),
  restore: host('administer', 'Restore a backup: to a new file, or in place of a book, which is first set aside', {
    input: z.object({
      path: pathSchema,
      /** The file to be: new, unless `replace`. */
      to: pathSchema,
      /** The file at `to` is renamed before; nothing is ever deleted. */
      replace: z.boolean().default(false),
      passphrase,
    }),
    output: z.object({
      path: z.string(),
      /** Where the book that stood there is now. */
      setAside: z.string().nullable(),
    }),
  }),
}
