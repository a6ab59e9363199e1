import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { contest, customerId, itemId } from '../support/disputes.ts'
import { creditNote, importItems, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-04-01'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  await importItems(book.client, [
    invoice('F-1', { issued: '2026-01-10', due: '2026-02-09', amount: '1000.00' }),
    invoice('F-2', { issued: '2026-02-10', due: '2026-03-12', amount: '400.00' }),
    invoice('F-3', { issued: '2026-02-10', due: '2026-03-12', amount: '300.00', customer: 'C002' }),
    payment('P-1', { issued: '2026-03-01', amount: '250.00', settles: 'F-1' }),
    creditNote('A-1', { issued: '2026-03-05', amount: '80.00' }),
  ])
})
afterEach(() => book.close())

const standing = async (number: string, day = TODAY) => {
  const { items } = await book.on(day).receivables.items({ search: number, show: 'all', asOf: day })
  return items.find((item) => item.number === number)
}
const openOf = async (number: string, day = TODAY) => (await standing(number, day))?.open
const list = async (input: Parameters<TestBook['client']['disputes']['list']>[0] = {}, day = TODAY) =>
  (await book.on(day).disputes.list(input)).disputes.map(({ itemNumber }) => itemNumber)

describe('a customer contests an invoice', () => {
  test('in part: the dispute says how much, why, who looks after it and until when', async () => {
    const dispute = await contest(book.client, 'F-1', 20_000, {
      reason: 'damaged',
      owner: 'Nadia',
      description: '4 palettes mouillées',
    })
    expect(dispute).toMatchObject({
      itemNumber: 'F-1',
      customerCode: 'C001',
      itemAmount: 100_000,
      itemOpen: 75_000,
      amount: 20_000,
      reason: 'damaged',
      openedOn: TODAY,
      openedBy: 'test',
      owner: 'Nadia',
      // 30 days after its opening, as the policy says.
      deadline: '2026-05-01',
      age: 0,
      overdue: false,
      outcome: null,
    })
    const { steps } = await book.client.disputes.get({ id: dispute.id })
    expect(steps).toMatchObject([
      { kind: 'opened', user: 'test', text: '4 palettes mouillées', details: { reason: 'damaged', amount: 20_000 } },
    ])
  })

  test('never above what is open, less what is disputed already', async () => {
    await contest(book.client, 'F-1', 50_000)
    expect(await refusal(contest(book.client, 'F-1', 25_001, { reason: 'price' }))).toEqual({
      code: 'dispute.above-open',
      details: { amount: 25_001, open: 75_000, disputed: 50_000, available: 25_000, currency: 'EUR' },
    })
    await contest(book.client, 'F-1', 25_000, { reason: 'price' })
    expect(await refusalOf(contest(book.client, 'F-1', 1))).toBe('dispute.above-open')
  })

  test('only what is owed can be contested', async () => {
    for (const number of ['P-1', 'A-1'])
      expect(await refusalOf(contest(book.client, number, 100))).toBe('dispute.not-a-claim')
    expect(
      await refusalOf(book.client.disputes.open({ itemId: crypto.randomUUID(), amount: 1, reason: 'price' })),
    ).toBe('not-found')
  })

  test('for a reason of the policy that is still offered', async () => {
    expect(await refusalOf(contest(book.client, 'F-1', 100, { reason: 'moon' }))).toBe('dispute.reason-unknown')
    const old = await contest(book.client, 'F-1', 100, { reason: 'duplicate' })
    const { content } = await book.client.policy.get({})
    const reasons = content.disputeReasons
    expect(
      await refusal(
        book.client.policy.save({
          content: { ...content, disputeReasons: reasons.filter(({ code }) => code !== 'duplicate') },
        }),
      ),
    ).toEqual({ code: 'policy.reason-in-use', details: { codes: ['duplicate'] } })
    const disputeReasons = reasons.map((reason) =>
      reason.code === 'duplicate' ? { ...reason, active: false } : reason,
    )
    await book.client.policy.save({ content: { ...content, disputeReasons } })
    expect(await refusalOf(contest(book.client, 'F-1', 100, { reason: 'duplicate' }))).toBe('dispute.reason-unknown')
    // The dispute that has it may keep it.
    await book.client.disputes.update({ id: old.id, amount: 200, reason: 'duplicate' })
  })

  test('on a day between the invoice and today, with a deadline that follows', async () => {
    expect(await refusalOf(contest(book.client, 'F-1', 100, { openedOn: '2026-01-09' }))).toBe('dispute.day-invalid')
    expect(await refusalOf(contest(book.client, 'F-1', 100, { openedOn: '2026-04-02' }))).toBe('dispute.day-invalid')
    expect(await refusalOf(contest(book.client, 'F-1', 100, { deadline: '2026-03-31' }))).toBe('dispute.day-invalid')
    const dispute = await contest(book.client, 'F-1', 100, { openedOn: '2026-03-02' })
    expect(dispute).toMatchObject({ openedOn: '2026-03-02', deadline: '2026-04-01', age: 30, overdue: false })
    expect((await book.on('2026-04-02').disputes.get({ id: dispute.id })).dispute.overdue).toBe(true)
  })
})

