import Sqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { connect } from '../../src/main/core/db/connection.ts'
import { migrations } from '../../src/main/core/db/migrations/index.ts'

const BEFORE_PROMISES = 10

test('alerts seen in a book of version 10 stay seen, and a broken promise can be', async () => {
  const sqlite = new Sqlite(':memory:')
  const db = connect(sqlite)
  const upTo = (from: number, to: number) =>
    db.transaction().execute(async (trx) => {
      for (const { up } of migrations.slice(from, to)) await up(trx as unknown as Kysely<unknown>)
    })
  await upTo(0, BEFORE_PROMISES)
  sqlite.pragma('foreign_keys = OFF')
  const seen = sqlite.prepare(
    "INSERT INTO alert_seen VALUES ('c', ?, 'o', '2026-11-01', 'Zoé', '2026-11-01T12:00:00Z', 'vu')",
  )
  seen.run('plan-broken')
  expect(() => seen.run('promise-broken')).toThrow('CHECK')
  const rows = sqlite.prepare('SELECT * FROM alert_seen').all()
  await upTo(BEFORE_PROMISES, migrations.length)
  expect(sqlite.prepare('SELECT * FROM alert_seen').all()).toEqual(rows)
  sqlite
    .prepare(
      "INSERT INTO alert_seen VALUES ('c', 'promise-broken', 'o', '2026-11-01', 'Zoé', '2026-11-01T12:00:00Z', 'vu')",
    )
    .run()
  expect(sqlite.prepare('SELECT count(*) FROM alert_seen').pluck().get()).toBe(2)
  await db.destroy()
})
