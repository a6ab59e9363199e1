import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ActKind, NoActKind } from '../../src/main/core/limitations/limitations.contract.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerId, itemId as idOf } from '../support/disputes.ts'
import { customerFields, importItems, invoice, opening, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  await importItems(book.client, [
    invoice('PASSED', { issued: '2021-11-10', due: '2021-12-10', amount: '500.00' }),
    invoice('NEAR', { issued: '2021-12-20', due: '2022-01-19', amount: '300.00' }),
    invoice('PAID-IN-PART', { issued: '2021-12-20', due: '2022-01-19', amount: '800.00' }),
    payment('P1', { issued: '2024-03-05', amount: '200.00', settles: 'PAID-IN-PART' }),
    invoice('YOUNG', { issued: '2026-01-10', due: '2026-02-09', amount: '70.00', customer: 'C002' }),
    opening('OLD', { issued: '2022-01-01', due: '2022-01-01', amount: '90.00', customer: 'C002' }),
  ])
})
afterEach(() => book.close())

const itemId = (number: string) => idOf(book.client, number)
const near = async (within = 12, on = TODAY) => {
  const { items, levels, total } = await book.on(on).limitations.list({ within })
  return {
    total,
    levels: levels.map(({ level, items, amount }) => [level, items, amount]),
    items: items.map(({ number, cautious, level }) => [number, cautious.day, level]),
  }
}
const record = async (kind: ActKind | NoActKind, day: string, rest: Record<string, unknown> = {}) =>
  book.client.limitations.recordAct({
    customerId: await customerId(book.client, 'C001'),
    kind,
    day,
    note: 'Courriel du directeur',
    ...rest,
  })
const ofCustomer = async (code = 'C001', asOf = TODAY) =>
  book.client.limitations.ofCustomer({ customerId: await customerId(book.client, code), asOf })
const dayOf = async (number: string, code = 'C001') =>
  (await ofCustomer(code)).items.find((item) => item.number === number)?.cautious.day

describe('the warning list', () => {
  test('holds what has passed or is near, the nearest first, with its sums; a payment puts its invoice off', async () => {
    expect(await near()).toEqual({
      total: 3,
      levels: [
        ['passed', 1, 50000],
        ['1', 1, 30000],
        ['3', 1, 9000],
      ],
      items: [
        ['PASSED', '2026-11-10', 'passed'],
        ['NEAR', '2026-12-20', '1'],
        ['OLD', '2027-01-01', '3'],
      ],
    })
    expect((await near(1)).items.map(([number]) => number)).toEqual(['PASSED', 'NEAR'])
    expect((await near(0)).items.map(([number]) => number)).toEqual(['PASSED'])
    expect((await near(24)).items).toHaveLength(3)
    expect((await near(36)).items.at(-1)).toEqual(['PAID-IN-PART', '2029-03-05', null])
  })

  test('is searched by number and by customer, and read a page at a time', async () => {
    const search = async (text: string) =>
      (await book.client.limitations.list({ search: text })).items.map(({ number }) => number)
    expect(await search('near')).toEqual(['NEAR'])
    expect(await search('client C002')).toEqual(['OLD'])
    expect(await search('client C002 near')).toEqual([])
    const page = await book.client.limitations.list({ offset: 1, limit: 1 })
    expect([page.total, page.items.map(({ number }) => number)]).toEqual([3, ['NEAR']])
  })

  test('an invoice paid in full leaves it, and one carried over says that its day is not known', async () => {
    await importItems(book.client, [payment('P2', { issued: '2026-11-20', amount: '300.00', settles: 'NEAR' })])
    const { items } = await book.client.limitations.list({})
    expect(items.map(({ number, dateUnknown }) => [number, dateUnknown])).toEqual([
      ['PASSED', false],
      ['OLD', true],
    ])
  })
})

