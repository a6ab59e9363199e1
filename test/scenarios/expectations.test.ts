import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDebts, paidOfCustomer, paidOfMany } from '../../src/main/core/expectations/expectations.repository.ts'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { importItems, invoice, payment } from '../support/ledger.ts'
import { queryPlans } from '../support/query-plan.ts'

const TODAY = '2026-11-22'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const expected = async (code = 'C001') =>
  (await book.client.expectations.ofCustomer({ customerId: await accountOf(book, code).customerId() })).expected

/** Invoices due at the end of months, each paid so many days late. */
const history = (customer: string, delays: readonly number[]) =>
  delays.flatMap((late, i) => {
    const month = String(i + 2).padStart(2, '0')
    const paidOn = new Date(Date.UTC(2026, i + 1, 10 + late)).toISOString().slice(0, 10)
    return [
      invoice(`${customer}-F${i}`, { customer, issued: `2026-${month}-01`, due: `2026-${month}-10`, amount: '100.00' }),
      payment(`${customer}-P${i}`, { customer, issued: paidOn, amount: '100.00', settles: `${customer}-F${i}` }),
    ]
  })

test('an open invoice is expected as the customer’s own invoices were paid', async () => {
  await importItems(book.client, [
    ...history('C001', [10, 12, 14, 11, 13]),
    invoice('F-A', { issued: '2026-11-01', due: '2026-11-30', amount: '50.00' }),
    invoice('F-B', { issued: '2026-05-01', due: '2026-05-31', amount: '70.00' }),
  ])
  expect(await expected()).toMatchObject([
    // Later than anything known: nothing can be said.
    { number: 'F-B', expected: null, basis: 'none', payments: 0 },
    { number: 'F-A', from: '2026-12-11', expected: '2026-12-12', until: '2026-12-13', basis: 'customer', payments: 5 },
  ])
})

test('without a history of its own a customer is measured by its segment, then by the book', async () => {
  await importItems(book.client, [
    ...history('C001', [1, 2, 3]),
    ...history('C002', [20, 21, 22]),
    invoice('F-A', { customer: 'C003', issued: '2026-11-01', due: '2026-11-30', amount: '50.00' }),
  ])
  for (const code of ['C002', 'C003']) {
    const { id } = await book.client.customers.byCode({ code })
    const { customer } = await book.client.customers.get({ id })
    await book.client.customers.update({ id, customer: { ...customer, segment: 'Négoce' } })
  }
  expect(await expected('C003')).toMatchObject([{ basis: 'segment', expected: '2026-12-21', payments: 3 }])
  await importItems(book.client, [
    invoice('F-C', { customer: 'C004', issued: '2026-11-01', due: '2026-11-30', amount: '50.00' }),
  ])
  expect(await expected('C004')).toMatchObject([{ basis: 'book', payments: 6 }])
})

test('nothing open expects nothing; a customer there is not is refused', async () => {
  await importItems(book.client, history('C001', [1]))
  expect(await expected()).toEqual([])
  const nobody = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'
  expect(await refusalOf(book.client.expectations.ofCustomer({ customerId: nobody }))).toBe('not-found')
})

test('every statement stands on an index', async () => {
  const plans = await queryPlans(book.path, async (db) => {
    await paidOfCustomer(db, 'c', '2024-11-22', TODAY)
    await paidOfMany(db, 'Négoce', '2024-11-22', TODAY, 5000)
    await openDebts(db, 'c', TODAY)
  })
  expect(plans.filter((line) => /^SCAN (open_item|allocation|dispute|a|o|c|d)\b/.test(line))).toEqual([])
})
