import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { inCents } from '../support/financials.ts'
import { customerFields, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'
const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
let customerId: string
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  customerId = (await book.client.customers.create(customerFields('C001'))).id
})
afterEach(() => book.close())

type Asking = Partial<Parameters<TestBook['client']['scorecards']['get']>[0]>
const card = (rest: Asking = {}) => book.client.scorecards.get({ customerId, ...rest })
const lines = async (rest: Asking = {}) =>
  Object.fromEntries((await card(rest)).lines.map(({ code, mark, reason }) => [code, mark ?? reason]))

const pays = () =>
  accountOf(book).given(
    invoice('F1', { amount: '900.00', issued: '2026-05-01', due: '2026-05-31' }),
    payment('P1', { amount: '900.00', issued: '2026-06-10', settles: 'F1' }),
  )
const hands = (closedOn = '2025-12-31') => book.client.financials.save({ customerId, closedOn, lines: inCents() })

describe('the scorecard of the policy', () => {
  test('of a customer of whom nothing is known says what is missing', async () => {
    expect(await lines()).toEqual({
      behaviour: 'no-history',
      structure: 'no-statement',
      profitability: 'no-statement',
      external: 'missing',
      'age-size': 'missing',
      guarantees: 0,
    })
    // No guarantee is in force: that much is known, and it makes no mark.
    expect(await card()).toMatchObject({ mark: null, class: null, completeness: 5, policyVersion: 0 })
  })

  test('of one who pays and hands in statements has its working', async () => {
    await pays()
    await hands()
    const found = await card({ foundedOn: '2016-11-22' })
    expect(found.lines.map(({ code, weight, mark, share, points }) => [code, weight, mark, share, points])).toEqual([
      ['behaviour', 35, 77, '38.9', '29.9'],
      ['structure', 25, 75, '27.8', '20.8'],
      ['profitability', 15, 72, '16.7', '12.0'],
      ['external', 10, null, null, null],
      ['age-size', 10, 89, '11.1', '9.9'],
      ['guarantees', 5, 0, '5.6', '0.0'],
    ])
    expect(found).toMatchObject({ mark: 73, class: 2, completeness: 90, bounds: [80, 65, 50, 35] })
    const structure = found.lines.find(({ code }) => code === 'structure')
    expect(structure?.parts.map(({ code, value, mark }) => [code, value, mark])).toEqual([
      ['equityRatio', '36.0', '90.0'],
      ['gearing', '0.51', '79.6'],
      ['currentRatio', '1.30', '65.2'],
      ['repaymentCapacity', '2.9', '67.1'],
    ])
  })

  test('reads an agency’s score on its own scale', async () => {
    const external = { provider: 'Agence', day: '2026-10-01', value: '2', worst: '5', best: '1' }
    expect((await lines({ external })).external).toBe(75)
    const none = card({ external: { ...external, worst: '1' } })
    expect(await refusalOf(none)).toBe('BAD_REQUEST')
  })

  test('takes the newest report of an agency and the day of foundation from the customer’s file', async () => {
    const rate = (day: string, value: string) =>
      book.client.ratings.save({ customerId, provider: 'dnb', day, values: [{ scale: 'dnb-paydex', value }] })
    await rate('2026-01-10', '40')
    await rate('2026-10-01', '70')
    const { customer } = await book.client.customers.get({ id: customerId })
    await book.client.customers.update({ id: customerId, customer: { ...customer, foundedOn: '2016-11-22' } })
    expect(await lines()).toMatchObject({ external: 70, 'age-size': 100 })
    // As of a day between them, the first was the newest.
    expect(await lines({ asOf: '2026-06-30' })).toMatchObject({ external: 40 })
    // What the marker tells comes first.
    const external = { provider: 'Agence', value: '1', worst: '5', best: '1' }
    expect(await lines({ external })).toMatchObject({ external: 100 })
  })

  test('leaves a stale statement out, and says so', async () => {
    await hands('2024-12-31')
    expect(await lines()).toMatchObject({ structure: 'stale', profitability: 'stale' })
  })

  test('does not know on a past day what came later', async () => {
    await pays()
    await hands()
    expect(await lines({ asOf: '2025-12-30' })).toMatchObject({ behaviour: 'no-history', structure: 'no-statement' })
  })

  test('counts guarantees by what they cover of the exposure', async () => {
    await accountOf(book).given(invoice('F1', { amount: '1000.00', issued: '2026-11-01', due: '2026-12-01' }))
    await book.client.limits.set({
      customerId,
      kind: 'guarantee',
      amount: 25_000,
      currency: 'EUR',
      from: '2026-11-01',
      reason: 'Caution du dirigeant',
      guarantor: 'M. Roy',
    })
    expect((await lines()).guarantees).toBe(25)
  })

  test('is the user’s own: criteria, weights and bounds of the policy, marks given by hand', async () => {
    const { content } = await book.client.policy.get({})
    const scorecard = [
      { code: 'behaviour', fr: 'Paiement', en: 'Payment', weight: 3, source: 'behaviour' as const },
      { code: 'management', fr: 'Dirigeants', en: 'Management', weight: 1, source: 'manual' as const },
    ]
    await book.client.policy.save({
      content: { ...content, credit: { ...content.credit, scorecard, classBounds: [90, 70, 50, 30] } },
    })
    await pays()
    expect(await card()).toMatchObject({ mark: 77, class: 2, completeness: 75, policyVersion: 1 })
    // (3 × 77 + 1 × 20) / 4 = 62.75
    const marked = await card({ marks: { management: 20 } })
    expect(marked).toMatchObject({ mark: 63, class: 3, completeness: 100 })
    expect(marked.lines[1]).toMatchObject({ mark: 20, byHand: true, share: '25.0', points: '5.0' })
  })
})

describe('is refused', () => {
  test.each(['behaviour', 'structure', 'nothing'])('a mark by hand for %s', async (code) => {
    expect(await refusal(card({ marks: { [code]: 50 } }))).toEqual({
      code: 'scorecard.mark-refused',
      details: { code },
    })
  })

  test('of nobody, or a mark beyond 100', async () => {
    expect(await refusalOf(card({ customerId: NOBODY }))).toBe('not-found')
    expect(await refusalOf(card({ marks: { external: 101 } }))).toBe('BAD_REQUEST')
  })
})
