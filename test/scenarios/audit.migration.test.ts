import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealedFrom } from '../../src/main/core/audit/audit.service.ts'
import { APPLICATION_ID } from '../../src/main/core/book/book.inspect.ts'
import { connect } from '../../src/main/core/db/connection.ts'
import { migrations } from '../../src/main/core/db/migrations/index.ts'
import { openTestProgram } from '../support/book.ts'

/** The version that brought seals. */
const SEALED = 21
const TODAY = '2026-11-22'

let opened: ReturnType<typeof openTestProgram>
let path: string
beforeEach(async () => {
  opened = openTestProgram(TODAY)
  path = join(opened.folder, 'sealed.encours')
  const sqlite = new Sqlite(path)
  const db = connect(sqlite)
  await db.transaction().execute(async (trx) => {
    sqlite.pragma(`application_id = ${APPLICATION_ID}`)
    for (const { up } of migrations.slice(0, SEALED)) await up(trx as unknown as Kysely<unknown>)
    sqlite.exec(`INSERT INTO bank_account (id, currency, iban) VALUES ('ours', 'EUR', 'FR7630006000011234567890189'),
      ('other', 'USD', 'FR7630006000011234567890189')`)
    sqlite.pragma(`user_version = ${SEALED}`)
    const by = { user: 'test', now: `${TODAY}T12:00:00.000Z`, today: TODAY }
    await sealedFrom(sqlite, trx, { ...by, call: 'book.create', input: {} })
  })
  await db.destroy()
})
afterEach(() => opened.close())

const outside = (sql: string) => {
  const sqlite = new Sqlite(path)
  sqlite.exec(sql)
  sqlite.close()
}

const verified = async () => {
  await opened.client.book.open({ path })
  const { unsealed, broken } = await opened.client.audit.verify({})
  return { unsealed, broken }
}

test('a book whose rows only the program wrote is whole after a migration', async () => {
  expect(await verified()).toEqual({ unsealed: [], broken: [] })
})

test('what another program wrote before a migration is told after it, for good', async () => {
  outside(`UPDATE bank_account SET iban = 'DE89370400440532013000' WHERE id = 'ours'`)
  const told = { unsealed: [{ table: 'bank_account', key: 'ours', kind: 'changed' }], broken: [] }
  expect(await verified()).toEqual(told)
  await opened.client.book.close({})
  expect(await verified()).toEqual(told)
})

test('rows rewritten with their seals before a migration are still told by the chain', async () => {
  outside(`DELETE FROM bank_account; DELETE FROM seal WHERE tbl = 'bank_account'`)
  const { unsealed, broken } = await verified()
  expect({ unsealed, broken }).toEqual({ unsealed: [], broken: [{ entryId: 2, kind: 'state' }] })
})
