import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  claimsOfLetter,
  entriesOf,
  entriesOfDebit,
  entryById,
  feesByItem,
  receiptsLeft,
  sumsAsOf,
} from '../../src/main/core/charges/charges.repository.ts'
import { chargeEntries } from '../../src/main/core/customers/customers.charge-timeline.ts'
import { isReferred } from '../../src/main/core/documents/documents.repository.ts'
import { namesItem } from '../../src/main/core/payments/payments.repository.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { queryPlans } from '../support/query-plan.ts'

const DAY = '2026-11-22'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook({ today: DAY })
})
afterAll(() => book.close())

type Read = Parameters<typeof queryPlans>[1]

/** What each reads goes through these indexes; the ledger is never scanned for one customer, letter or item. */
const through: [string, Read, RegExp][] = [
  ['what a customer owes', (db) => sumsAsOf(db, DAY, ['x']), /^SEARCH e USING INDEX charge_entry_by_customer/],
  ['the entries of a customer', (db) => entriesOf(db, 'x', DAY), /^SEARCH e USING INDEX charge_entry_by_customer/],
  ['one entry', (db) => entryById(db, 'x', DAY), /^SEARCH e USING INDEX sqlite_autoindex/],
  ['what was undone', (db) => entriesOf(db, 'x', DAY), /^SEARCH u USING INDEX charge_entry_(undone|refers)/],
  ['the parts of a payment', (db) => entriesOfDebit(db, 'x', DAY), /charge_entry_by_debit/],
  ['what a letter claimed', (db) => claimsOfLetter(db, 'x'), /^SEARCH e USING INDEX charge_entry_by_letter/],
  ['the fees of open items', (db) => feesByItem(db, DAY), /^SEARCH e USING INDEX charge_entry_by_letter/],
  ['receipts that charges may be paid from', (db) => receiptsLeft(db, 'x', DAY), /open_item_by_customer/],
  ['the history of a customer', async (db) => chargeEntries('x').execute(db), /charge_entry_by_customer/],
  ['what names an item', (db) => namesItem(db, 'x'), /charge_entry_by_(item|credit|debit)/],
  ['who has a document', (db) => isReferred(db, 'x'), /charge_entry_by_document/],
]

test.each(through)('%s', async (_what, read, index) => {
  const plans = await queryPlans(book.path, read)
  expect(plans.filter((line) => index.test(line))).not.toEqual([])
  expect(plans.filter((line) => /^SCAN (e|u|w|charge_entry)\b/.test(line))).toEqual([])
})