describe('what interrupts', () => {
  test('a part payment is the acknowledgement of its invoice, on its day, until it bounces', async () => {
    const item = async () => (await ofCustomer()).items.find(({ number }) => number === 'PAID-IN-PART')
    expect(await item()).toMatchObject({
      open: 60000,
      cautious: { day: '2029-03-05', from: '2024-03-05', interruptedBy: { id: null, kind: 'part-payment' } },
      usual: { day: '2029-03-05' },
    })
    await book.client.payments.bounce({ itemId: await itemId('P1'), day: '2026-11-20' })
    expect(await item()).toMatchObject({ cautious: { day: '2026-12-20', interruptedBy: null }, acts: [] })
  })

  test('a written acknowledgement of the whole account; withdrawn, it counts for nothing', async () => {
    const act = await record('acknowledgement', '2026-11-05')
    expect(act).toMatchObject({
      whole: true,
      items: [{ number: 'PASSED' }, { number: 'NEAR' }, { number: 'PAID-IN-PART' }],
    })
    // PASSED still had five days.
    expect((await near()).items.map(([number]) => number)).toEqual(['OLD'])
    expect(await dayOf('PASSED')).toBe('2031-11-05')
    await book.client.limitations.withdrawAct({ id: act.id, reason: 'Signé par un tiers' })
    expect(await dayOf('PASSED')).toBe('2026-11-10')
    expect((await ofCustomer()).acts[0]?.withdrawn).toEqual({ on: TODAY, by: 'test', because: 'Signé par un tiers' })
    expect(await refusalOf(book.client.limitations.withdrawAct({ id: act.id, reason: 'Encore' }))).toBe(
      'limitation.withdrawn',
    )
  })

  test('one that came too late is kept and changes nothing', async () => {
    await record('acknowledgement', '2026-11-15')
    const passed = (await ofCustomer()).items.find(({ number }) => number === 'PASSED')
    expect(passed).toMatchObject({ cautious: { day: '2026-11-10' }, acts: [{ effect: 'late' }] })
    expect(await dayOf('NEAR')).toBe('2031-11-15')
  })

  test('a claim in court holds until its end is told', async () => {
    const act = await record('court-claim', '2026-06-01', { itemIds: [await itemId('NEAR')], note: '' })
    expect(await ofCustomer()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ number: 'NEAR', suspended: true, level: null })]),
    })
    expect((await near()).items.map(([number]) => number)).not.toContain('NEAR')
    await book.client.limitations.endAct({ id: act.id, until: '2026-10-01' })
    expect(await dayOf('NEAR')).toBe('2031-10-01')
  })

  test('an instalment plan counts once it is signed', async () => {
    const id = await customerId(book.client, 'C002')
    const young = await itemId('YOUNG')
    await book.client.instalments.create({
      customerId: id,
      itemIds: [young],
      agreedOn: TODAY,
      instalments: [{ due: '2026-12-22', amount: 7000 }],
    })
    const { items, unsignedPlans } = await ofCustomer('C002')
    expect(unsignedPlans).toMatchObject([{ agreedOn: TODAY }])
    expect(items.find(({ number }) => number === 'YOUNG')?.cautious.day).toBe('2031-01-10')
    const [plan] = (await book.client.instalments.list({ customerId: id })).plans
    await book.client.instalments.letter({ id: plan?.id ?? '' })
    const signed = new File(['%PDF-1.7 signé'], 'accord.pdf', { type: 'application/pdf' })
    await book.client.instalments.signed({ id: plan?.id ?? '', day: TODAY, name: 'accord.pdf', file: signed })
    expect(await ofCustomer('C002')).toMatchObject({ unsignedPlans: [] })
    expect(await dayOf('YOUNG', 'C002')).toBe('2031-11-22')
  })

  test('the steps of a hand-over count by themselves: an order served does, the request for it does not', async () => {
    const id = await customerId(book.client, 'C001')
    const handed = await book
      .on('2026-06-01')
      .handovers.handOver({ customerId: id, to: 'court', reason: 'Impayé', procedure: 'payment-order' })
    const step = (code: 'request-filed' | 'order-granted' | 'order-served', day: string) =>
      book.client.handovers.addStep({ id: handed.id, code, day })
    await step('request-filed', '2026-06-10')
    await step('order-granted', '2026-07-01')
    expect(await dayOf('NEAR')).toBe('2026-12-20')
    await step('order-served', '2026-08-20')
    expect(await dayOf('NEAR')).toBe('2031-08-20')
  })

  test('a declared claim counts until its procedure is closed', async () => {
    const id = await customerId(book.client, 'C001')
    await record('declaration', '2026-04-01')
    expect((await ofCustomer()).items.every(({ suspended }) => suspended)).toBe(true)
    await book.client.registers.record({
      customerId: id,
      kind: 'receivership',
      day: '2026-03-10',
      publishedOn: '2026-03-18',
      source: 'BODACC',
    })
    await book.client.registers.record({
      customerId: id,
      kind: 'closed',
      day: '2026-11-01',
      publishedOn: '2026-11-10',
      source: 'BODACC',
    })
    expect(await dayOf('NEAR')).toBe('2031-11-01')
  })
})

