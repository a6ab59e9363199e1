import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'
import { customerFields, importItems, invoice } from '../support/ledger.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-03-31' })
})
afterEach(() => book.close())

const many = (count: number) =>
  importItems(
    book.client,
    Array.from({ length: count }, (_, i) => invoice(`F${i}`, { due: '2026-02-28' })),
  )

test('what is written while the book is checked is no break', async () => {
  await many(3_000)
  const checking = book.client.integrity.opening({})
  // Each commits between two slices of the check.
  for (let i = 0; i < 40; i += 1) await book.client.customers.create(customerFields(`N${i}`))
  const { broken, unsealed } = await checking
  expect({ broken, unsealed }).toEqual({ broken: [], unsealed: [] })
})

test('other calls are answered while a large book is checked', async () => {
  await many(8_000)
  let done = false
  const checking = book.client.integrity.opening({}).then(() => {
    done = true
  })
  let answered = 0
  while (!done && answered < 3) {
    await book.client.customers.list({})
    if (!done) answered += 1
  }
  await checking
  expect(answered).toBe(3)
})

test.each([
  ['changed', `UPDATE open_item SET amount = amount + 100 WHERE number = 'F2321'`],
  ['added', `INSERT INTO bank_account (id, currency, iban) VALUES ('zz', 'CHF', 'CH93')`],
  ['removed', `DELETE FROM open_item WHERE number = 'F2321'`],
])('a row that another program %s is told with its place when the book is opened', async (kind, sql) => {
  await many(3_000)
  const [item] = (await book.client.receivables.items({ search: 'F2321' })).items
  await book.client.book.close({})
  book.outside((sqlite) => sqlite.exec(sql))
  await book.client.book.open({ path: book.path })
  const { unsealed } = await book.client.integrity.opening({})
  expect(unsealed).toEqual([
    kind === 'added'
      ? { table: 'bank_account', key: 'zz', kind }
      : { table: 'open_item', key: kind === 'changed' ? item?.id : null, kind },
  ])
  // The screen of the checks says the same.
  const { ok, checks } = await book.client.integrity.verify({})
  expect(ok).toBe(false)
  expect(checks.find(({ name }) => name === 'rows')?.found).toBe(1)
})

test('the fingerprint of the audit leaves as a page', async () => {
  const { name, file } = await book.client.integrity.attestation({ language: 'fr' })
  expect(name).toBe('empreinte-du-journal-2026-03-31.pdf')
  expect((await file.text()).startsWith('%PDF')).toBe(true)
})

test('the audit is searched by what an entry tells', async () => {
  await book.client.customers.create(customerFields('C7', { name: 'Maison Bleue', notes: 'au fond de la cour' }))
  const found = async (search: string) => (await book.client.audit.list({ search })).entries.map(({ call }) => call)
  expect(await found('maison BLEUE')).toEqual(['customers.create'])
  expect(await found('fond de la cour')).toEqual(['customers.create'])
  expect(await found('C7')).toEqual(['customers.create'])
  expect(await found('nulle part')).toEqual([])
})
