import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, type TestBook } from '../support/book.ts'
import { customerId } from '../support/disputes.ts'
import { level, planOf, putPlan } from '../support/dunning.ts'
import { importItems, invoice, payment } from '../support/ledger.ts'

const JUDGMENT = '2026-03-10'
const PUBLISHED = '2026-03-18'
const TODAY = '2026-05-05'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
  await importItems(book.client, [
    invoice('BEFORE', { issued: '2026-01-10', due: '2026-02-09', amount: '1000.00' }),
    // Of the day of the judgment, which takes effect at its first hour: born after it.
    invoice('THAT-DAY', { issued: JUDGMENT, due: '2026-04-09', amount: '400.00' }),
    invoice('OTHER', { issued: '2026-01-10', due: '2026-02-09', amount: '70.00', customer: 'C002' }),
  ])
  await putPlan(book.client, planOf([], { levels: [level(1, 1, { claimsInterest: true, claimsIndemnity: true })] }))
})
afterEach(() => book.close())

const tell = async (kind: 'receivership' | 'closed' | 'closed_short', day: string, publishedOn: string, on = TODAY) =>
  book.on(on).registers.record({
    customerId: await customerId(book.client, 'C001'),
    kind,
    day,
    publishedOn,
    source: 'BODACC',
  })
const proposed = async (asOf = TODAY) => {
  const { letters, skipped } = await book.on(asOf).dunning.propose({ asOf })
  return {
    letters: letters.map(({ customerCode, items }) => [customerCode, items.map(({ number }) => number)]),
    skipped: skipped.map(({ number, reason, until }) => [number, reason, until]),
    items: letters.flatMap(({ items }) => items),
  }
}

describe('a customer falls into receivership', () => {
  test('what was invoiced before the judgment is in no letter, what came after stays claimed', async () => {
    await tell('receivership', JUDGMENT, PUBLISHED)
    const { letters, skipped } = await proposed()
    expect(letters).toEqual([
      ['C001', ['THAT-DAY']],
      ['C002', ['OTHER']],
    ])
    expect(skipped).toEqual([['BEFORE', 'insolvent', null]])
  })

  test('nothing changes for a day on which nobody could know', async () => {
    await tell('receivership', JUDGMENT, PUBLISHED)
    expect((await proposed('2026-03-17')).letters).toEqual([
      ['C001', ['BEFORE']],
      ['C002', ['OTHER']],
    ])
    expect((await proposed(PUBLISHED)).skipped).toEqual([['BEFORE', 'insolvent', null]])
  })

  test('the procedure is the reason, before a hold, an exclusion or a credit', async () => {
    await tell('receivership', JUDGMENT, PUBLISHED)
    const id = await customerId(book.client, 'C001')
    await book.client.dunning.hold({ customerId: id, reason: 'Promesse', until: '2026-06-30' })
    expect((await proposed()).skipped).toEqual([
      ['BEFORE', 'insolvent', null],
      ['THAT-DAY', 'on-hold', '2026-07-01'],
    ])
    await importItems(book.client, [payment('ADVANCE', { issued: '2026-05-01', amount: '450.00' })])
    // It covers what is claimed; what is declared does not make it too small.
    expect((await proposed()).skipped).toEqual([
      ['BEFORE', 'insolvent', null],
      ['THAT-DAY', 'covered-by-credits', null],
    ])
  })

  test('what is open is parted by the judgment, and adds up to the balance', async () => {
    const id = await customerId(book.client, 'C001')
    expect((await book.client.registers.ofCustomer({ customerId: id })).claims).toBeNull()
    await tell('receivership', JUDGMENT, PUBLISHED)
    await importItems(book.client, [payment('P-1', { issued: '2026-04-20', amount: '150.00' })])
    expect((await book.client.registers.ofCustomer({ customerId: id })).claims).toEqual({
      judgment: JUDGMENT,
      before: [{ currency: 'EUR', amount: 100_000 }],
      after: [{ currency: 'EUR', amount: 25_000 }],
    })
    const { positions } = await book.client.customers.get({ id })
    expect(positions).toMatchObject([{ balance: 125_000 }])
  })

  test('over, what is left is claimed again; its interest stopped the day before the judgment', async () => {
    await tell('receivership', JUDGMENT, PUBLISHED)
    await tell('closed', '2026-08-01', '2026-08-05', '2026-08-10')
    const { items } = await proposed('2026-08-10')
    const until = (day: string) => book.client.interest.calculate({ amount: 100_000, due: '2026-02-09', until: day })
    const stopped = (await until('2026-03-09')).interest
    expect(items.find(({ number }) => number === 'BEFORE')?.interest).toBe(stopped)
    expect(stopped).toBeLessThan((await until('2026-03-10')).interest)
    const later = items.find(({ number }) => number === 'THAT-DAY')
    expect(later?.interest).toBe(
      (await book.client.interest.calculate({ amount: 40_000, due: '2026-04-09', until: '2026-08-10' })).interest,
    )
  })

  test('closed for want of assets, nothing of before is claimed again', async () => {
    await tell('receivership', JUDGMENT, PUBLISHED)
    await tell('closed_short', '2026-08-01', '2026-08-05', '2026-08-10')
    expect((await proposed('2026-08-10')).skipped).toEqual([['BEFORE', 'insolvent', null]])
  })
})
