import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { creditOf } from '../support/credit.ts'
import { finish, importItems, invoice } from '../support/ledger.ts'

const TODAY = '2026-03-01'
const NOTHING = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  await importItems(book.client, [
    invoice('F-1', { issued: '2025-01-01', due: '2026-03-31', amount: '10.00' }),
    invoice('F-2', { issued: '2025-01-01', due: '2026-03-31', amount: '10.00', customer: 'C002' }),
  ])
})
afterEach(() => book.close())

const HEADER = 'number,customer,day,amount,currency,prepaid,expected,state'
type Rest = { skipInvalid?: boolean; dryRun?: boolean; name?: string }
const importing = async (lines: readonly string[], { name = 'orders.csv', ...rest }: Rest = {}, header = HEADER) => {
  const file = new File([`${[header, ...lines].join('\n')}\n`], name)
  const { result } = await finish(book.client.orders.importFile({ name, file, ...rest }))
  return result
}
const list = async (input: Parameters<TestBook['client']['orders']['list']>[0] = {}) =>
  (await book.client.orders.list(input)).orders.map(({ customerCode, number, amount, state }) => [
    customerCode,
    number,
    amount,
    state,
  ])

describe('orders from a file', () => {
  test('each is checked as one entered by hand; what is refused is held', async () => {
    await creditOf(book).limit(20_000)
    const report = await importing([
      'CMD-1,C001,2026-02-20,100.00,EUR,,2026-03-15,',
      'CMD-2,C001,2026-02-21,100.00,,,,',
      'CMD-3,C001,2026-02-22,500.00,EUR,oui,,',
      'CMD-4,C001,2026-02-22,500.00,EUR,,,soldée',
      'CMD-1,C002,2026-02-20,999.50,EUR,0,,open',
    ])
    expect(report).toMatchObject({ records: 5, created: 5, updated: 0, unchanged: 0, held: 1, rejected: [] })
    expect(await list({ show: 'all' })).toEqual([
      ['C001', 'CMD-2', 10_000, 'held'],
      ['C001', 'CMD-3', 50_000, 'open'],
      ['C001', 'CMD-4', 50_000, 'closed'],
      ['C001', 'CMD-1', 10_000, 'open'],
      ['C002', 'CMD-1', 99_950, 'open'],
    ])
    expect(await creditOf(book).parts()).toEqual({ open: 1_000, orders: 10_000, total: 11_000 })
  })

  test('read again it changes nothing; a longer one adds, changes and closes', async () => {
    await creditOf(book).limit(50_000)
    const first = ['CMD-1,C001,2026-02-20,100.00,EUR,,,', 'CMD-2,C001,2026-02-21,100.00,EUR,,,']
    await importing(first)
    expect(await importing(first)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    const later = ['CMD-1,C001,2026-02-20,150.00,EUR,,,', 'CMD-2,C001,2026-02-21,100.00,EUR,,,closed']
    expect(await importing([...later, 'CMD-3,C001,2026-02-25,5000.00,EUR,,,'])).toMatchObject({
      created: 1,
      updated: 2,
      held: 1,
    })
    expect(await list({ show: 'all' })).toEqual([
      ['C001', 'CMD-3', 500_000, 'held'],
      ['C001', 'CMD-2', 10_000, 'closed'],
      ['C001', 'CMD-1', 15_000, 'open'],
    ])
  })

  test('days as they are written in France, semicolons, amounts with a comma', async () => {
    await importing(['CMD-1;C001;20/02/2026;1 234,50;;;;'], {}, HEADER.replaceAll(',', ';'))
    expect(await list()).toEqual([['C001', 'CMD-1', 123_450, 'open']])
  })

  test('lines that are wrong are named one by one, and nothing is taken unless they may be skipped', async () => {
    const lines = [
      'CMD-1,C001,2026-02-20,100.00,EUR,,,',
      ',C001,2026-02-30,ten,EURO,perhaps,2026-01-01,gone',
      'CMD-3,NOBODY,2026-02-20,1.00,EUR,,,',
      'CMD-4,C001,2026-02-20,-1.00,EUR,,2026-02-19,',
      'CMD-5,C001,2026-02-20,1.005,EUR,,,',
    ]
    const refused = await refusal(importing(lines))
    expect(refused?.code).toBe('import.lines-refused')
    expect(await list()).toEqual([])
    const { rejected, created } = await importing(lines, { skipInvalid: true })
    expect(created).toBe(1)
    expect(rejected.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [3, 'number', 'missing'],
      [3, 'day', 'date'],
      [3, 'currency', 'currency'],
      [3, 'amount', 'amount'],
      [3, 'prepaid', 'kind'],
      [3, 'state', 'kind'],
      [4, 'customer', 'missing'],
      [5, 'expected', 'date-order'],
      [5, 'amount', 'amount-not-positive'],
      [6, 'amount', 'amount-decimals'],
    ])
    expect(await list()).toEqual([['C001', 'CMD-1', 10_000, 'open']])
  })

  test('a trial run leaves nothing; another header or no table is no file of orders', async () => {
    expect(await importing(['CMD-1,C001,2026-02-20,100.00,EUR,,,'], { dryRun: true })).toMatchObject({ created: 1 })
    expect(await list()).toEqual([])
    expect(await refusalOf(importing(['a,b'], {}, 'name,colour'))).toBe('import.format-unknown')
    const file = new File(['<html><body>no table</body></html>'], 'orders.html')
    expect(await refusalOf(finish(book.client.orders.importFile({ name: 'orders.html', file })))).toBe(
      'import.format-unknown',
    )
  })
})

