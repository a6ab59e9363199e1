import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { anyCredits, anyDebits, DAYS, inBook, ledgerOf, START } from '../support/any-ledger.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-06-30'

/** A year of monthly invoices of a customer, each paid so many days after it was due, and one that is open. */
const habitual = (customer: string, late: number, amount = '100.00') =>
  [...Array(12).keys()].flatMap((n) => {
    const issued = addDays('2025-05-01', 30 * n)
    const due = addDays(issued, 30)
    const paid = addDays(due, late)
    const number = `${customer}-${n}`
    const own = { customer, amount }
    return [
      invoice(number, { ...own, issued, due }),
      ...(paid <= TODAY ? [payment(`P-${number}`, { ...own, issued: paid, settles: number })] : []),
    ]
  })

const open = async (lines: Parameters<typeof importItems>[1]): Promise<TestBook> => {
  const book = await openTestBook({ today: TODAY })
  await importItems(book.client, lines)
  return book
}
const idOf = async (book: TestBook, code: string) => (await book.client.customers.byCode({ code })).id
const itemOf = async (book: TestBook, number: string) => {
  const { items } = await book.client.receivables.items({ search: number, show: 'all' })
  return items.find((item) => item.number === number)?.id ?? ''
}

test('each debt is expected when its customer usually pays; a customer that pays later moves its part', async () => {
  const book = await open([
    ...habitual('AAA', 10),
    invoice('A', { customer: 'AAA', issued: '2026-06-01', due: '2026-07-01', amount: '500.00' }),
    ...habitual('BBB', 20),
    invoice('B', { customer: 'BBB', issued: '2026-06-01', due: '2026-07-01', amount: '900.00' }),
  ])
  const { forecasts } = book.client
  const cash = await forecasts.cash({ weeks: 4 })
  expect(cash.weeks.map(({ until, central, upTo }) => [until, central, upTo.central])).toEqual([
    ['2026-07-05', 0, 0],
    ['2026-07-12', 50_000, 50_000],
    ['2026-07-19', 0, 50_000],
    ['2026-07-26', 90_000, 140_000],
  ])
  expect([cash.total, cash.later]).toEqual([140_000, 0])
  expect(cash.largest.map(({ code, amount }) => [code, amount])).toEqual([
    ['BBB', 90_000],
    ['AAA', 50_000],
  ])
  const shifted = await forecasts.cash({ weeks: 4, shifts: [{ customerId: await idOf(book, 'BBB'), days: 30 }] })
  expect([shifted.weeks.at(-1)?.upTo.central, shifted.later, shifted.total]).toEqual([50_000, 90_000, 140_000])
  await book.close()
})

test('promises and plans are taken as said; disputes and a procedure stand apart', async () => {
  const due = { issued: '2026-05-01', due: '2026-06-10' }
  const book = await open([
    ...habitual('AAA', 5),
    invoice('A', { customer: 'AAA', ...due, amount: '400.00' }),
    invoice('B', { customer: 'BBB', ...due, amount: '300.00' }),
    invoice('C', { customer: 'CCC', ...due, amount: '200.00' }),
    invoice('D', { customer: 'DDD', ...due, amount: '100.00' }),
  ])
  const { forecasts, promises, instalments, disputes, registers } = book.client
  await promises.record({ customerId: await idOf(book, 'AAA'), currency: 'EUR', amount: 40_000, day: '2026-07-08' })
  await instalments.create({
    customerId: await idOf(book, 'BBB'),
    agreedOn: TODAY,
    itemIds: [await itemOf(book, 'B')],
    instalments: [
      { due: '2026-07-01', amount: 10_000 },
      { due: '2026-08-01', amount: 20_000 },
    ],
  })
  await disputes.open({ itemId: await itemOf(book, 'C'), amount: 20_000, reason: 'price' })
  await registers.record({
    customerId: await idOf(book, 'DDD'),
    kind: 'liquidation',
    day: '2026-06-20',
    source: 'BODACC',
  })
  const { weeks, apart, total } = await forecasts.cash({ weeks: 5 })
  const said = weeks.filter(({ central }) => central > 0).map(({ until, byKind }) => [until, byKind])
  expect(said).toEqual([
    ['2026-07-05', { habit: 0, promise: 0, plan: 10_000 }],
    ['2026-07-12', { habit: 0, promise: 40_000, plan: 0 }],
    ['2026-08-02', { habit: 0, promise: 0, plan: 20_000 }],
  ])
  expect(apart).toEqual({ disputed: 20_000, insolvent: 10_000, unknown: 0, credits: 0 })
  expect(total).toBe(100_000)
  await book.close()
})

