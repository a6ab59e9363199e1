import { afterAll, beforeAll, expect, test } from 'vitest'
import { countTasks, itemsOfCalls, listCalls, listTasks } from '../../src/main/core/calls/calls.repository.ts'
import {
  customersOwingPromised,
  customersPromising,
  debtsOf,
  promisedItems,
  promisesMade,
  receiptsLeft,
  settlementsOf,
} from '../../src/main/core/promises/promises.repository.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { queryPlans } from '../support/query-plan.ts'

const DAY = '2026-11-22'
const page = { offset: 0, limit: 200 }

let book: TestBook
beforeAll(async () => {
  book = await openTestBook({ today: DAY })
})
afterAll(() => book.close())

type Read = Parameters<typeof queryPlans>[1]

const reads: [string, Read, RegExp][] = [
  [
    'the promises of a customer',
    (db) => promisesMade(db, DAY, ['x']),
    /SEARCH promise USING INDEX promise_by_customer/,
  ],
  ['what they promise', (db) => promisedItems(db, ['x']), /SEARCH p USING PRIMARY KEY \(promise_id=\?\)/],
  ['what was paid of it', (db) => settlementsOf(db, ['x'], DAY), /SEARCH a USING INDEX allocation_by_debit/],
  [
    'what is matched with nothing',
    (db) => receiptsLeft(db, ['x'], { from: DAY, until: DAY }),
    /SEARCH open_item USING INDEX open_item_by_customer \(customer_id=\? AND settled_on>\?/,
  ],
  [
    'who has a promise running',
    (db) => customersPromising(db, DAY, DAY),
    /SEARCH promise USING COVERING INDEX promise_by_day \(day>\?/,
  ],
  [
    'who owes what was promised',
    (db) => customersOwingPromised(db, DAY),
    /SEARCH t USING PRIMARY KEY \(promise_id=\?\)/,
  ],
  [
    'what may be promised',
    (db) => debtsOf(db, 'x', DAY),
    /SEARCH i USING INDEX open_item_by_customer \(customer_id=\?/,
  ],
  ['the talks with a customer', (db) => listCalls(db, { customerId: 'x' }, page), /INDEX call_by_customer/],
  ['what they were about', (db) => itemsOfCalls(db, ['x']), /SEARCH c USING PRIMARY KEY \(call_id=\?\)/],
  [
    'their next actions',
    (db) => listTasks(db, DAY, { callIds: ['x'], show: 'all' }, page),
    /SEARCH t USING INDEX sqlite_autoindex_task_2 \(call_id=\?\)/,
  ],
  ['what is due', (db) => listTasks(db, DAY, { show: 'due' }, page), /SEARCH t USING INDEX task_open \(day<\?\)/],
  ['what is open', (db) => listTasks(db, DAY, { show: 'open' }, page), /t USING INDEX task_open/],
  ['what was done', (db) => listTasks(db, DAY, { show: 'done' }, page), /t USING INDEX task_done/],
  ['how much is due', (db) => countTasks(db, DAY, { show: 'due' }), /t USING (COVERING )?INDEX task_open \(day<\?\)/],
  [
    'what is to be done of a customer',
    (db) => listTasks(db, DAY, { customerId: 'x', show: 'open' }, page),
    /SEARCH t USING INDEX task_by_customer \(customer_id=\?/,
  ],
]

test.each(reads)('%s: found by an index, in no scan', async (_what, read, expected) => {
  const plans = await queryPlans(book.path, read)
  expect(plans.filter((line) => expected.test(line))).not.toEqual([])
  expect(plans.filter((line) => /^SCAN (promise|p|i|a|c|t|call|task|open_item)$/.test(line))).toEqual([])
})
