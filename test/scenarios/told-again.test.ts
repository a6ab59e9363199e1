import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'
import { ciiInvoice } from '../support/einvoice-samples.ts'
import { writeVariant } from '../support/fec-variants.ts'
import { customerFields, importFile } from '../support/ledger.ts'

// The ledger: FA-1 of 1,200.00 paid by transfer on 20 January and lettered; FA-2 of 60.30, credit note of 12.00.
const ledger = async () => new Uint8Array(await writeVariant([]).arrayBuffer())

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-02-01' })
})
afterEach(() => book.close())

const newCustomer = async (code: string, name: string) =>
  (await book.client.customers.create({ ...customerFields(code), name })).id
const all = async () =>
  (await book.client.receivables.items({ show: 'all', limit: 1000, sort: 'number' })).items.map(
    ({ kind, number, amount, open }) => `${kind} ${number} ${amount} ${open}`,
  )
const balance = async () => {
  const { total, control } = await book.client.receivables.aged({ asOf: '2026-02-01' })
  return { total: total.total, difference: control.difference }
}

describe('a ledger tells what the book had already', () => {
  test('a receipt recorded from the bank is the ledger’s receipt: it counts once, and settles what the ledger letters', async () => {
    const customerId = await newCustomer('C001', 'Café Hélène')
    await book.client.payments.receive({
      customerId,
      day: '2026-01-19',
      amount: 120_000,
      currency: 'EUR',
      method: 'transfer',
      allocate: 'none',
    })
    const report = await importFile(book.client, await ledger(), { name: 'fec.txt' })
    expect(report.created).toMatchObject({ invoices: 2, payments: 0, creditNotes: 1 })
    expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'told-again', details: { count: 1 } }))
    expect(await all()).toEqual([
      'opening AN-1 48000 48000',
      'credit_note AV-3 -1200 -1200',
      'invoice FA-1 120000 0',
      'invoice FA-2 6030 6030',
      'payment RG-2026-1 -120000 0',
    ])
    expect(await balance()).toEqual({ total: 52_830, difference: 0 })
    const again = await importFile(book.client, await ledger(), { name: 'fec.txt' })
    expect(again.created).toMatchObject({ customers: 0, invoices: 0, payments: 0 })
    expect(await balance()).toEqual({ total: 52_830, difference: 0 })
  })

  test('an electronic invoice is the ledger’s invoice; another amount is said', async () => {
    await newCustomer('C002', 'Gâteaux & Cie')
    const invoice = (gross: [string, string]) =>
      ciiInvoice({
        number: 'FA-2',
        issued: '2026-01-10',
        due: '2026-02-09',
        net: gross[0],
        tax: gross[1],
        buyer: { name: 'Gâteaux & Cie' },
      })
    await importFile(book.client, invoice(['51.25', '10.05']), { name: 'FA-2.xml' })
    const report = await importFile(book.client, await ledger(), { name: 'fec.txt' })
    expect(report.created.invoices).toBe(1)
    expect(report.warnings).toContainEqual(
      expect.objectContaining({
        code: 'amount-differs',
        details: { number: 'FA-2', difference: -100, currency: 'EUR' },
      }),
    )
    expect((await all()).filter((line) => line.includes('FA-2'))).toEqual(['invoice FA-2 6130 6130'])
  })

  test('a second receipt of the same amount is another one', async () => {
    const customerId = await newCustomer('C001', 'Café Hélène')
    const receipt = { customerId, amount: 120_000, currency: 'EUR', method: 'transfer', allocate: 'none' } as const
    await book.client.payments.receive({ ...receipt, day: '2026-01-20' })
    await book.client.payments.receive({ ...receipt, day: '2026-01-21' })
    const report = await importFile(book.client, await ledger(), { name: 'fec.txt' })
    expect(report.created.payments).toBe(0)
    expect((await all()).filter((line) => line.startsWith('payment'))).toEqual([
      'payment RG-2026-1 -120000 0',
      'payment RG-2026-2 -120000 -120000',
    ])
  })

  test('a receipt of ten days before is not the ledger’s', async () => {
    const customerId = await newCustomer('C001', 'Café Hélène')
    await book.client.payments.receive({
      customerId,
      day: '2026-01-08',
      amount: 120_000,
      currency: 'EUR',
      method: 'transfer',
      allocate: 'none',
    })
    const report = await importFile(book.client, await ledger(), { name: 'fec.txt' })
    expect(report.created.payments).toBe(1)
  })
})
