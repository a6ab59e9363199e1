import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { creditOf, setCreditPolicy } from '../support/credit.ts'
import { customerId } from '../support/disputes.ts'
import { importItems, invoice } from '../support/ledger.ts'
import { personAt, setAuthority } from '../support/reviews.ts'

const TODAY = '2026-03-02'

let book: TestBook
let at: ReturnType<typeof personAt>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  at = personAt(book, TODAY)
})
afterEach(() => book.close())

/** A customer known for a year that owes an amount, not due yet. */
const known = (amount = '1000.00', customer = 'C001') =>
  importItems(book.client, [invoice(`F-${customer}`, { customer, issued: '2025-01-02', due: '2026-03-22', amount })])
/** A customer that was never invoiced. */
const prospect = (code: string) =>
  book.client.customers.create({ code, name: `Prospect ${code}`, language: 'fr', country: 'FR', terms: null })
const limitsOf = async (code = 'C001') => {
  const { own, history, blocks } = await book.client.limits.ofCustomer({ customerId: await creditOf(book, code).id() })
  return { base: own.base, history: history.length, blocks }
}

test('a new customer: from the application to its first limit', async () => {
  await setAuthority(book)
  const { client } = at('Eva')
  await prospect('P001')
  const customer = await customerId(client, 'P001')
  const asking = { customerId: customer, asked: 600_000, purchases: 4_000_000, terms: '30' }
  const application = await client.applications.record(asking)
  const { reviewId: id } = await client.applications.review({ id: application.id })
  const opened = await client.reviews.get({ id })
  expect(opened).toMatchObject({
    review: { reference: 'R-2026-0001', trigger: 'application', state: 'preparing', currentLimit: null, waitsFor: [] },
    applicationId: application.id,
    evidence: { frozenOn: TODAY, frozenBy: 'Eva', limit: null, alerts: [], statements: [], insolvency: null },
    mayNotBecause: 'not-submitted',
    decision: null,
  })
  // What the application announces is what the need is worked out from: 40,000 and 20 % VAT over 30 and 15 days.
  const need = opened.evidence.recommendation.candidates.find(({ method }) => method === 'need')
  expect(need?.amount).toBe(600_000)

  // New customers get 5,000 at most, unless it is said, and somebody else decides.
  expect(await refusal(at('Luc').propose(id, 'extend', 600_000))).toEqual({
    code: 'review.first-ceiling',
    details: { amount: 600_000, ceiling: 500_000, months: 6, currency: 'EUR' },
  })
  const submitted = await at('Luc').propose(id, 'extend', 600_000, { aboveFirstCeiling: true, terms: '30 ' })
  expect(submitted.proposals).toMatchObject([{ version: 1, firstCeiling: 500_000, terms: '30', state: 'submitted' }])
  expect(submitted).toMatchObject({ mayDecide: false, mayNotBecause: 'own-proposal', review: { waitsFor: ['Anne'] } })
  const decided = await at('Anne').approve(id, { nextReviewOn: '2026-06-30' })
  expect(decided.decision).toMatchObject({ outcome: 'approved', by: 'Anne', for: '', nextReviewOn: '2026-06-30' })
  expect((await limitsOf('P001')).base).toMatchObject({
    state: 'set',
    limit: { id: decided.decision?.limitId, amount: 600_000, kind: 'internal', decidedBy: 'Anne', reviewId: id },
  })
  expect((await client.customers.get({ id: customer })).customer.terms).toBe('30')
  expect(await client.applications.get({ id: application.id })).toMatchObject({ state: 'decided', reviewId: id })
})

test('a first limit within the ceiling is decided alone, below four eyes; a known customer has no ceiling', async () => {
  await setAuthority(book)
  await prospect('P001')
  const luc = at('Luc')
  const first = await luc.open('P001')
  await luc.propose(first, 'extend', 500_000, { aboveFirstCeiling: true })
  expect((await luc.get(first)).proposals[0]).toMatchObject({ firstCeiling: null, aboveFirstCeiling: false })
  expect((await luc.approve(first)).decision?.by).toBe('Luc')
  await known()
  const other = await luc.open()
  expect((await luc.propose(other, 'extend', 900_000)).proposals[0]?.firstCeiling).toBeNull()
})

