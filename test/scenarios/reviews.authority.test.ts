import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { creditOf } from '../support/credit.ts'
import { customerId } from '../support/disputes.ts'
import { importItems, invoice, payment } from '../support/ledger.ts'
import { AUTHORITY, personAt, setAuthority } from '../support/reviews.ts'

// Luc decides up to 20,000, Anne up to 50,000, Zoé up to 200,000; from 10,000 on nobody decides their own.
const TODAY = '2026-03-02'

let book: TestBook
let at: ReturnType<typeof personAt>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  at = personAt(book, TODAY)
  await importItems(
    book.client,
    ['C001', 'C002'].map((customer) =>
      invoice(`F-${customer}`, { customer, issued: '2025-01-02', due: '2026-03-22', amount: '1000.00' }),
    ),
  )
  await setAuthority(book)
})
afterEach(() => book.close())

const submitted = async (amount: number, author = 'Eva', code = 'C001') => {
  const id = await at(author).open(code)
  await at(author).propose(id, 'extend', amount)
  return id
}

describe('the route of a proposal', () => {
  test('an extension above the ceiling: the deputy of the one who is away decides, within the dates', async () => {
    const deputies = [{ person: 'Anne', deputy: 'Paul', from: '2026-03-01', until: '2026-03-08' }]
    await setAuthority(book, { deputies, escalationDays: 30 })
    const id = await submitted(4_000_000, 'Luc')
    const { review, route } = await at('Luc').get(id)
    expect(review).toMatchObject({ waitsFor: ['Anne', 'Paul'], waitsSince: TODAY, mine: false })
    expect(route).toEqual([
      { role: 'author', person: 'Luc', deputies: [], state: 'done', since: TODAY, until: null },
      {
        role: 'decider',
        person: 'Anne',
        deputies: [{ person: 'Paul', deputyOf: 'Anne', until: '2026-03-08' }],
        state: 'waiting',
        since: TODAY,
        until: '2026-04-01',
      },
      { role: 'decider', person: 'Zoé', deputies: [], state: 'later', since: null, until: null },
    ])
    expect(await refusal(at('Luc').approve(id))).toMatchObject({ code: 'review.above-authority' })
    expect(await at('Paul').mine()).toEqual(['R-2026-0001'])
    expect(await at('Paul', '2026-03-09').mine()).toEqual([])
    expect(await refusal(at('Paul', '2026-03-09').approve(id))).toEqual({
      code: 'review.above-authority',
      details: { person: 'Paul', people: ['Anne', 'Zoé'] },
    })
    const decided = await at('Paul', '2026-03-08').approve(id)
    expect(decided.decision).toMatchObject({ by: 'Paul', for: 'Anne', on: '2026-03-08' })
    expect(decided.proposals[0]).toMatchObject({ answeredBy: 'Paul', answeredFor: 'Anne' })
    expect(decided.route[1]).toMatchObject({ person: 'Anne', state: 'done', deputies: [{ person: 'Paul' }] })
    const { own } = await book.client.limits.ofCustomer({
      customerId: await creditOf(book).id(),
      asOf: '2026-03-08',
    })
    expect(own.base.limit).toMatchObject({ amount: 4_000_000, decidedBy: 'Paul' })
  })

  test('four eyes: from the policy’s amount on nobody approves their own, as a deputy neither', async () => {
    const alone = await submitted(999_999, 'Luc')
    expect((await at('Luc').get(alone)).mayDecide).toBe(true)
    await at('Luc').approve(alone)

    const id = await submitted(1_000_000, 'Luc', 'C002')
    expect(await at('Luc').get(id)).toMatchObject({ mayDecide: false, mayNotBecause: 'own-proposal' })
    expect((await at('Luc').get(id)).review.waitsFor).toEqual(['Anne'])
    expect(await refusal(at('Luc').approve(id))).toEqual({
      code: 'review.own-proposal',
      details: { person: 'Luc', people: ['Anne', 'Zoé'] },
    })
    expect(await refusalOf(at('Luc').refuse(id))).toBe('review.own-proposal')
    const deputies = [{ person: 'Anne', deputy: 'Luc', from: TODAY, until: '2026-12-31' }]
    await setAuthority(book, { deputies })
    expect(await refusalOf(at('Luc').approve(id))).toBe('review.own-proposal')
    expect((await at('Anne').approve(id)).decision?.by).toBe('Anne')
  })

  test('without an answer it goes to the next higher as well, after the policy’s days', async () => {
    const id = await submitted(1_500_000)
    expect(await at('Luc').mine()).toEqual(['R-2026-0001'])
    expect(await at('Anne', '2026-03-04').mine()).toEqual([])
    expect(await at('Anne', '2026-03-05').mine()).toEqual(['R-2026-0001'])
    expect(await at('Luc', '2026-03-05').mine()).toEqual(['R-2026-0001'])
    expect(await at('Zoé', '2026-03-07').mine()).toEqual([])
    const { route, review } = await at('Zoé', '2026-03-08').get(id)
    expect(route.map(({ person, state }) => [person, state])).toEqual([
      ['Eva', 'done'],
      ['Luc', 'escalated'],
      ['Anne', 'escalated'],
      ['Zoé', 'waiting'],
    ])
    expect(review).toMatchObject({ waitsFor: ['Luc', 'Anne', 'Zoé'], mine: true })
    expect((await at('Zoé', '2026-03-08').approve(id)).decision?.by).toBe('Zoé')
    expect(await at('Luc', '2026-03-08').mine()).toEqual([])
  })

  test('what nobody may decide is not submitted, and the highest authority is named', async () => {
    const id = await at('Eva').open()
    expect(await refusal(at('Eva').propose(id, 'extend', 20_000_001))).toEqual({
      code: 'review.nobody-decides',
      details: { because: 'ceiling', person: 'Zoé', ceiling: 20_000_000, amount: 20_000_001, currency: 'EUR' },
    })
    expect(await refusal(at('Zoé').propose(id, 'extend', 6_000_000))).toMatchObject({
      code: 'review.nobody-decides',
      details: { because: 'four-eyes', person: 'Zoé' },
    })
    expect((await at('Eva').get(id)).review.state).toBe('preparing')
  })

  test('the policy of the day of the answer counts, and is the one that the decision names', async () => {
    const id = await submitted(1_500_000)
    const { proposals } = await at('Luc').get(id)
    await setAuthority(book, { authority: AUTHORITY.filter(({ person }) => person !== 'Luc') })
    expect(await at('Luc').mine()).toEqual([])
    expect(await refusalOf(at('Luc').approve(id))).toBe('review.above-authority')
    const { decision } = await at('Anne').approve(id)
    const before = proposals[0]?.policyVersion as number
    expect(decision?.policyVersion).toBe(before + 1)
    const { own } = await book.client.limits.ofCustomer({ customerId: await creditOf(book).id() })
    expect(own.base.limit?.policyVersion).toBe(before + 1)
  })

  test('the class decides as well: by judgement, else the scorecard’s, and of none the lowest ceiling', async () => {
    const authority = [
      {
        person: 'Luc',
        ceilings: [500_000, 400_000, 300_000, 200_000, 100_000] as [number, number, number, number, number],
      },
      {
        person: 'Zoé',
        ceilings: [900_000, 900_000, 900_000, 900_000, 900_000] as [number, number, number, number, number],
      },
    ]
    await setAuthority(book, { authority })
    const id = await at('Eva').open()
    const proposed = async (riskClass: number | null) => {
      const { review, proposals } = await at('Eva').propose(id, 'extend', 300_000, { riskClass })
      await at('Eva').client.reviews.takeBack({ id })
      return [review.class, proposals.at(-1)?.class, review.waitsFor]
    }
    expect(await proposed(3)).toEqual([3, 3, ['Luc']])
    expect(await proposed(4)).toEqual([4, 4, ['Zoé']])
    const { evidence } = await at('Eva').get(id)
    expect((await proposed(null))[0]).toBe(evidence.scorecard.class)
    await at('Eva').propose(id, 'extend', 300_000, { riskClass: 2 })
    const { decision } = await at('Luc').approve(id)
    // Class 2: twelve months.
    expect(decision?.nextReviewOn).toBe('2027-03-02')
  })

  test('a judgement better than the scorecard’s class does not choose a lower authority', async () => {
    // Paid five months late: the scorecard has a class, and a poor one.
    await importItems(book.client, [
      invoice('F-9', { issued: '2025-06-01', due: '2025-07-01', amount: '5000.00' }),
      payment('P-9', { issued: '2025-12-01', amount: '5000.00', settles: 'F-9' }),
    ])
    const rising = (amount: number): [number, number, number, number, number] => [
      amount * 5,
      amount * 4,
      amount * 3,
      amount * 2,
      amount,
    ]
    await setAuthority(book, {
      authority: [
        { person: 'Luc', ceilings: rising(100_000) },
        { person: 'Zoé', ceilings: rising(1_000_000) },
      ],
    })
    const id = await at('Eva').open()
    const found = (await at('Eva').get(id)).evidence.scorecard.class as number
    expect(found).toBeGreaterThan(2)
    const { review } = await at('Eva').propose(id, 'extend', 450_000, { riskClass: 1, reason: 'Nouvelle direction' })
    expect(review).toMatchObject({ class: 1, waitsFor: ['Zoé'] })
    expect(await refusalOf(at('Luc').approve(id))).toBe('review.above-authority')
    const { decision } = await at('Zoé').approve(id)
    expect(decision?.nextReviewOn).toBe('2027-03-02')
  })
})

