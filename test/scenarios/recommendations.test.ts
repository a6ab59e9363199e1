import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Method } from '../../src/main/core/recommendations/recommendations.contract.ts'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { creditOf, setCreditPolicy } from '../support/credit.ts'
import { inCents } from '../support/financials.ts'
import { creditNote, customerFields, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'
const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
let customerId: string
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  customerId = (await book.client.customers.create(customerFields('C001', { terms: '60', segment: 'Négoce' }))).id
})
afterEach(() => book.close())

type Asking = Partial<Parameters<TestBook['client']['recommendations']['get']>[0]>
const recommended = (rest: Asking = {}) => book.client.recommendations.get({ customerId, ...rest })
const candidate = async (method: Method, rest: Asking = {}) =>
  (await recommended(rest)).candidates.find((one) => one.method === method)
const hands = (rest: object = {}, closedOn = '2025-12-31') =>
  book.client.financials.save({ customerId, closedOn, lines: inCents(), ...rest })
/** Pays as agreed, for longer than a new customer. */
const knows = () =>
  accountOf(book).given(
    invoice('F1', { amount: '60000.00', issued: '2026-01-05', due: '2026-03-06' }),
    payment('P1', { amount: '60000.00', issued: '2026-03-06', settles: 'F1' }),
    invoice('F2', { amount: '61200.00', issued: '2026-07-01', due: '2026-08-30' }),
    payment('P2', { amount: '61200.00', issued: '2026-09-11', settles: 'F2' }),
  )

describe('the recommended limit of a customer', () => {
  test('of whom nothing is known is none, and every method says what it lacks', async () => {
    const found = await recommended()
    expect(found).toMatchObject({ amount: null, gap: null, class: null, steps: [], combine: 'blend', policyVersion: 0 })
    expect(found.candidates.map(({ method, amount, reason }) => [method, amount, reason])).toEqual([
      ['need', null, 'missing'],
      ['equity', null, 'missing'],
      ['supplier-share', null, 'missing'],
      ['revenue-share', null, 'missing'],
      ['working-capital', null, 'missing'],
      ['own-capacity', null, 'left-out'],
      ['external', null, 'missing'],
    ])
    expect(found.ceiling).toEqual({ amount: 500_000, until: '2027-05-22', applied: false })
    expect(found.terms).toMatchObject({ recommended: '60', because: 'customer', warnings: [] })
    expect(found.cash).toEqual({ granted: 60, paidIn: null, obtained: null, gap: null, financed: null })
  })

  test('follows the example of the methods with what the customer announces', async () => {
    await knows()
    // Equity 900,000, payables 1,100,000, working capital 350,000 as in the reference.
    await hands({
      lines: { equity: 90_000_000, tradePayables: 110_000_000, stableResources: 135_000_000, fixedAssets: 100_000_000 },
    })
    await setCreditPolicy(book.client, {
      limits: { ...(await book.client.policy.get({})).content.credit.limits, scoreFactors: ['1', '1', '1', '1', '1'] },
      supplierDays: 45,
    })
    const found = await recommended({ purchases: 60_000_000 })
    expect(found.candidates.map(({ method, amount, binds }) => [method, amount, binds])).toEqual([
      ['need', 15_000_000, false],
      ['equity', 9_000_000, false],
      ['supplier-share', 22_000_000, false],
      ['revenue-share', null, false],
      ['working-capital', 7_000_000, true],
      ['own-capacity', null, false],
      ['external', null, false],
    ])
    expect(found).toMatchObject({ amount: 7_000_000, gap: 8_000_000, ceiling: null })
    // Paid on the day and 12 days late: 6.1 days on average; a year of 720,000 with VAT, 21 days to finance.
    expect(found.cash).toEqual({ granted: 60, paidIn: 66, obtained: 45, gap: 21, financed: 4_200_000 })
  })

  test('takes the need from twelve months of invoices less credit notes, without adding VAT again', async () => {
    await accountOf(book).given(
      invoice('F0', { amount: '9000.00', issued: '2025-11-22' }),
      invoice('F1', { amount: '5000.00', issued: '2025-11-23' }),
      creditNote('A1', { amount: '200.00', issued: '2026-02-01' }),
    )
    const need = await candidate('need')
    expect(need?.inputs).toEqual([
      { code: 'purchases', unit: 'amount', value: '480000', source: 'invoices', day: TODAY, by: '' },
      { code: 'terms-days', unit: 'days', value: '60', source: 'terms', day: null, by: '60' },
      { code: 'delay-days', unit: 'days', value: '15', source: 'policy', day: null, by: '' },
    ])
    // 4,800.00 × 75 / 360.
    expect(need?.amount).toBe(100_000)
    expect((await candidate('need', { terms: '45 EOM' }))?.amount).toBe(100_000)
    expect((await candidate('need', { terms: '30' }))?.amount).toBe(60_000)
    expect((await candidate('need', { asOf: '2026-01-31' }))?.amount).toBe(291_667)
  })

  test('says what is stale, in another currency or without meaning instead of working it out', async () => {
    await knows()
    const reasons = async () => (await recommended()).candidates.map(({ reason }) => reason)
    await hands({}, '2024-12-31')
    expect(await reasons()).toEqual([null, 'stale', 'stale', 'stale', 'stale', 'left-out', 'missing'])
    await hands({ currency: 'USD' })
    expect((await reasons())[1]).toBe('other-currency')
    await hands({ lines: { ...inCents(), DL: 1 } }, '2026-06-30')
    expect((await reasons()).slice(1, 5)).toEqual(['not-meaningful', 'not-meaningful', null, 'not-meaningful'])
    await book.client.ratings.save({
      customerId,
      provider: 'dnb',
      day: '2024-01-10',
      values: [],
      recommendedLimit: 500,
    })
    expect((await reasons()).at(-1)).toBe('stale')
    await book.client.ratings.save({
      customerId,
      provider: 'altares',
      day: '2026-01-10',
      values: [],
      recommendedLimit: 4_000_000,
    })
    expect(await candidate('external')).toMatchObject({
      amount: 4_000_000,
      inputs: [{ code: 'agency-limit', source: 'report', day: '2026-01-10', by: 'altares' }],
      binds: false,
    })
  })

  test('stays below the ceiling of new customers while it is one, guarantees and cover included', async () => {
    await accountOf(book).given(invoice('F1', { amount: '40000.00', issued: '2026-10-01' }))
    const credit = creditOf(book)
    await credit.insured(1_000_000)
    const found = await recommended()
    expect(found).toMatchObject({ amount: 500_000, insured: 900_000, gap: 333_333 })
    expect(found.ceiling).toEqual({ amount: 500_000, until: '2027-04-01', applied: true })
    expect(found.steps.at(-1)).toEqual({ code: 'ceiling', amount: 500_000 })
  })
})

