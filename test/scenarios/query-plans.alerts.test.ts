import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  expiredProofs,
  lastInvoices,
  openReviews,
  reportedPairs,
  seenMarks,
  stalePapers,
} from '../../src/main/core/alerts/alerts.repository.ts'
import { accountSteps } from '../../src/main/core/db/account-steps.ts'
import { customersNamed, openInvoices, writtenOff } from '../../src/main/core/losses/losses.repository.ts'
import { firstInvoiced, invoicedTo } from '../../src/main/core/recommendations/recommendations.repository.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { queryPlans } from '../support/query-plan.ts'

const DAY = '2026-11-22'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook({ today: DAY })
})
afterAll(() => book.close())

type Read = Parameters<typeof queryPlans>[1]
const BARE =
  /^SCAN (open_item|i|o|external_rating|r|v|financial_statement|proof|credit_review|alert_seen|allocation|a)$/

const ofOne: [string, Read, RegExp][] = [
  ['its last invoice', (db) => lastInvoices(db, DAY, ['x']), /SEARCH open_item USING INDEX open_item_by_customer/],
  ['its papers', (db) => stalePapers(db, DAY, DAY, ['x']), /external_rating_by_customer \(customer_id=\? AND day<\?\)/],
  ['its expired documents', (db) => expiredProofs(db, DAY, ['x']), /SEARCH proof USING INDEX proof_by_customer/],
  ['what agencies say of it', (db) => reportedPairs(db, DAY, ['x']), /SEARCH v USING PRIMARY KEY \(rating_id=\?\)/],
  ['what was seen of it', (db) => seenMarks(db, ['x']), /SEARCH alert_seen USING PRIMARY KEY \(customer_id=\?\)/],
  [
    'its review',
    (db) => openReviews(db, ['x']),
    /SEARCH credit_review USING INDEX credit_review_open \(customer_id=\?/,
  ],
  ['its account by day', (db) => accountSteps(db, DAY, ['x']), /SEARCH open_item USING INDEX open_item_by_customer/],
  ['what it owes', (db) => openInvoices(db, DAY, ['x']), /SEARCH i USING INDEX open_item_by_customer \(customer_id=\?/],
  ['its first invoice', (db) => firstInvoiced(db, 'x', DAY), /SEARCH open_item USING INDEX open_item_by_customer/],
  ['since when it is known', (db) => customersNamed(db, ['x']), /SEARCH i USING INDEX open_item_by_customer/],
  [
    'what it was invoiced in a year',
    (db) => invoicedTo(db, 'x', 'EUR', { from: DAY, to: DAY }),
    /SEARCH i USING INDEX open_item_by_customer/,
  ],
]

test.each(ofOne)('of a customer, %s is found by an index', async (_what, read, expected) => {
  const plans = await queryPlans(book.path, read)
  expect(plans.filter((line) => expected.test(line))).not.toEqual([])
  expect(plans.filter((line) => BARE.test(line))).toEqual([])
})

const ofAll: [string, Read][] = [
  ['the last invoices', (db) => lastInvoices(db, DAY, undefined)],
  ['stale papers', (db) => stalePapers(db, DAY, DAY, undefined)],
  ['expired documents', (db) => expiredProofs(db, DAY, undefined)],
  ['what agencies say', (db) => reportedPairs(db, DAY, undefined)],
  ['reviews under way', (db) => openReviews(db, undefined)],
  ['what was written off', (db) => writtenOff(db, { from: DAY, until: DAY })],
]

test.each(ofAll)('of everybody, %s go through an index in one pass', async (_what, read) => {
  const plans = await queryPlans(book.path, read)
  expect(plans.filter((line) => BARE.test(line))).toEqual([])
})
