import { createHash } from 'node:crypto'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { contest, itemId } from '../support/disputes.ts'
import { creditNote, customerFields, importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-06-30'
let book: TestBook
let alpha = ''
let beta = ''

beforeAll(async () => {
  book = await openTestBook({ today: TODAY })
  for (const [code, language] of [
    ['C1', 'fr'],
    ['C2', 'en'],
    ['C3', 'fr'],
  ] as const)
    await book.client.customers.create(customerFields(code, { language, name: `Maison ${code}` }))
  await importItems(book.client, [
    invoice('F-1', { customer: 'C1', issued: '2026-02-01', due: '2026-03-31', amount: '1000.00' }),
    invoice('F-2', { customer: 'C1', issued: '2026-05-01', due: '2026-06-15', amount: '600.00' }),
    invoice('F-3', { customer: 'C1', issued: '2026-06-20', due: '2026-07-20', amount: '300.00' }),
    payment('R-1', { customer: 'C1', issued: '2026-04-10', amount: '250.00', settles: 'F-1' }),
    creditNote('A-1', { customer: 'C1', issued: '2026-06-01', amount: '80.00' }),
    invoice('U-1', { customer: 'C1', issued: '2026-05-01', due: '2026-05-31', amount: '50.00', currency: 'USD' }),
    invoice('F-9', { customer: 'C2', issued: '2026-05-01', due: '2026-05-31', amount: '40.00' }),
  ])
  alpha = (await book.client.customers.byCode({ code: 'C1' })).id
  beta = (await book.client.customers.byCode({ code: 'C3' })).id
})
afterAll(() => book.close())

const euros = async (asOf: string, rest: { kind?: 'open' | 'movements'; from?: string } = {}) => {
  const { accounts } = await book.client.statements.figures({ customerId: alpha, asOf, ...rest })
  return accounts[0]
}

test('a statement tells what is open by due date, its ageing, and what is overdue less the credits', async () => {
  const account = await euros(TODAY)
  expect(account).toMatchObject({
    currency: 'EUR',
    total: 157_000,
    notDue: 30_000,
    overdue: 135_000,
    unallocated: -8000,
    disputed: 0,
    toPay: 127_000,
  })
  expect(account?.lines.map(({ number, open, daysLate }) => [number, open, daysLate])).toEqual([
    ['F-1', 75_000, 91],
    ['F-2', 60_000, 15],
    ['F-3', 30_000, 0],
    ['A-1', -8000, 0],
  ])
  expect(Object.fromEntries((account?.ageing ?? []).map(({ key, amount }) => [key, amount]))).toEqual({
    notDue: 30_000,
    '1-30': 60_000,
    '31-60': 0,
    '61-90': 0,
    over90: 75_000,
  })
})

test('each currency has its account and its total; the company’s comes first', async () => {
  const { accounts } = await book.client.statements.figures({ customerId: alpha, asOf: TODAY })
  expect(accounts.map(({ currency, total }) => [currency, total])).toEqual([
    ['EUR', 157_000],
    ['USD', 5000],
  ])
})

test('on an earlier day it tells what was known then', async () => {
  const account = await euros('2026-04-09')
  expect(account?.lines.map(({ number, open }) => [number, open])).toEqual([['F-1', 100_000]])
  expect((await euros('2026-04-10'))?.total).toBe(75_000)
})

test('movements start from the balance of the evening before and end on the total', async () => {
  const account = await euros(TODAY, { kind: 'movements', from: '2026-04-01' })
  expect(account?.opening).toBe(100_000)
  expect(account?.movements.map(({ number, amount, balance }) => [number, amount, balance])).toEqual([
    ['R-1', -25_000, 75_000],
    ['F-2', 60_000, 135_000],
    ['A-1', -8000, 127_000],
    ['F-3', 30_000, 157_000],
  ])
  const { from } = await book.client.statements.figures({ customerId: alpha, asOf: TODAY, kind: 'movements' })
  expect(from).toBe('2026-03-01')
})

test('what is disputed is in the balance and not in what is to be paid', async () => {
  const { id } = await contest(book.client, 'F-1', 20_000)
  expect(await euros(TODAY)).toMatchObject({ total: 157_000, disputed: 20_000, toPay: 107_000 })
  await book.client.disputes.close({ id, outcome: 'upheld' })
  expect(await euros(TODAY)).toMatchObject({ disputed: 0, toPay: 127_000 })
})

test('an instalment plan in force is named; what it covers is not asked for as overdue', async () => {
  const plan = await book.client.instalments.create({
    customerId: alpha,
    itemIds: [await itemId(book.client, 'F-2')],
    agreedOn: TODAY,
    instalments: [
      { due: '2026-07-15', amount: 20_000 },
      { due: '2026-08-15', amount: 40_000 },
    ],
  })
  const { plans, accounts } = await book.client.statements.figures({ customerId: alpha, asOf: TODAY })
  expect(plans).toEqual([{ currency: 'EUR', agreedOn: TODAY, open: 60_000, nextDue: '2026-07-15', nextAmount: 20_000 }])
  expect(accounts[0]?.lines.filter(({ planned }) => planned).map(({ number }) => number)).toEqual(['F-2'])
  expect(accounts[0]).toMatchObject({ total: 157_000, toPay: 67_000 })
  await book.client.instalments.cancel({ id: plan.id, reason: 'test' })
})

test('as PDF it bears its day and its language, and the hash that it is kept by', async () => {
  const { name, file, sha256, totals } = await book.client.statements.file({ customerId: alpha, asOf: TODAY })
  expect(name).toBe('RC-20260630-C1-maison-c1.pdf')
  expect(totals).toEqual([
    { currency: 'EUR', total: 157_000 },
    { currency: 'USD', total: 5000 },
  ])
  const bytes = new Uint8Array(await file.arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  expect(pdf.getTitle()).toBe('Relevé de compte au 30\u00a0juin\u00a02026')
  for (const [language, title] of [
    ['en', /Statement of account/],
    ['de', /Kontoauszug/],
    ['es', /Extracto de cuenta/],
  ] as const) {
    const other = await book.client.statements.file({ customerId: alpha, asOf: TODAY, language })
    const text = Buffer.from(await other.file.arrayBuffer())
    expect((await PDFDocument.load(text, { updateMetadata: false })).getTitle()).toMatch(title)
    expect(text.toString('latin1')).toContain(`/Lang (${language})`)
  }
})

test('who owes nothing gets a statement that says so', async () => {
  const { accounts } = await book.client.statements.figures({ customerId: beta, asOf: TODAY })
  expect(accounts).toMatchObject([{ currency: 'EUR', total: 0, lines: [] }])
  expect((await book.client.statements.preview({ customerId: beta, asOf: TODAY })).pages).toHaveLength(1)
})

test('refused: a first day after the last, buckets out of order, a customer that is none', async () => {
  const { statements } = book.client
  expect(
    await refusalOf(statements.figures({ customerId: alpha, asOf: TODAY, kind: 'movements', from: '2026-07-01' })),
  ).toBe('statement.days-invalid')
  expect(await refusalOf(statements.figures({ customerId: alpha, asOf: TODAY, buckets: [60, 30] }))).toBe(
    'input.invalid',
  )
  expect(await refusalOf(statements.file({ customerId: '00000000-0000-7000-8000-000000000000', asOf: TODAY }))).toBe(
    'not-found',
  )
})
