import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { contest, customerId, itemId } from '../support/disputes.ts'
import { importItems, invoice, payment } from '../support/ledger.ts'
import { bodacc, checkFiles, notice } from '../support/registers.ts'

const JUDGMENT = '2026-03-10'
const PUBLISHED = '2026-03-18'
const TODAY = '2026-05-05'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({
    today: TODAY,
    company: { signatory: 'Anne Martin', signatoryRole: 'Gérante', city: 'Lyon' },
  })
  await importItems(book.client, [
    invoice('LATE', { issued: '2025-11-10', due: '2025-12-10', amount: '12000.00' }),
    payment('PART', { issued: '2026-01-20', amount: '2000.00', settles: 'LATE' }),
    // Due on the eve: late since the judgment only.
    invoice('EVE', { issued: '2026-02-07', due: '2026-03-09', amount: '1000.00' }),
    invoice('LATER', { issued: '2026-02-20', due: '2026-03-22', amount: '5000.00' }),
    invoice('DELIVERED', { issued: '2026-03-20', due: '2026-04-19', amount: '300.00' }),
    invoice('AFTER', { issued: '2026-03-15', due: '2026-04-14', amount: '400.00' }),
    payment('ADVANCE', { issued: '2026-03-01', amount: '150.00' }),
  ])
  await book.client.deliveries.setDates({
    itemIds: [await itemId(book.client, 'DELIVERED')],
    deliveredOn: '2026-03-05',
  })
})
afterEach(() => book.close())

const open = async (rest: Record<string, unknown> = {}) =>
  book.client.registers.record({
    customerId: await customerId(book.client, 'C001'),
    kind: 'receivership',
    day: JUDGMENT,
    publishedOn: PUBLISHED,
    court: 'Tribunal de commerce de Lyon',
    source: 'BODACC',
    ...rest,
  })
const officer = async (
  role: 'representative' | 'liquidator' | 'administrator' = 'representative',
  name = 'SELARL MJ Synergie',
) =>
  book.client.declarations.addOfficer({
    customerId: await customerId(book.client, 'C001'),
    role,
    name,
    street: '15 rue Bonnel',
    postalCode: '69003',
    city: 'Lyon',
    since: JUDGMENT,
  })
const said = async () => ({ customerId: await customerId(book.client, 'C001') })
const draft = async (rest: Record<string, unknown> = {}, on = TODAY) =>
  book.on(on).declarations.draft({ ...(await said()), ...rest })
const prepare = async (rest: Record<string, unknown> = {}, on = TODAY) =>
  book.on(on).declarations.prepare({ ...(await said()), ...rest })
const papers = async (on = TODAY) => book.on(on).declarations.ofCustomer(await said())
const codes = async (on = TODAY) => (await papers(on)).deadlines.map(({ code, on: day }) => [code, day])
const send = (id: string, day: string, on = TODAY) =>
  book.on(on).declarations.recordSent({ id, day, registeredNumber: '1A 123 456 7890 1' })

