import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CustomerInput } from '../../src/main/core/customers/customers.contract.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { setCreditPolicy } from '../support/credit.ts'
import { customerFields, type ItemLine, importItems, invoice, payment } from '../support/ledger.ts'

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
const contact = (name: string, email = '') => ({ name, role: '', email, phone: '', dunning: false })

describe('the list', () => {
  beforeEach(async () => {
    await create('C001', { name: 'Alpha', segment: 'Grands comptes', salesperson: 'Nadia Ferrand' })
    await create('C002', { name: 'Béta', segment: 'Export', salesperson: 'Anna Keller' })
    await create('C003', { name: 'Gamma' })
    await create('C004', { name: 'Delta' })
    await given(
      invoice('F1', { customer: 'C001', issued: '2026-10-01', due: '2026-10-31', amount: '100.00' }),
      invoice('F2', { customer: 'C001', issued: '2026-11-01', due: '2026-12-01', amount: '900.00' }),
      invoice('F3', { customer: 'C002', issued: '2026-11-01', due: '2026-12-15', amount: '500.00' }),
      invoice('F4', { customer: 'C002', issued: '2026-09-01', due: '2026-09-30', amount: '10.00', currency: 'USD' }),
      payment('P3', { customer: 'C003', issued: '2026-11-01', amount: '40.00' }),
    )
    await book.client.dunning.hold({ customerId: await idOf('C004'), reason: 'litige', until: '2026-12-31' })
  })

  const codes = async (input: Parameters<typeof book.client.customers.list>[0]) =>
    (await book.client.customers.list(input)).customers.map(({ code }) => code)

  test('shows balance, overdue, days late, hold', async () => {
    const { customers, total } = await book.client.customers.list({})
    expect(total).toBe(4)
    expect(customers).toMatchObject([
      { code: 'C001', currency: 'EUR', balance: 100_000, overdue: 10_000, daysLate: 22, onHold: false },
      { code: 'C002', currency: 'EUR', balance: 50_000, overdue: 0, daysLate: 0, onHold: false },
      { code: 'C004', currency: 'EUR', balance: 0, overdue: 0, daysLate: 0, onHold: true },
      { code: 'C003', currency: 'EUR', balance: -4_000, overdue: 0, daysLate: 0, onHold: false },
    ])
  })

  test('filters', async () => {
    expect(await codes({ show: 'withBalance' })).toEqual(['C001', 'C002', 'C003'])
    expect(await codes({ show: 'inCredit' })).toEqual(['C003'])
    expect(await codes({ show: 'onHold' })).toEqual(['C004'])
    expect(await codes({ segment: 'Export' })).toEqual(['C002'])
    expect(await codes({ segment: 'Export', search: 'alpha' })).toEqual([])
    expect(await book.client.customers.segments({})).toEqual({ segments: ['Export', 'Grands comptes'] })
    expect(await codes({ salesperson: 'Anna Keller' })).toEqual(['C002'])
    expect(await codes({ salesperson: 'Anna Keller', segment: 'Grands comptes' })).toEqual([])
    expect(await book.client.customers.salespeople({})).toEqual({ salespeople: ['Anna Keller', 'Nadia Ferrand'] })
    const { total, customers } = await book.client.customers.list({ salesperson: 'Nadia Ferrand', limit: 1 })
    expect({ total, customers }).toMatchObject({ total: 1, customers: [{ salesperson: 'Nadia Ferrand' }] })
    expect(await book.on('2027-01-01').customers.list({ show: 'onHold' })).toMatchObject({ total: 0 })
  })

  test('who is late in any currency is late, and the row shows that currency', async () => {
    const { customers } = await book.client.customers.list({ show: 'overdue' })
    expect(customers).toMatchObject([
      { code: 'C001', currency: 'EUR', overdue: 10_000, daysLate: 22 },
      { code: 'C002', currency: 'USD', balance: 1_000, overdue: 1_000, daysLate: 53 },
    ])
  })

  test.each([
    [{ sort: 'name' }, ['C001', 'C002', 'C004', 'C003']],
    [{ sort: 'name', descending: true }, ['C003', 'C004', 'C002', 'C001']],
    [{ sort: 'code', descending: true }, ['C004', 'C003', 'C002', 'C001']],
    [{ sort: 'balance' }, ['C003', 'C004', 'C002', 'C001']],
    [{ sort: 'overdue', descending: true }, ['C001', 'C002', 'C004', 'C003']],
    [{ sort: 'daysLate', descending: true }, ['C001', 'C002', 'C004', 'C003']],
  ] as const)('sorted by %j', async (order, expected) => {
    expect(await codes(order)).toEqual(expected)
  })

  test.each(['name', 'code', 'balance', 'overdue', 'daysLate'] as const)(
    'pages by %s never repeat nor miss anyone, equal values included',
    async (sort) => {
      for (let i = 0; i < 40; i += 1) await create(`S${i}`, { name: 'Même nom' })
      for (const descending of [false, true]) {
        const whole = await codes({ sort, descending, limit: 100 })
        const paged: string[] = []
        for (let offset = 0; offset < 44; offset += 7)
          paged.push(...(await codes({ sort, descending, offset, limit: 7 })))
        expect(paged).toEqual(whole)
        expect(new Set(whole).size).toBe(44)
      }
    },
  )
})

