import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { failureSchema, keepSchema, type Settings } from './backups.contract.ts'
import { USUAL_KEEP } from './backups.rules.ts'

const written = z.object({
  bytes: z.int(),
  /** Of the file: one that was changed since is not the one that was verified. */
  changedMs: z.number(),
  company: z.string(),
  head: z.string(),
  lastEntryAt: z.string().nullable(),
})
export type WrittenBackup = z.infer<typeof written>

const recordsSchema = z.object({
  settings: z.object({ on: z.boolean(), folder: z.string().nullable(), keep: keepSchema }),
  /** By the book's path. */
  books: z.record(
    z.string(),
    z.object({
      failure: failureSchema.omit({ path: true }).nullable(),
      /** By the file's path. */
      backups: z.record(z.string(), written),
    }),
  ),
})
export type Records = z.infer<typeof recordsSchema>
export type BookRecords = Records['books'][string]

const fileIn = (dataFolder: string): string => join(dataFolder, 'backups.json')

const usualSettings: Settings = { on: true, folder: null, keep: USUAL_KEEP }

/** What this computer knows of backups; the backups themselves are found by their names without it. */
export const readRecords = (dataFolder: string): Records => {
  try {
    return recordsSchema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')))
  } catch {
    return { settings: usualSettings, books: {} }
  }
}

/** @throws where the file cannot be written: a setting that is not kept must be told */
export const changeRecords = (dataFolder: string, change: (records: Records) => void): void => {
  const records = readRecords(dataFolder)
  change(records)
  mkdirSync(dataFolder, { recursive: true })
  const file = fileIn(dataFolder)
  writeFileSync(`${file}.new`, JSON.stringify(records, null, 2))
  renameSync(`${file}.new`, file)
}

export const recordsOf = (records: Records, path: string): BookRecords => {
  records.books[path] ??= { failure: null, backups: {} }
  return records.books[path]
}
