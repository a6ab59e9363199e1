import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'
import { customerId } from '../support/disputes.ts'
import { importItems, invoice } from '../support/ledger.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-02-20' })
  await importItems(book.client, [
    invoice('F-1', { issued: '2026-01-10', due: '2026-02-09', amount: '1000.00' }),
    invoice('F-2', { issued: '2026-01-10', due: '2026-02-09', amount: '10.00', customer: 'C002' }),
  ])
})
afterEach(() => book.close())

const told = async (code: string) => {
  const { entries } = await book.on('2026-12-31').customers.timeline({ id: await customerId(book.client, code) })
  return entries
    .filter(({ day }) => day >= '2026-03-01')
    .map(({ day, kind, title, amount, user }) => [day, kind, title, amount, user])
}

/** Everything the credit file of a customer can hold, one thing a day. */
const live = async (id: string, groupId: string) => {
  const reason = 'dit pourquoi'
  const on = book.on
  await on('2026-03-01').limits.set({ customerId: id, kind: 'internal', amount: 500_000, reason })
  await on('2026-03-02').limits.set({ groupId, kind: 'internal', amount: 900_000, reason })
  const block = await on('2026-03-03').limits.block({ customerId: id, reason: 'chèque impayé' })
  await on('2026-03-04').limits.unblock({ id: block.id, reason: 'payé' })
  await on('2026-03-05').limits.override({ customerId: id, amount: 520_000, until: '2026-03-31', reason })
  await on('2026-03-06').orders.add({
    customerId: id,
    number: 'CMD-7',
    day: '2026-03-06',
    amount: 123_400,
    currency: 'EUR',
  })
  await on('2026-03-07').ratings.save({
    customerId: id,
    provider: 'altares',
    day: '2026-03-07',
    recommendedLimit: 450_000,
    values: [{ scale: 'own', label: 'Score', value: '12', best: '20', worst: '0' }],
  })
  await on('2026-03-08').financials.save({
    customerId: id,
    closedOn: '2025-12-31',
    lines: { revenue: 200_000, totalAssets: 100_000 },
  })
  await on('2026-03-09').registers.record({ customerId: id, kind: 'safeguard', day: '2026-03-09', source: 'courrier' })
  const application = await on('2026-03-10').applications.record({
    customerId: id,
    asked: 600_000,
    applicant: 'Léa Morin',
  })
  const review = await on('2026-03-13').reviews.open({
    customerId: id,
    applicationId: application.id,
    trigger: 'application',
  })
  await on('2026-03-14').reviews.submit({ id: review.review.id, kind: 'reduce', amount: 400_000, reason })
  await on('2026-03-15').reviews.decide({ id: review.review.id, answer: 'approve', reason })
  const { handovers } = on('2026-03-11')
  const handover = await handovers.handOver({ customerId: id, to: 'lawyer', reason: 'sans réponse' })
  await on('2026-03-12').handovers.close({ id: handover.id, reason: 'soldé' })
}

test('the credit file of a customer stands in its history, newest first, and moves with it when it is merged', async () => {
  const [id, keep] = [await customerId(book.client, 'C001'), await customerId(book.client, 'C002')]
  const group = await book.client.limits.saveGroup({ name: 'Groupe Aubier', members: [id] })
  await live(id, group.id)
  const history = await told('C001')
  expect(history).toEqual([
    ['2026-03-15', 'limit', '', 400_000, 'test'],
    ['2026-03-15', 'review_decided', 'R-2026-0001', 400_000, 'test'],
    ['2026-03-13', 'review_opened', 'R-2026-0001', null, 'test'],
    ['2026-03-12', 'handover_closed', 'soldé', null, 'test'],
    ['2026-03-11', 'handover', 'sans réponse', null, 'test'],
    ['2026-03-10', 'application', 'Léa Morin', 600_000, 'test'],
    ['2026-03-09', 'register', '', null, null],
    ['2026-03-08', 'statement', '', null, 'test'],
    ['2026-03-07', 'rating', '', 450_000, 'test'],
    ['2026-03-06', 'order', 'CMD-7', 123_400, 'test'],
    ['2026-03-05', 'override', '', 520_000, 'test'],
    ['2026-03-04', 'unblock', 'payé', null, 'test'],
    ['2026-03-03', 'block', 'chèque impayé', null, 'test'],
    ['2026-03-02', 'limit', 'Groupe Aubier', 900_000, 'test'],
    ['2026-03-01', 'limit', '', 500_000, 'test'],
  ])
  await book.client.customers.merge({ keep, remove: id })
  expect((await told('C002')).filter(([, kind]) => kind !== 'merged')).toEqual(history)
})
