import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../../src/main/core/db/migrations/index.ts'
import { openTestBook, openTestProgram, type TestBook } from '../support/book.ts'
import { level, planOf, putPlan } from '../support/dunning.ts'
import { creditNote, finish, importItems, invoice, opening, payment } from '../support/ledger.ts'
import { columnsOf, readRows, tablesOf, writeVersion1 } from '../support/older-book.ts'

const TODAY = '2026-11-22'
const DAYS = ['2026-06-30', '2026-09-15', '2026-10-31', TODAY, '2027-03-31']

/** Every row of the tables and columns given, in an order of their own. */
const rowsOf = (path: string, shape: Record<string, string[]>): Record<string, string[]> => {
  const sqlite = new Sqlite(path, { readonly: true })
  const rows = Object.entries(shape).map(([table, columns]) => [
    table,
    readRows(sqlite, table, columns)
      .map((row) => JSON.stringify(row))
      .sort(),
  ])
  sqlite.close()
  return Object.fromEntries(rows)
}

describe('a book of version 1', () => {
  let before: TestBook
  let old: string
  let shape: Record<string, string[]>
  let kept: Record<string, string[]>
  let opened: ReturnType<typeof openTestProgram>
  let balances: unknown[]

  beforeAll(async () => {
    before = await openTestBook({ today: TODAY })
    await importItems(before.client, [
      opening('AN1', { amount: '80.00', issued: '2026-01-01', due: '2026-02-01' }),
      invoice('F1', { amount: '500.00', issued: '2026-06-01', due: '2026-07-01' }),
      invoice('F2', { amount: '300.00', issued: '2026-08-01', due: '2026-08-31', customer: 'C002' }),
      invoice('F3', { amount: '100.00', issued: '2026-09-01', due: '2026-10-01', currency: 'USD' }),
      payment('P1', { amount: '200.00', issued: '2026-07-10', settles: 'F1' }),
      payment('P2', { amount: '300.00', issued: '2026-09-10', settles: 'F2', customer: 'C002' }),
      creditNote('A1', { amount: '30.00', issued: '2026-09-20' }),
    ])
    const { id } = await before.client.customers.byCode({ code: 'C001' })
    await before.client.dunning.hold({ customerId: id, reason: 'litige', until: '2026-12-31' })
    const [hold] = (await before.client.dunning.holds({})).holds
    await before.client.dunning.releaseHold({ id: hold?.id ?? '' })
    await before.client.dunning.saveWording({ key: 'firm', language: 'fr', subject: 'Rappel', body: 'À nous.' })
    const claiming = { claimsInterest: true, claimsIndemnity: true, fee: 700, channel: 'letter' as const }
    await putPlan(
      before.client,
      planOf([], { letterMinimums: { EUR: 0 }, levels: [level(1, 5, claiming), level(2, 200, claiming)] }),
    )
    await finish(before.client.dunning.issue({ asOf: TODAY, catchUp: false, confirmed: true }))
    balances = await balancesOf(before.client)

    opened = openTestProgram(TODAY)
    old = join(opened.folder, 'old.encours')
    await writeVersion1(old, before.path)
    const sqlite = new Sqlite(old, { readonly: true })
    shape = Object.fromEntries(tablesOf(sqlite).map((table) => [table, columnsOf(sqlite, table)]))
    sqlite.close()
    kept = rowsOf(old, shape)
    await opened.client.book.open({ path: old })
  })
  afterAll(async () => {
    await before.close()
    await opened.close()
  })

  const balancesOf = (client: TestBook['client']) =>
    Promise.all(DAYS.flatMap((asOf) => ['EUR', 'USD'].map((currency) => client.receivables.aged({ asOf, currency }))))

  test('is brought up to date beside a copy of itself', async () => {
    const { book } = await opened.client.book.current({})
    expect(book?.migratedFrom).toContain('old.encours.v1-')
    const sqlite = new Sqlite(old, { readonly: true })
    expect(sqlite.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
    sqlite.close()
  })

  test('loses no row and no value', () => {
    // Something of everything that an upgrade touches.
    for (const table of [
      'allocation',
      'hold',
      'wording',
      'dunning_letter',
      'dunning_letter_item',
      'open_item',
      'document',
    ])
      expect(kept[table], table).not.toEqual([])
    const rows = rowsOf(old, shape)
    // The audit tells the upgrade itself.
    expect(rows.audit_entry?.pop()).toContain('book.migrate')
    expect(rows).toEqual(kept)
    const { path } = before
    const sqlite = new Sqlite(path, { readonly: true })
    expect(tablesOf(sqlite)).toEqual(expect.arrayContaining(Object.keys(shape)))
    sqlite.close()
  })

  test('says the same aged balance on every day', async () => {
    expect(await balancesOf(opened.client)).toEqual(balances)
  })

  test('its own texts are versions like any other, and its customers may be written to in German', async () => {
    const { versions } = await opened.client.dunning.wordingVersions({ key: 'firm', language: 'fr' })
    expect(versions).toMatchObject([{ number: 1, how: 'saved', body: 'À nous.', inUse: true }])
    const { id } = await opened.client.customers.byCode({ code: 'C001' })
    const { customer } = await opened.client.customers.get({ id })
    expect(customer.language).toBe('fr')
    const { id: _id, createdAt: _created, updatedAt: _updated, ...fields } = customer
    expect(await opened.client.customers.update({ id, customer: { ...fields, language: 'de' } })).toMatchObject({
      language: 'de',
    })
  })

  test('what its letters claimed of open invoices stands in the ledger of charges: it is not claimed again', async () => {
    const { customers } = await before.client.charges.list({})
    expect(customers).toMatchObject([{ customerCode: 'C001', indemnities: 8_000, fees: 700 }])
    const [{ interest = 0 } = {}] = customers
    expect(interest).toBeGreaterThan(0)
    const taken = (await opened.client.charges.list({})).customers
    expect(taken.map(({ customerId: _, ...sums }) => sums)).toEqual(customers.map(({ customerId: _, ...sums }) => sums))
  })

  test('its matches can be undone, its receipts bounced, its customers found', async () => {
    const { items } = await opened.client.receivables.items({ show: 'all', search: 'P1' })
    const itemId = items[0]?.id ?? ''
    await opened.client.payments.bounce({ itemId, day: '2026-11-20', reason: 'impayé' })
    const { control, total } = await opened.client.receivables.aged({ asOf: TODAY })
    expect(control.difference).toBe(0)
    const whole = (balances[DAYS.indexOf(TODAY) * 2] as { total: { total: number } }).total.total
    expect(total.total).toBe(whole + 20_000)
    expect((await opened.client.customers.list({ search: 'client c002' })).total).toBe(1)
  })
})
