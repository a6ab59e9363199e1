import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields, invoice } from '../support/ledger.ts'

// Days of grace: five, as the policy is shipped.
const TODAY = '2026-06-01'
const NOBODY = '01a201f8-c1d9-7a84-9cb8-dc072221ab98'

let book: TestBook
let account: ReturnType<typeof accountOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  account = accountOf(book)
  await account.given(
    invoice('F1', { amount: '200.00', issued: '2026-03-01', due: '2026-03-31' }),
    invoice('F2', { amount: '100.00', issued: '2026-04-01', due: '2026-04-30' }),
    invoice('F3', { amount: '50.00', issued: '2026-05-01', due: '2026-05-31' }),
  )
})
afterEach(() => book.close())

type Instalments = { due: string; amount: number }[]
const MONTHLY: Instalments = ['2026-07-01', '2026-08-01', '2026-09-01'].map((due) => ({ due, amount: 10_000 }))
const idsOf = (...numbers: string[]) => Promise.all(numbers.map((number) => account.idOf(number)))

const agree = async (instalments = MONTHLY, numbers = ['F1', 'F2'], agreedOn = TODAY) =>
  book.client.instalments.create({
    customerId: await account.customerId(),
    itemIds: await idsOf(...numbers),
    agreedOn,
    instalments,
    note: 'téléphone, Mme Roy',
  })
const onDay = async (day: string, id: string) => book.on(day).instalments.get({ id })
const pay = (day: string, amount: number) => account.receive(day, { amount })

describe('a plan over two invoices', () => {
  test('says what was agreed, and how it stands', async () => {
    const plan = await agree()
    expect(plan).toMatchObject({
      customerCode: 'C001',
      currency: 'EUR',
      agreedOn: TODAY,
      createdBy: 'test',
      note: 'téléphone, Mme Roy',
      state: 'running',
      brokenOn: '2026-07-07',
      nextDue: '2026-07-01',
      total: 30_000,
      paid: 0,
      open: 30_000,
      items: [
        { number: 'F1', covered: 20_000, open: 20_000 },
        { number: 'F2', covered: 10_000, open: 10_000 },
      ],
    })
    expect(plan.instalments.map(({ due, amount, paid }) => [due, amount, paid])).toEqual([
      ['2026-07-01', 10_000, 0],
      ['2026-08-01', 10_000, 0],
      ['2026-09-01', 10_000, 0],
    ])
  })

  test('is followed by what is paid on its items, whichever of them it was, the earliest instalment first', async () => {
    const { id } = await agree()
    await pay('2026-06-20', 14_000)
    const plan = await onDay('2026-07-01', id)
    expect(plan).toMatchObject({ state: 'running', paid: 14_000, open: 16_000, nextDue: '2026-08-01' })
    expect(plan.instalments.map(({ paid, open }) => [paid, open])).toEqual([
      [10_000, 0],
      [4_000, 6_000],
      [0, 10_000],
    ])
    await pay('2026-07-20', 16_000)
    expect(await onDay('2026-07-20', id)).toMatchObject({ state: 'kept', brokenOn: null, nextDue: null, open: 0 })
  })

  test('is late the day after an instalment, broken when the days of grace are over', async () => {
    const { id } = await agree()
    const states = await Promise.all(
      ['2026-07-01', '2026-07-02', '2026-07-06', '2026-07-07'].map(async (day) => (await onDay(day, id)).state),
    )
    expect(states).toEqual(['running', 'late', 'late', 'broken'])
  })

  test('counts a payment that came back as never made', async () => {
    const { id } = await agree()
    const { itemId } = await pay('2026-06-30', 10_000)
    await book.client.payments.bounce({ itemId, day: '2026-07-10', reason: 'impayé' })
    expect((await onDay('2026-07-09', id)).state).toBe('running')
    expect(await onDay('2026-07-10', id)).toMatchObject({ state: 'broken', brokenOn: '2026-07-10', paid: 0 })
  })

  test('what is paid, credited or written off counts; what was open before does not', async () => {
    await pay('2026-05-15', 5_000)
    const { id, total } = await agree([{ due: '2026-07-01', amount: 25_000 }])
    expect(total).toBe(25_000)
    const itemId = await account.idOf('F2')
    await book.client.payments.writeOff({ itemId, day: '2026-06-10', amount: 300 })
    expect((await onDay('2026-06-10', id)).paid).toBe(300)
  })

  test('keeps to the grace that the policy gives', async () => {
    const { id } = await agree()
    const { content } = await book.client.policy.get({})
    await book.client.policy.save({ content: { ...content, instalmentGraceDays: 0 } })
    expect((await onDay('2026-07-02', id)).state).toBe('broken')
  })

  test('marks its items while it is kept, and reminders of them wait', async () => {
    const planned = async (asOf: string) =>
      (await book.on(asOf).receivables.items({ asOf, sort: 'number' })).items.map(({ number, planned: is }) => [
        number,
        is,
      ])
    await agree()
    expect(await planned('2026-05-31')).toEqual([
      ['F1', false],
      ['F2', false],
      ['F3', false],
    ])
    expect(await planned('2026-07-03')).toEqual([
      ['F1', true],
      ['F2', true],
      ['F3', false],
    ])
    expect((await planned('2026-07-07')).map(([, is]) => is)).toEqual([false, false, false])
    const waiting = (await book.on('2026-07-03').dunning.propose({ asOf: '2026-07-03' })).skipped
    expect(waiting.map(({ number }) => number)).toEqual(expect.arrayContaining(['F1', 'F2']))
    const reminded = (await book.on('2026-07-08').dunning.propose({ asOf: '2026-07-08' })).letters
    expect(reminded.flatMap(({ items }) => items.map(({ number }) => number))).toEqual(
      expect.arrayContaining(['F1', 'F2', 'F3']),
    )
  })
})

