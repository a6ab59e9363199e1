import { z } from 'zod'
import type { Permission } from '../../../main/core/kernel/contract.ts'
import { erasureKinds } from '../../../main/core/privacy/privacy.contract.ts'

export const sections = ['people', 'passphrase', 'backups', 'activity', 'checks', 'privacy'] as const
export type Section = (typeof sections)[number]

/** What a role must allow for a section to be shown. */
export const needed: Record<Section, Permission> = {
  people: 'administer',
  passphrase: 'read',
  backups: 'read',
  activity: 'audit',
  checks: 'audit',
  privacy: 'administer',
}

const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** An address typed or saved long ago may hold anything: what is not understood is left out. */
export const safetySearch = z.object({
  section: lenient(z.enum(sections)),
  /** Of the activity: its filters, and the entry that is shown. */
  search: lenient(z.string()),
  customer: lenient(z.string()),
  user: lenient(z.string()),
  call: lenient(z.string()),
  from: lenient(z.iso.date()),
  until: lenient(z.iso.date()),
  entry: lenient(z.int()),
  /** Of privacy: what the question of erasing is asked about, with `customer`. */
  erase: lenient(z.enum(erasureKinds)),
  /** Of backups: the folder, or the backup to restore, chosen in a dialog of the system. */
  folder: lenient(z.string()),
  restore: lenient(z.string()),
})
export type SafetySearch = z.infer<typeof safetySearch>