describe('what is refused', () => {
  test.each(['formal-notice', 'reminder', 'call', 'phone-promise', 'agency-letter', 'order-request'] as const)(
    '%s interrupts nothing',
    async (kind) => {
      expect(await refusalOf(record(kind, '2026-10-01'))).toBe(`limitation.${kind}`)
      expect((await ofCustomer()).acts).toEqual([])
    },
  )

  test('a demand out of court counts for claims under Spanish law only', async () => {
    expect(await refusal(record('demand', '2026-10-01'))).toEqual({
      code: 'limitation.demand',
      details: { law: 'C. com. L110-4' },
    })
    await book.client.limitations.setRegime({
      customerId: await customerId(book.client, 'C001'),
      regime: { code: 'spain' },
    })
    await record('demand', '2026-10-01')
    expect(await dayOf('NEAR')).toBe('2031-10-01')
  })

  test('days to come, ends of what does not last, debts of others and later ones, and what nothing proves', async () => {
    const young = await itemId('YOUNG')
    const cases = [
      [record('acknowledgement', '2026-11-23'), 'limitation.day-invalid'],
      [record('court-claim', '2026-06-01', { until: '2026-05-01' }), 'limitation.day-invalid'],
      [record('acknowledgement', '2026-06-01', { until: '2026-07-01' }), 'limitation.day-invalid'],
      [record('acknowledgement', '2026-06-01', { itemIds: [young] }), 'limitation.item-invalid'],
      [record('acknowledgement', '2021-11-09', { itemIds: [await itemId('PASSED')] }), 'limitation.item-invalid'],
      [record('acknowledgement', '2021-11-09'), 'limitation.nothing-owed'],
      [record('acknowledgement', '2026-06-01', { note: '' }), 'limitation.proof-missing'],
      [record('acknowledgement', '2026-06-01', { itemIds: ['00000000-0000-7000-8000-000000000000'] }), 'not-found'],
    ] as const
    for (const [call, code] of cases) expect(await refusalOf(call)).toBe(code)
    expect((await ofCustomer()).acts).toEqual([])
  })
})

describe('how long claims live', () => {
  test('of the book, a segment, a customer: the nearest rule wins, and shorter ones enter the list', async () => {
    await book.client.customers.create(customerFields('C003', { segment: 'Transport' }))
    await importItems(book.client, [invoice('CARRIED', { issued: '2026-01-15', due: '2026-02-14', customer: 'C003' })])
    expect((await near()).items.map(([number]) => number)).not.toContain('CARRIED')
    await book.client.limitations.setRegime({ segment: 'Transport', regime: { code: 'carriage' } })
    expect((await near()).items.find(([number]) => number === 'CARRIED')).toEqual(['CARRIED', '2027-01-15', '3'])
    expect(await ofCustomer('C003')).toMatchObject({
      regimeOf: 'segment',
      regime: { law: 'C. com. L133-6', months: 12 },
    })
    const id = await customerId(book.client, 'C003')
    const own = { code: 'other', months: 36, law: 'BGB 195' } as const
    expect(await book.client.limitations.setRegime({ customerId: id, regime: own })).toMatchObject({
      customers: [{ code: 'C003', regime: { months: 36, law: 'BGB 195' } }],
      segments: [{ segment: 'Transport' }],
      book: { code: 'commercial' },
    })
    expect(await dayOf('CARRIED', 'C003')).toBe('2029-01-15')
    await book.client.limitations.setRegime({ customerId: id, regime: null })
    await book.client.limitations.setRegime({ segment: 'Transport', regime: null })
    await book.client.limitations.setRegime({ regime: { code: 'consumer' } })
    expect(await ofCustomer('C003')).toMatchObject({ regimeOf: 'book', items: [{ cautious: { day: '2028-01-15' } }] })
    expect(await refusalOf(book.client.limitations.setRegime({ regime: { code: 'other' } }))).toBe('BAD_REQUEST')
  })

  test('goods delivered before the invoice bring its cautious day forward', async () => {
    await book.client.deliveries.setDates({ itemIds: [await itemId('NEAR')], deliveredOn: '2021-12-01' })
    expect((await near(1)).items).toContainEqual(['NEAR', '2026-12-01', '1'])
    expect((await near(1, '2026-11-01')).items.map(([number]) => number)).toEqual(['PASSED', 'NEAR'])
  })
})

test('merging two customers moves the acts; the rule of the one that stays holds', async () => {
  await record('acknowledgement', '2026-11-05')
  const [keep, remove] = [await customerId(book.client, 'C002'), await customerId(book.client, 'C001')]
  await book.client.limitations.setRegime({ customerId: remove, regime: { code: 'carriage' } })
  await book.client.limitations.setRegime({ customerId: keep, regime: { code: 'professional' } })
  await book.client.customers.merge({ keep, remove })
  expect(await ofCustomer('C002')).toMatchObject({
    regime: { code: 'professional' },
    acts: [{ kind: 'acknowledgement' }],
  })
  expect(await dayOf('NEAR', 'C002')).toBe('2031-11-05')
})
