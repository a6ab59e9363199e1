import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
let account: ReturnType<typeof accountOf>
let customerId: string
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  account = accountOf(book)
  await account.given(
    invoice('F1', { amount: '1000.00', issued: '2026-08-01', due: '2026-08-31' }),
    payment('P1', { amount: '300.00', issued: '2026-11-10' }),
  )
  customerId = await account.customerId()
})
afterEach(() => book.close())

const charges = () => book.client.charges
const cost = (amount: number, reason = 'sommation de payer', day?: string) =>
  charges().addCost({ customerId, currency: 'EUR', amount, reason, ...(day && { day }) })
const openOf = async (asOf?: string) => {
  const { totals } = await charges().ofCustomer({ customerId, ...(asOf && { asOf }) })
  return totals.reduce((sum, { open }) => sum + open, 0)
}
const paid = async (amount: number, from: string | null = 'P1', day = '2026-11-15') =>
  charges().recordPaid({
    customerId,
    currency: 'EUR',
    day,
    amount,
    creditItemId: from === null ? null : await account.idOf(from),
  })
const control = async (asOf = TODAY) => (await book.client.receivables.aged({ asOf })).control.difference

describe('a recovery cost', () => {
  test('is claimed with its reason and its proof, outside the balance', async () => {
    const before = await book.client.receivables.aged({ asOf: TODAY })
    const bill = new File(['%PDF-1.7 bailiff'], 'huissier.pdf', { type: 'application/pdf' })
    const answer = await charges().addCost({
      customerId,
      currency: 'EUR',
      amount: 7_200,
      reason: 'sommation de payer, Me Durand',
      file: bill,
      fileName: 'huissier.pdf',
      day: '2026-11-02',
    })
    expect(answer.totals).toEqual([
      { currency: 'EUR', kind: 'cost', claimed: 7_200, paid: 0, waived: 0, withdrawn: 0, open: 7_200 },
    ])
    expect(answer.entries).toMatchObject([
      { kind: 'cost', event: 'claimed', by: 'test', day: '2026-11-02', documentName: 'huissier.pdf', stands: true },
    ])
    expect(await book.client.receivables.aged({ asOf: TODAY })).toEqual(before)
    expect(await openOf('2026-11-01')).toBe(0)
  })

  test('not of a day to come, not without a reason, not of another’s invoice', async () => {
    expect(await refusalOf(cost(100, 'frais', '2026-11-23'))).toBe('charges.day-invalid')
    expect(await refusalOf(cost(100, ' '))).toBe('BAD_REQUEST')
    await account.given(invoice('G1', { customer: 'C002' }))
    const itemId = (await accountOf(book, 'C002').item('G1')).id
    expect(
      await refusalOf(charges().addCost({ customerId, currency: 'EUR', amount: 1, reason: 'frais', itemId })),
    ).toBe('not-found')
  })
})

describe('charges given up', () => {
  const waive = (amount: number) =>
    charges().waive({ customerId, currency: 'EUR', lines: [{ kind: 'cost', amount }], reason: 'geste commercial' })

  test('who and why stay; never more than is left, not in pieces either', async () => {
    await cost(5_000)
    expect((await waive(2_000)).totals).toMatchObject([{ claimed: 5_000, waived: 2_000, open: 3_000 }])
    expect(await refusal(waive(3_001))).toEqual({
      code: 'charges.above-open',
      details: { kind: 'cost', amount: 3_001, open: 3_000, currency: 'EUR' },
    })
    const twice = { kind: 'cost' as const, amount: 2_000 }
    expect(
      await refusalOf(charges().waive({ customerId, currency: 'EUR', lines: [twice, twice], reason: 'geste' })),
    ).toBe('charges.above-open')
    const { entries } = await charges().ofCustomer({ customerId })
    expect(entries[0]).toMatchObject({ event: 'waived', amount: 2_000, by: 'test', reason: 'geste commercial' })
  })

  test('by mistake: taken back, once', async () => {
    await cost(5_000)
    const [entry] = (await waive(5_000)).entries
    const entryId = entry?.id ?? ''
    const { totals, entries } = await charges().undo({ entryId, reason: 'erreur de client' })
    expect(totals).toMatchObject([{ waived: 0, open: 5_000 }])
    expect(entries.find(({ id }) => id === entryId)).toMatchObject({ stands: false, undoable: false })
    expect(await refusalOf(charges().undo({ entryId, reason: 'encore' }))).toBe('charges.not-undoable')
    const claimed = entries.find(({ event }) => event === 'claimed')?.id ?? ''
    expect(await refusalOf(charges().undo({ entryId: claimed, reason: 'non' }))).toBe('charges.not-undoable')
  })
})

