import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CustomerInput } from '../../src/main/core/customers/customers.contract.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { creditNote, customerFields, type ItemLine, importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'
const SIREN = '732829320'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const create = (code: string, rest: Partial<CustomerInput> = {}) =>
  book.client.customers.create(customerFields(code, rest))
const given = (...lines: ItemLine[]) => importItems(book.client, lines)
const idOf = async (code: string) => (await book.client.customers.byCode({ code })).id
const edit = async (code: string, changes: Partial<CustomerInput>) => {
  const id = await idOf(code)
  const { customer } = await book.client.customers.get({ id })
  const { id: _id, createdAt: _created, updatedAt: _updated, ...fields } = customer
  return book.client.customers.update({ id, customer: { ...fields, ...changes } })
}
/** Tables whose rows belong to a customer, by the book's own schema. */
const tablesOfCustomers = (sqlite: Sqlite.Database): string[] =>
  sqlite
    .prepare(
      `SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
      WHERE t.type = 'table' AND c.name = 'customer_id' ORDER BY t.name`,
    )
    .pluck()
    .all() as string[]
const contact = (name: string, email = '') => ({ name, role: '', email, phone: '', dunning: false })

describe('duplicates and merging', () => {
  test('same SIREN, VAT number or name', async () => {
    await create('C1', { name: 'Société Éclair', siren: SIREN })
    await create('C2', { name: 'SOCIETE  ECLAIR', vatNumber: 'FR83404833048' })
    await create('C3', { name: 'Autre', siren: SIREN, vatNumber: 'FR83404833048' })
    await create('C4', { name: 'Seule' })
    const { groups } = await book.client.customers.duplicates({})
    expect(groups.map(({ reason, value, customers }) => [reason, value, customers.map(({ code }) => code)])).toEqual([
      ['name', 'societe eclair', ['C1', 'C2']],
      ['siren', SIREN, ['C1', 'C3']],
      ['vat', 'FR83404833048', ['C2', 'C3']],
    ])
  })

  test('items, matches, letters, holds, contacts, addresses and history move; the figures stay', async () => {
    await create('KEEP', { name: 'Alpha', contacts: [contact('Anne', 'anne@alpha.fr')] })
    await create('GONE', {
      name: 'Alpha (doublon)',
      terms: '60',
      contacts: [contact('Luc', 'luc@alpha.fr')],
      addresses: [{ kind: 'billing', street: '', postalCode: '69001', city: 'Lyon', country: 'FR' }],
    })
    await given(
      invoice('F1', { customer: 'KEEP', issued: '2026-10-01', due: '2026-11-15', amount: '100.00' }),
      invoice('F1', { customer: 'GONE', issued: '2026-10-01', due: '2026-11-10', amount: '70.00' }),
      invoice('F2', { customer: 'GONE', issued: '2026-10-05', amount: '50.00' }),
      payment('P2', { customer: 'GONE', issued: '2026-11-01', amount: '20.00', settles: 'F1' }),
      creditNote('A1', { customer: 'GONE', issued: '2026-11-01', amount: '5.00' }),
    )
    const [keep, remove] = [await idOf('KEEP'), await idOf('GONE')]
    await book.client.dunning.hold({ customerId: remove, reason: 'accord', until: '2026-12-01' })
    const before = await book.client.receivables.aged({ asOf: TODAY })

    expect(await book.client.customers.merge({ keep, remove })).toMatchObject({ id: keep, code: 'KEEP', name: 'Alpha' })
    expect(await refusalOf(book.client.customers.get({ id: remove }))).toBe('not-found')
    const after = await book.client.receivables.aged({ asOf: TODAY })
    expect(after.rows).toMatchObject([{ customer: 'KEEP', total: before.total.total }])
    expect(after.control).toEqual(before.control)

    const { customer, positions } = await book.client.customers.get({ id: keep })
    expect(customer.contacts.map(({ name }) => name)).toEqual(['Anne', 'Luc'])
    expect(customer.addresses.map(({ city }) => city)).toEqual(['Lyon'])
    expect(positions).toMatchObject([{ balance: 19_500 }])
    expect((await book.client.dunning.holds({ customerId: keep })).holds).toMatchObject([{ reason: 'accord' }])
    // Computed due dates follow the terms of the customer that stays: 30 days, not 60.
    const items = await book.client.receivables.items({ customerId: keep, search: 'F2' })
    expect(items.items).toMatchObject([{ due: '2026-11-04', dueComputed: true }])
    for (const search of ['luc@alpha.fr', 'anne@alpha.fr'])
      expect((await book.client.customers.list({ search })).customers).toMatchObject([{ code: 'KEEP' }])
    expect((await book.client.customers.list({ search: 'doublon' })).total).toBe(0)
    const { entries } = await book.client.customers.timeline({ id: keep })
    expect(entries.filter(({ kind }) => kind === 'merged')).toMatchObject([
      { details: { code: 'GONE', name: 'Alpha (doublon)' }, user: 'test', day: TODAY },
    ])
    expect(entries.filter(({ kind }) => kind === 'created')).toHaveLength(2)
    expect(entries.map(({ kind, title }) => `${kind} ${title}`)).toEqual(
      expect.arrayContaining(['credit_note A1', 'payment P2', 'hold accord', 'created ']),
    )
  })

  test('the address of the one that stays is kept where both have one', async () => {
    const address = (city: string) => [{ kind: 'billing' as const, street: '', postalCode: '', city, country: 'FR' }]
    const keep = await create('C1', { addresses: address('Lyon') })
    const remove = await create('C2', { addresses: address('Paris') })
    const merged = await book.client.customers.merge({ keep: keep.id, remove: remove.id })
    expect(merged.addresses.map(({ city }) => city)).toEqual(['Lyon'])
  })

  test('nothing in the book names the one that is gone', async () => {
    const keep = (await create('C1')).id
    const remove = (await create('C2')).id
    await given(invoice('F1', { customer: 'C2', issued: '2026-10-01', due: '2026-10-31', amount: '100.00' }))
    const [item] = (await book.client.receivables.items({ customerId: remove })).items
    const itemId = item?.id ?? ''
    await book.client.instalments.create({
      customerId: remove,
      itemIds: [itemId],
      agreedOn: TODAY,
      instalments: [{ due: '2026-12-22', amount: 10_000 }],
    })
    await book.client.disputes.open({ itemId, reason: 'price', amount: 1_000 })
    for (const customerId of [keep, remove])
      await book.client.deliveries.add({ customerId, reference: 'BL 1', deliveredOn: TODAY, currency: 'EUR' })
    await book.client.customers.merge({ keep, remove })
    const sqlite = new Sqlite(book.path, { readonly: true })
    const left = tablesOfCustomers(sqlite).filter(
      (table) => sqlite.prepare(`SELECT 1 FROM ${table} WHERE customer_id = ?`).get(remove) !== undefined,
    )
    sqlite.close()
    expect(left).toEqual([])
    expect((await book.client.instalments.list({ customerId: keep })).plans).toHaveLength(1)
    expect((await book.client.disputes.list({ customerId: keep })).total).toBe(1)
    const { deliveries } = await book.client.deliveries.list({ customerId: keep })
    expect(deliveries.map(({ reference }) => reference).toSorted()).toEqual(['BL 1', 'BL 1 (C2)'])
  })

  test('a merge knows every table that names a customer', async () => {
    const sqlite = new Sqlite(book.path, { readonly: true })
    const tables = tablesOfCustomers(sqlite)
    sqlite.close()
    expect(tables).toEqual([
      'address',
      'alert_seen',
      'call',
      'charge_entry',
      'claim_declaration',
      'confirmation',
      'contact',
      'credit_application',
      'credit_block',
      'credit_limit',
      'credit_override',
      'credit_review',
      'customer_answer',
      'customer_event',
      'customer_group_member',
      'customer_order',
      'customer_space',
      'delivery',
      'dispute',
      'dunning_approval',
      'dunning_letter',
      'dunning_plan_of_customer',
      'e_invoice',
      'erasure',
      'external_rating',
      'financial_statement',
      'handover',
      'hold',
      'insolvency_officer',
      'instalment_plan',
      'limitation_act',
      'limitation_regime',
      'mail_message',
      'open_item',
      'payer',
      'promise',
      'proof',
      'register_event',
      'retained_goods',
      'retention_claim',
      'retention_clause',
      'statement_issue',
      'task',
      'write_off',
    ])
  })

  test('a later file that still uses the code of the merged one goes to the one that stays', async () => {
    await create('KEEP')
    const lines = [invoice('F1', { customer: 'GONE', issued: '2026-10-01', due: '2026-11-15', amount: '100.00' })]
    await given(...lines)
    await book.client.customers.merge({ keep: await idOf('KEEP'), remove: await idOf('GONE') })
    const again = await given(...lines)
    expect(again).toMatchObject({ created: { customers: 0, invoices: 0 } })
    await given(...lines, invoice('F2', { customer: 'GONE', issued: '2026-11-01', amount: '5.00' }))
    expect((await book.client.receivables.aged({ asOf: TODAY })).rows).toMatchObject([
      { customer: 'KEEP', total: 10_500 },
    ])
    expect((await book.client.customers.list({})).total).toBe(1)
  })

  test('a later file that still uses a code that was changed goes to the same customer', async () => {
    await given(invoice('F1', { customer: 'OLD', amount: '100.00' }))
    await edit('OLD', { code: 'NEW' })
    expect(await given(invoice('F1', { customer: 'OLD', amount: '100.00' }))).toMatchObject({
      created: { customers: 0, invoices: 0 },
      unchanged: 1,
    })
    // A customer created under that code since has it for its own.
    await create('OLD', { name: 'Another' })
    await given(invoice('F2', { customer: 'OLD', amount: '7.00' }))
    expect((await book.client.receivables.aged({ asOf: TODAY })).rows).toMatchObject([
      { customer: 'OLD', total: 700 },
      { customer: 'NEW', total: 10_000 },
    ])
  })

  test('itself, or someone gone, cannot be merged', async () => {
    const { id } = await create('C1')
    const other = await create('C2')
    expect(await refusalOf(book.client.customers.merge({ keep: id, remove: id }))).toBe('customer.merge-itself')
    await book.client.customers.merge({ keep: id, remove: other.id })
    expect(await refusalOf(book.client.customers.merge({ keep: id, remove: other.id }))).toBe('not-found')
    expect(await refusalOf(book.client.customers.merge({ keep: other.id, remove: id }))).toBe('not-found')
    expect((await book.client.customers.list({})).total).toBe(1)
  })
})
