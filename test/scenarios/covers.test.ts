import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { creditOf } from '../support/credit.ts'
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