test('a refusal leaves the limit as it was and keeps the proposal', async () => {
  await known()
  await creditOf(book).limit(200_000)
  const id = await at('Eva').open()
  await at('Eva').propose(id, 'extend', 300_000, { terms: '60', nextReviewOn: '2026-05-01' })
  const { decision, proposals, review } = await at('Luc').refuse(id)
  expect(decision).toMatchObject({ outcome: 'refused', limitId: null, reason: 'Refus', nextReviewOn: '2026-05-01' })
  expect(proposals).toMatchObject([{ amount: 300_000, state: 'refused', answeredBy: 'Luc', answer: 'Refus' }])
  expect(review).toMatchObject({ state: 'decided', outcome: 'refused', proposed: 300_000, currentLimit: 200_000 })
  expect((await limitsOf()).base.limit?.amount).toBe(200_000)
  expect((await book.client.customers.get({ id: await creditOf(book).id() })).customer.terms).toBeNull()
})

test('a question brings the proposal back; the second version is decided and the first one stays', async () => {
  await known()
  const eva = at('Eva')
  const id = await eva.open()
  await eva.propose(id, 'extend', 300_000)
  await eva.client.reviews.note({ id, text: 'Le client attend notre réponse.' })
  const back = await at('Luc').sendBack(id)
  expect(back).toMatchObject({
    review: { state: 'returned', waitsFor: [] },
    route: [{ role: 'author', person: 'Eva', state: 'waiting', since: TODAY }],
  })
  await eva.client.reviews.freeze({ id })
  await eva.propose(id, 'extend', 250_000, { reason: 'Ramené au besoin' })
  const { proposals, notes } = await at('Luc').approve(id)
  expect(proposals).toMatchObject([
    { version: 1, amount: 300_000, state: 'returned', answer: 'Pourquoi ?', reason: 'Proposition' },
    { version: 2, amount: 250_000, state: 'approved', answer: 'Accord', reason: 'Ramené au besoin' },
  ])
  expect(notes).toMatchObject([{ by: 'Eva', text: 'Le client attend notre réponse.', day: TODAY }])
  expect((await limitsOf()).base.limit?.amount).toBe(250_000)
})

