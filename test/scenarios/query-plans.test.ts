import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countWaiting, pageOfLines, pageOfStatements } from '../../src/main/core/bank/bank.repository.ts'
import { bankBook } from '../../src/main/core/bank/matching.repository.ts'
import { findCustomers, listCustomers } from '../../src/main/core/customers/customers.repository.ts'
import { listTimeline } from '../../src/main/core/customers/customers.timeline.repository.ts'
import { plansAsOf } from '../../src/main/core/db/instalment-plans.ts'
import { datesOf, listDeliveries } from '../../src/main/core/deliveries/deliveries.repository.ts'
import { disputedParts, listDisputes } from '../../src/main/core/disputes/disputes.repository.ts'
import {
  creditsOf,
  movementsOf,
  overdueItems,
  unallocatedCredits,
} from '../../src/main/core/dunning/dunning.repository.ts'
import { debitsToSettle, matchesOfCredits } from '../../src/main/core/imports/imports.repository.ts'
import { accountRows, bouncedRows, dueAhead } from '../../src/main/core/limits/exposure.repository.ts'
import {
  itemsById,
  lastNumber,
  listMatches,
  matchesInForce,
  openItemsOf,
  stepsOf,
  writtenOff,
} from '../../src/main/core/payments/payments.repository.ts'
import { listProofs, listUnproved, proofsOfItem } from '../../src/main/core/proofs/proofs.repository.ts'
import { bucketBounds } from '../../src/main/core/receivables/ageing.rules.ts'
import { disputedByCustomer } from '../../src/main/core/receivables/receivables.beside.repository.ts'
import {
  agedRows,
  pageOfItems,
  positionsOf,
  sumsOfItems,
} from '../../src/main/core/receivables/receivables.repository.ts'
import {
  approvedBy,
  firstInvoices,
  listReviews,
  openReviewOf,
  proposalsOf,
  reviewedRows,
} from '../../src/main/core/reviews/reviews.repository.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { queryPlans } from '../support/query-plan.ts'

// Names of tables as the statements call them: i, o and item are receivables, a is their matches.
const DAY = '2026-11-22'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook({ today: DAY })
})
afterAll(() => book.close())

type Read = Parameters<typeof queryPlans>[1]
const plansOf = (read: Read) => queryPlans(book.path, read)

const open = { search: '', show: 'open' as const }
const byDue = { sort: 'due' as const, descending: false, offset: 0, limit: 200 }
const required = [['invoice'], ['order', 'contract'], ['delivery_note']]
const byName = { required, show: 'all' as const, sort: 'name' as const, descending: false, offset: 0, limit: 200 }

const late = { warn: '2026-11-07', refuse: '2026-10-08' }

/** What reads the whole book stays on the index of the day: no row of the table is touched to decide or to add. */
const wholeBook: [string, Read][] = [
  ['the aged balance', (db) => agedRows(db, DAY, 'due', 'EUR', bucketBounds([30, 60, 90]))],
  ['the aged balance by issue date', (db) => agedRows(db, DAY, 'issued', 'EUR', bucketBounds([30, 60, 90]))],
  ['a page of items by due date', (db) => pageOfItems(db, DAY, open, null, byDue)],
  ['the sums of a list', (db) => sumsOfItems(db, DAY, open, null)],
  ['the credits it deducts', (db) => unallocatedCredits(db, DAY)],
  ['the exposure of everybody', (db) => accountRows(db, DAY, late, undefined)],
  ['what falls due of everybody', (db) => dueAhead(db, DAY, { from: DAY, until: DAY }, undefined)],
]