test('past forecasts are held against what came', async () => {
  const book = await open(habitual('AAA', 10))
  const { points } = await book.client.forecasts.backTest({ months: 3 })
  expect(points.map(({ asOf, until }) => [asOf, until])).toEqual([
    ['2026-03-31', '2026-04-28'],
    ['2026-04-30', '2026-05-28'],
    ['2026-05-31', '2026-06-28'],
  ])
  expect(points.map(({ forecast, actual, error }) => [forecast, actual, error])).toEqual([
    [10_000, 10_000, '0.0'],
    [10_000, 10_000, '0.0'],
    [0, 0, null],
  ])
  await book.close()
})

test('where nothing like it was ever paid, what comes is not zero but untold', async () => {
  const none = await open([
    invoice('A', { customer: 'AAA', issued: '2026-06-01', due: '2026-07-01', amount: '500.00' }),
  ])
  const cash = await none.client.forecasts.cash({ weeks: 4 })
  expect([cash.why, cash.apart.unknown]).toEqual(['nothing-alike-paid', 50_000])
  expect((await none.client.dashboard.overview({})).cash.why).toBe('nothing-alike-paid')
  // The end of May, a day before the invoice: nothing was open, and nothing was to be told.
  expect((await none.client.forecasts.backTest({ months: 2 })).points).toMatchObject([
    { forecast: 0, actual: 0, error: null },
    { forecast: 0, actual: 0, error: null },
  ])
  const id = await idOf(none, 'AAA')
  await none.client.promises.record({ customerId: id, currency: 'EUR', amount: 10_000, day: '2026-07-08' })
  expect(await none.client.forecasts.cash({ weeks: 4 })).toMatchObject({ why: null, apart: { unknown: 40_000 } })
  await none.close()
  const settled = await open([])
  expect((await settled.client.forecasts.cash({})).why).toBeNull()
  await settled.close()
})

test('in another currency, what was paid in part is worth to the cent what the aged balance says', async () => {
  const book = await openTestBook({ today: TODAY })
  await book.client.exchange.setRate({ currency: 'USD', day: '2026-01-01', rate: '1.17' })
  await importItems(book.client, [
    invoice('A', { customer: 'AAA', issued: '2026-05-01', due: '2026-06-10', amount: '100.01', currency: 'USD' }),
    payment('P', { customer: 'AAA', issued: '2026-06-01', amount: '33.33', currency: 'USD', settles: 'A' }),
  ])
  const { base } = await book.client.receivables.aged({ asOf: TODAY, currency: 'USD' })
  const { total } = await book.client.forecasts.cash({})
  const { position, figures } = await book.client.figures.key({})
  expect([total, position.total, figures.topTen.value]).toEqual([base?.total, base?.total, '100.0'])
  expect(total).toBeGreaterThan(0)
  await book.close()
})

test('a book in which nothing was ever paid says that it does not know', async () => {
  const book = await open([invoice('A', { issued: '2026-05-01', due: '2026-06-10', amount: '400.00' })])
  const { weeks, apart, later } = await book.client.forecasts.cash({ weeks: 2 })
  expect([weeks.map(({ upTo }) => upTo.high), later, apart.unknown]).toEqual([[0, 0], 0, 40_000])
  expect((await book.client.forecasts.backTest({ months: 1 })).points).toEqual([])
  await book.close()
})

const story = fc.record({ debits: anyDebits, credits: anyCredits, day: fc.integer({ min: -5, max: DAYS + 60 }) })

test('any book, any day: what is foretold and what stands apart add up to the aged balance', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ debits, credits, day }) => {
      const asOf = addDays(START, day)
      await inBook(ledgerOf(debits, credits).lines, async ({ on }) => {
        const { forecasts, receivables } = on(asOf)
        const { total, weeks, later, apart } = await forecasts.cash({ asOf })
        const aged = await receivables.aged({ asOf, currency: 'EUR' })
        expect(total).toBe(aged.total.total)
        const told = weeks.reduce((sum, { central }) => sum + central, later)
        expect(told + Object.values(apart).reduce((sum, part) => sum + part, 0)).toBe(total)
      })
    }),
    { numRuns: 20 },
  )
})