describe('what is declared', () => {
  test('due on the day of the judgment, interest to its eve, what falls due later, less what was received', async () => {
    await open()
    const { items, ...drawn } = await draft()
    expect(
      items.map(({ number, principal, interest, interestDays, indemnity, later }) => [
        number,
        principal,
        interest,
        interestDays,
        indemnity,
        later,
      ]),
    ).toEqual([
      // 12,000 over 41 days and 10,000 over 48, at 12.15 %.
      ['LATE', 1000000, 32356, 89, 4000, false],
      ['EVE', 100000, 0, 0, 4000, false],
      // The judgment forbids their payment when due: neither interest nor the fixed sum.
      ['LATER', 500000, 0, 0, 0, true],
      ['DELIVERED', 30000, 0, 0, 0, true],
    ])
    expect(drawn).toMatchObject({
      judgment: JUDGMENT,
      publishedOn: PUBLISHED,
      procedure: 'receivership',
      principal: 1100000,
      interest: 32356,
      indemnities: 8000,
      costs: 0,
      credits: 15000,
      toFallDue: 530000,
      total: 1655356,
      deadline: { on: '2026-05-18', months: 2, extended: null, daysLeft: 13 },
      signatory: 'Anne Martin',
      capacity: 'Gérante',
      warnings: ['no-officer'],
      methods: [{ rate: '12.15', contract: false, dayCount: 'act/365' }],
    })
    expect(items.find(({ number }) => number === 'DELIVERED')?.invoicedAfter).toBe(true)
    // Nobody to send it to yet: it is shown without an address.
    expect((await book.client.declarations.preview(await said())).pages.length).toBeGreaterThan(0)
  })

  test('payments and credit notes of after the judgment do not change it', async () => {
    await open()
    const before = await draft()
    await importItems(book.client, [payment('FORBIDDEN', { issued: '2026-04-02', amount: '1000.00', settles: 'EVE' })])
    expect(await draft()).toEqual(before)
    expect((await papers()).receipts).toEqual([
      expect.objectContaining({ number: 'FORBIDDEN', day: '2026-04-02', amount: 100000, onEarlier: 100000 }),
    ])
  })

  test('a contested part is declared as well, and the court seised is asked for', async () => {
    await open()
    await contest(book.client, 'LATE', 250000)
    const { items, total, warnings } = await draft()
    expect([items[0]?.disputed, total, warnings]).toEqual([250000, 1655356, ['no-officer', 'disputed']])
    expect((await draft({ courtSeised: 'Tribunal de commerce de Lyon, RG 26/0001' })).warnings).toEqual(['no-officer'])
  })

  test('another currency counts at the rate of the judgment', async () => {
    await importItems(book.client, [
      invoice('USD', { issued: '2026-01-10', due: '2026-03-20', amount: '100.00', currency: 'USD' }),
    ])
    await open()
    expect(await refusal(draft())).toEqual({
      code: 'declaration.rate-missing',
      details: { currency: 'USD', day: JUDGMENT },
    })
    await book.client.exchange.setRate({ currency: 'USD', day: '2026-03-01', rate: '0.9' })
    await book.client.exchange.setRate({ currency: 'USD', day: '2026-03-11', rate: '0.5' })
    expect((await draft()).items.find(({ number }) => number === 'USD')).toMatchObject({
      principal: 10000,
      worth: 9000,
      later: true,
    })
  })

  test('a creditor abroad has four months', async () => {
    await book.client.company.update({ ...(await book.client.company.get({})), country: 'BE' })
    await open()
    expect((await draft()).deadline).toMatchObject({ months: 4, on: '2026-07-18', extended: '2026-07-20' })
  })
})

