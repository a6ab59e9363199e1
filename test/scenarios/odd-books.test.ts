import { describe, expect, test } from 'vitest'
import { breakdowns } from '../../src/main/core/dashboard/dashboard.contract.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { creditNote, importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-06-30'
const due = { issued: '2026-03-01', due: '2026-04-01' }

/** Paid late often enough to be a habit. */
const habit = ['01', '02', '03', '04'].flatMap((month) => [
  invoice(`H-${month}`, { issued: `2025-${month}-01`, due: `2025-${month}-28` }),
  payment(`P-${month}`, {
    issued: `2025-1${month[1] === '4' ? 2 : month[1] === '3' ? 1 : 0}-05`,
    settles: `H-${month}`,
  }),
])

const disputeAll = async (book: TestBook) => {
  const { items } = await book.client.receivables.items({})
  for (const { id, open } of items) await book.client.disputes.open({ itemId: id, amount: open, reason: 'price' })
}
const failAll = async (book: TestBook) => {
  const { customers } = await book.client.customers.list({})
  for (const { id } of customers)
    await book.client.registers.record({ customerId: id, kind: 'liquidation', day: '2026-05-20', source: 'BODACC' })
}

/** What a book holds that figures are not made for. */
const odd: [string, Parameters<typeof importItems>[1], ((book: TestBook) => Promise<void>)?][] = [
  ['nothing', []],
  ['one customer', [invoice('A', due), payment('P', { issued: '2026-04-20', settles: 'A' }), invoice('B', due)]],
  ['only credit notes', [creditNote('N', { issued: '2026-03-01', amount: '70.00' })]],
  ['only payments', [payment('P', { issued: '2026-03-01', amount: '70.00' })]],
  ['invoices of the future', [invoice('A', { issued: '2027-03-01', due: '2027-04-01' })]],
  ['debts due in the next century', [...habit, invoice('A', { issued: '2026-03-01', due: '2199-12-31' })]],
  ['debts of the last century', [invoice('A', { issued: '1950-03-01', due: '1950-04-01' })]],
  ['a currency without a rate', [invoice('A', { ...due, currency: 'USD' })]],
  ['credits larger than debts', [invoice('A', { ...due, amount: '10.00' }), creditNote('N', { issued: '2026-05-01' })]],
  ['nothing but disputes', [invoice('A', due), invoice('B', { ...due, customer: 'C002' })], disputeAll],
  ['nothing but procedures', [invoice('A', due), invoice('B', { ...due, customer: 'C002' })], failAll],
  ['a habit and a debt older than any', [...habit, invoice('A', { issued: '2020-03-01', due: '2020-04-01' })]],
  ['amounts as large as they get', [...habit, invoice('A', { ...due, amount: '999999999999.99' })]],
]

describe.each(odd)('a book of %s', (_name, lines, change) => {
  test('is told without a figure that is none', async () => {
    const book = await openTestBook({ today: TODAY })
    if (lines.length > 0) await importItems(book.client, lines)
    await change?.(book)
    const { dashboard, forecasts, losses, reports, customers } = book.client
    const overview = await dashboard.overview({})
    const { total, notDue, late, unallocated } = overview.position
    expect(notDue + late.reduce((sum, one) => sum + one, 0) + unallocated).toBe(total)
    expect(overview.risk.insolvent + overview.risk.disputed + overview.risk.old).toBe(overview.risk.total)

    const shifts = (await customers.list({})).customers.map(({ id }) => ({ customerId: id, days: 365 }))
    for (const one of [[], shifts, shifts.map((shift) => ({ ...shift, days: -365 }))]) {
      const cash = await forecasts.cash({ weeks: 52, shifts: one })
      const apart = Object.values(cash.apart).reduce((sum, part) => sum + part, 0)
      expect(cash.weeks.reduce((sum, { central }) => sum + central, 0) + cash.later + apart).toBe(total)
      for (const { upTo } of cash.weeks) {
        expect(upTo.low).toBeLessThanOrEqual(upTo.central)
        expect(upTo.central).toBeLessThanOrEqual(upTo.high)
      }
    }
    const told: unknown[] = [overview, await dashboard.trend({}), await forecasts.backTest({ months: 12 })]
    for (const by of breakdowns) {
      const breakdown = await dashboard.breakdown({ by })
      expect(breakdown.all.total).toBe(total)
      told.push(breakdown)
    }
    told.push(await dashboard.dsoChange({}), await losses.list({}), await losses.underPolicy({}))
    // Numbers that are none become null in JSON: only what may be null is.
    for (const answer of told) {
      const numbers: number[] = []
      JSON.stringify(answer, (_key, value) => {
        if (typeof value === 'number') numbers.push(value)
        return value
      })
      expect(numbers.every(Number.isSafeInteger)).toBe(true)
    }
    for (const language of ['fr', 'en'] as const) {
      const { pages } = await reports.preview({ month: '2026-06', language })
      expect(pages.length).toBeGreaterThan(0)
    }
    expect((await reports.file({ month: '2026-06', format: 'xlsx' })).file.size).toBeGreaterThan(1000)
    await book.close()
  })
})
