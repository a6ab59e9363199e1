import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { handlingNames } from '../../src/main/core/figures/figures.contract.ts'
import { accountOf } from '../support/account.ts'
import { clientOn, openTestBook, type TestBook } from '../support/book.ts'
import { planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { creditNote, invoice } from '../support/ledger.ts'

const TODAY = '2026-06-30'

let book: TestBook
let account: ReturnType<typeof accountOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  account = accountOf(book)
})
afterEach(() => book.close())

type Asked = Parameters<TestBook['client']['figures']['handling']>[0]
const told = async (input: Asked = {}) => {
  const report = await book.client.figures.handling({ history: 0, ...input })
  const shown = Object.fromEntries(
    handlingNames.map((name) => [name, report.figures[name].value ?? report.figures[name].why]),
  )
  return { ...report, shown }
}
const listed = (input: Parameters<TestBook['client']['figures']['behind']>[0]) => book.client.figures.behind(input)
const pays = async (day: string, amount: number, number: string) =>
  account.receive(day, { amount, allocate: [{ itemId: await account.idOf(number), amount }] })

describe('what reminders bring in', () => {
  beforeEach(async () => {
    await putPlan(book.client, planOf([1, 10, 45]))
    await account.given(
      invoice('F1', { amount: '1000.00', issued: '2026-03-01', due: '2026-03-31' }),
      invoice('F2', { amount: '600.00', issued: '2026-03-01', due: '2026-03-31' }),
    )
  })

  test('by level: what came after a letter, before the next; by person: after whoever asked last', async () => {
    const reminders = remindersOf(book)
    await reminders.issueAndSend('2026-04-05')
    await pays('2026-04-08', 40_000, 'F1')
    const customerId = await account.customerId()
    await clientOn(book.program, '2026-04-12', 'Claire').calls.record({
      customerId,
      outcome: 'told',
      itemIds: [await account.idOf('F2')],
    })
    await pays('2026-04-13', 60_000, 'F2')
    await reminders.issueAndSend('2026-04-20')
    // Of the same day: it came before the letter.
    await pays('2026-04-20', 10_000, 'F1')
    await pays('2026-04-30', 50_000, 'F1')

    const { levels, people, shown } = await told()
    expect(levels).toMatchObject([
      { level: 1, items: 2, asked: 160_000, paid: 110_000, share: { value: '68.8' } },
      { level: 2, items: 1, asked: 60_000, paid: 50_000, share: { value: '83.3' } },
    ])
    expect(shown.firstReminder).toBe('68.8')
    expect(people).toMatchObject([
      { person: 'test', letters: 2, calls: 0, items: 3, paid: 100_000 },
      { person: 'Claire', letters: 0, calls: 1, items: 1, asked: 60_000, paid: 60_000, share: { value: '100.0' } },
    ])
    // The lists add up to the figures.
    const first = await listed({ list: 'reminded', level: 1 })
    expect([first.total, first.amount, first.counted]).toEqual([2, 160_000, 110_000])
    expect((await listed({ list: 'asked', person: 'Claire' })).rows).toMatchObject([
      { number: 'F2', from: '2026-04-12', until: null, amount: 60_000, counted: 60_000 },
    ])
    // As of a day before, nothing later is seen.
    const before = await told({ asOf: '2026-04-10' })
    expect(before.levels).toMatchObject([{ level: 1, asked: 160_000, paid: 40_000, share: { value: '25.0' } }])
    expect(before.people).toHaveLength(1)
  })
})

