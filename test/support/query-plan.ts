import Sqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { connect } from '../../src/main/core/db/connection.ts'
import type { Database } from '../../src/main/core/db/database.ts'

/**
 * How SQLite answers each statement that reading a book runs: the lines of its query plans. A line tells which table or
 * index is read, and whether it is searched or scanned.
 */
export const queryPlans = async (path: string, read: (db: Kysely<Database>) => Promise<unknown>): Promise<string[]> => {
  const sqlite = new Sqlite(path, { readonly: true })
  const plans: string[] = []
  const watched = new Proxy(sqlite, {
    get: (target, property) => {
      if (property === 'prepare')
        return (sql: string) => {
          const steps = target.prepare(`EXPLAIN QUERY PLAN ${sql}`)
          // Parameters do not matter to the plan, but their number does.
          const values = Array(sql.split('?').length - 1).fill(null)
          plans.push(...(steps.all(...values) as { detail: string }[]).map(({ detail }) => detail))
          return target.prepare(sql)
        }
      const value = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const db = connect(watched)
  await read(db)
  await db.destroy()
  return plans
}