describe('a customer’s file', () => {
  test('identifiers are stored bare, terms in one spelling, and come back as written', async () => {
    const created = await create('C1', {
      siren: '732 829 320',
      vatNumber: 'fr 44 732 829 320',
      terms: '45 EOM',
      contacts: [contact('Anne', 'a@b.fr'), { ...contact('Luc'), dunning: true }],
      addresses: [{ kind: 'billing', street: '1, rue A\nBât. B', postalCode: '69001', city: 'Lyon', country: 'FR' }],
    })
    expect(created).toMatchObject({ siren: SIREN, vatNumber: `FR44${SIREN}`, terms: '45eom-a' })
    const { customer, effectiveTerms } = await book.client.customers.get({ id: created.id })
    expect(customer).toEqual(created)
    expect(effectiveTerms).toBe('45eom-a')
    expect((await book.client.customers.get({ id: (await create('C2')).id })).effectiveTerms).toBe('30')
  })

  test.each<[string, Partial<CustomerInput>]>([
    ['identifier.siren', { siren: '732829321' }],
    ['identifier.siren', { siren: '73282932' }],
    ['identifier.vat', { vatNumber: 'FR00732829320' }],
    ['terms.unreadable', { terms: 'fin de mois' }],
    ['BAD_REQUEST', { name: ' ' }],
    ['BAD_REQUEST', { code: '' }],
    ['BAD_REQUEST', { country: 'fr' }],
    ['BAD_REQUEST', { notes: 'x'.repeat(5001) }],
    [
      'BAD_REQUEST',
      {
        addresses: [
          { kind: 'billing', street: '', postalCode: '', city: 'Lyon', country: 'FR' },
          { kind: 'billing', street: '', postalCode: '', city: 'Paris', country: 'FR' },
        ],
      },
    ],
  ])('%s: %j is refused, on creation and on editing, and nothing changes', async (code, fields) => {
    await create('C1')
    const before = await book.client.customers.get({ id: await idOf('C1') })
    expect(await refusalOf(create('C2', fields))).toBe(code)
    expect(await refusalOf(edit('C1', { segment: 'changed', ...fields }))).toBe(code)
    expect((await book.client.customers.list({})).total).toBe(1)
    expect(await book.client.customers.get({ id: await idOf('C1') })).toEqual(before)
  })

  test('a code belongs to one customer', async () => {
    await create('C1', { name: 'Alpha' })
    await create('C2')
    expect(await refusal(create('C1'))).toEqual({ code: 'customer.code-used', details: { code: 'C1', name: 'Alpha' } })
    expect(await refusalOf(edit('C2', { code: 'C1' }))).toBe('customer.code-used')
    expect(await edit('C2', { code: 'C2', name: 'Beta' })).toMatchObject({ code: 'C2', name: 'Beta' })
    expect(await refusalOf(book.client.customers.byCode({ code: 'C9' }))).toBe('not-found')
    const gone = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'
    expect(await refusalOf(book.client.customers.get({ id: gone }))).toBe('not-found')
    expect(await refusalOf(book.client.customers.update({ id: gone, customer: customerFields('C3') }))).toBe(
      'not-found',
    )
  })

  test('F17: a SIREN used by another is a warning that names them, not a refusal', async () => {
    await create('C1', { name: 'Alpha', siren: SIREN })
    const second = await create('C2', { name: 'Alpha Sud', siren: SIREN })
    expect((await book.client.customers.get({ id: second.id })).warnings).toContainEqual({
      code: 'customer.siren-used',
      details: { code: 'C1', name: 'Alpha' },
    })
    const check = (id: string | null, rest: Partial<CustomerInput>) =>
      book.client.customers.check({ id, customer: customerFields('C3', rest) })
    // As typed, before it is saved: with spaces too.
    expect((await check(null, { siren: '732 829 320' })).warnings.map(({ details }) => details.code)).toEqual([
      'C1',
      'C2',
    ])
    expect((await check(second.id, { siren: SIREN })).warnings.map(({ details }) => details.code)).toEqual(['C1'])
    expect((await check(null, { siren: '' })).warnings).toEqual([])
    expect((await check(second.id, { name: 'ALPHA', siren: '' })).warnings).toEqual([
      { code: 'customer.name-used', details: { code: 'C1', name: 'Alpha' } },
    ])
    await create('C4', { name: 'Gamma', vatNumber: 'FR83404833048' })
    expect((await check(null, { vatNumber: 'FR 83 404 833 048' })).warnings).toEqual([
      { code: 'customer.vat-used', details: { code: 'C4', name: 'Gamma' } },
    ])
  })

  test('a VAT number of another SIREN and terms above the legal ceiling are warned of', async () => {
    const { warnings } = await book.client.customers.check({
      id: null,
      customer: customerFields('C1', { siren: SIREN, vatNumber: 'FR83404833048', terms: '90' }),
    })
    expect(warnings).toMatchObject([
      { code: 'customer.vat-differs-from-siren', details: { expected: `FR44${SIREN}` } },
      { code: 'terms.above-legal-ceiling' },
    ])
  })
})