test('promises: kept whole and in time by number, what arrived by amount; put off in time they do not count', async () => {
  await account.given(
    invoice('F1', { amount: '500.00', issued: '2026-04-01', due: '2026-04-30' }),
    invoice('F2', { amount: '500.00', issued: '2026-04-01', due: '2026-04-30' }),
    invoice('F3', { amount: '200.00', issued: '2026-04-01', due: '2026-04-30' }),
    invoice('F4', { amount: '100.00', issued: '2026-04-01', due: '2026-04-30' }),
  )
  const promise = async (number: string, amount: number, day: string, made = '2026-05-04', replace = false) =>
    book.on(made).promises.record({
      customerId: await account.customerId(),
      currency: 'EUR',
      amount,
      day,
      itemIds: [await account.idOf(number)],
      replace,
    })
  await promise('F1', 50_000, '2026-05-11')
  await promise('F2', 50_000, '2026-05-12')
  await promise('F3', 20_000, '2026-05-13')
  await promise('F4', 10_000, '2026-06-29')
  await promise('F3', 20_000, '2026-06-01', '2026-05-06', true)
  await pays('2026-05-11', 50_000, 'F1')
  await pays('2026-05-12', 20_000, 'F2')
  const { shown, promises } = await told()
  // That of F3 was put off before its day, and its successor broken; that of F4 still runs.
  expect(promises).toEqual({ due: 3, kept: 1, expected: 120_000, received: 70_000 })
  expect(shown).toMatchObject({ promiseKept: '58.3', promiseKeptCount: '33.3' })
  const list = await listed({ list: 'promises' })
  expect([list.total, list.amount, list.counted]).toEqual([3, 120_000, 70_000])
  expect(list.rows.map(({ until, state }) => [until, state])).toEqual(
    expect.arrayContaining([
      ['2026-05-11', 'kept'],
      ['2026-05-12', 'partly'],
      ['2026-06-01', 'broken'],
    ]),
  )
  const { points } = await told({ history: 2 })
  expect(points.map(({ day, figures }) => [day, figures.promiseKept.value ?? figures.promiseKept.why])).toEqual([
    ['2026-04-30', 'no-promises-due'],
    ['2026-05-31', '70.0'],
    ['2026-06-30', '58.3'],
  ])
})

test('disputes, limits, deliveries and orders, each with its list', async () => {
  await account.given(
    invoice('F1', { amount: '1000.00', issued: '2026-05-10', due: '2026-06-10' }),
    invoice('F2', { amount: '500.00', issued: '2026-05-20', due: '2026-06-20' }),
    invoice('F3', { customer: 'C002', amount: '300.00', issued: '2026-05-20', due: '2026-06-20' }),
  )
  const customerId = await account.customerId()
  const dispute = (itemId: string, day: string) =>
    book.on(day).disputes.open({ itemId, reason: 'price', amount: 20_000 })
  const { id } = await dispute(await account.idOf('F1'), '2026-05-12')
  await book.on('2026-05-22').disputes.close({ id, outcome: 'upheld', conclusion: 'prix du contrat' })
  await dispute(await account.idOf('F2'), '2026-06-01')
  await book.client.limits.set({ kind: 'internal', customerId, amount: 120_000, from: '2026-01-01', reason: 'dossier' })
  await book.client.deliveries.setDates({ itemIds: [await account.idOf('F1')], deliveredOn: '2026-05-06' })

  const { shown, limits, disputes } = await told()
  expect(disputes).toEqual({ items: 1, openItems: 3, closed: 1, days: 10 })
  expect(limits).toEqual({ accounts: 1, exposure: 150_000, limit: 120_000, passed: 1 })
  expect(shown).toEqual({
    disputedCount: '33.33',
    disputeCycle: '10.0',
    promiseKept: 'no-promises-due',
    promiseKeptCount: 'no-promises-due',
    limitUse: '125.0',
    overLimit: '1',
    invoicingDelay: '4.0',
    orderDelay: 'no-orders',
    firstReminder: 'no-reminders',
  })
  expect((await listed({ list: 'disputed' })).rows).toMatchObject([{ number: 'F2', amount: 20_000, days: 29 }])
  expect((await listed({ list: 'closed' })).rows).toMatchObject([{ number: 'F1', days: 10 }])
  expect((await listed({ list: 'delivered' })).rows).toMatchObject([{ number: 'F1', days: 4, amount: 100_000 }])
  expect(await listed({ list: 'limits' })).toMatchObject({
    total: 1,
    amount: 150_000,
    counted: 120_000,
    rows: [{ name: 'Client C001', share: '125.0' }],
  })
  expect((await listed({ list: 'limits', late: true })).total).toBe(1)
  const shares = await listed({ list: 'shares', limit: 1 })
  expect(shares).toMatchObject({ total: 2, amount: 180_000, rows: [{ name: 'Client C001', share: '83.33' }] })
  // The day the first dispute was open and no other.
  expect((await told({ asOf: '2026-05-15' })).shown).toMatchObject({
    disputedCount: '100.00',
    disputeCycle: 'no-disputes-closed',
  })
})