describe('its way', () => {
  test('drawn up, sent, received: the paper is kept, and limitation waits for the end of the procedure', async () => {
    await open()
    expect(await refusalOf(prepare())).toBe('declaration.addressee-missing')
    await officer()
    const prepared = await prepare({ security: 'retention', securityText: 'Article 8 des CGV' })
    expect(prepared).toMatchObject({
      reference: 'DC-2026-0001',
      state: 'prepared',
      total: 1655356,
      items: 4,
      addressee: 'SELARL MJ Synergie',
    })
    const { name, file } = await book.client.documents.get({ id: prepared.documentId })
    expect([name, (await file.text()).slice(0, 5)]).toEqual(['DC-2026-0001-client-c001.pdf', '%PDF-'])
    expect(await codes()).toContainEqual(['declaration', '2026-05-18'])
    expect(await refusalOf(book.client.declarations.recordReceipt({ id: prepared.id, day: TODAY }))).toBe(
      'declaration.not-sent',
    )
    expect(await refusalOf(send(prepared.id, '2026-03-09'))).toBe('declaration.day-invalid')

    expect(await send(prepared.id, TODAY)).toMatchObject({
      state: 'sent',
      sentOn: TODAY,
      late: false,
      channel: 'registered',
    })
    expect(await refusalOf(send(prepared.id, TODAY))).toBe('declaration.sent')
    expect(await codes()).toEqual([])
    const { entries } = await book.client.customers.timeline({ id: (await said()).customerId })
    expect(entries.find(({ kind }) => kind === 'claim_declared')).toMatchObject({
      day: TODAY,
      title: 'DC-2026-0001',
      amount: 1655356,
    })
    expect(
      await book.on('2026-05-09').declarations.recordReceipt({ id: prepared.id, day: '2026-05-08' }),
    ).toMatchObject({ state: 'received', receivedOn: '2026-05-08' })
    const limits = async (on: string) => {
      const { items } = await book.on(on).limitations.ofCustomer(await said())
      return items.find(({ number }) => number === 'LATER')
    }
    expect(await limits(TODAY)).toMatchObject({
      suspended: true,
      cautious: { interruptedBy: { kind: 'declaration', day: TODAY } },
    })
    await book
      .on('2028-06-30')
      .registers.record({ ...(await said()), kind: 'closed', day: '2028-06-01', source: 'Greffe' })
    expect(await limits('2028-06-30')).toMatchObject({ suspended: false, cautious: { day: '2033-06-01' } })
  })

  test('sent after the deadline it is late, and until then relief is what is left', async () => {
    await open()
    await officer()
    const on = '2026-06-01'
    expect(await codes(on)).toEqual([['relief', '2026-09-18']])
    const { id } = await prepare({}, on)
    expect(await send(id, on, on)).toMatchObject({ late: true })
  })

  test('its outcome makes its total; what is contested is answered within thirty days', async () => {
    await open()
    await officer()
    const { id } = await prepare()
    await send(id, TODAY)
    const on = '2026-09-10'
    const outcome = (admitted: number, contested: number, rejected: number) =>
      book.on(on).declarations.recordOutcome({ id, day: on, admitted, contested, rejected, contestedOn: '2026-09-01' })
    expect(await refusal(outcome(1000000, 0, 0))).toEqual({
      code: 'declaration.amounts-differ',
      details: { sum: 1000000, total: 1655356, currency: 'EUR' },
    })
    expect(await outcome(1600000, 55356, 0)).toMatchObject({ state: 'contested', admitted: 1600000 })
    expect(await codes(on)).toEqual([['contestation', '2026-10-01']])
    await book.on(on).declarations.recordAnswer({ id, day: on })
    expect(await codes(on)).toEqual([])
    expect(await outcome(1600000, 0, 55356)).toMatchObject({ state: 'partly' })
    expect(await outcome(1655356, 0, 0)).toMatchObject({ state: 'admitted' })
  })

  test('cancelled, it stays with its reason, and its items are to be declared again', async () => {
    await open()
    await officer()
    const { id } = await prepare()
    await send(id, TODAY)
    expect(await refusalOf(draft())).toBe('declaration.nothing-to-declare')
    await book.client.declarations.cancel({ id, reason: 'Mauvais débiteur' })
    expect((await draft()).total).toBe(1655356)
    expect((await papers()).declarations).toMatchObject([{ state: 'cancelled', cancelledBecause: 'Mauvais débiteur' }])
    expect(await refusalOf(book.client.declarations.cancel({ id, reason: 'Encore' }))).toBe('declaration.cancelled')
    expect((await book.client.limitations.ofCustomer(await said())).items.some(({ suspended }) => suspended)).toBe(
      false,
    )
    expect((await prepare()).reference).toBe('DC-2026-0002')
  })

  test('an invoice found later completes it: only that one, and no receipt counted twice', async () => {
    await open()
    await officer()
    const first = await prepare()
    await importItems(book.client, [invoice('FOUND', { issued: '2026-01-15', due: '2026-02-14', amount: '200.00' })])
    const second = await draft()
    expect(second.items.map(({ number }) => number)).toEqual(['FOUND'])
    expect([second.credits, second.indemnities, first.credits]).toEqual([0, 4000, 15000])
    expect(await refusal(draft({ itemIds: [await itemId(book.client, 'LATE')] }))).toEqual({
      code: 'declaration.item-declared',
      details: { number: 'LATE' },
    })
    expect(await refusalOf(draft({ itemIds: [await itemId(book.client, 'AFTER')] }))).toBe('declaration.item-invalid')
  })
})