describe('kinds of decision', () => {
  const decided = async (kind: 'extend' | 'maintain' | 'reduce' | 'withdraw', amount: number, rest = {}) => {
    const id = await at('Eva').open()
    await at('Eva').propose(id, kind, amount, rest)
    return at('Luc').approve(id)
  }

  test('words and figures agree', async () => {
    await known()
    await creditOf(book).limit(200_000)
    const id = await at('Eva').open()
    for (const [kind, amount] of [
      ['extend', 200_000],
      ['maintain', 100_000],
      ['reduce', 200_000],
      ['withdraw', 1],
    ] as const)
      expect(await refusal(at('Eva').propose(id, kind, amount))).toMatchObject({
        code: 'review.kind-amount',
        details: { kind, amount, current: 200_000, currency: 'EUR' },
      })
    expect(await refusalOf(at('Eva').propose(id, 'maintain', 200_000, { until: '2026-12-31' }))).toBe('input.invalid')
    expect(await refusalOf(at('Eva').propose(id, 'withdraw', 0, { until: '2026-12-31' }))).toBe('input.invalid')
    expect(await refusalOf(at('Eva').propose(id, 'extend', 300_000, { until: '2026-03-01' }))).toBe(
      'review.day-invalid',
    )
    expect(await refusalOf(at('Eva').propose(id, 'extend', 300_000, { nextReviewOn: TODAY }))).toBe(
      'review.day-invalid',
    )
    expect(await refusalOf(at('Eva').propose(id, 'extend', 300_000, { terms: 'bientôt' }))).toBe('terms.unreadable')
    expect(await refusalOf(at('Eva').propose(id, 'extend', 300_000, { scope: 'group' }))).toBe('review.no-group')
    expect((await at('Eva').get(id)).proposals).toEqual([])
  })

  test('maintaining decides no limit again, unless it had ended', async () => {
    await known()
    await creditOf(book).limit(200_000, { until: '2026-04-30' })
    expect((await decided('maintain', 200_000)).decision).toMatchObject({ limitId: null, nextReviewOn: '2026-06-02' })
    expect((await limitsOf()).history).toBe(1)
    const later = personAt(book, '2026-05-04')
    const id = await later('Eva').open()
    await later('Eva').propose(id, 'maintain', 200_000)
    expect((await later('Luc').approve(id)).decision?.limitId).not.toBeNull()
    expect((await limitsOf()).history).toBe(2)
  })

  test('an extension until a day stands in for the internal limit; what is decided after it ends it', async () => {
    await known()
    await creditOf(book).limit(200_000)
    await decided('extend', 500_000, { until: '2026-08-31', riskClass: 2 })
    expect((await limitsOf()).base).toMatchObject({
      limit: { kind: 'temporary', amount: 500_000, until: '2026-08-31', riskClass: 2 },
      replaces: { amount: 200_000 },
    })
    await decided('reduce', 300_000)
    expect((await limitsOf()).base).toMatchObject({ limit: { kind: 'internal', amount: 300_000 }, replaces: null })
  })

  test('a reduction needs less authority than a limit does', async () => {
    await setAuthority(book, { fourEyesFrom: 100_000 })
    await known()
    const setting = { kind: 'internal', customerId: await creditOf(book).id(), reason: 'Ancien' } as const
    await at('Zoé').client.limits.set({ ...setting, amount: 99_999 })
    const big = await at('Luc').open()
    await at('Luc').propose(big, 'extend', 10_000_000)
    await at('Zoé').approve(big)
    // Luc may grant 20,000; taking 100,000 down to 60,000 lowers the risk.
    const id = await at('Luc').open()
    expect((await at('Luc').propose(id, 'reduce', 6_000_000)).review.waitsFor).toEqual(['Luc'])
    expect(await refusalOf(at('Eva').approve(id))).toBe('review.above-authority')
    expect((await at('Luc').approve(id)).decision?.outcome).toBe('approved')
    expect((await limitsOf()).base.limit).toMatchObject({ amount: 6_000_000, decidedBy: 'Luc' })
  })

  test('a withdrawal: nothing is sold any more, and the account goes to collection with its open items', async () => {
    await known('1000.00')
    await creditOf(book).limit(200_000)
    const { review, decision } = await decided('withdraw', 0, { reason: 'Promesses non tenues' })
    expect((await limitsOf()).base.limit).toMatchObject({ id: decision?.limitId, amount: 0 })
    expect((await limitsOf()).blocks).toMatchObject([{ by: 'Luc', until: null, liftedOn: null }])
    expect((await limitsOf()).blocks[0]?.reason).toContain('R-2026-0001')
    expect(await creditOf(book).ask(1)).toEqual(['refuse', 'blocked', 'zero-limit'])
    const { handovers } = await book.client.handovers.list({})
    expect(handovers).toMatchObject([{ to: 'collection', reviewId: review.id, totals: [{ open: 100_000 }] }])
    expect(handovers[0]?.items.map(({ number }) => number)).toEqual(['F-C001'])
  })

  test('the withdrawal of one that is in collection already, or owes nothing, hands nothing over', async () => {
    await known()
    await book.client.handovers.handOver({ customerId: await creditOf(book).id(), to: 'lawyer', reason: 'x' })
    await decided('withdraw', 0)
    expect((await book.client.handovers.list({ show: 'all' })).total).toBe(1)
    await prospect('C009')
    const id = await at('Eva').open('C009')
    await at('Eva').propose(id, 'withdraw', 0)
    await at('Luc').approve(id)
    expect((await book.client.handovers.list({ show: 'all' })).total).toBe(1)
    expect(await creditOf(book, 'C009').ask(1)).toEqual(['refuse', 'blocked', 'zero-limit'])
  })

  test('a limit in another currency is measured at the rate of the day, and not without one', async () => {
    await known()
    await book.client.exchange.setRate({ currency: 'CHF', day: TODAY, rate: '0.95' })
    await creditOf(book).limit(100_000, { currency: 'CHF' })
    const id = await at('Eva').open()
    const { currentLimit } = (await at('Eva').get(id)).review
    await book.client.exchange.removeRate({ currency: 'CHF', day: TODAY })
    expect(await refusal(at('Eva').propose(id, 'extend', 500_000))).toEqual({
      code: 'limit.rate-missing',
      details: { currency: 'CHF', day: TODAY },
    })
    // The review is opened all the same: what is not known is said.
    expect((await at('Eva').client.reviews.freeze({ id })).review.currentLimit).toBeNull()
    await book.client.exchange.setRate({ currency: 'CHF', day: TODAY, rate: '0.95' })
    expect(await refusalOf(at('Eva').propose(id, 'extend', currentLimit ?? 0))).toBe('review.kind-amount')
    await at('Eva').propose(id, 'maintain', currentLimit ?? 0)
    expect((await at('Luc').approve(id)).decision?.limitId).toBeNull()
  })

  test('the limit of a group', async () => {
    await known('1000.00', 'C001')
    await known('500.00', 'C002')
    const members = [await customerId(book.client, 'C001'), await customerId(book.client, 'C002')]
    const { id: groupId } = await book.client.limits.saveGroup({ name: 'Groupe', members })
    const { decision } = await decided('extend', 700_000, { scope: 'group' })
    const { base, total } = await book.client.limits.ofGroup({ groupId })
    expect(base.limit).toMatchObject({ id: decision?.limitId, amount: 700_000, groupId })
    expect(total).toBe(150_000)
    expect((await limitsOf()).base.state).toBe('none')
    const { reviews, members: rows } = await book.client.reviews.group({ groupId })
    expect(reviews.map(({ reference, outcome }) => [reference, outcome])).toEqual([['R-2026-0001', 'approved']])
    expect(rows.map(({ code }) => code)).toEqual(['C001', 'C002'])
  })
})

