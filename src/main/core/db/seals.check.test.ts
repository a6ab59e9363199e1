import { setImmediate } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { unsealedInSteps } from './seals.check.ts'
import { Seals, sealBook } from './seals.ts'

/** More rows than are read at a time. */
const ROWS = 5_000

const bookOfNotes = () => {
  const sqlite = new Sqlite(':memory:')
  sqlite.exec(`CREATE TABLE seal (tbl TEXT, part INTEGER, bucket INTEGER, sum INTEGER, rows INTEGER, PRIMARY KEY (tbl, part, bucket)) WITHOUT ROWID;
    CREATE TABLE audit_entry (id INTEGER PRIMARY KEY, state INTEGER);
    CREATE TABLE note (id TEXT PRIMARY KEY, value);
    CREATE TABLE pair (a TEXT, b TEXT, value, PRIMARY KEY (a, b)) WITHOUT ROWID`)
  sealBook(sqlite)
  const seals = new Seals(sqlite)
  const write = sqlite.transaction((statement: string) => {
    seals.begin()
    sqlite.exec(statement)
    seals.take()
    sqlite.exec('INSERT INTO audit_entry (state) VALUES (0)')
  })
  const numbers = `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS - 1})`
  write(`${numbers} INSERT INTO note SELECT 'n' || i, i FROM n`)
  write(`${numbers} INSERT INTO pair SELECT 'p' || (i / 7), i, i FROM n`)
  return { sqlite, write }
}

test.each([
  ['note', `UPDATE note SET value = value + 1 WHERE id = 'n0'`],
  ['pair', `UPDATE pair SET value = value + 1 WHERE a = 'p0' AND b = '0'`],
])('a table that is written to while it is read is no break: %s', async (_table, statement) => {
  const { sqlite, write } = bookOfNotes()
  let done = false
  const checking = unsealedInSteps(sqlite).finally(() => {
    done = true
  })
  for (let turns = 0; !done && turns < 10_000; turns += 1) {
    write(statement)
    await setImmediate()
  }
  expect((await checking).found).toEqual([])
  sqlite.close()
})

test('what no call wrote is found in whichever slice it stands', async () => {
  const { sqlite } = bookOfNotes()
  const other = sqlite.serialize()
  const book = new Sqlite(other)
  book.exec(`UPDATE note SET value = -1 WHERE id = 'n4999'; DELETE FROM pair WHERE value = 2500;
    INSERT INTO seal VALUES ('gone', 0, 1, 5, 1)`)
  expect((await unsealedInSteps(book)).found).toEqual([
    { table: 'note', key: 'n4999', kind: 'changed' },
    { table: 'pair', key: null, kind: 'removed' },
    { table: 'gone', key: null, kind: 'removed' },
  ])
  book.close()
  sqlite.close()
})