describe('recommended terms and documents', () => {
  test('are the segment’s, held against the legal ceiling', async () => {
    await setCreditPolicy(book.client, { termsBySegment: [{ segment: 'Négoce', terms: '75' }] })
    const { terms } = await recommended()
    expect(terms).toMatchObject({ recommended: '75', days: 75, because: 'segment' })
    expect(terms.warnings.map(({ code, details }) => [code, details.terms])).toEqual([
      ['terms.above-legal-ceiling', '75'],
    ])
    const asked = await recommended({ terms: '90eom' })
    expect(asked.terms.warnings.map(({ details }) => details.terms)).toEqual(['75', '90eom-a'])
  })

  test('are cash for the class of the highest risk', async () => {
    await accountOf(book).given(invoice('F1', { amount: '40000.00', issued: '2025-12-01', due: '2026-01-01' }))
    expect(await recommended()).toMatchObject({
      class: 5,
      factor: '0',
      amount: 0,
      terms: { recommended: '0', days: 0, because: 'class' },
      cash: { granted: 0 },
    })
  })

  test('name the documents that the amount asked for takes', async () => {
    const missing = async (asked: number) =>
      (await recommended({ asked })).missing.map(({ kind, wanted, held }) => `${kind} ${held}/${wanted}`)
    await hands()
    expect(await missing(100_000)).toEqual([])
    expect(await missing(1_000_000)).toEqual(['terms 0/1', 'reports 0/1'])
    expect(await missing(5_000_000)).toEqual([
      'terms 0/1',
      'contract 0/1',
      'statements 1/3',
      'reports 0/1',
      'references 0/2',
    ])
  })
})

test('refusals', async () => {
  expect(await refusalOf(recommended({ customerId: NOBODY }))).toBe('not-found')
  expect(await refusalOf(recommended({ terms: 'fin de mois' }))).toBe('terms.unreadable')
  expect(await refusalOf(recommended({ purchases: -1 }))).toBe('BAD_REQUEST')
})