/** What is about some customers reads their items only. */
const ofCustomers: [string, Read][] = [
  ['the position of a customer', (db) => positionsOf(db, 'x', DAY)],
  ['the items of a customer', (db) => pageOfItems(db, DAY, { ...open, customerId: 'x' }, null, byDue)],
  ['the sums of those', (db) => sumsOfItems(db, DAY, { ...open, customerId: 'x' }, null)],
  ['the credits of a letter', (db) => creditsOf(db, 'x', 'EUR', DAY)],
  ['the exposure of a customer', (db) => accountRows(db, DAY, late, ['x'])],
  ['what bounced of a customer', (db) => bouncedRows(db, DAY, ['x'])],
  ['what falls due of a customer', (db) => dueAhead(db, DAY, { from: DAY, until: DAY }, ['x'])],
  ['a page of customers', (db) => listCustomers(db, DAY, 'EUR', { search: '', ...byName })],
  ['a page of customers found', (db) => listCustomers(db, DAY, 'EUR', { search: 'durand', ...byName })],
]

test('a dunning proposal finds overdue items by the index of the day and reads their rows once', async () => {
  const plans = await plansOf((db) => overdueItems(db, DAY))
  const items = plans.filter((line) => / i /.test(line) && /^(SCAN|SEARCH) i/.test(line))
  expect(items.filter((line) => line.startsWith('SEARCH'))).toEqual([
    'SEARCH i USING INDEX open_item_as_of (settled_on=? AND booked<?)',
    'SEARCH i USING INDEX open_item_as_of (settled_on>?)',
  ])
  expect(plans.join('\n')).not.toContain('SCAN open_item')
})

describe.each(wholeBook)('%s', (_what, read) => {
  test('stays on the index of the day', async () => {
    const plans = await plansOf(read)
    const items = plans.filter((line) => / (i|open_item) /.test(line) && /^(SCAN|SEARCH)/.test(line))
    expect(
      items.filter((line) => line.includes('COVERING INDEX open_item_as_of (settled_on=? AND booked<?)')),
    ).not.toEqual([])
    for (const line of items)
      expect(line).toMatch(/COVERING INDEX open_item_as_of|sqlite_autoindex_open_item_1 \(id=\?\)/)
  })

  test('finds matches by their index', async () => {
    const matches = (await plansOf(read)).filter((line) => / a /.test(line))
    for (const line of matches) expect(line).toMatch(/^SEARCH a USING COVERING INDEX allocation_by_(debit|credit) /)
  })
})

