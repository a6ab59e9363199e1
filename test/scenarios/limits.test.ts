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

describe('a limit and what is owed', () => {
  test('L1: 1,000 owed, limit 950: a new order is refused; invoices are told, not refused (L35)', async () => {
    await owed('1000.00')
    const credit = creditOf(book)
    await credit.limit(95_000)
    expect(await credit.ask(1)).toEqual(['refuse', 'limit-passed'])
    expect(await credit.ask(1, { purpose: 'release' })).toEqual(['refuse', 'limit-passed'])
    expect(await credit.ask(1, { purpose: 'invoice' })).toEqual(['warn', 'limit-passed'])
    // The invoice of goods delivered comes in all the same.
    await owed('500.00', 'F-2')
    expect(await credit.parts()).toEqual({ open: 150_000, total: 150_000 })
  })

  test('L3: a limit may be set below what is owed: it is taken, and told', async () => {
    await owed('1000.00')
    const { limit, warnings } = await creditOf(book).limit(90_000)
    expect(limit).toMatchObject({ amount: 90_000, decidedBy: 'test', decidedOn: TODAY, policyVersion: 0 })
    expect(warnings).toEqual([{ code: 'limit.below-exposure', details: { exposure: 100_000, currency: 'EUR' } }])
  })

  test('L4: two limits of a day are two decisions: the later one holds, both stay', async () => {
    await owed('1.00')
    const credit = creditOf(book)
    await credit.limit(100_000)
    await credit.limit(200_000)
    const { own, history } = await book.client.limits.ofCustomer({ customerId: await credit.id() })
    expect(own.base.limit?.amount).toBe(200_000)
    expect(history.map(({ amount }) => amount)).toEqual([200_000, 100_000])
  })

  test('L6: an excluded customer orders nothing, prepaid or not, until the exclusion is lifted', async () => {
    await owed('1.00')
    const credit = creditOf(book)
    const { id } = await book.client.limits.block({ customerId: await credit.id(), reason: 'Litige grave' })
    expect(await credit.ask(1)).toEqual(['refuse', 'blocked'])
    expect(await credit.ask(1, { prepaid: true })).toEqual(['refuse', 'blocked'])
    expect((await credit.order('CMD-1', 100)).order.state).toBe('held')
    await book.client.limits.unblock({ id, reason: 'Réglé' })
    expect(await credit.ask(1)).toEqual(['accept'])
    expect(await refusalOf(book.client.limits.unblock({ id, reason: 'Réglé' }))).toBe('limit.block-lifted')
    const until = { customerId: await credit.id(), until: '2026-03-31', reason: 'Vacances' }
    await book.client.limits.block(until)
    expect(await credit.ask(1, { asOf: '2026-03-31' })).toEqual(['refuse', 'blocked'])
    expect(await credit.ask(1, { asOf: '2026-04-01' })).toEqual(['accept'])
  })

  test('L7, L8, L9: not set is no limit, zero is cash only', async () => {
    await owed('100.00', 'F-1', { issued: '2025-02-20', due: '2026-03-22' })
    const credit = creditOf(book)
    expect(await credit.ask(0)).toEqual(['accept'])
    expect(await credit.ask(10_000)).toEqual(['accept'])
    expect((await credit.verdict(10_000)).reasons.map(({ code }) => code)).toEqual(['no-limit'])
    await credit.limit(0)
    expect(await credit.ask(0)).toEqual(['refuse', 'zero-limit'])
    expect(await credit.ask(10_000)).toEqual(['refuse', 'zero-limit'])
    expect(await credit.ask(10_000, { prepaid: true })).toEqual(['accept'])
    // With a decision behind it, the order goes with a warning.
    await book.client.limits.override({
      customerId: await credit.id(),
      amount: 10_000,
      until: TODAY,
      reason: 'Virement annoncé',
    })
    expect(await credit.ask(10_000)).toEqual(['warn', 'zero-limit'])
  })

  test('L10: limit 200, owed 100: nothing more is accepted, 150 more refused', async () => {
    await owed('100.00')
    const credit = creditOf(book)
    await credit.limit(20_000)
    expect(await credit.ask(0)).toEqual(['accept'])
    expect(await credit.ask(15_000)).toEqual(['refuse', 'limit-passed'])
    // The policy watches from 90 % of the limit on; the limit itself is not passed.
    expect(await credit.ask(7_999)).toEqual(['accept'])
    expect(await credit.ask(8_000)).toEqual(['warn', 'watch'])
    expect(await credit.ask(10_000)).toEqual(['warn', 'watch'])
    expect(await credit.ask(10_001)).toEqual(['refuse', 'limit-passed'])
  })

  test('the tolerance of the policy lets an order pass with a warning', async () => {
    await owed('100.00')
    await setCreditPolicy(book.client, { tolerancePercent: 10 })
    const credit = creditOf(book)
    await credit.limit(20_000)
    expect(await credit.ask(12_000)).toEqual(['warn', 'within-tolerance'])
    expect(await credit.ask(12_001)).toEqual(['refuse', 'limit-passed'])
  })

  test('L13, L15: the whole exposure is held against the limit, an authorised person may go on', async () => {
    await owed('550.00', 'F-1')
    await owed('550.00', 'F-2', { issued: '2026-01-01', due: '2026-02-20' })
    const credit = creditOf(book)
    await credit.limit(10_000)
    expect(await credit.ask(0)).toEqual(['refuse', 'limit-passed'])
    await credit.limit(110_000)
    expect((await credit.exposure()).mark).toBe('watch')
    await credit.limit(90_000)
    expect(await credit.exposure()).toMatchObject({
      total: 110_000,
      mark: 'passed',
      available: -20_000,
      utilisation: 122.2,
    })
    await book.client.limits.override({
      customerId: await credit.id(),
      amount: 500,
      until: '2026-03-05',
      reason: 'Accord',
    })
    expect(await credit.ask(500)).toEqual(['warn', 'limit-passed'])
    expect(await credit.ask(501)).toEqual(['refuse', 'limit-passed'])
    expect(await credit.ask(500, { asOf: '2026-03-06' })).toEqual(['refuse', 'limit-passed'])
  })

  test('L31: at limit 8 a shipment of 100 is refused; with the limit removed it is accepted', async () => {
    await owed('1.00', 'F-1', { issued: '2025-01-01', due: '2026-03-22' })
    const credit = creditOf(book)
    await credit.limit(800)
    expect(await credit.ask(10_000, { purpose: 'release' })).toEqual(['refuse', 'limit-passed'])
    await credit.limit(null)
    expect(await credit.ask(10_000, { purpose: 'release' })).toEqual(['accept'])
    expect((await credit.exposure()).limitState).toBe('none')
  })
})