describe('charges paid from a receipt', () => {
  beforeEach(() => cost(10_000, 'greffe', '2026-11-05'))

  test('take their part of it out of the ledger: what is left pays invoices, ageing never mixes the two', async () => {
    const { totals, receipts } = await paid(10_000)
    expect(totals).toMatchObject([{ paid: 10_000, open: 0 }])
    expect(receipts).toMatchObject([{ number: 'P1', left: 20_000 }])
    expect(await account.open()).toMatchObject({ F1: 100_000, P1: -20_000, 'FP-2026-1': 0 })
    expect(await account.open('2026-11-14')).toMatchObject({ F1: 100_000, P1: -30_000 })
    expect(await control()).toBe(0)
    const { adjustment } = await book.client.payments.detail({ itemId: await account.idOf('FP-2026-1') })
    expect(adjustment).toMatchObject({ reason: 'charges' })
    const { total } = await book.client.receivables.aged({ asOf: TODAY })
    expect(total).toMatchObject({ total: 80_000 })
  })

  test('no more than is left of them, nor of the receipt; no day before it, nor to come', async () => {
    expect(await refusal(paid(10_001))).toMatchObject({ code: 'charges.above-open', details: { open: 10_000 } })
    await cost(90_000, 'avocat', '2026-11-06')
    expect(await refusalOf(paid(30_001))).toBe('match.above-open')
    expect(await refusalOf(paid(100, 'P1', '2026-11-09'))).toBe('match.day-too-early')
    expect(await refusalOf(paid(100, 'P1', '2026-11-23'))).toBe('charges.day-invalid')
    expect(await refusalOf(paid(100, 'F1'))).toBe('payment.not-a-receipt')
    // Before they were claimed.
    expect(await refusalOf(paid(100, null, '2026-11-04'))).toBe('charges.above-open')
    expect(await openOf()).toBe(100_000)
  })

  test('that bounces are owed again, and their debit leaves the ledger with it', async () => {
    await paid(10_000)
    await account.match('F1', 'P1', 20_000)
    const { reopened } = await book.client.payments.bounce({
      itemId: await account.idOf('P1'),
      day: '2026-11-18',
      reason: 'sans provision',
    })
    expect(reopened).toEqual([await account.idOf('F1')])
    expect(await openOf()).toBe(10_000)
    expect(await openOf('2026-11-17')).toBe(0)
    expect(await account.open()).toMatchObject({ F1: 100_000, P1: 0, 'FP-2026-1': 0, 'FP-2026-2': 0 })
    expect(await control()).toBe(0)
    expect(await control('2026-11-17')).toBe(0)
    // Paid again, by another receipt.
    await account.receive('2026-11-20', { amount: 10_000, allocate: 'none' })
    await paid(10_000, 'RG-2026-1', '2026-11-20')
    expect(await openOf()).toBe(0)
    expect(await control()).toBe(0)
  })

  test('a bounce entered by mistake is removed: the receipt stands, its charges are recorded again', async () => {
    await paid(10_000)
    const bounce = await book.client.payments.bounce({ itemId: await account.idOf('P1'), day: '2026-11-18' })
    await book.client.payments.remove({ itemId: bounce.itemId })
    expect(await account.open()).toMatchObject({ P1: -30_000, 'FP-2026-1': 0, 'FP-2026-2': 0 })
    expect(await openOf()).toBe(10_000)
    // Until the bounce the first record stood.
    expect(await refusalOf(paid(10_000, 'P1', '2026-11-17'))).toBe('charges.above-open')
    await paid(10_000, 'P1', '2026-11-18')
    expect(await openOf()).toBe(0)
    expect(await account.open()).toMatchObject({ P1: -20_000 })
  })

  test('taken back among the charges, not by undoing the match', async () => {
    const { entries } = await paid(10_000)
    expect(await refusalOf(account.undo('P1', 'FP-2026-1'))).toBe('match.of-charges')
    await charges().undo({ entryId: entries[0]?.id ?? '', reason: 'mauvais client' })
    expect(await openOf()).toBe(10_000)
    expect(await account.open()).toMatchObject({ P1: -30_000, 'FP-2026-1': 0 })
    expect(await account.open('2026-11-16')).toMatchObject({ P1: -30_000 })
    expect(await control()).toBe(0)
  })

  test('outside the ledger, to a bailiff: nothing moves in it', async () => {
    const before = await account.open()
    expect((await paid(4_000, null)).totals).toMatchObject([{ paid: 4_000, open: 6_000 }])
    expect(await account.open()).toEqual(before)
    expect((await charges().list({})).customers).toMatchObject([
      { customerCode: 'C001', costs: 6_000, open: 6_000, principal: 100_000 },
    ])
    expect((await charges().list({ only: 'nothing-else' })).total).toBe(0)
  })

  test('as the customer said, if it adds up', async () => {
    await cost(5_000, 'huissier', '2026-11-06')
    const itemId = await account.idOf('F1')
    await charges().addCost({ customerId, currency: 'EUR', amount: 1_000, reason: 'frais', itemId, day: '2026-11-06' })
    const say = (amount: number, part: number) =>
      charges().recordPaid({
        customerId,
        currency: 'EUR',
        day: '2026-11-15',
        amount,
        lines: [{ kind: 'cost', itemId, amount: part }],
      })
    expect(await refusal(say(500, 400))).toMatchObject({ code: 'charges.split-differs', details: { split: 400 } })
    await say(1_000, 1_000)
    const { lines } = await charges().ofCustomer({ customerId })
    expect(lines.map(({ itemNumber, open }) => [itemNumber, open])).toEqual([
      [null, 15_000],
      ['F1', 0],
    ])
  })
})