describe('while it lasts', () => {
  test('every change is a step that says what it was before', async () => {
    const { id } = await contest(book.client, 'F-1', 20_000)
    const later = book.on('2026-04-03')
    await later.disputes.addStep({ id, text: 'Photos demandées au transporteur' })
    const changed = { id, reason: 'damaged', amount: 30_000, owner: 'Karim', deadline: '2026-04-20' }
    expect(await later.disputes.update(changed)).toMatchObject({
      amount: 30_000,
      owner: 'Karim',
      deadline: '2026-04-20',
    })
    // What changes nothing leaves no step.
    await later.disputes.update(changed)
    const { steps } = await later.disputes.get({ id })
    expect(steps.map(({ kind, day }) => [kind, day])).toEqual([
      ['opened', '2026-04-01'],
      ['note', '2026-04-03'],
      ['changed', '2026-04-03'],
    ])
    expect(steps[2]?.details).toEqual({
      reason: { before: 'quality', after: 'damaged' },
      amount: { before: 20_000, after: 30_000 },
      owner: { before: '', after: 'Karim' },
      deadline: { before: '2026-05-01', after: '2026-04-20' },
    })
    expect(await refusalOf(later.disputes.update({ ...changed, amount: 75_001 }))).toBe('dispute.above-open')
    expect(await refusalOf(later.disputes.update({ ...changed, deadline: '2026-03-31' }))).toBe('dispute.day-invalid')
    expect(await refusalOf(later.disputes.update({ ...changed, id: crypto.randomUUID() }))).toBe('not-found')
    expect(await refusalOf(later.disputes.addStep({ id: crypto.randomUUID(), text: 'x' }))).toBe('not-found')
  })

  test('a payment below the amount contested leaves the dispute as it was told', async () => {
    const { id } = await contest(book.client, 'F-2', 40_000)
    const paid = book.on('2026-04-05')
    const customer = await customerId(paid, 'C001')
    await paid.payments.receive({
      customerId: customer,
      day: '2026-04-05',
      amount: 10_000,
      currency: 'EUR',
      method: 'transfer',
      allocate: [{ itemId: await itemId(paid, 'F-2'), amount: 10_000 }],
    })
    // Its owner may change although only 300.00 are left of the invoice.
    const row = await paid.disputes.update({ id, reason: 'quality', amount: 40_000, owner: 'Nadia' })
    expect(row).toMatchObject({ amount: 40_000, itemOpen: 30_000 })
  })

  test('an invoice paid in full: the dispute stays until someone concludes, but claims nothing', async () => {
    const { id } = await contest(book.client, 'F-2', 15_000)
    const paid = book.on('2026-04-05')
    await paid.payments.receive({
      customerId: await customerId(paid, 'C001'),
      day: '2026-04-05',
      amount: 40_000,
      currency: 'EUR',
      method: 'transfer',
      allocate: [{ itemId: await itemId(paid, 'F-2'), amount: 40_000 }],
    })
    expect(await list({}, '2026-04-05')).toEqual(['F-2'])
    expect(await standing('F-2', '2026-04-05')).toMatchObject({ open: 0, disputed: 0 })
    // The claim was founded all the same: its credit note stays in the customer’s favour.
    await paid.disputes.close({ id, outcome: 'credit_note', conceded: 15_000, creditNumber: 'AV-77' })
    expect(await openOf('AV-77', '2026-04-05')).toBe(-15_000)
    expect(await openOf('F-2', '2026-04-05')).toBe(0)
  })
})