describe('which limit holds', () => {
  beforeEach(() => owed('1.00'))

  test('L28: of one kind the newest in force', async () => {
    const credit = creditOf(book)
    await credit.limit(10_000, { from: '2026-02-10' })
    await credit.limit(20_000, { from: '2026-02-20' })
    for (const [day, limit] of [
      ['2026-02-09', null],
      ['2026-02-10', 10_000],
      ['2026-02-19', 10_000],
      ['2026-02-28', 20_000],
    ] as const)
      expect((await credit.exposure(day)).limit).toBe(limit)
  })

  test('L29: a temporary limit stands in for the internal one while it runs', async () => {
    const credit = creditOf(book)
    await credit.limit(10_000, { from: '2026-02-10' })
    await credit.temporary(20_000, '2026-02-20', '2026-03-31')
    expect(await credit.exposure('2026-02-28')).toMatchObject({ limit: 20_000, limitKind: 'temporary' })
    expect(await credit.exposure('2026-03-31')).toMatchObject({ limit: 20_000, limitUntil: '2026-03-31' })
    expect(await credit.exposure('2026-04-01')).toMatchObject({
      limit: 10_000,
      limitKind: 'internal',
      limitUntil: null,
    })
    const { own } = await book.client.limits.ofCustomer({ customerId: await credit.id() })
    expect(own.base).toMatchObject({ state: 'set', limit: { kind: 'temporary' }, replaces: { amount: 10_000 } })
  })

  test('a limit that ended is no longer authorised: a warning within it, a refusal beyond', async () => {
    const credit = creditOf(book)
    await credit.limit(10_000, { from: '2026-01-01', until: '2026-02-15' })
    expect(await credit.ask(100)).toEqual(['warn', 'limit-expired'])
    expect(await credit.ask(10_000)).toEqual(['refuse', 'limit-passed', 'limit-expired'])
    expect((await book.client.limits.exposures({ show: 'expired' })).rows.map(({ code }) => code)).toEqual(['C001'])
  })

  test('insured and guaranteed stand beside the limit, with what is left for the firm', async () => {
    await owed('999.00', 'F-2')
    const credit = creditOf(book)
    await credit.limit(200_000)
    await credit.insured(80_000)
    await book.client.limits.set({
      kind: 'guarantee',
      customerId: await credit.id(),
      amount: 5_000,
      guarantor: 'Maison mère',
      reason: 'Caution',
    })
    expect(await credit.exposure()).toMatchObject({
      total: 100_000,
      limit: 200_000,
      insured: { limit: 80_000, coveredShare: '90', amount: 72_000 },
      guaranteed: { limit: 5_000, guarantor: 'Maison mère' },
      ownShare: 23_000,
    })
    // Withdrawing is a decision as well.
    await credit.insured(null)
    expect(await credit.exposure()).toMatchObject({ insured: null, ownShare: 95_000 })
  })

  test('L21: a limit and an order in different currencies meet in the company’s', async () => {
    const credit = creditOf(book)
    const usd = (rate: string) => book.client.exchange.setRate({ currency: 'USD', day: TODAY, rate })
    expect(await refusalOf(credit.limit(9_900, { currency: 'USD' }))).toBe('limit.rate-missing')
    expect(await refusalOf(credit.verdict(10_000, { currency: 'USD' }))).toBe('limit.rate-missing')
    await credit.limit(9_900)
    await usd('0.5')
    expect(await credit.ask(10_000, { currency: 'USD' })).toEqual(['accept'])
    await usd('2')
    expect(await credit.ask(10_000, { currency: 'USD' })).toEqual(['refuse', 'limit-passed'])
    await credit.limit(10_000, { currency: 'USD' })
    expect((await credit.exposure()).limit).toBe(20_000)
  })

  test('what is owed in a currency without a rate is said, not counted', async () => {
    await owed('50.00', 'F-9', { currency: 'CHF' })
    const credit = creditOf(book)
    const { lines, total } = await credit.exposure()
    expect(lines[0]).toMatchObject({ part: 'open', amount: 100, unknown: [{ currency: 'CHF', amount: 5_000 }] })
    expect(total).toBe(100)
    await credit.limit(100_000)
    expect(await credit.ask(1)).toEqual(['warn', 'exposure-incomplete'])
  })
})

