import type { Reader, Writer } from '../kernel/context.ts'
import type { Day } from '../kernel/day.ts'
import type { PolicyVersionTable } from './policy.table.ts'

export const listVersions = (db: Reader) =>
  db.selectFrom('policy_version').selectAll().orderBy('version', 'desc').execute()

/** The newest version that had begun by a day. */
export const versionOn = (db: Reader, day: Day) =>
  db
    .selectFrom('policy_version')
    .selectAll()
    .where('in_force_from', '<=', day)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

export const lastVersion = (db: Reader) =>
  db.selectFrom('policy_version').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst()

export const insertVersion = async (db: Writer, version: PolicyVersionTable): Promise<void> => {
  await db.insertInto('policy_version').values(version).execute()
}

/** Codes of reasons that disputes carry. */
export const reasonsInUse = async (db: Reader): Promise<string[]> => {
  const rows = await db.selectFrom('dispute').select('reason').distinct().orderBy('reason').execute()
  return rows.map((row) => row.reason)
}
