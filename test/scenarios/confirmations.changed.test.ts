import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'
import { creditNote, customerFields, finish, importItems, invoice, payment } from '../support/ledger.ts'
import { contact } from '../support/mail.ts'

// What becomes of a round when the book goes on between the letters and the answers.

const CLOSING = '2025-12-31'
const TODAY = '2026-01-20'
const LATE = '2026-02-16'
const auditor = { name: 'Claire Martin', country: 'FR', email: 'claire@audit.example' }
const asked = { asOf: CLOSING, form: 'positive' as const, auditor, deadline: '2026-02-15' }

let book: TestBook
const ids: Record<string, string> = {}

beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  for (const code of ['A', 'B', 'C', 'OLD']) {
    const customer = { name: `Maison ${code}`, contacts: [contact(`${code.toLowerCase()}@maison.example`)] }
    ids[code] = (await book.client.customers.create(customerFields(code, customer))).id
  }
  await importItems(book.client, [
    invoice('A-1', { customer: 'A', issued: '2025-10-01', due: '2025-10-31', amount: '500.00' }),
    invoice('B-1', { customer: 'B', issued: '2025-11-01', due: '2025-12-01', amount: '300.00' }),
    creditNote('C-1', { customer: 'C', issued: '2025-12-01', amount: '90.00' }),
    invoice('OLD-1', { customer: 'OLD', issued: '2010-01-01', due: '2010-01-31', amount: '10.00' }),
    payment('OLD-2', { customer: 'OLD', issued: '2010-02-20', amount: '10.00', settles: 'OLD-1' }),
  ])
})
afterEach(() => book.close())

const round = async (codes: readonly string[]) => {
  const criteria = { customerIds: codes.map((code) => ids[code] ?? '') }
  return (await finish(book.client.confirmations.issue({ ...asked, criteria }))).result.run
}
const csvOf = async (runId: string) =>
  (await (await book.client.confirmations.list({ runId, format: 'csv', language: 'en' })).file.text()).trim()

test('what is booked later for before the closing changes no letter and no coverage', async () => {
  const run = await round(['A', 'C'])
  const [before, list] = [await book.client.confirmations.letters({ runId: run.id }), await csvOf(run.id)]
  await importItems(book.client, [
    invoice('A-2', { customer: 'A', issued: '2025-12-20', due: '2026-01-20', amount: '1000.00' }),
    payment('A-3', { customer: 'A', issued: '2026-01-10', amount: '500.00', settles: 'A-1' }),
  ])
  expect(await book.client.confirmations.letters({ runId: run.id })).toEqual(before)
  expect(await csvOf(run.id)).toBe(list)
  const [again] = (await book.client.confirmations.runs({})).runs
  expect([again?.population, again?.drawn]).toEqual([run.population, run.drawn])
  // A draw of today is from what the books say today.
  const { drawn } = await book.client.confirmations.draw({ asOf: CLOSING, criteria: { customerIds: [ids.A ?? ''] } })
  expect(drawn).toEqual([{ currency: 'EUR', count: 1, total: 150_000, gross: 150_000 }])
})

test('only credit notes: the balance is in the customer’s favour, the answer says whose it is', async () => {
  const run = await round(['C'])
  expect(run.drawn).toEqual([{ currency: 'EUR', count: 1, total: -9000, gross: 9000 }])
  const [letter] = (await book.client.confirmations.letters({ runId: run.id })).letters
  const told = await book.client.confirmations.record({
    ...{ id: letter?.id ?? '', outcome: 'differs', reason: 'credit-note-missing' },
    stated: [{ currency: 'EUR', total: 0 }],
  })
  expect(told.differences).toEqual([{ currency: 'EUR', total: 9000 }])
})

test('customers that are merged keep their letters, each with the balance it was asked about', async () => {
  const run = await round(['A', 'B'])
  await book.client.customers.merge({ keep: ids.A ?? '', remove: ids.B ?? '' })
  const { letters } = await book.client.confirmations.letters({ runId: run.id })
  expect(letters.map(({ code, balances }) => [code, balances[0]?.total])).toEqual([
    ['A', 50_000],
    ['A', 30_000],
  ])
  const late = (await book.on(LATE).worklist.get({})).rows.filter(({ reasons }) =>
    reasons.some(({ code }) => code === 'confirmation-late'),
  )
  expect(late.map(({ code }) => code)).toEqual(['A'])
  await book.client.confirmations.record({ id: letters[1]?.id ?? '', outcome: 'agrees' })
  const [again] = (await book.client.confirmations.runs({})).runs
  expect([again?.counts.agrees, again?.drawn]).toEqual([1, run.drawn])
  expect(await csvOf(run.id)).toContain('300.00,agrees,300.00')
})

test('of a customer that was erased the letter stays without its paper, and nobody is asked any more', async () => {
  const run = await round(['OLD', 'A'])
  const target = { customerId: ids.OLD ?? '', kind: 'customer' as const }
  await finish(book.client.privacy.erase({ ...target, reason: 'request', confirmation: 'Maison OLD' }))
  const { letters } = await book.client.confirmations.letters({ runId: run.id })
  const own = letters.find(({ customerId }) => customerId === ids.OLD)
  expect(own).toMatchObject({ name: expect.stringMatching(/^Client anonymisé/), state: 'waiting' })
  expect(await csvOf(run.id)).not.toContain('Maison OLD')
  const { rows } = await book.on(LATE).worklist.get({})
  expect(rows.map(({ code }) => code)).toEqual(['A', 'B'])
  expect(await book.client.confirmations.drafts({ runId: run.id, waitingOnly: true })).toMatchObject({ count: 1 })
  expect(await book.client.confirmations.files({ runId: run.id, format: 'zip' })).toMatchObject({ count: 1 })
  expect(await book.client.confirmations.files({ runId: run.id, format: 'pdf' })).toMatchObject({ count: 1 })
  const closed = await book.client.confirmations.record({ id: own?.id ?? '', outcome: 'none' })
  expect(closed).toMatchObject({ state: 'none' })
})

test('a round that is cancelled leaves nothing: no letter, no number', async () => {
  const stop = new AbortController()
  const criteria = { all: true }
  const stream = await book.client.confirmations.issue({ ...asked, criteria }, { signal: stop.signal })
  expect((await stream.next()).value).toEqual({ step: 'confirmations.setting', done: 0, total: 3 })
  stop.abort()
  await expect(stream.next()).rejects.toThrow()
  expect((await book.client.confirmations.runs({})).runs).toEqual([])
  expect((await round(['A'])).number).toBe(1)
})