describe('parts of the exposure', () => {
  test('L11, L12, L16: an invoice is exposure from its day, overdue from the day after its due day', async () => {
    await importItems(book.client, [invoice('F-1', { issued: '2026-02-01', due: TODAY, amount: '550.00' })])
    const credit = creditOf(book)
    expect(await credit.parts('2026-01-31')).toEqual({ total: 0 })
    expect(await credit.parts()).toEqual({ open: 55_000, total: 55_000 })
    expect((await credit.exposure()).overdue).toEqual({ amount: 0, invoices: 0, oldestDue: null })
    expect((await credit.exposure('2026-03-02')).overdue).toEqual({ amount: 55_000, invoices: 1, oldestDue: TODAY })
    await credit.limit(30_000)
    expect(await credit.ask(0)).toEqual(['refuse', 'limit-passed'])
  })

  test('L27: 500 due 5 days ago, 1,000 due in 30: one overdue invoice of 500', async () => {
    await importItems(book.client, [
      invoice('F-1', { issued: '2026-01-25', due: '2026-02-24', amount: '500.00' }),
      invoice('F-2', { issued: '2026-02-28', due: '2026-03-31', amount: '1000.00' }),
    ])
    expect((await creditOf(book).exposure()).overdue).toEqual({ amount: 50_000, invoices: 1, oldestDue: '2026-02-24' })
  })

  test('L26: a receipt that came back is exposure of its own until the bounce is taken out', async () => {
    await importItems(book.client, [invoice('F-1', { issued: '2026-01-01', due: '2026-03-31', amount: '500.00' })])
    const [account, credit] = [accountOf(book), creditOf(book)]
    const { itemId } = await account.receive('2026-02-01', { amount: 50_000 })
    expect(await credit.parts()).toEqual({ total: 0 })
    const bounce = await book.client.payments.bounce({ itemId, day: '2026-02-10' })
    expect(await credit.parts('2026-02-09')).toEqual({ total: 0 })
    expect(await credit.parts()).toEqual({ bounced: 50_000, total: 50_000 })
    await account.receive('2026-02-20', { amount: 20_000 })
    expect(await credit.parts()).toEqual({ bounced: 30_000, total: 30_000 })
    await account.undo('F-1', 'RG-2026-2')
    await book.client.payments.remove({ itemId: await account.idOf('RG-2026-2') })
    const { matches } = await book.client.payments.matches({ itemId: bounce.itemId })
    expect(matches).toHaveLength(1)
    await book.client.payments.remove({ itemId: bounce.itemId })
    expect(await credit.parts()).toEqual({ total: 0 })
  })

  test('every cent stands in one line: contested, unallocated, drawn, delivered, ordered', async () => {
    await importItems(book.client, [
      invoice('F-1', { issued: '2026-02-01', due: '2026-03-31', amount: '1000.00' }),
      invoice('F-2', { issued: '2026-02-01', due: '2026-03-31', amount: '300.00' }),
    ])
    const [account, credit] = [accountOf(book), creditOf(book)]
    await book.client.disputes.open({
      itemId: await account.idOf('F-1'),
      reason: (await book.client.policy.get({})).content.disputeReasons[0]?.code ?? '',
      amount: 25_000,
    })
    await account.receive('2026-02-10', { amount: 4_000, allocate: 'none' })
    await account.receive('2026-02-15', {
      method: 'draft',
      maturity: '2026-04-30',
      allocate: [{ itemId: await account.idOf('F-2'), amount: 30_000 }],
    })
    const delivery = { customerId: await credit.id(), deliveredOn: '2026-02-27', currency: 'EUR' }
    await book.client.deliveries.add({ ...delivery, reference: 'BL-1', amount: 7_000 })
    await book.client.deliveries.add({ ...delivery, reference: 'BL-2', amount: null })
    await credit.order('CMD-1', 12_000)
    await credit.order('CMD-2', 6_000, { prepaid: true })
    // Delivered in part under its own number: the rest is still an order.
    await credit.order('CMD-3', 9_000)
    await book.client.deliveries.add({ ...delivery, reference: 'CMD-3', amount: 5_000 })
    expect(await credit.parts()).toEqual({
      open: 75_000,
      disputed: 25_000,
      drafts: 30_000,
      delivered: 12_000,
      orders: 16_000,
      // 40.00 in credit are held for the prepaid order: they free nothing.
      total: 158_000,
    })
    expect((await credit.exposure()).deliveriesUnknown).toBe(1)
    await setCreditPolicy(book.client, {
      exposure: {
        open: true,
        unallocated: true,
        disputed: false,
        delivered: false,
        orders: false,
        bounced: true,
        drafts: false,
      },
    })
    const { lines, total } = await credit.exposure()
    expect(total).toBe(75_000)
    expect(lines.find(({ part }) => part === 'disputed')).toMatchObject({ amount: 25_000, counted: false })
  })

  test('a draft that fell due is paid', async () => {
    await owed('300.00')
    const [account, credit] = [accountOf(book), creditOf(book)]
    await account.receive('2026-02-21', { amount: 30_000, method: 'draft', maturity: '2026-03-15' })
    expect(await credit.parts('2026-03-14')).toEqual({ drafts: 30_000, total: 30_000 })
    expect(await credit.parts('2026-03-15')).toEqual({ total: 0 })
  })
})

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

