import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal, type TestBook } from '../support/book.ts'
import { invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
let account: ReturnType<typeof accountOf>
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  account = accountOf(book)
})
afterEach(() => book.close())

const euros = (amount: number) => amount.toFixed(2)
const f = (number: string, amount: number, due = '2026-10-31', issued = '2026-10-01') =>
  invoice(number, { amount: euros(amount), issued, due })
const controlOn = async (asOf: string) => (await book.client.receivables.aged({ asOf })).control.difference

describe('a small difference written off', () => {
  beforeEach(async () => {
    await account.given(f('F1', 100), payment('P1', { amount: '20.00', issued: '2026-10-05' }))
    await account.receive('2026-11-01', {
      allocate: [{ itemId: await account.idOf('F1'), amount: 9_700 }],
    })
  })
  const writeOff = async (number: string, amount?: number) =>
    book.client.payments.writeOff({
      itemId: await account.idOf(number),
      day: '2026-11-10',
      note: 'frais de banque',
      ...(amount !== undefined && { amount }),
    })

  test('of a debit, all that is left of it unless told', async () => {
    expect(await writeOff('F1')).toMatchObject({ number: 'EC-2026-1', left: 0, matches: [{ amount: 300 }] })
    expect(await account.open()).toMatchObject({ F1: 0, 'EC-2026-1': 0 })
    expect((await account.item('EC-2026-1')).amount).toBe(-300)
    const { adjustment } = await book.client.payments.detail({ itemId: await account.idOf('EC-2026-1') })
    expect(adjustment).toMatchObject({ reason: 'write_off', note: 'frais de banque', tax: 0 })
    expect(await controlOn(TODAY)).toBe(0)
    expect(await refusal(writeOff('F1'))).toMatchObject({ code: 'payment.nothing-open' })
  })

  test('of a credit: what a customer paid too much', async () => {
    await writeOff('P1', 200)
    expect((await account.item('EC-2026-1')).amount).toBe(200)
    expect((await account.item('P1')).open).toBe(-1_800)
  })

  test('within the limit of the policy, in all', async () => {
    expect(await refusal(writeOff('P1', 501))).toEqual({
      code: 'payment.above-write-off-limit',
      details: { number: 'P1', amount: 501, already: 0, limit: 500, currency: 'EUR' },
    })
    await writeOff('P1', 300)
    // Not in pieces either.
    expect(await refusal(writeOff('P1', 201))).toMatchObject({ details: { already: 300, limit: 500 } })
    await writeOff('P1', 200)
    expect(await refusal(writeOff('F1', 301))).toMatchObject({ code: 'match.above-open' })
  })

  test('undone, it no longer counts', async () => {
    await writeOff('P1', 500)
    await account.undo('P1', 'EC-2026-1')
    await book.client.payments.remove({ itemId: await account.idOf('EC-2026-1') })
    await writeOff('P1', 500)
    expect((await account.item('P1')).open).toBe(-1_500)
  })

  test('keeps the version of the policy it was taken under', async () => {
    await writeOff('P1', 100)
    const { content } = await book.client.policy.get({})
    await book.client.policy.save({ content: { ...content, writeOffLimits: { EUR: 1_000 } } })
    await writeOff('P1', 700)
    const sqlite = new Sqlite(book.path, { readonly: true })
    const versions = sqlite.prepare('SELECT policy_version FROM adjustment ORDER BY item_id').pluck().all()
    sqlite.close()
    expect(versions).toEqual([null, 1])
  })

  test('not at all in a currency without a limit', async () => {
    await account.given(invoice('Y1', { amount: '90', currency: 'JPY', issued: '2026-10-01', due: '2026-10-31' }))
    expect(await refusal(writeOff('Y1', 1))).toMatchObject({ details: { limit: 0, currency: 'JPY' } })
  })
})

describe('an early-payment discount', () => {
  const discount = async (number: string, amount: number, taxRate: string) =>
    book.client.payments.discount({ itemId: await account.idOf(number), day: '2026-11-01', amount, taxRate })

  test('P11: 595 is 495 received and 100 of discount, which takes off 15.97 of VAT', async () => {
    await account.given(f('F1', 595))
    await account.receive('2026-11-01', { amount: 49_500 })
    expect(await discount('F1', 10_000, '19')).toMatchObject({ number: 'ES-2026-1', tax: 1_597, left: 0 })
    expect(await account.open()).toEqual({ F1: 0, 'RG-2026-1': 0, 'ES-2026-1': 0 })
    const { adjustment } = await book.client.payments.detail({ itemId: await account.idOf('ES-2026-1') })
    expect(adjustment).toMatchObject({ reason: 'discount', tax: 1_597, taxRate: '19' })
  })

  test('P12: 119 is 107.10 and 11.90, which takes off 1.90', async () => {
    await account.given(f('F1', 119))
    await account.receive('2026-11-01', { amount: 10_710 })
    expect(await discount('F1', 1_190, '19')).toMatchObject({ tax: 190 })
    expect((await account.item('F1')).open).toBe(0)
  })

  test('is taken off a debt, no more than is open of it', async () => {
    await account.given(f('F1', 100), payment('P1', { amount: '20.00', issued: '2026-10-05' }))
    expect(await refusal(discount('F1', 10_001, '20'))).toMatchObject({ code: 'match.above-open' })
    expect(await refusal(discount('P1', 100, '20'))).toMatchObject({ code: 'payment.not-a-debt' })
    await account.match('F1', 'P1', 2_000)
    await discount('F1', 8_000, '5.5')
    expect(await refusal(discount('F1', 1, '20'))).toMatchObject({ code: 'payment.nothing-open' })
  })
})
