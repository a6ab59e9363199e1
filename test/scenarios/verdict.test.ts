import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { clientOn, openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { creditOf, setCreditPolicy } from '../support/credit.ts'
import { importItems, invoice } from '../support/ledger.ts'

// Cases of acceptance.md, section D; where we chose otherwise than the peer, the test says so.
const TODAY = '2026-03-01'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

/** An invoice that is not due yet. */
const owed = (amount: string, number = 'F-1', rest: Parameters<typeof invoice>[1] = {}) =>
  importItems(book.client, [invoice(number, { issued: '2026-02-20', due: '2026-03-22', amount, ...rest })])
/** A customer known for long who owes nothing. */
const known = async () => {
  await importItems(book.client, [invoice('F-0', { issued: '2025-01-01', due: '2025-01-31', amount: '1.00' })])
  await accountOf(book).receive('2025-02-01', { amount: 100 })
}

describe('orders', () => {
  beforeEach(() => known())

  test('L18, L19: an order over the limit is held, and goes once somebody allowed it', async () => {
    const credit = creditOf(book)
    await credit.limit(9_900)
    expect((await credit.order('CMD-0', 10_000)).order.state).toBe('held')
    await credit.limit(15_000)
    const first = await credit.order('CMD-1', 10_000)
    expect([first.order.state, first.verdict.verdict]).toEqual(['open', 'accept'])
    const second = await credit.order('CMD-2', 10_000)
    expect([second.order.state, second.verdict.verdict]).toEqual(['held', 'refuse'])
    expect(await credit.parts()).toMatchObject({ orders: 10_000 })
    expect(await refusal(book.client.orders.open({ id: second.order.id }))).toMatchObject({
      code: 'order.refused',
      details: { number: 'CMD-2', codes: ['limit-passed'] },
    })
    await book.client.limits.override({
      customerId: await credit.id(),
      orderNumber: 'CMD-2',
      amount: 10_000,
      until: TODAY,
      reason: 'Accord du directeur',
    })
    const opened = await book.client.orders.open({ id: second.order.id })
    expect(opened.order.state).toBe('open')
    expect(opened.verdict.reasons[0]).toMatchObject({
      code: 'limit-passed',
      weight: 'warn',
      lifted: { by: 'test', until: TODAY, reason: 'Accord du directeur' },
    })
    expect(await credit.parts()).toMatchObject({ orders: 20_000 })
    // It was granted for that order and no other.
    expect((await credit.order('CMD-3', 100)).order.state).toBe('held')
  })

  test('L22: a prepaid order is accepted, and what would have refused it is told', async () => {
    const credit = creditOf(book)
    await credit.limit(100)
    await owed('50.00')
    const { order, verdict } = await credit.order('CMD-1', 10_000, { prepaid: true })
    expect([order.state, verdict.verdict]).toEqual(['open', 'accept'])
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['limit-passed', 'prepaid'])
    expect(await credit.ask(10_000)).toEqual(['refuse', 'limit-passed'])
  })

  test('L23: a customer over the limit: letting goods leave is refused, with who may allow it', async () => {
    await setCreditPolicy(book.client, {
      authority: [
        { person: 'Anne', ceilings: [500_000, 500_000, 500_000, 500_000, 500_000] },
        { person: 'Luc', ceilings: [1_000, 1_000, 1_000, 1_000, 1_000] },
      ],
      deputies: [{ person: 'Anne', deputy: 'Zoé', from: '2026-02-20', until: '2026-03-10' }],
    })
    const anne = clientOn(book.program, TODAY, 'Anne')
    const credit = creditOf(book)
    await anne.limits.set({ kind: 'internal', customerId: await credit.id(), amount: 1_000, reason: 'Prudence' })
    await owed('50.00')
    const { verdict, reasons } = await credit.verdict(0, { purpose: 'release' })
    expect(verdict).toBe('refuse')
    expect(reasons[0]).toMatchObject({
      code: 'limit-passed',
      liftBy: {
        anyone: false,
        people: [
          { person: 'Anne', deputyOf: null, until: null },
          { person: 'Zoé', deputyOf: 'Anne', until: '2026-03-10' },
        ],
      },
    })
    const granting = { customerId: await credit.id(), amount: 5_000, until: '2026-03-05', reason: 'Accord' }
    expect(await refusal(book.client.limits.override(granting))).toMatchObject({
      code: 'limit.above-authority',
      details: { person: 'test', people: ['Anne', 'Zoé'] },
    })
    const zoe = clientOn(book.program, TODAY, 'Zoé')
    expect(await zoe.limits.override(granting)).toMatchObject({ by: 'Zoé', codes: ['limit-passed'] })
    expect(await credit.ask(5_000)).toEqual(['warn', 'limit-passed'])
  })

  test('L34: an order that was closed is checked again when it comes back', async () => {
    const credit = creditOf(book)
    await credit.limit(15_000)
    const { order } = await credit.order('CMD-1', 10_000)
    await book.client.orders.close({ id: order.id })
    expect((await credit.exposure()).total).toBe(0)
    await credit.order('CMD-2', 10_000)
    expect(await refusalOf(book.client.orders.open({ id: order.id }))).toBe('order.refused')
    const { orders } = await book.client.orders.list({ show: 'all' })
    expect(orders.map(({ number, state }) => [number, state])).toEqual([
      ['CMD-1', 'closed'],
      ['CMD-2', 'open'],
    ])
  })

  test('an open order that grows beyond the limit is held', async () => {
    const credit = creditOf(book)
    await credit.limit(15_000)
    const { order } = await credit.order('CMD-1', 10_000)
    const { id, number, day, currency } = order
    const grown = await book.client.orders.update({ id, number, day, currency, amount: 16_000 })
    expect(grown.order.state).toBe('held')
    const back = await book.client.orders.update({ id, number, day, currency, amount: 12_000 })
    expect(back.order.state).toBe('open')
    expect(await refusalOf(credit.order('CMD-1', 1))).toBe('order.number-used')
    expect(await refusalOf(credit.order('CMD-2', 1, { expected: '2026-02-01' }))).toBe('order.day-invalid')
  })
})