describe('a plan is ended', () => {
  test('with the reason; what was paid stays paid', async () => {
    const { id } = await agree()
    await pay('2026-06-05', 10_000)
    const ended = await book.on('2026-06-10').instalments.cancel({ id, reason: 'Réglé en totalité par le groupe' })
    expect(ended).toMatchObject({
      state: 'cancelled',
      cancelledOn: '2026-06-10',
      cancelReason: 'Réglé en totalité par le groupe',
      paid: 10_000,
    })
    // As of a day before, it was running.
    expect(await onDay('2026-06-09', id)).toMatchObject({ state: 'running', cancelledOn: null, cancelReason: '' })
    const again = book.on('2026-06-11').instalments.cancel({ id, reason: 'encore' })
    expect(await refusalOf(again)).toBe('instalments.ended')
  })

  test('current plans are listed, all of them when asked', async () => {
    const { id } = await agree(MONTHLY)
    const other = await agree([{ due: '2026-07-01', amount: 5_000 }], ['F3'])
    await book.client.instalments.cancel({ id, reason: 'annulé' })
    const list = async (show: 'current' | 'all') =>
      (await book.client.instalments.list({ customerId: await account.customerId(), show })).plans.map(
        (plan) => plan.id,
      )
    expect(await list('current')).toEqual([other.id])
    expect((await list('all')).toSorted()).toEqual([id, other.id].toSorted())
    expect(await refusalOf(book.client.instalments.get({ id: NOBODY }))).toBe('not-found')
  })
})

describe('a plan is refused', () => {
  test.each<[string, Instalments]>([
    ['instalments.sum-differs', [{ due: '2026-07-01', amount: 29_999 }]],
    ['instalments.days-invalid', [{ due: '2026-05-31', amount: 30_000 }]],
    [
      'instalments.days-invalid',
      [
        { due: '2026-08-01', amount: 15_000 },
        { due: '2026-07-01', amount: 15_000 },
      ],
    ],
  ])('%s', async (code, instalments) => {
    expect(await refusalOf(agree(instalments))).toBe(code)
    expect((await book.client.instalments.list({ show: 'all' })).plans).toEqual([])
  })

  test('with the numbers when the sum is off', async () => {
    expect(await refusal(agree([{ due: '2026-07-01', amount: 1 }]))).toEqual({
      code: 'instalments.sum-differs',
      details: { sum: 1, open: 30_000, currency: 'EUR' },
    })
  })

  test('for what is paid, someone else’s, in another currency or unknown', async () => {
    await book.client.customers.create(customerFields('C002'))
    await account.given(
      invoice('F4', { amount: '10.00', issued: '2026-05-01', due: '2026-05-31', currency: 'USD' }),
      invoice('G1', { amount: '10.00', issued: '2026-05-01', due: '2026-05-31', customer: 'C002' }),
    )
    const refusing = async (numbers: string[], amount: number) =>
      refusal(agree([{ due: '2026-07-01', amount }], numbers))
    expect(await refusing(['F3', 'F4'], 6_000)).toEqual({
      code: 'instalments.item-invalid',
      details: { number: 'F4' },
    })
    await account.receive('2026-05-31', { allocate: [{ itemId: await account.idOf('F3'), amount: 5_000 }] })
    expect(await refusing(['F3'], 5_000)).toMatchObject({ code: 'instalments.item-invalid' })
    expect(await refusing(['RG-2026-1'], 5_000)).toMatchObject({ code: 'instalments.item-invalid' })
    const [stranger] = (await book.client.receivables.items({ search: 'G1' })).items
    const customerId = await account.customerId()
    const plan = { customerId, agreedOn: TODAY, instalments: [{ due: '2026-07-01', amount: 1_000 }] }
    const ofStranger = book.client.instalments.create({ ...plan, itemIds: [stranger?.id ?? ''] })
    expect(await refusalOf(ofStranger)).toBe('instalments.item-invalid')
    expect(await refusalOf(book.client.instalments.create({ ...plan, itemIds: [NOBODY] }))).toBe('not-found')
  })

  test('for an invoice of a plan that is not ended', async () => {
    const { id } = await agree()
    const second = () => agree([{ due: '2026-07-01', amount: 15_000 }], ['F2', 'F3'])
    expect(await refusal(second())).toMatchObject({ code: 'instalments.item-covered', details: { number: 'F2' } })
    await book.client.instalments.cancel({ id, reason: 'renégocié' })
    expect((await second()).state).toBe('running')
  })
})