describe('who is written to', () => {
  test('a notice names the representative; once entered nothing is suggested', async () => {
    const { customerId: id } = await said()
    const { customer } = await book.client.customers.get({ id })
    await book.client.customers.update({ id, customer: { ...customer, siren: '552100554' } })
    const told = notice({
      id: 'A202600541234',
      siren: '552100554',
      nature: 'Jugement d’ouverture d’une procédure de redressement judiciaire',
      day: JUDGMENT,
      published: PUBLISHED,
      department: '69',
      rest: 'Mandataire judiciaire : SELARL MJ Synergie 15 rue Bonnel 69003 Lyon. Les déclarations de créances sont à adresser dans les deux mois.',
    })
    await checkFiles(book.client, bodacc(told))
    expect((await papers()).suggested).toEqual([
      {
        role: 'representative',
        name: 'SELARL MJ Synergie',
        street: '15 rue Bonnel',
        postalCode: '69003',
        city: 'Lyon',
        country: 'FR',
        email: '',
        reference: '',
      },
    ])
    const { id: noted } = await officer()
    expect(await papers()).toMatchObject({ suggested: [], officers: [{ name: 'SELARL MJ Synergie', city: 'Lyon' }] })
    await book.client.declarations.removeOfficer({ id: noted })
    expect((await papers()).officers).toEqual([])
    expect(await refusalOf(book.client.declarations.removeOfficer({ id: noted }))).toBe('not-found')
  })

  test('turned into a liquidation, the liquidator goes on with what was declared', async () => {
    await open()
    await officer()
    const { id } = await prepare()
    await send(id, TODAY)
    await importItems(book.client, [invoice('FOUND', { issued: '2026-01-15', due: '2026-02-14', amount: '200.00' })])
    await book.client.registers.record({
      ...(await said()),
      kind: 'liquidation',
      stage: 'conversion',
      day: TODAY,
      publishedOn: TODAY,
      source: 'BODACC',
    })
    await officer('liquidator', 'Maître Legrand')
    expect(await papers()).toMatchObject({
      converted: TODAY,
      undeclared: { items: 1, sums: [{ currency: 'EUR', amount: 20000 }] },
    })
    expect((await draft()).officer).toMatchObject({ name: 'Maître Legrand' })
    // The clock of the opening goes on.
    expect((await draft()).deadline?.on).toBe('2026-05-18')
  })
})

test('without a procedure there is nothing to declare', async () => {
  expect(await refusalOf(draft())).toBe('declaration.no-procedure')
  expect(await papers()).toMatchObject({ insolvency: null, judgment: null, undeclared: { items: 0 }, deadlines: [] })
})

test('the book’s deadlines, the most urgent first, with names', async () => {
  await importItems(book.client, [invoice('C2', { issued: '2026-01-10', due: '2026-02-09', customer: 'C002' })])
  await open()
  await book.client.registers.record({
    customerId: await customerId(book.client, 'C002'),
    kind: 'liquidation',
    day: '2026-02-20',
    publishedOn: '2026-03-08',
    source: 'BODACC',
  })
  const told = async (asOf: string) =>
    (await book.client.declarations.deadlines({ asOf })).deadlines.map(
      ({ customerCode, code, on, extended, daysLeft, passed }) => [customerCode, code, on, extended, daysLeft, passed],
    )
  expect(await told('2026-05-06')).toEqual([
    // 8 May is a holiday, and a Saturday and a Sunday follow it.
    ['C002', 'declaration', '2026-05-08', '2026-05-11', 5, false],
    ['C001', 'declaration', '2026-05-18', null, 12, false],
  ])
  expect(await told('2026-10-01')).toEqual([
    ['C002', 'relief', '2026-09-08', null, -23, true],
    ['C001', 'relief', '2026-09-18', null, -13, true],
  ])
})

test('merging two customers moves the papers', async () => {
  await importItems(book.client, [invoice('C2', { issued: '2026-01-10', due: '2026-02-09', customer: 'C002' })])
  await open()
  await officer()
  const { id } = await prepare()
  await send(id, TODAY)
  const keep = await customerId(book.client, 'C002')
  await book.client.customers.merge({ keep, remove: await customerId(book.client, 'C001') })
  expect(await book.client.declarations.ofCustomer({ customerId: keep })).toMatchObject({
    judgment: JUDGMENT,
    officers: [{ name: 'SELARL MJ Synergie' }],
    declarations: [{ reference: 'DC-2026-0001', state: 'sent' }],
    // That of the customer that stays is owed by the same debtor.
    undeclared: { items: 1 },
  })
})