describe('payment terms', () => {
  const dues = async () =>
    Object.fromEntries(
      (await book.client.receivables.items({ limit: 100 })).items.map(({ number, due, dueComputed }) => [
        number,
        `${due}${dueComputed ? '' : ' printed'}`,
      ]),
    )

  beforeEach(async () => {
    await create('C1')
    await create('C2', { terms: '60' })
    await given(
      invoice('F1', { customer: 'C1', issued: '2026-01-31' }),
      invoice('F2', { customer: 'C1', issued: '2026-01-31', due: '2026-02-10' }),
      invoice('F3', { customer: 'C2', issued: '2026-01-31' }),
      payment('P1', { customer: 'C1', issued: '2026-01-31' }),
    )
  })

  test('a missing due date comes from the customer’s terms, else the company’s; a printed one stands', async () => {
    expect(await dues()).toEqual({
      F1: '2026-03-02',
      F2: '2026-02-10 printed',
      F3: '2026-04-01',
      P1: '2026-01-31 printed',
    })
  })

  test('changed terms move only the due dates they gave, of that customer', async () => {
    await edit('C1', { terms: '45eom-a' })
    expect(await dues()).toEqual({
      F1: '2026-03-31',
      F2: '2026-02-10 printed',
      F3: '2026-04-01',
      P1: '2026-01-31 printed',
    })
    // Without terms of its own again, the company's count.
    await edit('C1', { terms: null })
    expect(await dues()).toMatchObject({ F1: '2026-03-02' })
    await edit('C1', { terms: '30' })
    expect(await dues()).toMatchObject({ F1: '2026-03-02' })
  })

  test('the company’s terms move only customers without their own', async () => {
    const { logoId: _logo, bankAccounts: _accounts, ...company } = await book.client.company.get({})
    await book.client.company.update({ ...company, terms: '45eom-b' })
    expect(await dues()).toEqual({
      F1: '2026-03-17',
      F2: '2026-02-10 printed',
      F3: '2026-04-01',
      P1: '2026-01-31 printed',
    })
  })

  test('the policy’s terms of a segment stand between the customer’s own and the company’s', async () => {
    await setCreditPolicy(book.client, { termsBySegment: [{ segment: 'Négoce', terms: '45' }] })
    await edit('C1', { segment: 'Négoce' })
    await edit('C2', { segment: 'Négoce' })
    expect(await dues()).toMatchObject({ F1: '2026-03-17', F3: '2026-04-01' })
    await given(invoice('F4', { customer: 'C1', issued: '2026-02-01' }))
    expect(await dues()).toMatchObject({ F4: '2026-03-18' })
    const { logoId: _logo, bankAccounts: _accounts, ...company } = await book.client.company.get({})
    await book.client.company.update({ ...company, terms: '60' })
    expect(await dues()).toMatchObject({ F1: '2026-03-17', F4: '2026-03-18' })
    const { id } = await book.client.customers.byCode({ code: 'C1' })
    expect((await book.client.customers.get({ id })).effectiveTerms).toBe('45')
    await edit('C1', { segment: '' })
    expect(await dues()).toMatchObject({ F1: '2026-04-01', F4: '2026-04-02' })
  })
})

