import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ledgerNames } from '../../src/main/core/figures/figures.contract.ts'
import { monthsBefore } from '../../src/main/core/figures/figures.rules.ts'
import { addDays } from '../../src/main/core/kernel/day.ts'
import { anyCredits, anyDebits, DAYS, inBook, ledgerOf, START } from '../support/any-ledger.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { creditNote, importItems, invoice, payment } from '../support/ledger.ts'

const keyOf = async (book: TestBook, input: Parameters<TestBook['client']['figures']['key']>[0] = {}) => {
  const report = await book.client.figures.key(input)
  const shown = Object.fromEntries(
    ledgerNames.map((name) => [name, report.figures[name].value ?? report.figures[name].why]),
  )
  return { ...report, shown }
}

/** Thousands of euros, issued and due on a day, paid on another or never. */
const sold = (number: string, thousands: number, issued: string, due: string, paid?: string) => {
  const amount = `${thousands * 1000}.00`
  const own = { customer: number.slice(0, 3), issued, amount }
  return [
    invoice(number, { ...own, due }),
    ...(paid ? [payment(`P-${number}`, { ...own, issued: paid, settles: number })] : []),
  ]
}

test('the examples of domain 4 come out of a ledger, to the digit', async () => {
  const book = await openTestBook({ today: '2026-06-30' })
  await importItems(book.client, [
    ...sold('OLD-1', 1130, '2025-07-01', '2025-08-31', '2025-09-30'),
    ...sold('JAN-1', 110, '2026-01-10', '2026-02-28', '2026-03-15'),
    ...sold('JAN-2', 70, '2026-01-20', '2026-03-20', '2026-04-10'),
    ...sold('FEB-1', 160, '2026-02-10', '2026-04-10', '2026-04-20'),
    ...sold('FEB-2', 10, '2026-02-12', '2026-03-14'),
    ...sold('MAR-1', 140, '2026-03-05', '2026-04-30', '2026-05-05'),
    ...sold('MAR-2', 50, '2026-03-15', '2026-05-31', '2026-06-10'),
    ...sold('MAR-3', 20, '2026-03-16', '2026-04-15'),
    ...sold('APR-1', 80, '2026-04-05', '2026-06-05', '2026-06-05'),
    ...sold('APR-2', 40, '2026-04-06', '2026-05-15'),
    ...sold('APR-3', 80, '2026-04-07', '2026-06-15'),
    ...sold('MAY-1', 80, '2026-05-05', '2026-06-20', '2026-06-18'),
    ...sold('MAY-2', 110, '2026-05-06', '2026-07-06'),
    ...sold('JUN-1', 220, '2026-06-05', '2026-08-05'),
  ])
  const quarter = await keyOf(book, { months: 3 })
  expect(quarter.position).toMatchObject({ total: 48_000_000, notDue: 33_000_000 })
  expect(quarter.position.late).toEqual([8_000_000, 4_000_000, 2_000_000, 1_000_000])
  expect([quarter.opening.total, quarter.monthBefore.total]).toEqual([45_000_000, 47_000_000])
  expect([quarter.period.days, quarter.sales]).toEqual([91, 61_000_000])
  expect(quarter.shown).toMatchObject({
    dso: '71.6',
    dsoAverage: '69.4',
    dsoCountBack: '71.5',
    bestDso: '49.2',
    addedDays: '22.4',
    effectiveness: '58.3',
    overdue: '31.25',
    current: '68.75',
    overNinety: '2.08',
    costOfLateness: '459.80',
    badDebt: '0.00',
    dpo: 'no-suppliers',
    dsoGap: 'no-suppliers',
  })
  const year = await keyOf(book)
  expect([year.period.days, year.sales, year.shown.dso]).toEqual([365, 230_000_000, '76.2'])
  // The figures of the past are those that the day itself had.
  const then = await keyOf(book, { asOf: '2026-05-31', months: 3 })
  expect(quarter.points.at(-2)).toMatchObject({ day: '2026-05-31', total: 47_000_000, sales: 19_000_000 })
  for (const [name, figure] of Object.entries(quarter.points.at(-2)?.figures ?? {}))
    expect(figure).toEqual(then.figures[name as keyof typeof then.figures])
  await book.close()
})