describe('how it ends', () => {
  test('founded: the credit note is made and matched in one step', async () => {
    const { id } = await contest(book.client, 'F-1', 20_000)
    const closed = await book.on('2026-04-11').disputes.close({
      id,
      outcome: 'credit_note',
      conceded: 20_000,
      conclusion: 'Avaries constatées',
    })
    expect(closed).toMatchObject({
      outcome: 'credit_note',
      closedOn: '2026-04-11',
      closedBy: 'test',
      conceded: 20_000,
      creditNumber: 'AV-2026-1',
      conclusion: 'Avaries constatées',
      age: 10,
    })
    expect(await openOf('F-1', '2026-04-11')).toBe(55_000)
    expect(await openOf('AV-2026-1', '2026-04-11')).toBe(0)
    // As it stood before, whatever was concluded since.
    expect(await openOf('F-1', '2026-04-10')).toBe(75_000)
    expect(await list({ show: 'closed' }, '2026-04-11')).toEqual(['F-1'])
    const { steps } = await book.client.disputes.get({ id })
    expect(steps.at(-1)).toMatchObject({
      kind: 'closed',
      text: 'Avaries constatées',
      details: { outcome: 'credit_note', conceded: 20_000, creditNumber: 'AV-2026-1' },
    })
  })

  test('founded, and the credit note is in the book already: that one is matched', async () => {
    const { id } = await contest(book.client, 'F-2', 10_000)
    const closed = await book.client.disputes.close({
      id,
      outcome: 'credit_note',
      conceded: 8_000,
      creditNumber: 'A-1',
    })
    expect(closed).toMatchObject({
      conceded: 8_000,
      creditNumber: 'A-1',
      creditItemId: await itemId(book.client, 'A-1'),
    })
    expect(await openOf('A-1')).toBe(0)
    expect(await openOf('F-2')).toBe(32_000)
    expect((await book.client.receivables.items({ show: 'all', kind: 'credit_note' })).total).toBe(1)
  })

  test('founded, and the accounting program has matched the credit note already', async () => {
    const { id } = await contest(book.client, 'F-2', 10_000)
    await importItems(book.client, [creditNote('A-2', { issued: '2026-03-20', amount: '60.00', settles: 'F-2' })])
    const close = (conceded: number) =>
      book.client.disputes.close({ id, outcome: 'credit_note', conceded, creditNumber: 'A-2' })
    expect(await refusal(close(6_001))).toEqual({
      code: 'dispute.conceded-invalid',
      details: { conceded: 6_001, number: 'A-2', left: 6_000 },
    })
    expect(await close(6_000)).toMatchObject({ conceded: 6_000, creditNumber: 'A-2', itemOpen: 34_000 })
    // Opened again, what it gave up is used.
    await book.client.disputes.reopen({ id, text: 'encore 10,00 €' })
    expect(await refusalOf(close(1_000))).toBe('dispute.conceded-invalid')
  })

  test('a credit note of another currency is not the one meant', async () => {
    await importItems(book.client, [creditNote('A-USD', { currency: 'USD', amount: '100.00' })])
    const { id } = await contest(book.client, 'F-2', 10_000)
    expect(
      await refusalOf(
        book.client.disputes.close({ id, outcome: 'credit_note', conceded: 8_000, creditNumber: 'A-USD' }),
      ),
    ).toBe('match.other-currency')
    expect(await list()).toEqual(['F-2'])
  })

  test('upheld: the claim stands, whole; settled: part of it may be given up', async () => {
    const first = await contest(book.client, 'F-1', 20_000)
    expect(await book.client.disputes.close({ id: first.id, outcome: 'upheld' })).toMatchObject({
      outcome: 'upheld',
      conceded: 0,
      creditItemId: null,
    })
    expect(await openOf('F-1')).toBe(75_000)
    const second = await contest(book.client, 'F-2', 20_000)
    await book.client.disputes.close({ id: second.id, outcome: 'settled', conceded: 5_000 })
    expect(await openOf('F-2')).toBe(35_000)
  })

  test('what is given up fits the outcome', async () => {
    const { id } = await contest(book.client, 'F-1', 20_000)
    for (const [outcome, conceded] of [
      ['credit_note', 0],
      ['credit_note', 20_001],
      ['settled', 20_001],
      ['upheld', 1],
    ] as const)
      expect(await refusalOf(book.client.disputes.close({ id, outcome, conceded }))).toBe('dispute.conceded-invalid')
    expect(await openOf('F-1')).toBe(75_000)
  })

  test('closed is closed, until it is opened again', async () => {
    const { id } = await contest(book.client, 'F-1', 20_000)
    const told = { id, amount: 20_000, reason: 'quality' }
    expect(await refusalOf(book.client.disputes.reopen({ id, text: 'x' }))).toBe('dispute.open')
    await book.client.disputes.close({ id, outcome: 'settled', conceded: 5_000 })
    expect(await refusalOf(book.client.disputes.close({ id, outcome: 'upheld' }))).toBe('dispute.closed')
    expect(await refusalOf(book.client.disputes.update(told))).toBe('dispute.closed')

    const again = await book.on('2026-04-20').disputes.reopen({ id, text: 'Le client produit un constat' })
    expect(again).toMatchObject({ outcome: null, closedOn: null, amount: 20_000, conceded: 5_000, age: 19 })
    // 50.00 were given up and are contested no more: 150.00 remain, of the 700.00 that are open.
    expect(await standing('F-1', '2026-04-20')).toMatchObject({ open: 70_000, disputed: 15_000 })
    expect(await refusalOf(book.client.disputes.update({ ...told, amount: 5_000 }))).toBe('dispute.conceded-invalid')
    expect(await refusalOf(book.client.disputes.close({ id, outcome: 'credit_note', conceded: 15_001 }))).toBe(
      'dispute.conceded-invalid',
    )
    expect(await book.client.disputes.close({ id, outcome: 'credit_note', conceded: 15_000 })).toMatchObject({
      conceded: 20_000,
      creditNumber: 'AV-2026-2',
    })
    expect(await refusalOf(book.client.disputes.reopen({ id, text: 'x' }))).toBe('dispute.nothing-left')
    for (const call of [
      book.client.disputes.get({ id: crypto.randomUUID() }),
      book.client.disputes.close({ id: crypto.randomUUID(), outcome: 'upheld' }),
      book.client.disputes.reopen({ id: crypto.randomUUID(), text: 'x' }),
    ])
      expect(await refusalOf(call)).toBe('not-found')
  })
})

