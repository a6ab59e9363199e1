import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { APART, PARTS } from '../../src/main/core/privacy/privacy.rows.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { level, planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { customerFields, finish, importItems, invoice, payment } from '../support/ledger.ts'

const THEN = '2013-03-20'
const NOW = '2024-01-02'
const NAME = 'Zéphyrine Quatrelivres'
const PDF = '%PDF-1.4\n1 0 obj<</Title(Quatrelivres)>>endobj\n%%EOF\n'

let book: TestBook
let id: string
beforeEach(async () => {
  book = await openTestBook({ today: THEN })
  const contacts = [
    {
      name: 'Archibald Quatrelivres',
      role: 'gérant',
      email: 'archie@quatrelivres.test',
      phone: '0612345678',
      dunning: true,
    },
  ]
  const addresses = [
    {
      kind: 'registered' as const,
      street: '7 impasse des Quatrelivres',
      postalCode: '75001',
      city: 'Paris',
      country: 'FR',
    },
  ]
  const fields = { name: NAME, notes: 'Famille Quatrelivres', contacts, addresses }
  ;({ id } = await book.client.customers.create(customerFields('QUATRELI', { ...fields, siren: '732829320' })))
  await book.client.customers.create(customerFields('C2', { name: 'Autre client' }))
})
afterEach(() => book.close())

/** What a person leaves behind in ten years: an invoice, a reminder, a talk, a dispute, a file, a payment. */
const live = async () => {
  const { client } = book
  await putPlan(client, planOf([5], { levels: [level(1, 5, { channel: 'letter' })] }))
  await importItems(client, [
    invoice('F1', { customer: 'QUATRELI', name: NAME, issued: '2013-01-01', due: '2013-01-31', amount: '120.00' }),
    invoice('F2', { customer: 'C2', name: 'Autre client', issued: '2013-01-01', due: '2013-01-31' }),
  ])
  const [item] = (await client.receivables.items({ customerId: id })).items
  await remindersOf(book).issueAndSend(THEN)
  await client.calls.record({
    customerId: id,
    outcome: 'no-answer',
    contact: 'Archibald Quatrelivres',
    note: 'Quatrelivres absent',
  })
  for (const { id: task } of (await client.calls.tasks({ customerId: id })).tasks)
    await client.calls.doTask({ id: task })
  const dispute = await client.disputes.open({
    itemId: item?.id ?? '',
    reason: 'price',
    amount: 1000,
    description: 'dit Quatrelivres',
  })
  await client.disputes.addStep({ id: dispute.id, text: 'Quatrelivres rappelle' })
  await client.disputes.close({ id: dispute.id, outcome: 'upheld', conclusion: 'M. Quatrelivres convient' })
  await client.proofs.add({
    customerId: id,
    kind: 'order',
    name: 'quatrelivres.pdf',
    title: 'Bon Quatrelivres',
    file: new File([PDF], 'quatrelivres.pdf'),
  })
  await importItems(client, [
    payment('P1', { customer: 'QUATRELI', name: NAME, issued: '2013-03-20', amount: '120.00', settles: 'F1' }),
  ])
}

/** Every byte that the book has on disk. */
const bytes = () =>
  Buffer.concat(
    ['', '-wal']
      .map((end) => book.path + end)
      .filter(existsSync)
      .map((path) => readFileSync(path)),
  )
const holds = (text: string) => bytes().includes(text)
const erase = (input: Partial<Parameters<TestBook['client']['privacy']['erase']>[0]> = {}, day = NOW) =>
  finish(
    book.on(day).privacy.erase({ customerId: id, kind: 'customer', reason: 'retention', confirmation: NAME, ...input }),
  )
const whole = async () => {
  const { checks } = await book.client.integrity.verify({})
  return checks.filter(({ ok }) => !ok)
}

