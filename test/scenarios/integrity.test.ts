import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'
import { importFile } from '../support/ledger.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-03-31' })
  await importFile(
    book.client,
    `kind,number,customer,name,issued,due,amount,currency,settles,settled_on,settled_amount
invoice,F-1,C001,Alpha,2026-01-01,2026-01-31,100.00,EUR,,,
invoice,F-2,C001,Alpha,2026-01-05,2026-02-04,80.00,EUR,,,
payment,P-1,C001,Alpha,2026-02-20,,55.00,EUR,F-1,2026-02-20,55.00
`,
  )
})
afterEach(() => book.close())

const outside = (sql: string) => book.outside((sqlite) => sqlite.exec(sql))
const wrong = async () => {
  const { ok, checks } = await book.client.integrity.verify({})
  const failed = checks.filter((check) => !check.ok).map(({ name }) => name)
  expect(ok).toBe(failed.length === 0)
  return failed
}

test('a book that only the program wrote is whole', async () => {
  expect(await wrong()).toEqual([])
})

test('the demo company is whole: letters with disputes, earlier charges, several plans', async () => {
  const path = join(book.folder, 'demo.encours')
  await book.client.book.createDemo({ path, language: 'fr' })
  expect(await wrong()).toEqual([])
  // It stays so when it changes between two looks, parts of the index of the search made anew.
  const { customers } = await book.client.customers.list({})
  const [keep, ...others] = customers.map(({ id }) => id)
  for (const remove of others.slice(0, 8)) await book.client.customers.merge({ keep: keep ?? '', remove })
  expect(await wrong()).toEqual([])
})

test.each([
  ['an amount', `UPDATE open_item SET amount = amount + 1 WHERE number = 'F-2'`, ['rows']],
  ['a match beyond the invoice', `UPDATE allocation SET amount = 20000`, ['over-matched', 'settled', 'rows']],
  [
    'an invoice marked as settled',
    `UPDATE open_item SET settled_on = '2026-03-01' WHERE number = 'F-1'`,
    ['settled', 'rows'],
  ],
  [
    'a match of two invoices',
    `UPDATE allocation SET credit_id = (SELECT id FROM open_item WHERE number = 'F-2')`,
    ['matches', 'settled', 'rows'],
  ],
  [
    'a match of nobody',
    `PRAGMA foreign_keys = OFF; UPDATE allocation SET debit_id = 'nobody'`,
    ['foreign-keys', 'matches', 'ledger', 'rows'],
  ],
])('what another program did is found: %s', async (_what, sql, failed) => {
  outside(sql)
  expect((await wrong()).filter((name) => name !== 'ledger' || failed.includes('ledger'))).toEqual(failed)
})

test('what no row shows is found: the index of the search, a trigger, a default, a seal, bytes', async () => {
  const { client } = book
  await client.mail.saveSettings({ settings: { host: 'smtp.example', user: 'compta' }, password: 'secret' })
  expect(await wrong()).toEqual([])
  const placesAfter = async (
    work: (sqlite: Sqlite.Database) => unknown,
    undo: (sqlite: Sqlite.Database) => unknown,
  ) => {
    book.outside(work)
    const found = (await client.integrity.verify({})).checks.flatMap(({ places }) => places)
    book.outside(undo)
    expect(await wrong()).toEqual([])
    return found
  }
  const swapped = (from: string, to: string) => (sqlite: Sqlite.Database) => {
    sqlite.unsafeMode()
    sqlite.exec(
      `UPDATE customer_search_data SET block = CAST(replace(CAST(block AS TEXT), '${from}', '${to}') AS BLOB)`,
    )
  }
  expect(await placesAfter(swapped('lph', 'lpi'), swapped('lpi', 'lph'))).toEqual(['customer_search: lpi'])

  const schema = (from: string, to: string) => (sqlite: Sqlite.Database) => {
    sqlite.unsafeMode()
    sqlite.pragma('writable_schema = ON')
    sqlite.exec(`UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = 'audit_change_kept'`)
  }
  expect(await placesAfter(schema('is kept', 'is left'), schema('is left', 'is kept'))).toEqual([
    'sqlite_schema audit_change_kept changed',
  ])

  const seal = (by: number) => (sqlite: Sqlite.Database) =>
    sqlite.exec(`UPDATE seal SET sum = sum + ${by} WHERE tbl = 'customer' AND part = 1`)
  expect(await placesAfter(seal(1), seal(-1))).toEqual(['customer changed'])

  const password = (sqlite: Sqlite.Database) =>
    sqlite.exec(`UPDATE mail_settings SET password = randomblob(length(password))`)
  book.outside(password)
  expect((await client.integrity.verify({})).checks.flatMap(({ places }) => places)).toEqual([
    'mail_settings 1 changed',
  ])
})
