import { afterAll, beforeAll, expect, test } from 'vitest'
import { isReferred } from '../../src/main/core/documents/documents.repository.ts'
import {
  attachmentsOf,
  copiesOfInvoices,
  countMessages,
  lettersQueued,
  listMessages,
  waitingMessages,
} from '../../src/main/core/mail/mail.repository.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { queryPlans } from '../support/query-plan.ts'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook({ today: '2026-11-22' })
})
afterAll(() => book.close())

type Read = Parameters<typeof queryPlans>[1]
const page = { offset: 0, limit: 200 }

/** What each reads goes through these indexes; of messages and what is attached nothing else is scanned. */
const through: [string, Read, RegExp][] = [
  ['the outbox', (db) => listMessages(db, { show: 'open' }, page), /^SCAN m USING INDEX mail_message_open/],
  ['how many wait', (db) => countMessages(db, { show: 'open' }), /^SCAN m USING (COVERING )?INDEX mail_message_open/],
  ['all messages by day', (db) => listMessages(db, { show: 'all' }, page), /^SCAN m USING INDEX mail_message_by_day/],
  [
    'the messages of a customer',
    (db) => listMessages(db, { show: 'all', customerId: 'x' }, page),
    /^SEARCH m USING INDEX mail_message_by_customer/,
  ],
  [
    'one message',
    (db) => listMessages(db, { show: 'all', ids: ['x'] }, page),
    /^SEARCH m USING INDEX sqlite_autoindex/,
  ],
  ['what is to be sent', (db) => waitingMessages(db, {}), /^SCAN m USING INDEX mail_message_open/],
  ['what is attached', (db) => attachmentsOf(db, ['x']), /^SEARCH a USING PRIMARY KEY/],
  ['which letters are there', (db) => lettersQueued(db, ['x']), /mail_message_by_letter/],
  ['copies of invoices', (db) => copiesOfInvoices(db, ['x']), /^SEARCH p USING INDEX proof_by_item/],
  ['who has a document', (db) => isReferred(db, 'x'), /mail_attachment_by_document/],
]

test.each(through)('%s', async (_what, read, index) => {
  const plans = await queryPlans(book.path, read)
  expect(plans.filter((line) => index.test(line))).not.toEqual([])
  const scanned = plans.filter((line) => /^SCAN (m|a|p|d|ei|e|mail_\w+)\b/.test(line) && !index.test(line))
  expect(scanned).toEqual([])
})