describe('a group of companies', () => {
  const grouped = async () => {
    await owed('1000.00', 'F-1')
    await owed('500.00', 'F-2', { customer: 'C002' })
    const [first, second] = [creditOf(book), creditOf(book, 'C002')]
    const group = await book.client.limits.saveGroup({ name: 'Groupe', members: [await first.id(), await second.id()] })
    const limit = (amount: number) =>
      book.client.limits.set({ kind: 'internal', groupId: group.id, amount, reason: 'Groupe' })
    return { first, second, group, limit }
  }

  test('L5: a customer without a limit has its group’s', async () => {
    const { first, limit } = await grouped()
    expect((await limit(35_000_000)).warnings).toEqual([])
    expect(await first.exposure()).toMatchObject({
      limit: 35_000_000,
      limitKind: 'group',
      available: 34_850_000,
      group: { name: 'Groupe', total: 150_000, limit: 35_000_000 },
    })
    expect(await first.ask(34_850_001)).toEqual(['refuse', 'group-limit-passed'])
  })

  test('the lower of own and group applies, each against its own exposure', async () => {
    const { first, second, group, limit } = await grouped()
    await limit(180_000)
    await first.limit(200_000)
    expect(await first.exposure()).toMatchObject({ limit: 180_000, available: 30_000 })
    expect(await first.ask(30_001)).toEqual(['refuse', 'group-limit-passed'])
    await second.limit(60_000)
    expect(await second.exposure()).toMatchObject({ limit: 60_000, limitKind: 'internal', available: 10_000 })
    expect(await second.ask(10_001)).toEqual(['refuse', 'limit-passed'])
    expect(await second.ask(1)).toEqual(['accept'])
    // What one of them orders is taken from what the other may.
    await first.order('CMD-1', 28_000)
    expect(await second.ask(5_000)).toEqual(['refuse', 'group-limit-passed', 'watch'])
    const { members, total, base } = await book.client.limits.ofGroup({ groupId: group.id })
    expect(members.map((member) => [member.code, member.total])).toEqual([
      ['C001', 128_000],
      ['C002', 50_000],
    ])
    expect([total, base.limit?.amount]).toEqual([178_000, 180_000])
    expect((await book.client.limits.groups({})).groups).toMatchObject([
      { name: 'Groupe', total: 178_000, limit: 180_000, limitState: 'set', available: 2_000, mark: 'watch' },
    ])
    expect((await limit(0)).warnings).toMatchObject([{ code: 'limit.below-exposure', details: { exposure: 178_000 } }])
    expect(await second.ask(0)).toEqual(['refuse', 'group-zero-limit'])
  })

  test('a customer belongs to one group, and a name to one of them', async () => {
    const { first, second, group } = await grouped()
    const other = await book.client.limits.saveGroup({ name: 'Autre', members: [await first.id()] })
    await book.client.limits.saveGroup({ name: 'Vide', members: [] })
    const { groups } = await book.client.limits.groups({})
    expect(groups.at(-1)).toMatchObject({ total: 0, limit: null, limitState: 'none', utilisation: null, mark: 'none' })
    expect(groups.slice(0, 2).map(({ name, members }) => [name, members.map(({ code }) => code)])).toEqual([
      ['Autre', ['C001']],
      ['Groupe', ['C002']],
    ])
    expect(await refusalOf(book.client.limits.saveGroup({ name: 'Groupe', members: [] }))).toBe('group.name-used')
    expect(
      await refusalOf(book.client.limits.set({ kind: 'internal', groupId: await second.id(), amount: 1, reason: 'x' })),
    ).toBe('not-found')
    const nobodys = { kind: 'internal', amount: 1, reason: 'x' } as const
    expect(await refusalOf(book.client.limits.set(nobodys))).toBe('input.invalid')
    expect(
      await refusalOf(book.client.limits.set({ ...nobodys, groupId: group.id, customerId: await first.id() })),
    ).toBe('input.invalid')
    expect(other.members).toHaveLength(1)
  })
})