describe('what else decides', () => {
  test('overdue by the policy’s days warns, then refuses; what is contested or held in credit does not count', async () => {
    await importItems(book.client, [invoice('F-1', { issued: '2025-01-01', due: '2026-01-30', amount: '1000.00' })])
    const credit = creditOf(book)
    await credit.limit(10_000_000)
    expect(await credit.ask(1, { asOf: '2026-02-13' })).toEqual(['accept'])
    expect(await credit.ask(1, { asOf: '2026-02-14' })).toEqual(['warn', 'overdue'])
    expect(await credit.ask(1, { asOf: '2026-03-15' })).toEqual(['warn', 'overdue'])
    expect(await credit.ask(1, { asOf: '2026-03-16' })).toEqual(['refuse', 'overdue'])
    expect(await credit.ask(1, { asOf: '2026-03-16', purpose: 'invoice' })).toEqual(['warn', 'overdue'])
    const account = accountOf(book)
    // 100.00 at most are let pass.
    await account.receive('2026-02-20', { amount: 90_000, allocate: 'none' })
    expect(await credit.ask(1, { asOf: '2026-03-16' })).toEqual(['accept'])
  })

  test('insolvency refuses credit, not what is paid beforehand; a company that is no more orders nothing', async () => {
    await owed('1.00')
    const credit = creditOf(book)
    await credit.limit(10_000_000)
    const told = { customerId: await credit.id(), source: 'Courrier du mandataire' }
    const { id } = await book.client.registers.record({
      ...told,
      kind: 'receivership',
      stage: 'opening',
      day: '2026-02-25',
    })
    expect(await credit.ask(1, { asOf: '2026-02-24' })).toEqual(['accept'])
    expect(await credit.ask(1)).toEqual(['refuse', 'insolvency'])
    expect((await credit.verdict(1)).reasons[0]).toMatchObject({
      details: { kind: 'receivership', since: '2026-02-25' },
      liftBy: { anyone: true },
    })
    expect(await credit.ask(1, { prepaid: true })).toEqual(['accept'])
    await book.client.registers.dismiss({ id, reason: 'Homonyme' })
    expect(await credit.ask(1)).toEqual(['accept'])
    await book.client.registers.record({ ...told, kind: 'struck_off', day: TODAY })
    expect(await credit.ask(1, { prepaid: true })).toEqual(['refuse', 'insolvency'])
    expect(
      await refusal(book.client.limits.override({ customerId: told.customerId, amount: 1, until: TODAY, reason: 'x' })),
    ).toMatchObject({
      code: 'limit.not-liftable',
      details: { codes: ['insolvency'] },
    })
  })

  test('a broken promise warns or refuses as the policy says, until what it left open is paid or promised again', async () => {
    const credit = creditOf(book)
    await importItems(book.client, [invoice('F-9', { issued: '2026-01-05', due: '2026-02-04', amount: '200.00' })])
    const promise = (amount: number, day: string, today: string) =>
      book.on(today).promises.record({ customerId: customer, currency: 'EUR', amount, day })
    const customer = await credit.id()
    await promise(20_000, '2026-02-16', '2026-02-10')
    const own = async () => (await credit.ask(1)).filter((one) => one !== 'overdue' && one !== 'no-limit')
    expect(await own()).toEqual(['warn', 'promise-broken'])
    const { reasons } = await book.client.limits.verdict({ customerId: customer, amount: 1 })
    expect(reasons.find(({ code }) => code === 'promise-broken')?.details).toEqual({
      day: '2026-02-16',
      amount: 20_000,
    })
    await setCreditPolicy(book.client, { brokenPromise: 'refuse' })
    expect(await own()).toEqual(['refuse', 'promise-broken'])
    await setCreditPolicy(book.client, { brokenPromise: 'none' })
    expect(await own()).not.toContain('promise-broken')
    await setCreditPolicy(book.client, { brokenPromise: 'refuse' })
    await promise(20_000, '2026-03-06', TODAY)
    expect(await own()).not.toContain('promise-broken')
  })

  test('a broken instalment plan refuses, until it is cancelled', async () => {
    await importItems(book.client, [invoice('F-1', { issued: '2026-01-01', due: '2026-02-25', amount: '100.00' })])
    const credit = creditOf(book)
    await credit.limit(10_000_000)
    const plan = await book.on('2026-01-15').instalments.create({
      customerId: await credit.id(),
      agreedOn: '2026-01-15',
      itemIds: [await accountOf(book).idOf('F-1')],
      instalments: [{ due: '2026-01-20', amount: 10_000 }],
    })
    expect(await credit.ask(1)).toEqual(['refuse', 'plan-broken'])
    await book.client.instalments.cancel({ id: plan.id, reason: 'Remplacé' })
    expect(await credit.ask(1)).toEqual(['accept'])
  })

  test('a new customer without a limit is measured against what the policy grants at first', async () => {
    await owed('100.00')
    const credit = creditOf(book)
    expect(await credit.ask(490_000)).toEqual(['accept'])
    expect(await credit.ask(490_001)).toEqual(['warn', 'new-customer'])
    await credit.limit(600_000)
    expect(await credit.ask(490_001)).toEqual(['accept'])
  })

  test('more credit needs the authority for it, less may be decided by anyone', async () => {
    await owed('100.00')
    await setCreditPolicy(book.client, { authority: [{ person: 'Anne', ceilings: [90, 80, 70, 60, 50] }] })
    const credit = creditOf(book)
    const anne = clientOn(book.program, TODAY, 'Anne')
    const setting = { kind: 'internal', customerId: await credit.id(), reason: 'Décision' } as const
    expect(await refusalOf(credit.limit(1))).toBe('limit.above-authority')
    expect(await refusalOf(anne.limits.set({ ...setting, amount: 51 }))).toBe('limit.above-authority')
    // A class that nothing shows raises no ceiling.
    expect(await refusalOf(anne.limits.set({ ...setting, amount: 51, riskClass: 1 }))).toBe('limit.above-authority')
    expect((await anne.limits.set({ ...setting, amount: 50, riskClass: 1 })).limit).toMatchObject({
      decidedBy: 'Anne',
      riskClass: null,
    })
    expect((await credit.limit(49)).limit.decidedBy).toBe('test')
    expect(await refusalOf(anne.limits.set({ ...setting, amount: 51 }))).toBe('limit.above-authority')
    expect(await refusalOf(credit.limit(null))).toBe('limit.above-authority')
    expect((await credit.limit(0)).limit.amount).toBe(0)
    const nothing = { customerId: await credit.id(), amount: 5, until: TODAY, reason: 'Accord' }
    expect(await refusalOf(book.client.limits.override({ ...nothing, until: '2026-02-28' }))).toBe('limit.days-invalid')
    await anne.limits.set({ ...setting, amount: null })
    expect(await refusalOf(anne.limits.override(nothing))).toBe('limit.nothing-to-lift')
  })

  test('from the policy’s amount on nobody decides alone', async () => {
    await owed('100.00')
    const all = (amount: number): [number, number, number, number, number] => [amount, amount, amount, amount, amount]
    const authority = [
      { person: 'Anne', ceilings: all(1_000_000) },
      { person: 'Luc', ceilings: all(1_000_000) },
    ]
    await setCreditPolicy(book.client, { authority, fourEyesFrom: 50_000 })
    const credit = creditOf(book)
    const [anne, luc] = [clientOn(book.program, TODAY, 'Anne'), clientOn(book.program, TODAY, 'Luc')]
    const setting = { kind: 'internal', customerId: await credit.id(), reason: 'Décision' } as const
    expect(await refusal(anne.limits.set({ ...setting, amount: 50_000 }))).toEqual({
      code: 'limit.own-proposal',
      details: { amount: 50_000, currency: 'EUR' },
    })
    expect((await anne.limits.set({ ...setting, amount: 49_999 })).limit.amount).toBe(49_999)
    expect(await refusalOf(anne.limits.set({ ...setting, amount: 50_000, reviewId: 'R-1' }))).toBe(
      'review.not-approved',
    )
    const told = { customerId: await credit.id(), number: 'CMD-1', day: TODAY, amount: 60_000, currency: 'EUR' }
    expect((await anne.orders.add(told)).order.state).toBe('held')
    const granting = { customerId: told.customerId, orderNumber: 'CMD-1', amount: 60_000, until: TODAY, reason: 'x' }
    expect(await refusalOf(anne.limits.override(granting))).toBe('limit.own-proposal')
    expect((await luc.limits.override(granting)).by).toBe('Luc')
  })

  test('who will pass their limit within 30 days: orders to come, a temporary limit that ends', async () => {
    await owed('100.00', 'F-1')
    await owed('100.00', 'F-2', { customer: 'C002' })
    await owed('100.00', 'F-3', { customer: 'C003', due: '2026-03-05' })
    const [first, second, third] = [creditOf(book), creditOf(book, 'C002'), creditOf(book, 'C003')]
    await first.limit(15_000)
    await first.order('CMD-1', 3_000, { day: '2026-03-05', expected: '2026-03-10' })
    await first.order('CMD-2', 4_000, { day: '2026-03-05', expected: '2026-03-12' })
    await second.limit(5_000)
    await second.temporary(20_000, TODAY, '2026-03-15')
    // It is paid, 15 days late as usual, before the orders leave.
    await third.limit(15_000)
    await third.order('CMD-3', 3_000, { day: '2026-03-05', expected: '2026-03-25' })
    await third.order('CMD-4', 4_000, { day: '2026-03-05', expected: '2026-03-25' })
    const { rows, total } = await book.client.limits.exposures({ show: 'passing', sort: 'name' })
    expect(rows.map(({ code, passesOn }) => [code, passesOn])).toEqual([
      ['C001', '2026-03-12'],
      ['C002', '2026-03-16'],
    ])
    expect(total).toBe(2)
    expect((await first.exposure()).passesOn).toBe('2026-03-12')
    expect((await book.client.limits.exposures({ show: 'passing', days: 5 })).rows).toEqual([])
  })

  test('the list of exposures, by what is used of the limit', async () => {
    await owed('100.00', 'F-1')
    await owed('95.00', 'F-2', { customer: 'C002' })
    await owed('300.00', 'F-3', { customer: 'C003' })
    await creditOf(book).limit(5_000)
    await creditOf(book, 'C002').limit(10_000)
    const list = async (input: Parameters<TestBook['client']['limits']['exposures']>[0]) => {
      const { rows, sum } = await book.client.limits.exposures(input)
      return [...rows.map(({ code, utilisation }) => [code, utilisation]), sum]
    }
    expect(await list({ sort: 'utilisation' })).toEqual([['C001', 200], ['C002', 95], ['C003', null], 49_500])
    expect(await list({ show: 'passed' })).toEqual([['C001', 200], 10_000])
    expect(await list({ show: 'watch' })).toEqual([['C002', 95], 9_500])
    expect(await list({ show: 'withLimit', limit: 1 })).toEqual([['C001', 200], 19_500])
    expect(await list({ sort: 'available' })).toEqual([['C002', 95], ['C001', 200], ['C003', null], 49_500])
    expect(await list({ sort: 'name', reversed: true, limit: 1 })).toEqual([['C003', null], 49_500])
    expect(await list({ search: 'c002' })).toEqual([['C002', 95], 9_500])
  })
})