test('losses net of VAT against sales without VAT; what was paid late, part by part', async () => {
  await account.given(
    invoice('F1', { amount: '12000.00', issued: '2026-01-10', due: '2026-02-09' }),
    invoice('F2', { amount: '120.00', issued: '2026-03-10', due: '2026-04-09' }),
  )
  const { id } = await book.on('2026-06-20').writeoffs.propose({
    customerId: await account.customerId(),
    items: [{ itemId: await account.idOf('F2') }],
    reason: 'uneconomic',
    taxRate: '20',
  })
  await clientOn(book.program, '2026-06-20', 'Claire').writeoffs.approve({ id })
  await pays('2026-02-19', 600_000, 'F1')
  await pays('2026-03-11', 600_000, 'F1')
  const { figures, lost } = await book.client.figures.key({ history: 0 })
  expect(lost).toEqual({ net: 10_000, untold: 0, sales: 1_212_000 })
  expect(figures.badDebt.value).toBe('0.99')
  // Two payments of one instalment: ten and thirty days late.
  expect([figures.delayPlain.value, figures.delayInstalment.value, figures.delay.value]).toEqual([
    '20.0',
    '20.0',
    '20.0',
  ])
  expect((await listed({ list: 'losses' })).rows).toMatchObject([{ number: 'F2', until: '2026-06-20', amount: 12_000 }])
  const paid = await listed({ list: 'paid', late: true })
  expect(paid.rows.map(({ days }) => days).sort()).toEqual([10, 30])
  expect(paid.amount).toBe(1_200_000)
  expect((await book.client.figures.key({ asOf: '2026-06-19', history: 0 })).figures.badDebt.value).toBe('0.00')
})

test.each([
  ['nothing', []],
  ['only a credit note', [creditNote('A1', { issued: '2026-01-01', amount: '50.00' })]],
  ['one customer', [invoice('F1', { issued: '2026-01-01', due: '2026-01-31', amount: '50.00' })]],
  ['only the future', [invoice('F1', { issued: '2027-01-01', due: '2027-01-31', amount: '50.00' })]],
])('%s: every figure is told or says why, and every list answers', async (_, lines) => {
  if (lines.length > 0) await account.given(...lines)
  for (const asOf of [TODAY, '1900-01-01', '2199-12-31']) {
    const report = await book.client.figures.handling({ asOf, history: 36, months: 24 })
    const key = await book.client.figures.key({ asOf, history: 36, months: 24 })
    expect(JSON.stringify([report, key])).not.toMatch(/NaN|Infinity|:null,"why":null/)
    for (const list of [
      'paid',
      'losses',
      'disputed',
      'closed',
      'promises',
      'delivered',
      'ordered',
      'reminded',
      'asked',
      'limits',
      'shares',
    ] as const)
      expect(JSON.stringify(await listed({ list, asOf }))).not.toMatch(/NaN|Infinity/)
  }
  expect((await told()).shown).toMatchObject({
    disputeCycle: 'no-disputes-closed',
    promiseKept: 'no-promises-due',
    limitUse: 'no-limits',
    overLimit: 'no-limits',
    invoicingDelay: 'no-deliveries',
    firstReminder: 'no-reminders',
  })
})