describe('the list of orders', () => {
  test('those held first; by customer, state and words', async () => {
    await creditOf(book, 'C002').limit(0)
    await creditOf(book).order('CMD-1', 1_000)
    await creditOf(book).order('CMD-2', 2_000, { day: '2026-02-01' })
    await creditOf(book, 'C002').order('CMD-3', 3_000, { day: '2026-01-01' })
    expect(await list()).toEqual([
      ['C002', 'CMD-3', 3_000, 'held'],
      ['C001', 'CMD-1', 1_000, 'open'],
      ['C001', 'CMD-2', 2_000, 'open'],
    ])
    expect(await list({ show: 'held' })).toHaveLength(1)
    expect(await list({ search: 'cmd-2' })).toHaveLength(1)
    expect(await list({ search: 'client c002' })).toHaveLength(1)
    expect(await list({ customerId: await creditOf(book).id() })).toHaveLength(2)
    expect((await book.client.orders.list({ limit: 1, offset: 1 })).total).toBe(3)
  })

  test('one recorded by mistake is removed; one that is not there is not found', async () => {
    const { order } = await creditOf(book).order('CMD-1', 1_000)
    await book.client.orders.remove({ id: order.id })
    expect(await list({ show: 'all' })).toEqual([])
    for (const call of [
      book.client.orders.remove({ id: NOTHING }),
      book.client.orders.open({ id: NOTHING }),
      book.client.orders.close({ id: NOTHING }),
    ])
      expect(await refusalOf(call)).toBe('not-found')
  })

  test('what was delivered under an order’s number is no order any more', async () => {
    const credit = creditOf(book)
    await credit.order('CMD-1', 10_000)
    const delivery = { customerId: await credit.id(), reference: 'CMD-1', deliveredOn: TODAY, currency: 'EUR' }
    await book.client.deliveries.add({ ...delivery, amount: 4_000 })
    expect((await book.client.orders.list({})).orders[0]).toMatchObject({ amount: 10_000, delivered: 4_000 })
    expect(await credit.parts()).toEqual({ open: 1_000, delivered: 4_000, orders: 6_000, total: 11_000 })
  })

  test('customers that are merged keep both of their orders, limits and exclusions', async () => {
    const [keep, gone] = [creditOf(book), creditOf(book, 'C002')]
    await keep.order('CMD-1', 1_000)
    await gone.order('CMD-1', 2_000)
    await gone.limit(70_000)
    await book.client.limits.saveGroup({ name: 'Groupe', members: [await gone.id()] })
    const kept = await keep.id()
    await book.client.customers.merge({ keep: kept, remove: await gone.id() })
    expect((await list()).map(([code, number]) => [code, number])).toEqual([
      ['C001', 'CMD-1'],
      ['C001', 'CMD-1 (C002)'],
    ])
    expect(await keep.exposure()).toMatchObject({ total: 5_000, limit: 70_000, group: { name: 'Groupe' } })
  })
})
