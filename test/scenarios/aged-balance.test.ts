import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AgedInput } from '../../src/main/core/receivables/receivables.contract.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { creditNote, type ItemLine, importItems, invoice, opening, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const given = (...lines: ItemLine[]) => importItems(book.client, lines)

const aged = (asOf: string, rest: Partial<Omit<AgedInput, 'asOf'>> = {}) =>
  book.client.receivables.aged({ asOf, ...rest })

/** The columns that hold something, of the book and of each customer; the control must close every time. */
const balance = async (asOf: string, rest: Partial<Omit<AgedInput, 'asOf'>> = {}) => {
  const report = await aged(asOf, rest)
  expect(report.control.difference).toBe(0)
  const filled = (values: Record<string, number>) =>
    Object.fromEntries(Object.entries(values).filter(([, v]) => v !== 0))
  return {
    total: report.total.total,
    ...filled(report.total.values),
    rows: report.rows.map(({ customer, total, values }) => ({ customer, total, ...filled(values) })),
  }
}

const openItems = async (asOf: string) =>
  (await book.client.receivables.items({ asOf, sort: 'due' })).items.map(({ number, due, open }) => [number, due, open])

describe('which column', () => {
  test('A1: one item in each column, the columns add up to the total', async () => {
    const due = (number: string, day: string, amount: string) =>
      invoice(number, { issued: '2017-08-01', due: day, amount })
    await given(
      due('F1', '2018-01-15', '500.00'),
      due('F2', '2017-12-15', '1000.00'),
      due('F3', '2017-11-15', '2000.00'),
      due('F4', '2017-10-15', '4000.00'),
      due('F5', '2017-09-15', '8000.00'),
      due('F6', '2017-08-15', '160000.00'),
    )
    const expected = {
      total: 17_550_000,
      notDue: 50_000,
      '1-30': 100_000,
      '31-60': 200_000,
      '61-90': 400_000,
      '91-120': 800_000,
      over120: 16_000_000,
    }
    expect(await balance('2017-12-31', { buckets: [30, 60, 90, 120] })).toEqual({
      ...expected,
      rows: [{ customer: 'C001', ...expected }],
    })
  })

  test.each([
    // A4, A5, A6: exactly at each edge, and the day after.
    ['2026-11-23', 'notDue', -1],
    ['2026-11-22', 'notDue', 0],
    ['2026-11-21', '1-30', 1],
    ['2026-10-23', '1-30', 30],
    ['2026-10-22', '31-60', 31],
    ['2026-09-23', '31-60', 60],
    ['2026-09-22', '61-90', 61],
    ['2026-08-24', '61-90', 90],
    ['2026-08-23', 'over90', 91],
    ['2020-02-29', 'over90', 2458],
  ])('due %s stands in %s, %i days late', async (due, column, daysLate) => {
    await given(invoice('F1', { issued: '2020-02-01', due, amount: '100.00' }))
    expect(await balance(TODAY)).toMatchObject({ total: 10_000, [column]: 10_000 })
    expect((await book.client.receivables.items({})).items).toMatchObject([{ daysLate }])
  })

  test('29 February counts as a day', async () => {
    await given(invoice('F1', { issued: '2024-01-01', due: '2024-01-31' }))
    expect(await balance('2024-03-01')).toMatchObject({ '1-30': 10_000 })
    expect(await balance('2024-03-02')).toMatchObject({ '31-60': 10_000 })
  })

  test('A29: nothing falls outside the columns, with one bucket or eight', async () => {
    await given(
      invoice('F1', { issued: '2026-11-01', due: '2027-11-01', amount: '1.00' }),
      invoice('F2', { issued: '2001-01-01', due: '2001-01-01', amount: '2.00' }),
      payment('P1', { issued: '2026-05-01', amount: '0.50' }),
    )
    for (const buckets of [[1], [30], [10, 20, 30, 60, 90, 180, 365, 730]]) {
      const report = await aged(TODAY, { buckets })
      expect(Object.keys(report.total.values)).toEqual(report.columns)
      expect(report).toMatchObject({
        total: { total: 250, values: { notDue: 100, [`over${buckets.at(-1)}`]: 200, unallocated: -50 } },
        control: { ledger: 250, report: 250, difference: 0 },
      })
    }
  })

  test('by issue date, the same items stand elsewhere and add up to the same', async () => {
    await given(
      invoice('F1', { issued: '2026-11-22', due: '2026-12-22' }),
      invoice('F2', { issued: '2026-09-15', due: '2026-12-31' }),
      payment('P1', { issued: '2026-09-01', amount: '30.00' }),
    )
    expect(await balance(TODAY)).toMatchObject({ total: 17_000, notDue: 20_000, unallocated: -3_000 })
    expect(await balance(TODAY, { basis: 'issued' })).toMatchObject({
      total: 17_000,
      notDue: 10_000,
      '61-90': 10_000,
      unallocated: -3_000,
    })
  })

  test.each([[[30, 30]], [[60, 30]], [[0, 30]], [[]], [[30.5]]])('buckets %j are refused', async (buckets) => {
    expect(['input.invalid', 'BAD_REQUEST']).toContain(await refusalOf(aged(TODAY, { buckets })))
  })

  test('a drill-down of a column that is not in the report is refused', async () => {
    await given(invoice('F1'))
    const cell = (column: string) =>
      book.client.receivables.items({ cell: { column, basis: 'due', buckets: [30, 60, 90] } })
    expect((await cell('over90')).total).toBe(1)
    expect(await refusal(cell('over120'))).toMatchObject({ code: 'input.invalid', details: { field: 'cell' } })
  })
})