describe('a customer past its retention', () => {
  beforeEach(live)

  test('is due, and nothing is erased by itself', async () => {
    const kinds = async (day: string) => (await book.on(day).privacy.due({})).due.map(({ kind }) => kind)
    expect(await kinds('2013-12-31')).toEqual([])
    expect(await kinds('2023-12-30')).toEqual(['talks', 'documents'])
    expect((await book.on(NOW).privacy.due({})).due).toMatchObject([
      { kind: 'customer', customer: { id }, since: '2013-03-20', dueOn: '2023-12-31', hindrances: [] },
    ])
    expect((await book.client.customers.get({ id })).customer.name).toBe(NAME)
  })

  test('erased, the books stay true, the chain holds, and no byte of the name is left in the file', async () => {
    expect([holds('Quatrelivres'), holds('quatrelivres'), holds('0612345678')]).toEqual([true, true, true])
    const before = await book.on(NOW).receivables.items({ customerId: id, show: 'all' })
    const { result } = await erase()
    expect(result.erasure).toMatchObject({ kind: 'customer', complete: true, documents: 2 })
    expect(result.mentions).toEqual([])
    for (const text of ['Quatrelivres', 'QUATRELI', 'quatreli', '0612345678', '732829320', 'phyrine'])
      expect([text, holds(text)]).toEqual([text, false])
    const { customer } = await book.client.customers.get({ id })
    expect(customer).toMatchObject({ siren: '', notes: '', contacts: [], addresses: [] })
    expect(customer.name).toMatch(/^Client anonymisé /)
    const after = await book.on(NOW).receivables.items({ customerId: id, show: 'all' })
    const money = ({ items }: typeof before) =>
      items.map(({ number, amount, issued, due, open }) => ({ number, amount, issued, due, open }))
    expect(money(after)).toEqual(money(before))
    expect(await whole()).toEqual([])
    // The search knows the others still, and not this one.
    expect((await book.client.customers.list({ search: 'autre' })).total).toBe(1)
    expect((await book.client.customers.list({ search: 'quatrelivres' })).total).toBe(0)
  })

  test('what the audit told of it is said to be erased; who and when stay', async () => {
    await erase()
    const { entries } = await book.client.audit.list({ customerId: id })
    expect(entries.map(({ call }) => call)).toContain('customers.create')
    const { input, changes } = await book.client.audit.entry({
      id: entries.find(({ call }) => call === 'customers.create')?.id ?? 0,
    })
    expect(input).toBeNull()
    expect(changes.find(({ table }) => table === 'customer')).toMatchObject({ erased: true })
    // Of what is about another, nothing is lost.
    const [other] = (await book.client.audit.list({ call: 'customers.create' })).entries
    expect((await book.client.audit.entry({ id: other?.id ?? 0 })).changes[0]?.erased).toBe(false)
  })

  test('its letters open still, as a page that says so', async () => {
    await erase()
    const [letter] = (await book.client.dunning.letters({ customerId: id })).letters
    const { mediaType, file } = await book.client.documents.get({ id: letter?.documentId ?? '' })
    expect(mediaType).toBe('application/pdf')
    expect((await file.text()).startsWith('%PDF')).toBe(true)
    expect(letter).toMatchObject({ total: 12_000, customerName: expect.stringMatching(/^Client anonymisé/) })
  })

  test('is refused while the law keeps it, while something is open, for another name, and twice', async () => {
    expect(await refusal(erase({}, '2023-06-01'))).toMatchObject({
      code: 'privacy.hindered',
      details: { hindrances: [{ kind: 'law', until: '2023-12-31' }] },
    })
    expect(await refusalOf(erase({ confirmation: 'Zéphyrine' }))).toBe('privacy.confirmation-differs')
    await importItems(book.on(NOW), [
      invoice('F9', { customer: 'QUATRELI', name: NAME, issued: '2013-02-01', due: '2013-02-28' }),
    ])
    expect(await refusal(erase())).toMatchObject({
      code: 'privacy.hindered',
      details: { hindrances: [{ kind: 'open-items', count: 1 }] },
    })
    await importItems(book.on(NOW), [
      payment('P9', { customer: 'QUATRELI', name: NAME, issued: '2013-03-01', settles: 'F9' }),
    ])
    await erase()
    expect(await refusalOf(erase({ confirmation: 'x' }))).toBe('privacy.erased-already')
    expect(holds('Quatrelivres')).toBe(false)
  })

  test('a preview tells what goes and changes nothing', async () => {
    const seen = await book.on(NOW).privacy.preview({ customerId: id, kind: 'customer' })
    expect(seen).toMatchObject({ confirmation: NAME, documents: 2, hindrances: [], dueOn: '2023-12-31' })
    expect(seen.tables).toContainEqual({ table: 'contact', rows: 1 })
    expect(seen.entries).toBeGreaterThan(4)
    expect((await book.client.customers.get({ id })).customer.name).toBe(NAME)
  })
})