test('how late what was paid was: by amount, by invoice, of the late ones, and with what is still open', async () => {
  const book = await openTestBook({ today: '2026-03-31' })
  await importItems(book.client, [
    ...sold('AAA-1', 10, '2026-01-01', '2026-01-31', '2026-01-31'),
    ...sold('BBB-1', 5, '2026-01-01', '2026-01-31', '2026-02-12'),
    ...sold('CCC-1', 2, '2026-01-01', '2026-01-31', '2026-03-17'),
    ...sold('DDD-1', 3, '2026-01-01', '2026-01-31', '2026-01-28'),
    ...sold('EEE-1', 4, '2026-02-01', '2026-03-21'),
  ])
  const { shown, paid } = await keyOf(book, { history: 0 })
  expect(shown).toMatchObject({
    delay: '7.1',
    delayPlain: '13.5',
    delayLate: '21.4',
    dsoTrue: '37.1',
    delayWithOpen: '7.5',
  })
  expect(paid).toEqual({ parts: 4, amount: 2_000_000, lateParts: 2, lateAmount: 700_000 })
  await book.close()
})

test('customers of a group are one; those in credit hold nothing', async () => {
  const book = await openTestBook({ today: '2026-03-31' })
  await importItems(book.client, [
    invoice('F-1', { customer: 'A', amount: '300.00' }),
    invoice('F-2', { customer: 'B', amount: '200.00' }),
    invoice('F-3', { customer: 'C', amount: '500.00' }),
    payment('P-1', { customer: 'D', amount: '90.00' }),
  ])
  expect((await keyOf(book)).shown).toMatchObject({ herfindahl: '3800', equivalent: '2.6', topTen: '100.0' })
  const { customers } = await book.client.customers.list({})
  const members = customers.filter(({ code }) => 'AB'.includes(code)).map(({ id }) => id)
  await book.client.limits.saveGroup({ name: 'AB', members })
  expect((await keyOf(book)).shown).toMatchObject({ herfindahl: '5000', equivalent: '2.0' })
  await book.close()
})

test.each<[string, Parameters<typeof importItems>[1], Record<string, string>]>([
  [
    'nothing at all',
    [],
    {
      dso: 'no-sales',
      dsoCountBack: 'no-sales',
      effectiveness: 'nothing-owed',
      overdue: 'nothing-owed',
      topTen: 'nothing-owed',
      delay: 'nothing-paid',
    },
  ],
  [
    'only a credit note',
    [creditNote('A-1', { issued: '2026-01-01', amount: '50.00' })],
    { dso: 'no-sales', dsoCountBack: 'credit-balance', overdue: 'nothing-owed', herfindahl: 'nothing-owed' },
  ],
  [
    'one customer',
    [invoice('F-1', { issued: '2026-01-01', due: '2026-01-31', amount: '50.00' })],
    {
      dso: '90.0',
      overdue: '100.00',
      herfindahl: '10000',
      equivalent: '1.0',
      delay: 'nothing-paid',
      delayWithOpen: '59.0',
    },
  ],
  [
    'sales of a few days',
    [invoice('F-1', { issued: '2026-03-25', due: '2026-04-25', amount: '50.00' })],
    { dso: 'history-too-short', dsoAverage: 'history-too-short', overdue: '0.00' },
  ],
  [
    'only the future',
    [invoice('F-1', { issued: '2026-06-01', due: '2026-06-30', amount: '50.00' })],
    { dso: 'no-sales', overdue: 'nothing-owed' },
  ],
])('%s: what cannot be told says why', async (_, items, expected) => {
  const book = await openTestBook({ today: '2026-03-31' })
  if (items.length > 0) await importItems(book.client, items)
  const report = await keyOf(book)
  expect(report.shown).toMatchObject(expected)
  expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity|:null,"why":null/)
  await book.close()
})

const story = fc.record({ debits: anyDebits, credits: anyCredits, day: fc.integer({ min: -5, max: DAYS + 60 }) })

test('any book, any day: every point of the history is the aged balance of its day', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ debits, credits, day }) => {
      const asOf = addDays(START, day)
      await inBook(ledgerOf(debits, credits).lines, async ({ on }) => {
        const { figures, receivables } = on(asOf)
        const { points } = await figures.key({ asOf, history: 6 })
        expect(points.map((point) => point.day)).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => monthsBefore(asOf, n)))
        for (const point of points) {
          const { total } = await receivables.aged({ asOf: point.day, currency: 'EUR' })
          const {
            notDue = 0,
            unallocated = 0,
            '1-30': a = 0,
            '31-60': b = 0,
            '61-90': c = 0,
            over90 = 0,
          } = total.values
          expect(point).toMatchObject({ total: total.total, notDue, unallocated, late: [a, b, c, over90] })
        }
      })
    }),
    { numRuns: 20 },
  )
})
