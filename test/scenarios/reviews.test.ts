import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'
import { importItems, invoice } from '../support/ledger.ts'
import { customerId } from '../support/disputes.ts'

const TODAY = '2026-03-02'
let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

test('smoke', async () => {
  await importItems(book.client, [invoice('F-1', { issued: '2025-02-20', due: '2026-03-22', amount: '1000.00' })])
  const id = await customerId(book.client, 'C001')
  const opened = await book.client.reviews.open({ customerId: id })
  expect(opened.review).toMatchObject({ reference: 'R-2026-0001', state: 'preparing' })
  await book.client.reviews.submit({ id: opened.review.id, kind: 'extend', amount: 500_000, reason: 'x' })
  const decided = await book.client.reviews.decide({ id: opened.review.id, answer: 'approve', reason: 'ok' })
  expect(decided.decision).toMatchObject({ outcome: 'approved', nextReviewOn: '2026-06-02' })
  expect((await book.client.reviews.calendar({})).overdue).toBe(0)
})