test('the history of the customer tells what was claimed by hand, paid, given up and taken back', async () => {
  await cost(5_000, 'greffe', '2026-11-12')
  await paid(2_000, 'P1', '2026-11-15')
  const lines = [{ kind: 'cost' as const, amount: 1_000 }]
  const { entries } = await charges().waive({ customerId, currency: 'EUR', lines, reason: 'geste' })
  await charges().undo({ entryId: entries[0]?.id ?? '', reason: 'erreur' })
  const { entries: history } = await book.client.customers.timeline({ id: customerId, limit: 50 })
  expect(
    history
      .filter(({ kind }) => kind.startsWith('charge_'))
      .map(({ day, kind, title, amount }) => [day, kind, title, amount]),
  ).toEqual([
    [TODAY, 'charge_undone', 'erreur', 1_000],
    [TODAY, 'charge_waived', 'geste', 1_000],
    ['2026-11-15', 'charge_paid', '', 2_000],
    ['2026-11-12', 'charge_cost', 'greffe', 5_000],
  ])
})

test('an entry is never changed nor deleted, merging customers moves it', async () => {
  await cost(5_000)
  await account.given(invoice('G1', { customer: 'C002' }))
  const keep = await accountOf(book, 'C002').customerId()
  await book.client.customers.merge({ keep, remove: customerId })
  expect((await charges().ofCustomer({ customerId: keep })).totals).toMatchObject([{ open: 5_000 }])
  await book.client.book.close({})
  const sqlite = new Sqlite(book.path)
  expect(() => sqlite.exec('UPDATE charge_entry SET amount = 1')).toThrow('never changed')
  expect(() => sqlite.exec("UPDATE charge_entry SET reason = 'x'")).toThrow('never changed')
  expect(() => sqlite.exec('DELETE FROM charge_entry')).toThrow('never deleted')
  sqlite.close()
})
