import { afterAll, beforeAll, expect, test } from 'vitest'
import { lateLetters } from '../../src/main/core/confirmations/confirmations.repository.ts'
import { overdueSteps } from '../../src/main/core/dunning/dunning.steps.repository.ts'
import {
  accounts,
  namesOf,
  openTasks,
  overdueOf,
  ownersOf,
  workedOn,
  writtenTo,
} from '../../src/main/core/worklist/worklist.repository.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { queryPlans } from '../support/query-plan.ts'

const DAY = '2026-11-22'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook({ today: DAY })
})
afterAll(() => book.close())

type Read = Parameters<typeof queryPlans>[1]

const reads: [string, Read, RegExp][] = [
  ['the book', (db) => accounts(db, DAY), /SEARCH i USING COVERING INDEX open_item_as_of/],
  ['one account', (db) => accounts(db, DAY, 'x'), /SEARCH i USING INDEX open_item_by_customer \(customer_id=\?/],
  ['what is overdue of some', (db) => overdueOf(db, DAY, ['x']), /INDEX open_item_by_customer \(customer_id=\?/],
  ['whose items they are', (db) => ownersOf(db, ['x']), /SEARCH open_item USING INDEX sqlite_autoindex_open_item_1/],
  ['tasks of one', (db) => openTasks(db, 'x'), /SEARCH task USING INDEX task_by_customer \(customer_id=\?\)/],
  ['tasks of all', (db) => openTasks(db), /SCAN task USING INDEX task_open/],
  ['what was done', (db) => workedOn(db, DAY), /SEARCH call USING COVERING INDEX call_by_day \(day=\?\)/],
  [
    'letters of the day',
    (db) => writtenTo(db, DAY),
    /SEARCH dunning_letter USING INDEX dunning_letter_by_day \(day=\?\)/,
  ],
  ['names', (db) => namesOf(db, ['x']), /SEARCH c USING INDEX sqlite_autoindex_customer_1 \(id=\?\)/],
  [
    'balances not confirmed',
    (db) => lateLetters(db, { since: DAY, today: DAY }),
    /SEARCH l USING INDEX confirmation_by_run \(run_id=\?\)/,
  ],
  ['levels reached', (db) => overdueSteps(db, DAY, ['x']), /dunning_letter_item_by_item/],
]

test.each(reads)('%s: found by an index', async (_what, read, expected) => {
  const plans = await queryPlans(book.path, read)
  expect(plans.filter((line) => expected.test(line))).not.toEqual([])
  expect(plans.filter((line) => /^SCAN (i|open_item|customer|call|task|dunning_letter)$/.test(line))).toEqual([])
})