describe('the timeline', () => {
  test('newest first, what happened last on a day first, the same across pages', async () => {
    const { id } = await create('C1', { name: 'Alpha' })
    await edit('C1', { name: 'Alpha SA', segment: 'Export' })
    await given(
      invoice('F1', { customer: 'C1', issued: '2026-10-01', due: '2026-10-31', amount: '100.00' }),
      ...Array.from({ length: 12 }, (_, i) =>
        invoice(`G${i}`, { customer: 'C1', issued: '2026-09-01', amount: '1.00' }),
      ),
      payment('P1', { customer: 'C1', issued: '2026-11-05', amount: '40.00', settles: 'F1' }),
    )
    await book.client.dunning.hold({ customerId: id, reason: 'litige prix' })
    const { entries, more } = await book.client.customers.timeline({ id })
    expect(more).toBe(false)
    expect(entries.map(({ day }) => day)).toEqual(
      entries
        .map(({ day }) => day)
        .toSorted()
        .reverse(),
    )
    expect(entries.slice(0, 5).map(({ kind, title }) => [kind, title])).toEqual([
      ['hold', 'litige prix'],
      ['edited', ''],
      ['created', ''],
      ['payment', 'P1'],
      ['invoice', 'F1'],
    ])
    expect(entries[1]?.details).toEqual({
      name: { before: 'Alpha', after: 'Alpha SA' },
      segment: { before: '', after: 'Export' },
    })
    const paged = []
    for (let offset = 0; offset < entries.length; offset += 4) {
      const page = await book.client.customers.timeline({ id, offset, limit: 4 })
      expect(page.more).toBe(offset + 4 < entries.length)
      paged.push(...page.entries)
    }
    expect(paged).toEqual(entries)
  })

  test('a receipt by hand says how it came, and one that came back says so', async () => {
    const { id } = await create('C1')
    await given(invoice('F1', { customer: 'C1', issued: '2026-10-01', due: '2026-10-31', amount: '100.00' }))
    const { itemId } = await book.client.payments.receive({
      customerId: id,
      day: '2026-11-05',
      amount: 10_000,
      currency: 'EUR',
      method: 'cheque',
    })
    await book.client.payments.bounce({ itemId, day: '2026-11-12', reason: 'Sans provision' })
    const { entries } = await book.client.customers.timeline({ id })
    expect(entries.filter(({ kind }) => kind === 'payment')).toMatchObject([
      { day: '2026-11-12', title: 'RJ-2026-1', details: { bounces: 'RG-2026-1', bounceReason: 'Sans provision' } },
      { day: '2026-11-05', title: 'RG-2026-1', details: { method: 'cheque', bouncedOn: '2026-11-12' } },
    ])
  })

  test('saving without a change leaves no trace there', async () => {
    const { id } = await create('C1')
    await edit('C1', {})
    expect((await book.client.customers.timeline({ id })).entries.map(({ kind }) => kind)).toEqual(['created'])
  })
})
