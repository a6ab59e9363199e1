import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  answersOf,
  countsOf,
  listLetters,
  standingsOf,
} from '../../src/main/core/confirmations/confirmations.repository.ts'
import { isReferred } from '../../src/main/core/documents/documents.repository.ts'
import {
  candidates,
  countIssues,
  listIssues,
  openByCustomer,
  totalsOfRuns,
} from '../../src/main/core/statements/statements.bulk.repository.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { queryPlans } from '../support/query-plan.ts'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook({ today: '2026-11-22' })
})
afterAll(() => book.close())

type Read = Parameters<typeof queryPlans>[1]
const days = { from: '2026-01-01', asOf: '2026-11-22' }

/** What each reads goes through these indexes; no item, contact, address, statement or confirmation is scanned for it. */
const through: [string, Read, RegExp][] = [
  ['what is open by customer', (db) => openByCustomer(db, days.asOf), /^SEARCH i USING COVERING INDEX open_item_as_of/],
  ['of those named', (db) => openByCustomer(db, days.asOf, ['x']), /^SEARCH i USING INDEX open_item_by_customer/],
  ['how customers are reached', (db) => candidates(db, {}, null), /^SEARCH k USING (COVERING )?INDEX contact_/],
  ['who had a movement', (db) => candidates(db, {}, days), /^SEARCH i USING (COVERING )?INDEX open_item_/],
  ['statements of a run', (db) => listIssues(db, 'x'), /^SEARCH s USING INDEX statement_issue_by_run/],
  ['how many', (db) => countIssues(db, 'x'), /statement_issue_by_run/],
  ['what they come to', (db) => totalsOfRuns(db, ['x']), /^SEARCH s USING INDEX statement_issue_by_run/],
  ['letters of a round', (db) => listLetters(db, { runId: 'x' }), /^SEARCH l USING INDEX confirmation_by_run/],
  ['one letter', (db) => listLetters(db, { id: 'x' }), /^SEARCH l USING INDEX sqlite_autoindex_confirmation/],
  ['what was answered', (db) => answersOf(db, ['x']), /confirmation_answer_by_confirmation/],
  ['how far a round is', (db) => standingsOf(db, ['x']), /^SEARCH l USING INDEX confirmation_by_run/],
  ['letters by state', (db) => countsOf(db, ['x']), /^SEARCH l USING INDEX confirmation_by_run/],
  ['who has a document', (db) => isReferred(db, 'x'), /statement_issue_by_document/],
]

test.each(through)('%s', async (_what, read, index) => {
  const plans = await queryPlans(book.path, read)
  expect(plans.filter((line) => index.test(line))).not.toEqual([])
  expect(plans.filter((line) => /^SCAN (i|k|a|s|l|confirmation\w*|statement_\w+)\b/.test(line))).toEqual([])
})
