import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { creditNote, invoice } from '../support/ledger.ts'

// Beside the columns of the aged balance: what is to come, what is disputed. A21 and A23 are told with the currencies.
const TODAY = '2026-11-22'
const TOMORROW = '2026-11-23'

let book: TestBook
let account: ReturnType<typeof accountOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  account = accountOf(book)
})
afterEach(() => book.close())

const aged = (asOf = TODAY) => book.client.receivables.aged({ asOf })
const remaining = async (asOf = TODAY) => {
  const { total } = await aged(asOf)
  return total.total - total.later
}

describe('receipts to come', () => {
  beforeEach(() =>
    account.given(
      invoice('F1', { amount: '100.00', issued: '2026-11-01', due: '2026-11-15' }),
      creditNote('A1', { amount: '10.00', issued: TOMORROW, settles: 'F1' }),
    ),
  )

  test('A16: 100 open today, 90 to come, 10 remain', async () => {
    await account.receive(TOMORROW, { amount: 8_000 })
    expect((await aged()).rows).toMatchObject([{ total: 10_000, later: 9_000 }])
    expect(await remaining()).toBe(1_000)
    expect(await account.item('F1', TODAY)).toMatchObject({ open: 10_000, later: 9_000 })
    // Tomorrow it has come.
    expect((await aged(TOMORROW)).total).toMatchObject({ total: 1_000, later: 0 })
  })

  test('A17: all of it is to come: still 100 open today, nothing remains', async () => {
    await account.receive(TOMORROW, { amount: 9_000 })
    expect((await aged()).total).toMatchObject({ total: 10_000, later: 10_000 })
    expect(await remaining()).toBe(0)
    expect((await aged(TOMORROW)).rows).toEqual([])
  })

  test('a credit that settles a debt of the same day later changes nothing of the total', async () => {
    await account.receive('2026-11-10', { amount: 4_000, allocate: 'none' })
    await account.match('F1', 'RG-2026-1', 4_000, '2026-12-01')
    expect((await aged()).total).toMatchObject({ total: 6_000, later: 1_000 })
    expect(await account.item('RG-2026-1', TODAY)).toMatchObject({ open: -4_000, later: -4_000 })
  })

  test('a debt that a bounce reopens later was settled: it is in no list of that day', async () => {
    const { itemId } = await account.receive('2026-11-16', {
      allocate: [{ itemId: await account.idOf('F1'), amount: 9_000 }],
    })
    await account.receive('2026-11-17', { amount: 0 + 1_000, allocate: 'none' })
    await book.client.payments.bounce({ itemId, day: '2026-12-01' })
    expect((await aged('2026-11-16')).total).toMatchObject({ total: 1_000, later: 1_000 - 9_000 })
    for (const asOf of ['2026-11-16', TODAY, '2026-12-05']) {
      const { control, total } = await aged(asOf)
      expect(control.difference).toBe(0)
      const { items } = await book.client.receivables.items({ asOf })
      expect(items.reduce((sum, item) => sum + item.later, 0)).toBe(total.later)
    }
  })
})

describe('of which disputed', () => {
  beforeEach(() =>
    account.given(
      invoice('F1', { amount: '100.00', issued: '2026-10-01', due: '2026-10-31' }),
      invoice('F2', { amount: '50.00', issued: '2026-11-01', due: '2026-12-31' }),
      invoice('G1', { amount: '10.00', issued: '2026-11-01', due: '2026-12-31', customer: 'C002' }),
    ),
  )
  const dispute = async (number: string, amount: number, openedOn = '2026-11-10') =>
    book.client.disputes.open({ itemId: await account.idOf(number), reason: 'quality', amount, openedOn })

  test('stands beside the columns, which stay as they are', async () => {
    const before = await aged()
    await dispute('F1', 3_000)
    await dispute('F2', 5_000)
    const { rows, total, control } = await aged()
    expect(rows).toMatchObject([
      { customer: 'C001', total: 15_000, disputed: 8_000 },
      { customer: 'C002', total: 1_000, disputed: 0 },
    ])
    expect(total).toEqual({ ...before.total, disputed: 8_000 })
    expect(control).toEqual(before.control)
    expect((await account.items(TODAY)).map(({ number, disputed }) => [number, disputed])).toEqual([
      ['F1', 3_000],
      ['F2', 5_000],
    ])
    // The day before it was opened, nothing was.
    expect((await aged('2026-11-09')).total.disputed).toBe(0)
  })

  test('is never more than what is open', async () => {
    await dispute('F1', 8_000)
    await account.receive('2026-11-15', { amount: 9_500 })
    expect((await aged('2026-11-14')).total.disputed).toBe(8_000)
    expect((await aged()).total.disputed).toBe(500)
    expect((await account.item('F1', TODAY)).disputed).toBe(500)
  })

  test('is a column of the files only when there is any', async () => {
    const csv = async () => (await book.client.receivables.exportAged({ asOf: TODAY, format: 'csv' })).file.text()
    const items = async () => (await book.client.receivables.exportItems({ format: 'csv' })).file.text()
    expect(await csv()).not.toContain('Dont litigieux')
    expect(await items()).not.toContain('Dont litigieux')
    await dispute('F1', 3_000)
    const [header, first] = (await csv()).split('\n')
    expect(header).toContain('Dont litigieux')
    expect(first).toContain('30,00')
    expect(await items()).toContain('Dont litigieux')
    for (const format of ['xlsx', 'pdf'] as const) {
      const { file } = await book.client.receivables.exportAged({ asOf: TODAY, format })
      expect(file.size).toBeGreaterThan(1_000)
    }
  })
})