describe('what is open', () => {
  test('A3: the residual is aged by the invoice, whenever its receipts came', async () => {
    const receipt = (number: string, issued: string, amount: string) =>
      payment(number, { issued, amount, settles: 'F1' })
    await given(
      invoice('F1', { issued: '2016-11-30', due: '2017-02-28', amount: '10000.00' }),
      receipt('P1', '2016-11-09', '1500.00'),
      receipt('P2', '2016-11-30', '1000.00'),
      receipt('P3', '2017-01-30', '2000.00'),
    )
    expect(await balance('2017-04-04')).toEqual({
      total: 550_000,
      '31-60': 550_000,
      rows: [{ customer: 'C001', total: 550_000, '31-60': 550_000 }],
    })
    expect(await openItems('2017-04-04')).toEqual([['F1', '2017-02-28', 550_000]])
  })

  test('A7, A8, A9: instalments age by their own day, a receipt fills the earliest, an unlinked credit stands apart', async () => {
    const part = (due: string, amount: string) => invoice('F1', { issued: '2026-01-01', due, amount })
    const instalments = [part('2026-01-31', '30.00'), part('2026-03-02', '50.00'), part('2026-04-01', '20.00')]
    await given(...instalments)
    expect(await openItems('2026-01-02')).toEqual([
      ['F1', '2026-01-31', 3_000],
      ['F1', '2026-03-02', 5_000],
      ['F1', '2026-04-01', 2_000],
    ])
    expect(await balance('2026-03-05')).toMatchObject({ notDue: 2_000, '1-30': 5_000, '31-60': 3_000 })

    await given(...instalments, payment('P1', { issued: '2026-02-01', amount: '40.00', settles: 'F1' }))
    expect(await openItems('2026-02-01')).toEqual([
      ['F1', '2026-03-02', 4_000],
      ['F1', '2026-04-01', 2_000],
    ])

    await given(creditNote('A1', { issued: '2026-02-02', amount: '100.00' }))
    expect(await openItems('2026-02-02')).toEqual([
      ['A1', '2026-02-02', -10_000],
      ['F1', '2026-03-02', 4_000],
      ['F1', '2026-04-01', 2_000],
    ])
    expect(await balance('2026-02-02')).toMatchObject({ total: -4_000, notDue: 6_000, unallocated: -10_000 })
  })

  test('A12: an invoice and its credit note leave nothing', async () => {
    await given(invoice('F1'), creditNote('A1', { issued: '2026-01-10', settles: 'F1' }))
    expect(await balance(TODAY)).toEqual({ total: 0, rows: [] })
    expect(await openItems(TODAY)).toEqual([])
  })

  test('A14: one cent is a debt, zero is not', async () => {
    await given(
      invoice('F1'),
      payment('P1', { issued: '2026-01-10', amount: '99.99', settles: 'F1' }),
      invoice('F2', { customer: 'C002' }),
      payment('P2', { customer: 'C002', issued: '2026-01-10', settles: 'F2' }),
    )
    expect(await balance(TODAY)).toMatchObject({ total: 1, rows: [{ customer: 'C001', total: 1 }] })
  })

  test('A15: money received before any invoice is owed to the customer', async () => {
    await given(payment('P1', { amount: '1000.00' }))
    expect(await balance(TODAY)).toEqual({
      total: -100_000,
      unallocated: -100_000,
      rows: [{ customer: 'C001', total: -100_000, unallocated: -100_000 }],
    })
  })

  test('A16: what is dated tomorrow is not seen today', async () => {
    await given(
      invoice('F1', { issued: '2026-11-22', due: '2026-11-22' }),
      creditNote('A1', { issued: '2026-11-23', amount: '10.00', settles: 'F1' }),
      payment('P1', { issued: '2026-11-23', amount: '80.00', settles: 'F1' }),
    )
    expect(await balance('2026-11-22')).toMatchObject({ total: 10_000, notDue: 10_000 })
    expect(await balance('2026-11-23')).toMatchObject({ total: 1_000, '1-30': 1_000 })
  })

  test('A20: two invoices, one customer line, one total', async () => {
    await given(invoice('F1', { amount: '100.00' }), invoice('F2', { amount: '85.00' }))
    expect(await balance(TODAY)).toMatchObject({ total: 18_500, rows: [{ customer: 'C001', total: 18_500 }] })
  })

  test('A24, A25: an advance stands apart until it is matched', async () => {
    await given(invoice('F1', { issued: TODAY, due: TODAY, amount: '200.00' }))
    expect(await balance(TODAY)).toMatchObject({ total: 20_000, notDue: 20_000 })
    await given(payment('P1', { issued: TODAY, amount: '50.00' }))
    expect(await balance(TODAY)).toMatchObject({ total: 15_000, notDue: 20_000, unallocated: -5_000 })
  })

  test('A27, A28: the control compares with the ledger; a customer who owes nothing is absent', async () => {
    await given(
      invoice('F1', { amount: '200.00' }),
      payment('P1', { issued: '2026-02-01', amount: '150.00', settles: 'F1' }),
      invoice('F2', { customer: 'C002', amount: '70.00' }),
      payment('P2', { customer: 'C002', issued: '2026-02-01', amount: '70.00', settles: 'F2' }),
    )
    expect(await aged(TODAY)).toMatchObject({
      rows: [{ customer: 'C001', total: 5_000 }],
      control: { ledger: 5_000, report: 5_000, difference: 0 },
    })
  })

  test('the control tells when matches and ledger do not agree', async () => {
    await given(invoice('F1'), payment('P1', { issued: '2026-03-01', amount: '40.00', settles: 'F1' }))
    // A match before its receipt, which no call of the program makes.
    book.outside((sqlite) => sqlite.exec("UPDATE allocation SET day = '2026-02-01'"))
    expect(await aged('2026-02-15')).toMatchObject({ control: { ledger: 10_000, report: 6_000, difference: 4_000 } })
    expect(await aged('2026-03-01')).toMatchObject({ control: { ledger: 6_000, report: 6_000, difference: 0 } })
  })

  test('a customer whose invoice and advance are equal is shown: nothing is matched yet', async () => {
    await given(invoice('F1'), payment('P1', { issued: '2026-02-01' }))
    expect(await balance(TODAY)).toMatchObject({
      total: 0,
      rows: [{ customer: 'C001', total: 0, over90: 10_000, unallocated: -10_000 }],
    })
  })

  test('an opening balance ages like an invoice', async () => {
    await given(opening('AN-1', { issued: '2026-01-01', due: '2026-10-31', amount: '12.34' }))
    expect(await balance(TODAY)).toMatchObject({ total: 1_234, '1-30': 1_234 })
  })
})