test('an insolvency notice: the alert, the review, the withdrawal', async () => {
  await known()
  await creditOf(book).limit(200_000)
  const customer = await creditOf(book).id()
  const notice = { kind: 'liquidation', day: '2026-02-20', publishedOn: '2026-02-25', source: 'BODACC' } as const
  await book.client.registers.record({ customerId: customer, ...notice })
  const { alerts } = await book.client.alerts.list({})
  expect(alerts[0]).toMatchObject({ customerId: customer, kind: 'insolvency', grave: true, reviewId: null })
  const id = await at('Eva').open('C001', { trigger: 'alert', detail: 'insolvency' })
  const { evidence } = await at('Eva').get(id)
  expect(evidence.alerts[0]?.kind).toBe('insolvency')
  expect(evidence.insolvency).toMatchObject({ kind: 'liquidation', since: '2026-02-20' })
  expect((await book.client.alerts.list({})).alerts[0]?.reviewId).toBe(id)
  await at('Eva').propose(id, 'withdraw', 0, { reason: 'Liquidation judiciaire' })
  await at('Luc').approve(id)
  expect(await creditOf(book).ask(1)).toEqual(['refuse', 'blocked', 'insolvency', 'zero-limit'])
  expect((await book.client.handovers.list({})).total).toBe(1)
})

describe('what a review rests on', () => {
  test('stays as it was frozen, whatever the book becomes; the policy of the decision stays named', async () => {
    await setCreditPolicy(book.client, {})
    await known()
    const id = await at('Eva').open()
    await at('Eva').propose(id, 'extend', 300_000)
    await at('Luc').approve(id)
    const before = await at('Eva').get(id)
    expect(before.decision).toMatchObject({ policyVersion: 1, nextReviewOn: '2026-06-02' })
    await importItems(book.client, [invoice('F-2', { issued: '2026-01-02', due: '2026-02-01', amount: '9000.00' })])
    await setCreditPolicy(book.client, { reviewMonths: [1, 1, 1, 1, 1] })
    await creditOf(book).limit(50_000)
    expect(await at('Eva').get(id)).toEqual(before)
    expect(before.evidence).toMatchObject({
      policyVersion: 1,
      exposure: { total: 100_000 },
      openDisputes: { count: 0 },
    })
    expect(before.proposals[0]?.policyVersion).toBe(1)
    const next = await at('Eva').open()
    expect((await at('Eva').get(next)).evidence).toMatchObject({ policyVersion: 2, exposure: { total: 1_000_000 } })
  })

  test('is frozen again as a whole while it is prepared, and not once it is submitted', async () => {
    await known()
    const id = await at('Eva').open()
    await importItems(book.client, [invoice('F-2', { issued: '2026-01-02', due: '2026-02-01', amount: '50.00' })])
    const frozen = await at('Eva', '2026-03-05').client.reviews.freeze({ id })
    expect(frozen.evidence).toMatchObject({ frozenOn: '2026-03-05', exposure: { total: 105_000 } })
    await at('Eva').propose(id, 'extend', 300_000)
    expect(await refusalOf(at('Eva').client.reviews.freeze({ id }))).toBe('review.submitted')
    await at('Luc').approve(id)
    expect(await refusalOf(at('Eva').client.reviews.freeze({ id }))).toBe('review.closed')
  })

  test('cannot be changed in the file either, nor can a decision or an answered proposal', async () => {
    await known()
    const id = await at('Eva').open()
    await at('Eva').propose(id, 'extend', 300_000)
    await at('Luc').approve(id)
    const sqlite = new Sqlite(book.path)
    for (const statement of [
      "UPDATE credit_review SET evidence = '{}'",
      "UPDATE credit_review SET outcome = 'refused'",
      "UPDATE credit_review SET state = 'preparing'",
      'DELETE FROM credit_review',
      'UPDATE review_proposal SET amount = 1',
      "UPDATE review_proposal SET answer = ''",
      'DELETE FROM review_proposal',
    ])
      expect(() => sqlite.exec(statement), statement).toThrow(/stays as it is|are kept|new version/)
    sqlite.close()
  })
})
