import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
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