describe('as of a past day', () => {
  test('a match dated later is not seen, nor an invoice booked later', async () => {
    await given(
      invoice('F1', { issued: '2026-01-01', due: '2026-01-31', amount: '100.00' }),
      payment('P1', { issued: '2026-02-20', amount: '60.00', settles: 'F1', settledOn: '2026-03-15' }),
      payment('P2', { issued: '2026-04-01', amount: '40.00', settles: 'F1' }),
      invoice('F2', { issued: '2026-03-01', due: '2026-03-31', amount: '5.00' }),
    )
    expect(await balance('2025-12-31')).toEqual({ total: 0, rows: [] })
    expect(await balance('2026-01-31')).toMatchObject({ total: 10_000, notDue: 10_000 })
    expect(await balance('2026-02-19')).toMatchObject({ total: 10_000, '1-30': 10_000 })
    // Received, not matched yet: apart, and the invoice still whole.
    expect(await balance('2026-02-20')).toMatchObject({ total: 4_000, '1-30': 10_000, unallocated: -6_000 })
    expect(await balance('2026-03-14')).toMatchObject({
      total: 4_500,
      notDue: 500,
      '31-60': 10_000,
      unallocated: -6_000,
    })
    expect(await balance('2026-03-15')).toMatchObject({ total: 4_500, notDue: 500, '31-60': 4_000 })
    expect(await balance('2026-04-01')).toEqual({
      total: 500,
      '1-30': 500,
      rows: [{ customer: 'C001', total: 500, '1-30': 500 }],
    })
  })

  test('the items of the past show what was open then, and the settled ones what had been settled by then', async () => {
    await given(
      invoice('F1', { issued: '2026-01-01', due: '2026-01-31', amount: '100.00' }),
      payment('P1', { issued: '2026-02-20', amount: '100.00', settles: 'F1' }),
    )
    const show = async (asOf: string, what: 'open' | 'settled' | 'overdue' | 'credits' | 'all') =>
      (await book.client.receivables.items({ asOf, show: what })).items.map(({ number, open }) => [number, open])
    expect(await show('2026-02-19', 'open')).toEqual([['F1', 10_000]])
    expect(await show('2026-02-19', 'overdue')).toEqual([['F1', 10_000]])
    expect(await show('2026-02-19', 'settled')).toEqual([])
    expect(await show('2026-02-20', 'open')).toEqual([])
    expect(await show('2026-02-20', 'settled')).toEqual([
      ['F1', 0],
      ['P1', 0],
    ])
    expect(await show('2026-02-20', 'credits')).toEqual([])
    expect(await show('2026-02-19', 'all')).toEqual([['F1', 10_000]])
  })
})

