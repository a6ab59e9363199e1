import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sealOf } from './row-hash.ts'
import { unsealed } from './seals.check.ts'
import { Seals, sealBook } from './seals.ts'

let sqlite: Sqlite.Database
let seals: Seals
const open = () => {
  sqlite = new Sqlite(':memory:')
  sqlite.exec(`CREATE TABLE seal (tbl TEXT, part INTEGER, bucket INTEGER, sum INTEGER, rows INTEGER, PRIMARY KEY (tbl, part, bucket)) WITHOUT ROWID;
    CREATE TABLE note (id TEXT PRIMARY KEY, value) ;
    CREATE TABLE entry (id INTEGER PRIMARY KEY, value);
    CREATE TABLE pair (a TEXT, b TEXT, value, PRIMARY KEY (a, b)) WITHOUT ROWID`)
  sealBook(sqlite)
  seals = new Seals(sqlite)
}
beforeEach(open)
afterEach(() => {
  sqlite.close()
})

const transaction = (...statements: readonly string[]) => {
  seals.begin()
  return sqlite.transaction(() => {
    for (const statement of statements) sqlite.exec(statement)
    return seals.take()
  })()
}

describe('a row as it is sealed', () => {
  test('books hold sums of these hashes: they never change', () => {
    expect(sealOf('C001', '["C001",12000,null,"Émile"]')).toEqual({ hash: 676471868584292, buckets: [214, 181] })
    expect(sealOf('', '[]')).toEqual({ hash: 472519603569110, buckets: [387, 807] })
  })

  const literals = [
    '1',
    `'1'`,
    '1.0',
    `'1.0'`,
    '1.5',
    `'1.5'`,
    'NULL',
    `'NULL'`,
    `''`,
    `' '`,
    '0',
    `'null'`,
    '-1',
    `'a'`,
  ]

  test('values of another type are another row, though they read alike', () => {
    const hashes = literals.map((literal) => transaction(`REPLACE INTO note VALUES ('x', ${literal})`) && kept())
    expect(new Set(hashes).size).toBe(literals.length)
  })

  const kept = () => sqlite.prepare(`SELECT sum FROM seal WHERE tbl = 'note' AND part = 0 AND sum > 0`).pluck().get()

  test('what another program makes of a value is found, for every pair of types', () => {
    for (const was of literals)
      for (const is of literals) {
        transaction('DELETE FROM note', `INSERT INTO note VALUES ('x', ${was})`)
        const outside = new Sqlite(sqlite.serialize())
        outside.exec(`UPDATE note SET value = ${is}`)
        expect(unsealed(outside).found.length, `${was} made ${is}`).toBe(was === is ? 0 : 1)
        outside.close()
      }
  })

  test('a text cannot pass for the end of a value', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
        fc.pre(a !== c || b !== d)
        const sealed = (key: string, value: string) => sealOf(key, JSON.stringify([key, value])).hash
        expect(sealed(a, b)).not.toBe(sealed(c, d))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what a transaction wrote', () => {
  const id = fc.integer({ min: 1, max: 6 })
  const value = fc.constantFrom('1', `'1'`, '1.0', 'NULL', `''`, `'two'`)
  const table = fc.constantFrom('note', 'entry')
  const statement = fc.oneof(
    fc.tuple(table, id, value).map(([t, i, v]) => `INSERT OR IGNORE INTO ${t} VALUES (${i}, ${v})`),
    fc.tuple(table, id, value).map(([t, i, v]) => `REPLACE INTO ${t} VALUES (${i}, ${v})`),
    fc.tuple(table, id, value).map(([t, i, v]) => `UPDATE ${t} SET value = ${v} WHERE id = ${i}`),
    fc.tuple(table, id, id).map(([t, i, j]) => `UPDATE OR REPLACE ${t} SET id = ${j} WHERE id = ${i}`),
    fc.tuple(table, id).map(([t, i]) => `DELETE FROM ${t} WHERE id = ${i}`),
    table.map((t) => `DELETE FROM ${t}`),
    fc.tuple(id, id, value).map(([i, j, v]) => `REPLACE INTO pair VALUES (${i}, ${j}, ${v})`),
    fc.tuple(id, id, id).map(([i, j, k]) => `UPDATE OR REPLACE pair SET b = ${k} WHERE a = ${i} AND b = ${j}`),
    fc.tuple(table, id, value).map(([t, i, v]) => `INSERT INTO ${t} SELECT id + ${i}, ${v} FROM ${t} WHERE false`),
  )

  test('is what the rows show, whatever was added, changed, replaced and taken out in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(statement, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        (all) => {
          sqlite.close()
          open()
          for (const statements of all) {
            const rowsOf = () =>
              ['note', 'entry', 'pair'].map(
                (name) => sqlite.prepare(`SELECT count(*) FROM ${name}`).pluck().get() as number,
              )
            const before = rowsOf()
            const { counts } = transaction(...statements)
            expect(unsealed(sqlite).found).toEqual([])
            for (const [i, name] of ['note', 'entry', 'pair'].entries()) {
              const { added = 0, removed = 0 } = counts[name] ?? {}
              expect(added - removed).toBe((rowsOf()[i] as number) - (before[i] as number))
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('is told in its order, a new row once and as it stands at the end', () => {
    transaction(`INSERT INTO note VALUES ('old', 'was')`)
    const { rows, counts } = transaction(
      `INSERT INTO entry VALUES (1, 'first')`,
      `UPDATE note SET value = 'is' WHERE id = 'old'`,
      `INSERT INTO note VALUES ('new', 'a')`,
      `UPDATE note SET value = 'b' WHERE id = 'new'`,
      `INSERT INTO note VALUES ('gone', 'c')`,
      `DELETE FROM note WHERE id = 'gone'`,
    )
    expect(rows).toEqual([
      { table: 'entry', key: '1', before: null, after: { id: 1, value: 'first' } },
      { table: 'note', key: 'old', before: { id: 'old', value: 'was' }, after: { id: 'old', value: 'is' } },
      { table: 'note', key: 'new', before: null, after: { id: 'new', value: 'b' } },
    ])
    expect(counts).toEqual({
      entry: { added: 1, changed: 0, removed: 0 },
      note: { added: 1, changed: 1, removed: 0 },
    })
  })

  test('a statement that fails midway leaves no note of what it undid', () => {
    transaction(`INSERT INTO note VALUES ('b', 1)`)
    seals.begin()
    sqlite.transaction(() => {
      expect(() => sqlite.exec(`INSERT INTO note VALUES ('a', 1), ('b', 2)`)).toThrow('UNIQUE')
      seals.take()
    })()
    expect(unsealed(sqlite).found).toEqual([])
  })
})
