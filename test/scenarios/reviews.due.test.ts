import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'
import { creditOf, setCreditPolicy } from '../support/credit.ts'
import { customerId } from '../support/disputes.ts'
import { importItems, invoice } from '../support/ledger.ts'
import { personAt } from '../support/reviews.ts'

const TODAY = '2026-03-02'

let book: TestBook
let at: ReturnType<typeof personAt>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  at = personAt(book, TODAY)
  await setCreditPolicy(book.client, { reviewMonths: [12, 12, 6, 3, 3] })
})
afterEach(() => book.close())

const known = (customer: string, amount = '1000.00', issued = '2025-01-02') =>
  importItems(book.client, [invoice(`F-${customer}`, { customer, issued, due: '2027-03-22', amount })])
const due = async (until: string, on = TODAY) =>
  (await book.on(on).reviews.due({ until })).rows.map(({ code, dueOn, because }) => `${code} ${dueOn} ${because}`)

describe('whose review is due', () => {
  test('by the decision, the policy, the end of a limit, or because nothing was ever decided; the longest due first', async () => {
    for (const code of ['C001', 'C002', 'C003', 'C004', 'C005'])
      await known(code, code === 'C004' ? '6000.00' : '10.00')
    const reviewed = await at('Eva').open('C001')
    await at('Eva').propose(reviewed, 'extend', 300_000, { riskClass: 3 })
    await at('Luc').approve(reviewed, { nextReviewOn: '2026-05-05' })
    await creditOf(book, 'C002').limit(100_000, { riskClass: 1 })
    await creditOf(book, 'C003').limit(100_000, { riskClass: 1, until: '2026-04-30' })
    // C004 owes more than new customers get, and nobody ever decided it; C005 owes little.
    expect(await due('2027-12-31')).toEqual([
      'C004 2025-07-02 never-reviewed',
      'C003 2026-04-30 limit-ends',
      'C001 2026-05-05 decision',
      'C002 2027-03-02 policy',
    ])
    expect(await due(TODAY)).toEqual(['C004 2025-07-02 never-reviewed'])
    expect((await book.client.reviews.due({})).total).toBe(1)
    const { rows, total } = await book.client.reviews.due({ until: '2027-12-31', search: 'c001', limit: 1 })
    expect(total).toBe(1)
    expect(rows).toEqual([
      {
        customerId: await customerId(book.client, 'C001'),
        code: 'C001',
        name: 'Client C001',
        dueOn: '2026-05-05',
        because: 'decision',
        class: 3,
        limit: 300_000,
        exposure: 1_000,
        lastReviewOn: TODAY,
        reviewId: null,
      },
    ])
    expect(await book.client.reviews.calendar({ months: 3 })).toEqual({
      overdue: 1,
      months: [
        { month: '2026-03', due: 0 },
        { month: '2026-04', due: 1 },
        { month: '2026-05', due: 1 },
      ],
    })
  })

  test('a review under way is named, a decision moves the day, a refusal too', async () => {
    await known('C001')
    await creditOf(book).limit(200_000, { riskClass: 5 })
    expect(await due('2026-12-31')).toEqual(['C001 2026-06-02 policy'])
    const later = personAt(book, '2026-06-10')
    const id = await later('Eva').open('C001', { trigger: 'periodic' })
    expect((await later('Eva').client.reviews.due({})).rows).toMatchObject([{ reviewId: id, class: 5 }])
    await later('Eva').propose(id, 'extend', 300_000, { riskClass: 4 })
    await later('Luc').refuse(id)
    expect(await due('2026-12-31', '2026-06-10')).toEqual(['C001 2026-09-10 decision'])
  })

  test('a customer under its group’s limit is reviewed by that limit', async () => {
    await known('C001')
    const { id: groupId } = await book.client.limits.saveGroup({
      name: 'Groupe',
      members: [await customerId(book.client, 'C001')],
    })
    await book.client.limits.set({ kind: 'internal', groupId, amount: 100_000, reason: 'Groupe' })
    expect(await due('2026-12-31')).toEqual(['C001 2026-06-02 policy'])
  })
})

test('an order on a limit whose review is overdue is warned of, from the day after', async () => {
  await known('C001')
  await creditOf(book).limit(200_000, { riskClass: 4 })
  const credit = creditOf(book)
  expect(await credit.ask(1, { asOf: '2026-06-02' })).toEqual(['accept'])
  expect(await credit.ask(1, { asOf: '2026-06-03' })).toEqual(['warn', 'review-overdue'])
  const [reason] = (await credit.verdict(1, { asOf: '2026-06-03' })).reasons
  expect(reason).toMatchObject({ details: { since: '2026-06-02' }, liftBy: null })
  const later = personAt(book, '2026-06-03')
  const id = await later('Eva').open()
  await later('Eva').propose(id, 'maintain', 200_000, { riskClass: 4 })
  await later('Luc').approve(id)
  expect(await credit.ask(1, { asOf: '2026-09-03' })).toEqual(['accept'])
  expect(await credit.ask(1, { asOf: '2026-09-04' })).toEqual(['warn', 'review-overdue'])
  // Of an ended limit its end is told.
  await creditOf(book).limit(150_000, { until: '2026-04-30' })
  expect(await credit.ask(1, { asOf: '2026-12-31' })).toEqual(['warn', 'limit-expired'])
})