test('a suggestion splits what is open evenly, the cents in the last', async () => {
  const itemIds = await idsOf('F1', 'F2')
  await pay('2026-05-20', 20_001)
  const input = { itemIds: itemIds.slice(1), count: 3, first: '2026-06-30' }
  expect(await book.client.instalments.suggest(input)).toEqual({
    total: 9_999,
    currency: 'EUR',
    instalments: [
      { due: '2026-06-30', amount: 3_333 },
      { due: '2026-07-30', amount: 3_333 },
      { due: '2026-08-30', amount: 3_333 },
    ],
  })
  const weekly = await book.client.instalments.suggest({ ...input, count: 2, every: 'week' })
  expect(weekly.instalments).toEqual([
    { due: '2026-06-30', amount: 4_999 },
    { due: '2026-07-07', amount: 5_000 },
  ])
  expect(await refusalOf(book.client.instalments.suggest({ ...input, itemIds }))).toBe('instalments.item-invalid')
})

describe('the agreement of a plan', () => {
  const signed = { name: 'accord.pdf', file: new File(['%PDF-1.4 signé'], 'accord.pdf') }

  test('is shown before it is issued, kept with its SHA-256, and made again without losing the first', async () => {
    const { id, letter } = await agree()
    expect(letter).toBeNull()
    const { pages } = await book.client.instalments.letterPreview({ id, missed: 'instalment', interest: 'waived' })
    expect(pages.length).toBeGreaterThan(0)
    const issued = await book.client.instalments.letter({ id })
    expect(issued).toMatchObject({ reference: 'AE-2026-1', name: 'AE-2026-1-client-c001.pdf' })
    expect((await onDay(TODAY, id)).letter).toMatchObject({
      documentId: issued.documentId,
      sha256: issued.sha256,
      on: TODAY,
      missed: 'whole',
      interest: 'kept',
    })
    const again = await book.client.instalments.letter({ id, interest: 'waived' })
    expect((await onDay(TODAY, id)).letter).toMatchObject({ reference: 'AE-2026-2', interest: 'waived' })
    expect(again.sha256).not.toBe(issued.sha256)
    expect((await book.client.documents.get({ id: issued.documentId })).sha256).toBe(issued.sha256)
  })

  test('comes back signed from its day on, never before it was issued nor in the future', async () => {
    const { id } = await agree()
    expect(await refusalOf(book.client.instalments.signed({ id, day: TODAY, ...signed }))).toBe('instalments.no-letter')
    await book.client.instalments.letter({ id })
    for (const day of ['2026-05-31', '2026-06-02'])
      expect(await refusal(book.client.instalments.signed({ id, day, ...signed }))).toMatchObject({
        code: 'instalments.signed-day',
        details: { issued: TODAY, day },
      })
    expect(await book.on('2026-06-08').instalments.signed({ id, day: '2026-06-05', ...signed })).toMatchObject({
      signedOn: '2026-06-05',
      documentName: 'accord.pdf',
    })
  })

  test('is not made of a plan that has ended', async () => {
    const { id } = await agree()
    await book.client.instalments.cancel({ id, reason: 'erreur' })
    expect(await refusalOf(book.client.instalments.letterPreview({ id }))).toBe('instalments.ended')
    expect(await refusalOf(book.client.instalments.letter({ id }))).toBe('instalments.ended')
  })

  test('leaves as a draft for the customer’s address', async () => {
    const { id } = await agree()
    const { documentId } = await book.client.instalments.letter({ id })
    expect(await refusal(book.client.mail.agreement({ documentId }))).toMatchObject({
      code: 'mail.no-address',
      details: { name: 'Client C001' },
    })
    const { customer } = await book.client.customers.get({ id: await account.customerId() })
    const { createdAt, updatedAt, id: customerId, ...fields } = customer
    await book.client.customers.update({
      id: customerId,
      customer: {
        ...fields,
        contacts: [{ name: 'Mme Roy', role: '', email: 'roy@client.example', phone: '', dunning: true }],
      },
    })
    await book.client.mail.saveSettings({
      settings: { ...(await book.client.mail.settings({})).settings, from: 'compta@martin.example' },
      password: null,
    })
    const { name, file } = await book.client.mail.agreement({ documentId })
    expect(name).toBe('AE-2026-1.eml')
    const text = await file.text()
    expect(text).toMatch(/^X-Unsent: 1$/m)
    expect(text).toContain('roy@client.example')
    expect(text).toContain('AE-2026-1-client-c001.pdf')
  })
})
