import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-03-31' })
})
afterEach(() => book.close())

const newCustomer = (code: string) =>
  book.client.customers.create({ code, name: `Maison ${code}`, language: 'fr', country: 'FR', terms: null })

const outside: TestBook['outside'] = (work) => book.outside(work)

describe('what the audit keeps', () => {
  test('a command leaves who, when, what, and the row before and after', async () => {
    const { id } = await newCustomer('C1')
    const { customer } = await book.client.customers.get({ id })
    await book.client.customers.update({ id, customer: { ...customer, name: 'Maison Bleue' } })
    const { entries, total } = await book.client.audit.list({ customerId: id })
    expect(total).toBe(2)
    expect(entries[0]).toMatchObject({
      call: 'customers.update',
      user: 'test',
      today: '2026-03-31',
      customers: [{ id, code: 'C1', name: 'Maison Bleue' }],
    })
    const { changes, input } = await book.client.audit.entry({ id: entries[0]?.id ?? 0 })
    const change = changes.find(({ table }) => table === 'customer')
    expect(change).toMatchObject({ key: id, before: { name: 'Maison C1' }, after: { name: 'Maison Bleue' } })
    expect(input).toMatchObject({ customer: { name: 'Maison Bleue' } })
  })

  test('it is found by person, by call, by slice and by day', async () => {
    await newCustomer('C1')
    const found = async (filters: object) => (await book.client.audit.list(filters)).total
    expect(await found({ call: 'customers.create' })).toBe(1)
    expect(await found({ call: 'customers' })).toBe(1)
    expect(await found({ call: 'customer' })).toBe(0)
    expect(await found({ user: 'test' })).toBe(2)
    expect(await found({ user: 'nobody' })).toBe(0)
    expect(await found({ from: '2026-03-31', until: '2026-03-31' })).toBe(2)
    expect(await found({ until: '2026-03-30' })).toBe(0)
  })

  test('it leaves as a sheet', async () => {
    await newCustomer('=C1')
    const { file } = await book.client.audit.export({ format: 'csv', language: 'fr' })
    expect(await file.text()).toContain('customers.create')
  })

  test('what is refused leaves nothing, and the next command is not charged with it', async () => {
    await newCustomer('C1')
    await expect(newCustomer('C1')).rejects.toThrow()
    await newCustomer('C2')
    const { entries, broken, unsealed } = await book.client.audit.verify({})
    expect({ entries, broken, unsealed }).toEqual({ entries: 3, broken: [], unsealed: [] })
  })
})

describe('what another program does to the book', () => {
  const verify = () => book.client.audit.verify({})

  test('a row that was changed is shown', async () => {
    const { id } = await newCustomer('C1')
    for (let i = 2; i < 40; i++) await newCustomer(`C${i}`)
    outside((sqlite) => sqlite.prepare(`UPDATE customer SET notes = 'x' WHERE id = ?`).run(id))
    expect(await verify()).toMatchObject({
      broken: [],
      unsealed: [{ table: 'customer', key: id, kind: 'changed' }],
    })
  })

  test('a row that was added, and one that was taken out', async () => {
    const { id } = await newCustomer('C1')
    outside((sqlite) =>
      sqlite.exec(`INSERT INTO bank_account (id, currency, iban) VALUES ('zz', 'CHF', 'CH9300762011623852957')`),
    )
    expect((await verify()).unsealed).toEqual([{ table: 'bank_account', key: 'zz', kind: 'added' }])
    outside((sqlite) => {
      sqlite.exec(`DELETE FROM bank_account WHERE id = 'zz'; DELETE FROM customer_event`)
      sqlite.prepare('DELETE FROM customer WHERE id = ?').run(id)
    })
    expect((await verify()).unsealed).toEqual([
      { table: 'customer', key: null, kind: 'removed' },
      { table: 'customer_event', key: null, kind: 'removed' },
    ])
  })

  test('the audit refuses to be changed', () => {
    return newCustomer('C1').then(() => {
      expect(() => outside((sqlite) => sqlite.exec(`UPDATE audit_entry SET user = 'x'`))).toThrow('never changes')
      expect(() => outside((sqlite) => sqlite.exec('DELETE FROM audit_entry'))).toThrow('kept')
      expect(() => outside((sqlite) => sqlite.exec('DELETE FROM audit_change'))).toThrow('kept')
    })
  })

  test('an entry that was changed all the same is shown, and one taken out of the middle', async () => {
    for (const code of ['C1', 'C2', 'C3', 'C4']) await newCustomer(code)
    outside((sqlite) => sqlite.exec(`DROP TRIGGER audit_entry_written; UPDATE audit_entry SET user = 'x' WHERE id = 3`))
    expect((await verify()).broken).toEqual([{ entryId: 3, kind: 'entry-changed' }])
    outside((sqlite) =>
      sqlite.exec(`PRAGMA foreign_keys = OFF; DROP TRIGGER audit_entry_kept; DELETE FROM audit_entry WHERE id = 4`),
    )
    expect((await verify()).broken).toContainEqual({ entryId: 5, kind: 'entry-missing' })
  })

  test('what an entry tells of a row that was changed is shown', async () => {
    await newCustomer('C1')
    outside((sqlite) =>
      sqlite.exec(
        `DROP TRIGGER audit_change_written; UPDATE audit_change SET after = replace(after, 'Maison', 'Chalet')`,
      ),
    )
    expect((await verify()).broken).toEqual([{ entryId: 2, kind: 'rows-changed' }])
  })

  test('rows rewritten with their seals are known by the chain', async () => {
    const { id } = await newCustomer('C1')
    outside((sqlite) => {
      sqlite.exec(`DELETE FROM customer_event; DELETE FROM seal WHERE tbl IN ('customer', 'customer_event')`)
      sqlite.prepare('DELETE FROM customer WHERE id = ?').run(id)
    })
    const { unsealed, broken } = await verify()
    expect({ unsealed, broken }).toEqual({ unsealed: [], broken: [{ entryId: 2, kind: 'state' }] })
  })

  test('personal data may be erased from the audit, and the chain holds', async () => {
    await newCustomer('C1')
    outside((sqlite) =>
      sqlite.exec('UPDATE audit_change SET before = NULL, after = NULL; UPDATE audit_entry SET input = NULL'),
    )
    expect((await verify()).broken).toEqual([])
  })
})