describe('currencies', () => {
  beforeEach(() =>
    given(
      invoice('F1', { issued: '2026-10-01', due: '2026-10-31', amount: '100.00' }),
      invoice('F2', { issued: '2026-10-01', due: '2026-10-31', amount: '70.00', currency: 'USD' }),
      payment('P2', { issued: '2026-11-01', amount: '20.00', currency: 'USD' }),
      invoice('F3', { issued: '2026-10-01', due: '2026-12-31', amount: '9000', currency: 'JPY', customer: 'C002' }),
    ),
  )

  test('each currency has its own balance; they are never added', async () => {
    expect(await aged(TODAY)).toMatchObject({ currency: 'EUR', currencies: ['EUR', 'JPY', 'USD'] })
    expect(await balance(TODAY)).toMatchObject({ total: 10_000, '1-30': 10_000 })
    expect(await balance(TODAY, { currency: 'USD' })).toEqual({
      total: 5_000,
      '1-30': 7_000,
      unallocated: -2_000,
      rows: [{ customer: 'C001', total: 5_000, '1-30': 7_000, unallocated: -2_000 }],
    })
    expect(await balance(TODAY, { currency: 'JPY' })).toMatchObject({ total: 9_000, notDue: 9_000 })
    expect(await balance(TODAY, { currency: 'CHF' })).toEqual({ total: 0, rows: [] })
  })

  test('the list sums by currency, and a customer has a position in each', async () => {
    const { total, sums } = await book.client.receivables.items({})
    expect({ total, sums }).toEqual({
      total: 4,
      sums: [
        { currency: 'EUR', open: 10_000, overdue: 10_000, count: 1 },
        { currency: 'JPY', open: 9_000, overdue: 0, count: 1 },
        { currency: 'USD', open: 5_000, overdue: 7_000, count: 2 },
      ],
    })
    const { id } = await book.client.customers.byCode({ code: 'C001' })
    expect((await book.client.customers.get({ id })).positions).toEqual([
      { currency: 'EUR', balance: 10_000, notDue: 0, overdue: 10_000, unallocated: 0, oldestDue: '2026-10-31' },
      { currency: 'USD', balance: 5_000, notDue: 0, overdue: 7_000, unallocated: -2_000, oldestDue: '2026-10-31' },
    ])
  })

  test('a book of one foreign currency opens on that one', async () => {
    const abroad = await openTestBook({ today: TODAY })
    await importItems(abroad.client, [invoice('F1', { currency: 'USD' })])
    expect(await abroad.client.receivables.aged({ asOf: TODAY })).toMatchObject({
      currency: 'USD',
      currencies: ['USD'],
      total: { total: 10_000 },
    })
    await abroad.close()
  })

  test('an empty book has an empty balance in the company’s currency', async () => {
    const empty = await openTestBook({ today: TODAY, currency: 'CHF', country: 'CH', iban: '' })
    expect(await empty.client.receivables.aged({ asOf: TODAY })).toMatchObject({
      currency: 'CHF',
      currencies: [],
      rows: [],
      total: { total: 0 },
      control: { ledger: 0, report: 0, difference: 0 },
    })
    await empty.close()
  })
})

test('rows are sorted by name as people read it, accents aside', async () => {
  const named = (customer: string, name: string) => invoice(`F-${customer}`, { customer, name })
  await given(
    named('C1', 'Zénith'),
    named('C2', 'Étoile'),
    named('C3', 'alpha'),
    named('C4', 'Œuvre'),
    named('C5', 'Eau'),
  )
  expect((await aged(TODAY)).rows.map(({ name }) => name)).toEqual(['alpha', 'Eau', 'Étoile', 'Œuvre', 'Zénith'])
})