describe('what is refused', () => {
  test('a second review of a customer under way, with the reference of the first', async () => {
    const id = await at('Eva').open()
    expect(await refusal(at('Luc').open())).toEqual({ code: 'review.open', details: { id, reference: 'R-2026-0001' } })
    await at('Luc').open('C002')
    await at('Eva').client.reviews.cancel({ id, reason: 'Ouverte par erreur' })
    expect(await at('Eva').get(id)).toMatchObject({
      review: { state: 'cancelled' },
      cancelled: { by: 'Eva', on: TODAY, reason: 'Ouverte par erreur' },
      decision: null,
    })
    const next = await at('Eva').open()
    expect((await at('Eva').get(next)).review.reference).toBe('R-2026-0003')
    expect((await at('Eva', '2027-01-04').client.reviews.list({ show: 'all' })).total).toBe(3)
  })

  test('answers where none is asked, and changes while one is', async () => {
    const eva = at('Eva')
    const id = await eva.open()
    for (const early of [eva.approve(id), eva.client.reviews.takeBack({ id })])
      expect(await refusalOf(early)).toBe('review.not-submitted')
    await eva.propose(id, 'extend', 300_000)
    expect(await refusalOf(eva.propose(id, 'extend', 400_000))).toBe('review.submitted')
    expect(await refusalOf(eva.client.reviews.cancel({ id, reason: 'x' }))).toBe('review.submitted')
    expect(await refusal(at('Luc').client.reviews.takeBack({ id }))).toMatchObject({
      code: 'review.not-author',
      details: { person: 'Eva' },
    })
    expect((await eva.client.reviews.takeBack({ id })).proposals[0]).toMatchObject({ state: 'taken-back', by: 'Eva' })
    await eva.propose(id, 'extend', 400_000)
    expect(await refusalOf(at('Luc').approve(id, { nextReviewOn: TODAY }))).toBe('review.day-invalid')
    await at('Luc').approve(id)
    expect(await refusalOf(at('Luc').refuse(id))).toBe('review.not-submitted')
    for (const late of [eva.propose(id, 'extend', 500_000), eva.client.reviews.cancel({ id, reason: 'x' })])
      expect(await refusalOf(late)).toBe('review.closed')
    expect((await eva.client.reviews.note({ id, text: 'Suite' })).notes).toHaveLength(1)
    const unknown = '00000000-0000-7000-8000-000000000000'
    expect(await refusalOf(eva.get(unknown))).toBe('not-found')
    expect(await refusalOf(eva.open('C002', { applicationId: unknown }))).toBe('not-found')
  })

  test('an approval of what is no longer measured against the same limit', async () => {
    const id = await submitted(300_000)
    await at('Luc').client.limits.set({
      kind: 'internal',
      customerId: await creditOf(book).id(),
      amount: 500_000,
      reason: 'Entre-temps',
    })
    expect(await refusal(at('Luc').approve(id))).toEqual({
      code: 'review.limit-changed',
      details: { reference: 'R-2026-0001', current: 500_000, currency: 'EUR' },
    })
    expect((await at('Luc').sendBack(id)).review.state).toBe('returned')
  })

  test('a limit set in the name of a review that did not approve it', async () => {
    const id = await submitted(3_000_000)
    const customer = await creditOf(book).id()
    const other = await customerId(book.client, 'C002')
    const anne = at('Anne').client.limits
    const setting = { kind: 'internal', customerId: customer, amount: 3_000_000, reason: 'x', reviewId: id } as const
    expect(await refusalOf(anne.set(setting))).toBe('review.not-approved')
    await at('Anne').approve(id)
    for (const wrong of [
      { ...setting, amount: 3_000_001 },
      { ...setting, amount: null },
      { ...setting, customerId: other },
      { ...setting, until: '2026-12-31' },
      { ...setting, reviewId: 'R-2026-0001' },
      { ...setting, currency: 'CHF' },
      { ...setting, kind: 'guarantee', guarantor: 'Mère' } as const,
    ])
      expect(await refusalOf(anne.set(wrong))).toBe('review.not-approved')
    expect((await anne.set(setting)).limit.reviewId).toBe(id)
    // Once a later review was decided, the earlier one no longer stands for anything.
    const later = personAt(book, '2026-04-01')
    const next = await later('Eva').open()
    await later('Eva').propose(next, 'reduce', 100_000)
    await later('Luc').approve(next)
    expect(await refusalOf(later('Anne').client.limits.set(setting))).toBe('review.not-approved')
  })
})