describe('insured invoices', () => {
  const coverOf = async (number: string) =>
    (await book.client.limits.cover({ itemId: await accountOf(book).idOf(number) })).cover

  test('L25: an invoice keeps the cover it was issued under, whatever becomes of it', async () => {
    await owed('1.00', 'F-0', { issued: '2025-12-01' })
    const credit = creditOf(book)
    await credit.insured(5_000_000, { from: '2026-01-01', policyNumber: 'POL-7' })
    await owed('1000.00', 'F-1')
    expect(await coverOf('F-0')).toBeNull()
    expect(await coverOf('F-1')).toMatchObject({ policyNumber: 'POL-7', coveredShare: '90', amount: 5_000_000 })
    await credit.insured(null, { from: '2026-02-25' })
    await owed('1000.00', 'F-2', { issued: '2026-02-26' })
    // Goods that left before the withdrawal stay covered, even when the invoice comes in later.
    await owed('1000.00', 'F-3', { issued: '2026-02-24' })
    expect(await coverOf('F-1')).toMatchObject({ policyNumber: 'POL-7' })
    expect(await coverOf('F-2')).toBeNull()
    expect(await coverOf('F-3')).toMatchObject({ policyNumber: 'POL-7' })
    // A new cover from the same day on does not reach what was issued without one.
    const again = await credit.insured(9_000_000, { from: '2026-02-01', policyNumber: 'POL-8' })
    expect(again.invoicesCovered).toBe(0)
    expect(await coverOf('F-2')).toBeNull()
    expect(await coverOf('F-1')).toMatchObject({ policyNumber: 'POL-7' })
  })

  test('the first cover of a customer reaches the invoices issued since its first day', async () => {
    await owed('100.00', 'F-1', { issued: '2026-01-15' })
    await owed('100.00', 'F-2', { issued: '2025-12-15' })
    expect((await creditOf(book).insured(1_000_000, { from: '2026-01-01' })).invoicesCovered).toBe(1)
    expect(await coverOf('F-1')).toMatchObject({ frozenOn: TODAY })
    expect(await coverOf('F-2')).toBeNull()
  })

  test('an unpaid claim is to be declared within the policy’s days after its extension', async () => {
    await owed('1.00', 'F-0', { issued: '2025-12-01' })
    const credit = creditOf(book)
    await credit.insured(5_000_000, { from: '2026-01-01', extensionDays: 30, noticeDays: 20 })
    await owed('1000.00', 'F-1', { issued: '2026-01-05', due: '2026-02-04' })
    await owed('500.00', 'F-2', { issued: '2026-02-05', due: '2026-03-07' })
    const claims = async (asOf: string) =>
      (await book.client.limits.claims({ asOf })).claims.map(({ number, state, deadline, daysLeft, insured }) => [
        number,
        state,
        deadline,
        daysLeft,
        insured,
      ])
    expect(await claims('2026-02-04')).toEqual([])
    expect(await claims('2026-03-06')).toEqual([['F-1', 'waiting', '2026-03-26', 20, 90_000]])
    expect(await claims('2026-03-16')).toEqual([
      ['F-1', 'declare', '2026-03-26', 10, 90_000],
      ['F-2', 'waiting', '2026-04-26', 41, 45_000],
    ])
    expect((await claims('2026-03-27'))[0]).toEqual(['F-1', 'late', '2026-03-26', -1, 90_000])
    const itemId = await accountOf(book).idOf('F-1')
    const later = book.on('2026-03-20')
    expect(await refusalOf(later.limits.declareClaim({ itemId, day: '2026-03-21' }))).toBe('limit.days-invalid')
    await later.limits.declareClaim({ itemId, reference: 'DSI-12' })
    expect((await claims('2026-03-27')).map(([number]) => number)).toEqual(['F-2'])
    expect((await claims('2026-03-19'))[0]?.[1]).toBe('declare')
    expect(await coverOf('F-1')).toMatchObject({ declaredOn: '2026-03-20', declaredBy: 'test', reference: 'DSI-12' })
    expect(await refusalOf(later.limits.declareClaim({ itemId: await accountOf(book).idOf('F-0') }))).toBe('not-found')
    // An insolvency: what is not due yet is to be declared as well, from the judgment on.
    await later.registers.record({
      customerId: await credit.id(),
      kind: 'safeguard',
      stage: 'opening',
      day: '2026-03-01',
      source: 'Courrier',
    })
    expect(await claims('2026-03-02')).toEqual([
      ['F-1', 'declare', '2026-03-21', 19, 90_000],
      ['F-2', 'declare', '2026-03-21', 19, 45_000],
    ])
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

describe('what is refused', () => {
  const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

  test('a customer, a document, an exclusion or a cover that the book does not have', async () => {
    await owed('1.00')
    const customerId = await creditOf(book).id()
    const setting = { kind: 'internal', amount: 1, reason: 'x' } as const
    const { limits } = book.client
    for (const call of [
      limits.set({ ...setting, customerId: NOBODY }),
      limits.set({ ...setting, customerId, documentId: NOBODY }),
      limits.verdict({ customerId: NOBODY, amount: 1 }),
      limits.exposure({ customerId: NOBODY }),
      limits.ofCustomer({ customerId: NOBODY }),
      limits.ofGroup({ groupId: NOBODY }),
      limits.override({ customerId: NOBODY, amount: 1, until: TODAY, reason: 'x' }),
      limits.block({ customerId: NOBODY, reason: 'x' }),
      limits.unblock({ id: NOBODY, reason: 'x' }),
      limits.saveGroup({ id: NOBODY, name: 'x', members: [] }),
      limits.saveGroup({ name: 'x', members: [NOBODY] }),
      limits.declareClaim({ itemId: NOBODY }),
    ])
      expect(await refusalOf(call)).toBe('not-found')
    expect((await limits.groups({})).groups).toEqual([])
  })

  test('days that do not follow each other, shares that are none, covers of a group', async () => {
    await owed('1.00')
    const credit = creditOf(book)
    const customerId = await credit.id()
    expect(await refusalOf(credit.limit(1, { from: '2026-03-02', until: TODAY }))).toBe('limit.days-invalid')
    expect(await refusalOf(credit.temporary(1, '2026-03-02', TODAY))).toBe('limit.days-invalid')
    expect(await refusalOf(book.client.limits.block({ customerId, until: '2026-02-28', reason: 'x' }))).toBe(
      'limit.days-invalid',
    )
    for (const coveredShare of ['0', '100.001', '101'])
      expect(await refusalOf(credit.insured(1, { coveredShare }))).toBe('input.invalid')
    const { id: groupId } = await book.client.limits.saveGroup({ name: 'Groupe', members: [customerId] })
    const guarantee = { kind: 'guarantee', guarantor: 'Banque', amount: 1, reason: 'x' } as const
    expect(await refusalOf(book.client.limits.set({ ...guarantee, groupId }))).toBe('input.invalid')
    const { history } = await book.client.limits.ofCustomer({ customerId })
    expect(history).toEqual([])
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('%d is no amount', async (amount) => {
    await owed('1.00')
    const credit = creditOf(book)
    await expect(credit.limit(amount)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(credit.verdict(amount)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(credit.order('CMD-1', amount)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