describe.each(ofCustomers)('%s', (_what, read) => {
  test('reads no one else’s items', async () => {
    const items = (await plansOf(read)).filter((line) => /^(SCAN|SEARCH) (i|open_item) /.test(line))
    expect(items.filter((line) => line.includes('open_item_by_customer (customer_id=?'))).not.toEqual([])
    for (const line of items)
      expect(line).toMatch(/open_item_by_customer \(customer_id=\?|sqlite_autoindex_open_item_1 \(id=\?\)/)
  })
})

test.each(['durand', 'durand lyon', 'du', '732 829 320'])(
  'the search for %j goes through the indexes',
  async (typed) => {
    const plans = await plansOf((db) => findCustomers(db, typed, typed, 20))
    expect(plans).toContain('SCAN customer_search VIRTUAL TABLE INDEX 0:M1')
    expect(plans.some((line) => line.includes('customer_by_name (sort_name>? AND sort_name<?)'))).toBe(true)
    expect(plans.filter((line) => line.startsWith('SCAN customer') && !line.includes('customer_search'))).toEqual([])
  },
)

test('interest looks up the payments of its items, and no others', async () => {
  const plans = await plansOf((db) => movementsOf(db, ['x'], DAY))
  expect(plans.filter((line) => /^SCAN (a|credit)\b/.test(line))).toEqual([])
  expect(plans.some((line) => line.startsWith('SEARCH a USING INDEX allocation_by_debit'))).toBe(true)
})

test('the timeline of a customer scans no table', async () => {
  const plans = await plansOf((db) => listTimeline(db, 'x', 50, 0))
  expect(plans.filter((line) => line.startsWith('SCAN'))).toEqual([])
})

const page = { offset: 0, limit: 200 }
const byAge = { ...page, sort: 'age' as const, descending: true }
const waiting = { show: 'waiting' as const, search: '' }

/** What each reads goes through these indexes, and no table is scanned but the one named. */
const through: [string, Read, RegExp[]][] = [
  ['the disputed parts of all items', (db) => disputedParts(db, DAY), [/dispute USING (COVERING )?INDEX dispute_/]],
  [
    'the open disputes',
    (db) => listDisputes(db, DAY, { show: 'open', search: '' }, byAge),
    [/SEARCH i .*\(id=\?\)/, /INDEX dispute_open/],
  ],
  [
    'the disputes of a customer',
    (db) => listDisputes(db, DAY, { show: 'all', search: '', customerId: 'x' }, byAge),
    [/SEARCH d USING INDEX dispute_by_customer/],
  ],
  [
    'the documents of a customer',
    (db) => listProofs(db, DAY, { show: 'all', search: '', customerId: 'x' }, page),
    [/SEARCH p USING INDEX proof_by_customer/],
  ],
  [
    'what proves an invoice',
    (db) => proofsOfItem(db, 'x', DAY),
    [/SEARCH p USING INDEX proof_by_customer/, /SEARCH ei USING PRIMARY KEY/],
  ],
  [
    'the invoices that lack a proof',
    (db) => listUnproved(db, DAY, required, undefined, page),
    [
      /SEARCH i USING COVERING INDEX open_item_as_of/,
      /SEARCH proof USING INDEX proof_by_item/,
      /SEARCH proof USING INDEX proof_by_customer/,
      /SEARCH e_invoice_item USING PRIMARY KEY/,
    ],
  ],
  [
    'the customers with one of those',
    (db) => listCustomers(db, DAY, 'EUR', { search: '', ...byName, show: 'unproved' }),
    [/SEARCH proof USING INDEX proof_by_item/],
  ],
  [
    'the customers with a dispute',
    (db) => listCustomers(db, DAY, 'EUR', { search: '', ...byName, show: 'disputed' }),
    [/SEARCH dispute USING INDEX dispute_by_customer/],
  ],
  ['the deliveries to invoice', (db) => listDeliveries(db, waiting, DAY, page), [/INDEX delivery_not_invoiced/]],
  [
    'the days of invoices',
    (db) => datesOf(db, ['x']),
    [/SEARCH dates USING PRIMARY KEY/, /SEARCH delivery USING COVERING INDEX delivery_by_item/],
  ],
]

test.each(through)('%s goes through the indexes', async (_what, read, expected) => {
  const plans = await plansOf(read)
  for (const line of expected) expect(plans.filter((plan) => line.test(plan))).not.toEqual([])
  const scans = plans.filter((plan) =>
    /^SCAN (open_item|o|proof|p|dispute|d|delivery|dates|document|allocation|a)( |$)/.test(plan),
  )
  expect(scans.filter((plan) => !/USING (COVERING )?INDEX/.test(plan))).toEqual([])
})

/** What is about some items, or what is beside a balance, scans no table of items. */
const ofSome: [string, Read][] = [
  ['the items of a match', (db) => itemsById(db, ['x'])],
  ['what a customer has open', (db) => openItemsOf(db, ['x'])],
  ['what is matched of them', (db) => stepsOf(db, ['x'])],
  ['the matches of an item', (db) => listMatches(db, 'x')],
  ['the matches of an item in force', (db) => matchesInForce(db, 'x')],
  ['the next number of a series', (db) => lastNumber(db, 'RG-2026-')],
  ['what was written off of an item', (db) => writtenOff(db, 'x')],
  ['instalment plans of some items', (db) => plansAsOf(db, DAY, { itemIds: ['x'] })],
  ['what is disputed, by customer', (db) => disputedByCustomer(db, DAY, 'EUR')],
  ['the settlements that a file reads again', (db) => matchesOfCredits(db, ['x'])],
  ['the debts that a file settles', (db) => debitsToSettle(db, ['x'])],
]

test.each(ofSome)('%s: by an index', async (_what, read) => {
  const plans = await plansOf(read)
  expect(plans.length).toBeGreaterThan(0)
  for (const line of plans)
    expect(line).not.toMatch(/^SCAN (i|a|open_item|allocation|debit|credit|other|back|payment|adjustment)\b/)
})

test('what was reopened later is looked up once, in an index of its own', async () => {
  const plans = await plansOf((db) => pageOfItems(db, DAY, open, null, byDue))
  expect(plans.filter((line) => line.includes('allocation_reopened'))).not.toEqual([])
})

const everyLine = { show: 'all' as const, role: 'all' as const, search: '' }
const firstPage = { offset: 0, limit: 200 }

describe('the bank', () => {
  const scans = (plans: string[], ...tables: string[]) =>
    plans.filter((line) => tables.some((table) => line.startsWith(`SCAN ${table}`)) && !line.includes('json_each'))

  test('finds the lines that wait by their state, and one line by its id', async () => {
    const open = await plansOf((db) => pageOfLines(db, { ...everyLine, show: 'open' }, firstPage))
    expect(open.some((line) => line.startsWith('SEARCH l USING INDEX bank_line_by_state (state=?'))).toBe(true)
    expect(scans(open, 'l', 'p', 'i')).toEqual([])
    const named = await plansOf((db) => pageOfLines(db, { ...everyLine, lineIds: ['x'] }, firstPage))
    expect(scans(named, 'l', 'p', 'i')).toEqual([])
    expect(scans(await plansOf((db) => countWaiting(db)), 'l')).toEqual([])
  })

  test('counts the lines of a statement by their index', async () => {
    const plans = await plansOf((db) => pageOfStatements(db, firstPage))
    expect(scans(plans, 'l')).toEqual([])
    expect(plans.some((line) => line.includes('bank_line_by_statement (statement_id=?)'))).toBe(true)
  })

  test('reads what is open once to match against it, and no settled item', async () => {
    const plans = await plansOf((db) => bankBook(db, [100], DAY))
    const items = plans.filter((line) => /^SEARCH i USING INDEX open_item_as_of \(settled_on=\?/.test(line))
    expect(items.length).toBeGreaterThan(0)
    for (const line of plans.filter((one) => / a /.test(one)))
      expect(line).toMatch(/^SEARCH a USING COVERING INDEX allocation_by_(debit|credit) /)
  })
})

const reviews: [string, Read, RegExp[]][] = [
  [
    'the due days of everybody',
    (db) => reviewedRows(db, DAY),
    [
      /SCAN credit_review USING INDEX credit_review_decided/,
      /SCAN credit_review USING (COVERING )?INDEX credit_review_open/,
    ],
  ],
  [
    'the due day of a customer, which each verdict asks for',
    (db) => reviewedRows(db, DAY, ['x']),
    [
      /SEARCH credit_review USING INDEX credit_review_decided \(customer_id=\?/,
      /INDEX credit_review_open \(customer_id=\?/,
    ],
  ],
  ['the first invoices of customers', (db) => firstInvoices(db, ['x']), [/SEARCH i USING .*open_item_by_customer/]],
  [
    'the review under way',
    (db) => openReviewOf(db, 'x'),
    [/SEARCH credit_review USING INDEX credit_review_(open|by_customer) \(customer_id=\?/],
  ],
  [
    'the reviews that wait for an answer',
    (db) => listReviews(db, { show: 'submitted', search: '' }),
    [/SEARCH r USING INDEX credit_review_by_state/],
  ],
  [
    'the reviews of a customer',
    (db) => listReviews(db, { show: 'all', search: '', customerIds: ['x'] }),
    [/SEARCH r USING INDEX credit_review_(by_customer|decided|open)/],
  ],
  ['the proposals of some reviews', (db) => proposalsOf(db, ['x']), [/SEARCH review_proposal USING PRIMARY KEY/]],
  [
    'what a review approved',
    (db) => approvedBy(db, 'x'),
    [/SEARCH later USING (COVERING )?INDEX credit_review_decided/],
  ],
]

test.each(reviews)('%s: by an index', async (_what, read, expected) => {
  const plans = await plansOf(read)
  for (const line of expected) expect(plans.filter((plan) => line.test(plan))).not.toEqual([])
  expect(plans.filter((plan) => /^SCAN (r|credit_review|review_proposal|i|later)$/.test(plan))).toEqual([])
})