test('a merge takes decided reviews along as they are', async () => {
  const id = await submitted(300_000)
  await at('Luc').approve(id)
  const before = await at('Eva').get(id)
  const keep = await customerId(book.client, 'C002')
  await book.client.customers.merge({ keep, remove: await customerId(book.client, 'C001') })
  const after = await at('Eva').get(id)
  expect(after.review.customerId).toBe(keep)
  expect(after).toMatchObject({ decision: before.decision, evidence: before.evidence, proposals: before.proposals })
  const { own } = await book.client.limits.ofCustomer({ customerId: keep })
  expect(own.base.limit?.reviewId).toBe(id)
})

test('reviews by state and by what was typed; a merge takes them along and ends the second one under way', async () => {
  const first = await submitted(300_000)
  const second = await at('Eva').open('C002', { trigger: 'periodic', detail: 'Annuelle', dueOn: '2026-03-31' })
  const found = async (rest: Parameters<TestBook['client']['reviews']['list']>[0]) =>
    (await at('Luc').client.reviews.list(rest)).reviews.map(({ reference }) => reference)
  expect(await found({})).toEqual(['R-2026-0001', 'R-2026-0002'])
  expect(await found({ show: 'mine' })).toEqual(['R-2026-0001'])
  expect(await found({ search: 'annuelle' })).toEqual(['R-2026-0002'])
  expect(await found({ search: 'c001' })).toEqual(['R-2026-0001'])
  expect(await found({ customerId: await customerId(book.client, 'C002') })).toEqual(['R-2026-0002'])
  const keep = await customerId(book.client, 'C002')
  await book.client.customers.merge({ keep, remove: await customerId(book.client, 'C001') })
  expect(await at('Eva').get(first)).toMatchObject({
    review: { customerId: keep, state: 'cancelled' },
    proposals: [{ state: 'taken-back' }],
    cancelled: { by: 'test', reason: 'R-2026-0002' },
  })
  expect((await at('Eva').get(second)).review).toMatchObject({ state: 'preparing', dueOn: '2026-03-31' })
  expect(await found({ show: 'all' })).toEqual(['R-2026-0002', 'R-2026-0001'])
  expect(await found({ show: 'decided' })).toEqual([])
})