describe('the list and its figures', () => {
  beforeEach(async () => {
    await contest(book.client, 'F-1', 20_000, { openedOn: '2026-02-20', owner: 'Nadia' })
    await contest(book.client, 'F-2', 10_000, { openedOn: '2026-03-20', owner: 'Karim', reason: 'price' })
    const third = await contest(book.client, 'F-3', 30_000, {
      openedOn: '2026-03-12',
      reason: 'price',
      description: 'tarif 2025',
    })
    await book.on('2026-04-05').disputes.close({ id: third.id, outcome: 'upheld' })
  })

  test('by state, customer, reason, owner and words', async () => {
    const day = '2026-04-05'
    expect(await list({}, day)).toEqual(['F-1', 'F-2'])
    expect(await list({ descending: false }, day)).toEqual(['F-2', 'F-1'])
    expect(await list({ sort: 'amount', show: 'all' }, day)).toEqual(['F-3', 'F-1', 'F-2'])
    expect(await list({ sort: 'deadline', descending: false }, day)).toEqual(['F-1', 'F-2'])
    expect(await list({ sort: 'customer', descending: true, show: 'all' }, day)).toEqual(['F-3', 'F-1', 'F-2'])
    // Opened on 20 February, to be settled by 22 March.
    expect(await list({ show: 'overdue' }, '2026-03-22')).toEqual([])
    expect(await list({ show: 'overdue' }, '2026-03-23')).toEqual(['F-1'])
    expect(await list({ reason: 'price' }, day)).toEqual(['F-2'])
    expect(await list({ owner: 'Nadia' }, day)).toEqual(['F-1'])
    expect(await list({ search: 'tarif', show: 'all' }, day)).toEqual(['F-3'])
    expect(await list({ search: 'c002', show: 'all' }, day)).toEqual(['F-3'])
    expect(await list({ customerId: await customerId(book.client, 'C002'), show: 'all' }, day)).toEqual(['F-3'])
    expect(await list({ itemId: await itemId(book.client, 'F-2') }, day)).toEqual(['F-2'])
    expect((await book.client.disputes.owners({})).owners).toEqual(['Karim', 'Nadia'])
    const page = await book.on(day).disputes.list({ limit: 1 })
    expect([page.total, page.sums]).toEqual([2, [{ currency: 'EUR', amount: 30_000, count: 2 }]])
    expect(await book.on(day).disputes.list({ limit: 1, offset: 1 })).toMatchObject({ total: 2, sums: [] })
  })

  test('age of those open, cycle of those closed, and how they ended', async () => {
    // On 5 April: F-1 open for 44 days; F-2 for 16; F-3 closed after 24, the claim upheld.
    const { reasons } = await book.on('2026-04-05').disputes.figures({ from: '2026-04-01', until: '2026-04-05' })
    expect(reasons).toEqual([
      {
        reason: 'price',
        currency: 'EUR',
        open: 1,
        openAmount: 10_000,
        averageAge: 16,
        closed: 1,
        averageCycle: 24,
        conceded: 0,
        upheldShare: 1,
      },
      {
        reason: 'quality',
        currency: 'EUR',
        open: 1,
        openAmount: 20_000,
        averageAge: 44,
        closed: 0,
        averageCycle: null,
        conceded: 0,
        upheldShare: null,
      },
    ])
    // A period that ended before the closing still has three open.
    const before = await book.client.disputes.figures({ from: '2026-03-01', until: '2026-03-31' })
    expect(before.reasons.map(({ reason, open, closed }) => [reason, open, closed])).toEqual([
      ['price', 2, 0],
      ['quality', 1, 0],
    ])
  })
})