describe('what is older, of customers that stay', () => {
  beforeEach(live)

  test('talks past five years go; the customer and its letters stay', async () => {
    const { due } = await book.on('2019-01-01').privacy.due({})
    expect(due).toMatchObject([{ kind: 'talks', customer: { id }, rows: 2, until: '2014-01-01', hindrances: [] }])
    await erase({ kind: 'talks' }, '2019-01-01')
    const [talk] = (await book.client.calls.list({ customerId: id })).calls
    expect(talk).toMatchObject({ outcome: 'no-answer', note: '', contact: '' })
    expect((await book.client.customers.get({ id })).customer.name).toBe(NAME)
    expect(holds('Quatrelivres absent')).toBe(false)
    expect(await whole()).toEqual([])
    expect(await refusalOf(erase({ kind: 'talks' }, '2015-01-01'))).toBe('none')
  })

  test('one contact goes on request, whatever is open', async () => {
    const { contacts } = await book.client.privacy.preview({ customerId: id, kind: 'customer' })
    const target = {
      kind: 'contact' as const,
      contactId: contacts[0]?.id ?? '',
      confirmation: 'archibald quatrelivres',
    }
    expect(await refusalOf(erase(target))).toBe('privacy.not-due')
    await erase({ ...target, reason: 'request' })
    expect([holds('Archibald'), holds('archie@'), holds('0612345678')]).toEqual([false, false, false])
    expect(holds('Quatrelivres')).toBe(true)
    expect((await book.client.customers.get({ id })).customer.contacts).toEqual([])
    expect((await book.client.customers.list({ search: 'archie' })).total).toBe(0)
    expect(await whole()).toEqual([])
    expect(await refusalOf(erase({ ...target, reason: 'request' }))).toBe('not-found')
  })
})

test('periods may be the user’s own, with their source, never below the law', async () => {
  const { setPeriod, periods } = book.client.privacy
  expect(await refusalOf(setPeriod({ kind: 'customer', months: 60, source: 'DPO' }))).toBe('privacy.period-below-law')
  expect(await refusalOf(setPeriod({ kind: 'prospect', months: 12 }))).toBe('privacy.source-missing')
  await setPeriod({ kind: 'prospect', months: 12, source: 'Registre des traitements' })
  expect((await periods({})).periods[0]).toMatchObject({ months: 12, own: true, defaultMonths: 36 })
  expect((await book.on('2014-03-21').privacy.due({})).due.map(({ kind }) => kind)).toEqual(['prospect', 'prospect'])
  await setPeriod({ kind: 'prospect', months: null })
  expect((await periods({})).periods[0]).toMatchObject({ months: 36, own: false })
})

test('everything held of a customer leaves as a ZIP whose manifest holds', async () => {
  await live()
  const { name, file } = await book.client.privacy.export({ customerId: id, language: 'fr' })
  expect(name).toBe(`QUATRELI-${THEN}.zip`)
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const read = (path: string) => strFromU8(files[path] ?? new Uint8Array())
  const manifest = JSON.parse(read('manifest.json')) as { files: { path: string; sha256: string }[] }
  expect(manifest.files.map(({ path }) => path).sort()).toEqual(
    Object.keys(files)
      .filter((path) => path !== 'manifest.json')
      .sort(),
  )
  for (const { path, sha256 } of manifest.files)
    expect(
      createHash('sha256')
        .update(files[path] as Uint8Array)
        .digest('hex'),
    ).toBe(sha256)
  const { tables } = JSON.parse(read('data.json')) as { tables: Record<string, Record<string, unknown>[]> }
  expect(tables.contact).toMatchObject([{ email: 'archie@quatrelivres.test' }])
  expect(tables.call).toMatchObject([{ note: 'Quatrelivres absent' }])
  expect(read('documents/quatrelivres.pdf')).toBe(PDF)
  expect(read('tables/open_item.csv')).toContain('120,00')
  expect(read('data.json')).not.toContain('Autre client')
})

test('every table is of a customer or is none; every column named exists', () => {
  book.outside((sqlite) => {
    const tables = sqlite
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
      )
      .pluck()
      .all() as string[]
    const known = new Set<string>([...PARTS.map(({ table }) => table), ...APART])
    expect(tables.filter((table) => !known.has(table))).toEqual([])
    for (const { table, blank = [], set = {}, scrub = {}, files = [] } of PARTS) {
      const columns = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
      const named = [...blank, ...Object.keys(set), ...Object.keys(scrub), ...files]
      expect([table, named.filter((column) => !columns.includes(column))]).toEqual([table, []])
      const pointing = sqlite
        .prepare(`SELECT "from" FROM pragma_foreign_key_list(?) WHERE "table" = 'document'`)
        .pluck()
        .all(table) as string[]
      expect([table, pointing.filter((column) => !files.includes(column))]).toEqual([table, []])
    }
  })
})
