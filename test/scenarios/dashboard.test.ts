import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakdowns } from '../../src/main/core/dashboard/dashboard.contract.ts'
import {
  columnsOn,
  contestedOn,
  firstSale,
  salesByCustomer,
} from '../../src/main/core/dashboard/dashboard.repository.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { anyCredits, anyDebits, DAYS, inBook, ledgerOf, START } from '../support/any-ledger.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { creditNote, customerFields, importItems, invoice, payment } from '../support/ledger.ts'
import { queryPlans } from '../support/query-plan.ts'

const TODAY = '2026-06-30'

/** Customers A (two invoices, one paid), B and C with segments, salespeople and countries, at the end of June. */
const openStory = async (): Promise<TestBook> => {
  const book = await openTestBook({ today: TODAY })
  await importItems(book.client, [
    invoice('A-1', { customer: 'A', issued: '2026-01-15', due: '2026-02-28', amount: '1000.00' }),
    payment('P-A', { customer: 'A', issued: '2026-04-10', amount: '1000.00', settles: 'A-1' }),
    invoice('A-2', { customer: 'A', issued: '2026-06-01', due: '2026-07-31', amount: '600.00' }),
    invoice('B-1', { customer: 'B', issued: '2026-01-10', due: '2026-03-01', amount: '400.00' }),
    invoice('B-2', { customer: 'B', issued: '2026-05-01', due: '2026-06-15', amount: '200.00' }),
    invoice('C-1', { customer: 'C', issued: '2026-04-01', due: '2026-05-15', amount: '300.00' }),
    creditNote('C-2', { customer: 'C', issued: '2026-06-20', amount: '50.00' }),
  ])
  const { customers } = await book.client.customers.list({})
  const of = (code: string) => customers.find((one) => one.code === code)?.id ?? ''
  const change = async (code: string, part: { segment?: string; salesperson?: string; country?: string }) => {
    const { country = 'FR', ...rest } = part
    await book.client.customers.update({ id: of(code), customer: customerFields(code, { ...rest, country }) })
  }
  await change('A', { segment: 'Travaux', salesperson: 'Lebrun' })
  await change('B', { segment: 'Travaux', salesperson: 'Marchal', country: 'BE' })
  await change('C', { salesperson: 'Lebrun' })
  return book
}

const item = async (book: TestBook, number: string) =>
  (await book.client.receivables.items({ search: number })).items[0] as { id: string; customerId: string }

test('what is owed, late and at risk, each debt once', async () => {
  const book = await openStory()
  const c1 = await item(book, 'C-1')
  await book.client.disputes.open({ itemId: c1.id, reason: 'quality', amount: 10_000 })
  const overview = await book.client.dashboard.overview({})
  expect(overview.position).toEqual({
    total: 145_000,
    notDue: 60_000,
    late: [20_000, 30_000, 0, 40_000],
    unallocated: -5_000,
  })
  expect(overview.customers).toEqual({ owing: 3, late: 2 })
  // B’s oldest invoice is over 90 days late; a third of C’s is contested.
  expect(overview.risk).toEqual({ total: 50_000, insolvent: 0, disputed: 10_000, old: 40_000, customers: 2 })
  expect(overview.late.map(({ code, amount, daysLate }) => [code, amount, daysLate])).toEqual([
    ['B', 60_000, 121],
    ['C', 30_000, 46],
  ])
  const { weeks } = await book.client.forecasts.cash({ weeks: 4 })
  expect(overview.cash).toMatchObject({
    ...weeks.at(-1)?.upTo,
    weeks: weeks.map(({ from, until, central }) => ({ from, until, amount: central })),
  })
  await book.close()
})

test('by segment, salesperson, country and group; those without one stand together', async () => {
  const book = await openStory()
  const told = async (by: (typeof breakdowns)[number]) =>
    (await book.client.dashboard.breakdown({ by })).rows.map(({ key, total, customers }) => [key, total, customers])
  expect(await told('segment')).toEqual([
    ['Travaux', 120_000, 2],
    ['', 25_000, 1],
  ])
  expect(await told('salesperson')).toEqual([
    ['Lebrun', 85_000, 2],
    ['Marchal', 60_000, 1],
  ])
  expect(await told('country')).toEqual([
    ['FR', 85_000, 2],
    ['BE', 60_000, 1],
  ])
  const { customers } = await book.client.customers.list({})
  const members = customers.filter(({ code }) => 'AB'.includes(code)).map(({ id }) => id)
  await book.client.limits.saveGroup({ name: 'Nord', members })
  const { rows, all } = await book.client.dashboard.breakdown({ by: 'group' })
  expect(rows.map(({ label, total }) => [label, total])).toEqual([
    ['Nord', 120_000],
    ['', 25_000],
  ])
  expect(all).toMatchObject({ total: 145_000, customers: 3, sales: 245_000 })
  const { figures } = await book.client.figures.key({})
  expect(all.dso).toEqual(figures.dso)
  await book.close()
})

