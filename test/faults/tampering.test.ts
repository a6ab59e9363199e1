import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { refusal } from '../support/book.ts'
import { chanceOf, countsOf, openFolder, tell, timesOf } from './faults.ts'
import { inProgram, makeRealBook } from './real-book.ts'

const TAMPERINGS = timesOf('TAMPERINGS', 20)

const { folder, remove } = openFolder()
afterAll(remove)

type Place = { table: string; column: string | null; type: string }

/** Every column of every table that holds something, and of every table the taking out of a row. */
const placesIn = (path: string): Place[] => {
  const sqlite = new Sqlite(path, { readonly: true })
  const tables = sqlite
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  const places = tables
    .filter((table) => sqlite.prepare(`SELECT 1 FROM "${table}"`).get() !== undefined)
    .flatMap((table) => [
      ...(sqlite.pragma(`table_info("${table}")`) as { name: string; type: string }[]).map(
        ({ name, type }): Place => ({ table, column: name, type }),
      ),
      { table, column: null, type: '' },
    ])
  sqlite.close()
  return places
}

/** Another value of the same type. */
const otherValue = (column: string, type: string): string =>
  type === 'INTEGER'
    ? `coalesce("${column}", 0) + 1000003`
    : type === 'BLOB'
      ? `randomblob(max(1, coalesce(length("${column}"), 0)))`
      : `coalesce("${column}", '') || 'x'`

/** What a person with a tool for databases does, who knows how to take the triggers away and put them back. */
const tamper = (path: string, { table, column, type }: Place, n: number): boolean => {
  const sqlite = new Sqlite(path)
  try {
    sqlite.pragma('foreign_keys = OFF')
    sqlite.pragma('ignore_check_constraints = ON')
    const triggers = sqlite
      .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?`)
      .all(table) as { name: string; sql: string }[]
    for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`)
    const count = sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number
    const columns = (sqlite.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => `"${name}"`)
    const row = sqlite
      .prepare(`SELECT ${columns.join(', ')} FROM "${table}" LIMIT 1 OFFSET ?`)
      .raw()
      .get(n % count)
    const one = columns.map((name) => `${name} IS ?`).join(' AND ')
    const change =
      column === null ? `DELETE FROM "${table}"` : `UPDATE "${table}" SET "${column}" = ${otherValue(column, type)}`
    const { changes } = sqlite.prepare(`${change} WHERE ${one}`).run(...(row as unknown[]))
    for (const { sql } of triggers) sqlite.exec(sql)
    return changes > 0
  } catch (error) {
    // What the table itself does not allow.
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false
    throw error
  } finally {
    sqlite.close()
  }
}

test('whatever value is changed or row taken out, in whichever table, it is told', async () => {
  const begun = Date.now()
  const real = await makeRealBook(folder)
  const path = join(folder, 'tampered.encours')
  const places = placesIn(real)
  const silent: string[] = []
  const ended: string[] = []
  for (let n = 0; n < Math.min(TAMPERINGS, places.length); n += 1) {
    const chance = chanceOf('tampering', n)
    // All of them in turn when there is time for all.
    const place = places[TAMPERINGS < places.length ? chance.below(places.length) : n] as Place
    copyFileSync(real, path)
    if (!tamper(path, place, chance.below(1000))) {
      ended.push('not possible')
      continue
    }
    const found = await inProgram(folder, async (client) => {
      const refused = await refusal(client.book.open({ path }))
      if (refused) return [refused.code]
      const checks = await client.integrity.verify({}).then(
        (verified) => verified.checks,
        (error) => Promise.reject(new Error(`verify failed after ${JSON.stringify(place)}`, { cause: error })),
      )
      return checks.filter(({ ok }) => !ok).map(({ name }) => name)
    })
    ended.push(found.length === 0 ? 'silent' : found[0]?.startsWith('book.') ? 'refused at opening' : 'told by verify')
    if (found.length === 0) silent.push(`${place.table}.${place.column ?? '(row)'}`)
  }
  tell({
    what: 'Tamperings with a value or a row',
    tried: ended.length,
    ended: countsOf(ended),
    seconds: (Date.now() - begun) / 1000,
  })
  expect(silent).toEqual([])
}, 3_600_000)