test('what DSO changed by leads from one end to the other, by parts and by customers', async () => {
  const book = await openStory()
  const { client } = book
  const told = await client.dashboard.dsoChange({ from: '2026-03-31', until: TODAY })
  const [then, now] = [await client.figures.key({ asOf: '2026-03-31' }), await client.figures.key({ asOf: TODAY })]
  expect([told.before, told.after]).toEqual([then.figures.dso, now.figures.dso])
  const tenths = (text: string | null) => Math.round(Number(text) * 10)
  const sum = (days: readonly { days: string }[]) => days.reduce((all, one) => all + tenths(one.days), 0)
  expect(sum(told.steps)).toBe(tenths(told.change))
  expect(tenths(told.before.value) + tenths(told.change)).toBe(tenths(told.after.value))
  const [sales] = told.steps
  expect(sales).toMatchObject({ name: 'sales', before: 140_000, after: 245_000 })
  expect(tenths(sales?.days ?? '') + sum(told.customers)).toBe(tenths(told.change))
  expect(told.customers.map(({ code }) => code)).toEqual(['A', 'C', 'B'])
  await book.close()
})

test('a change needs two days in order, and says why it cannot be told', async () => {
  const book = await openTestBook({ today: TODAY })
  await expect(book.client.dashboard.dsoChange({ from: TODAY, until: TODAY })).rejects.toMatchObject({
    code: 'input.invalid',
  })
  expect(await book.client.dashboard.dsoChange({})).toMatchObject({
    before: { value: null, why: 'no-sales' },
    change: null,
    steps: [],
    customers: [],
  })
  const { position, risk, cash } = await book.client.dashboard.overview({})
  expect([position.total, risk.total, cash.central]).toEqual([0, 0, 0])
  await importItems(book.client, [creditNote('N-1', { issued: '2026-05-01', amount: '80.00' })])
  expect((await book.client.dashboard.dsoChange({})).after).toEqual({ value: null, why: 'no-sales' })
  const { all } = await book.client.dashboard.breakdown({ by: 'segment' })
  expect(all).toMatchObject({ total: -8_000, dso: { why: 'no-sales' }, overdue: { why: 'nothing-owed' } })
  await book.close()
})

test('what all owe is read once from the index of the day; disputes are looked up', async () => {
  const book = await openStory()
  const plans = await queryPlans(book.path, async (db) => {
    await columnsOn(db, 'EUR', TODAY, [30, 60, 90])
    await contestedOn(db, 'EUR', TODAY, [30, 60, 90])
    await salesByCustomer(db, 'EUR', { from: '2025-06-30', until: TODAY })
    await firstSale(db, { from: '2022-06-30', until: TODAY })
  })
  expect(plans.filter((line) => line.includes('COVERING INDEX open_item_as_of')).length).toBe(2)
  expect(plans.filter((line) => /^SCAN (a|i|part|s)\b/.test(line) && !line.includes('INDEX'))).toEqual(['SCAN i'])
  await book.close()
})

const story = fc.record({ debits: anyDebits, credits: anyCredits, day: fc.integer({ min: -5, max: DAYS + 60 }) })

test('any book, any day: overview, trend and every breakdown add up to the aged balance', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ debits, credits, day }) => {
      const asOf = addDays(START, day)
      await inBook(ledgerOf(debits, credits).lines, async ({ on }) => {
        const { dashboard, receivables, figures } = on(asOf)
        const { total } = await receivables.aged({ asOf, currency: 'EUR' })
        const { notDue = 0, unallocated = 0, '1-30': a = 0, '31-60': b = 0, '61-90': c = 0, over90 = 0 } = total.values
        const aged = { total: total.total, notDue, unallocated, late: [a, b, c, over90] }
        expect((await dashboard.overview({ asOf })).position).toEqual(aged)
        const { points } = await dashboard.trend({ asOf, months: 3 })
        expect(points.at(-1)).toMatchObject(aged)
        const key = await figures.key({ asOf, history: 3 })
        expect(points.map(({ dso, overdue }) => [dso, overdue])).toEqual(
          key.points.map((point) => [point.figures.dso, point.figures.overdue]),
        )
        for (const by of breakdowns) {
          const { rows, all } = await dashboard.breakdown({ asOf, by })
          expect(all).toMatchObject(aged)
          expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(total.total)
        }
        const { steps, change } = await dashboard.dsoChange({ from: addDays(asOf, -40), until: asOf })
        const sum = steps.reduce((all, { days }) => all + Math.round(Number(days) * 10), 0)
        expect(sum).toBe(Math.round(Number(change) * 10))
      })
    }),
    { numRuns: 10 },
  )
})
