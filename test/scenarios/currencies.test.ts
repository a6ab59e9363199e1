import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
let account: ReturnType<typeof accountOf>
const openBook = async (currency: string) => {
  book = await openTestBook({ today: TODAY, currency })
  account = accountOf(book)
}
afterEach(() => book.close())

const setRate = (currency: string, day: string, rate: string) => book.client.exchange.setRate({ currency, day, rate })
const bases = async (asOf = TODAY) =>
  Object.fromEntries((await account.items(asOf)).map(({ number, baseOpen }) => [number, baseOpen]))
const aged = (currency: string, asOf = TODAY) => book.client.receivables.aged({ asOf, currency })
const realised = async (asOf = TODAY) => (await book.client.exchange.revaluation({ asOf })).realised

describe('a company in rupees', () => {
  beforeEach(() => openBook('INR'))

  test('P6: 100 EUR invoiced at 85 and received at 80: matched in full, a difference of −500', async () => {
    await setRate('EUR', '2026-10-01', '85')
    await setRate('EUR', '2026-11-01', '80')
    await account.given(invoice('F1', { amount: '100.00', currency: 'EUR', issued: '2026-10-01', due: '2026-10-31' }))
    const { matches } = await account.receive('2026-11-05', { amount: 10_000, currency: 'EUR' })
    expect(matches).toMatchObject([{ amount: 10_000, exchange: -50_000 }])
    expect(await account.open()).toEqual({ F1: 0, 'RG-2026-1': 0 })
    expect([await realised('2026-11-04'), await realised()]).toEqual([0, -50_000])
    // Undone, the difference is gone.
    await account.undo('F1', 'RG-2026-1')
    expect(await realised()).toBe(0)
    expect(await bases()).toEqual({ F1: 850_000, 'RG-2026-1': -800_000 })
  })

  test('the rate of a receipt stands before the one kept', async () => {
    await setRate('EUR', '2026-10-01', '85')
    await account.given(invoice('F1', { amount: '100.00', currency: 'EUR', issued: '2026-10-01', due: '2026-10-31' }))
    const { matches } = await account.receive('2026-11-05', { amount: 10_000, currency: 'EUR', rate: '86.5' })
    expect(matches).toMatchObject([{ exchange: 15_000 }])
  })
})

describe('a company in euros', () => {
  beforeEach(() => openBook('EUR'))
  const dollars = (number: string, amount: string, issued: string) =>
    invoice(number, { amount, currency: 'USD', issued, due: issued })

  test('A21: 100 USD at 80, a receipt of 100 USD at 75 to come: both currencies are told', async () => {
    await setRate('USD', '2026-11-01', '80')
    await setRate('USD', '2026-11-23', '75')
    await account.given(dollars('F1', '100.00', '2026-11-01'))
    await account.receive('2026-11-23', { amount: 10_000, currency: 'USD' })
    const report = await aged('USD')
    expect(report.total).toMatchObject({ total: 10_000, later: 10_000 })
    expect(report.base).toEqual({ currency: 'EUR', total: 800_000 })
    expect(await account.item('F1', TODAY)).toMatchObject({ open: 10_000, later: 10_000, baseOpen: 800_000 })
    // 8,000 open, 7,500 to come: 500 remain in euros, nothing in dollars.
    const [receipt] = (await account.items()).filter(({ number }) => number === 'RG-2026-1')
    expect(receipt?.amount).toBe(-10_000)
    expect(await realised('2026-11-23')).toBe(-50_000)
  })

  test('a rate at which an amount could not be added up to the cent any more is refused, and nothing is kept', async () => {
    await account.given(dollars('F1', '900000000000.00', '2026-11-01'))
    await expect(refusalOf(setRate('USD', '2026-11-01', '732829320'))).resolves.toBe('exchange.too-large')
    expect((await book.client.exchange.rates({})).rates).toEqual([])
    expect((await account.item('F1', TODAY))?.baseOpen).toBeNull()
  })

  test('A23: 100 USD at 80, revalued at 85: 500 more in euros, the dollars unchanged', async () => {
    await setRate('USD', '2026-10-01', '80')
    await account.given(dollars('F1', '100.00', '2026-10-05'))
    await setRate('USD', '2026-10-31', '85')
    expect(await book.client.exchange.revaluation({ asOf: '2026-10-30' })).toMatchObject({
      lines: [{ rate: '80', rateDay: '2026-10-01', difference: 0 }],
    })
    expect(await book.client.exchange.revaluation({ asOf: '2026-10-31' })).toEqual({
      home: 'EUR',
      lines: [
        {
          currency: 'USD',
          open: 10_000,
          base: 800_000,
          rate: '85',
          rateDay: '2026-10-31',
          revalued: 850_000,
          difference: 50_000,
          withoutRate: 0,
        },
      ],
      realised: 0,
    })
    expect((await account.item('F1', TODAY)).open).toBe(10_000)
  })

  test('what is booked without a rate says so, and takes the first one set for its day', async () => {
    await account.given(dollars('F1', '100.00', '2026-10-05'), dollars('F2', '50.00', '2026-11-05'))
    expect(await bases()).toEqual({ F1: null, F2: null })
    expect((await aged('USD')).base).toBeNull()
    expect((await book.client.exchange.revaluation({ asOf: TODAY })).lines).toEqual([
      {
        currency: 'USD',
        open: 15_000,
        base: null,
        rate: null,
        rateDay: null,
        revalued: null,
        difference: null,
        withoutRate: 2,
      },
    ])
    expect(await setRate('USD', '2026-11-01', '0.9')).toMatchObject({ items: 1 })
    expect(await bases()).toEqual({ F1: null, F2: 4_500 })
    // Until the next one.
    expect(await setRate('USD', '2026-10-01', '0.8')).toMatchObject({ items: 1 })
    expect(await bases()).toEqual({ F1: 8_000, F2: 4_500 })
    // What was booked keeps its rate.
    expect(await setRate('USD', '2026-10-01', '0.7')).toMatchObject({ items: 0 })
    expect(await bases()).toEqual({ F1: 8_000, F2: 4_500 })
    expect((await aged('USD')).base).toEqual({ currency: 'EUR', total: 12_500 })
  })

  test('a rate that comes after the matches values them too, undone ones as well', async () => {
    await account.given(dollars('F1', '100.00', '2026-10-05'))
    await account.receive('2026-10-10', { amount: 3_333, currency: 'USD' })
    await account.undo('F1', 'RG-2026-1')
    await account.match('F1', 'RG-2026-1', 3_000)
    const receipt = await account.receive('2026-11-10', { amount: 2_000, currency: 'USD' })
    await book.client.payments.bounce({ itemId: receipt.itemId, day: '2026-11-12' })
    await account.receive('2026-11-15', { amount: 7_000, currency: 'USD' })
    await setRate('USD', '2026-10-01', '0.8')
    expect(await realised()).toBe(0)
    await setRate('USD', '2026-11-01', '0.9')
    // The receipts of November had taken October's rate already: they keep it.
    expect(await realised()).toBe(0)
    expect(await bases()).toEqual({ F1: 0, 'RG-2026-1': -266, 'RG-2026-2': 0, 'RG-2026-3': 0, 'RJ-2026-1': 0 })
    expect((await aged('USD')).base).toEqual({ currency: 'EUR', total: -266 })
  })

  test('the last part takes what rounding left, so that nothing of a settled item stays', async () => {
    await setRate('USD', '2026-10-01', '0.8333')
    await account.given(dollars('F1', '100.00', '2026-10-05'))
    for (const amount of [3_333, 3_333, 3_334]) await account.receive('2026-10-20', { amount, currency: 'USD' })
    expect(await bases()).toEqual({ F1: 0, 'RG-2026-1': 0, 'RG-2026-2': 0, 'RG-2026-3': 0 })
    // 83.33 invoiced, 27.77 + 27.77 + 27.78 received at the same rate, each rounded on its own.
    expect(await realised()).toBe(-1)
  })

  test('a settlement read from a file brings its difference', async () => {
    await setRate('USD', '2026-10-01', '0.80')
    await setRate('USD', '2026-11-01', '0.90')
    await account.given(
      dollars('F1', '100.00', '2026-10-05'),
      payment('P1', { amount: '60.00', currency: 'USD', issued: '2026-11-03', settles: 'F1' }),
    )
    expect(await bases()).toEqual({ F1: 3_200, P1: 0 })
    expect(await realised()).toBe(600)
  })

  test('a discount, a write-off or a set-off is worth what its day says', async () => {
    await setRate('USD', '2026-10-01', '0.80')
    await setRate('USD', '2026-11-01', '0.90')
    await account.given(dollars('F1', '100.00', '2026-10-05'))
    const itemId = await account.idOf('F1')
    await book.client.payments.discount({ itemId, day: '2026-11-02', amount: 1_000 })
    await book.client.payments.writeOff({ itemId, day: '2026-11-02', amount: 100 })
    expect(await realised()).toBe(110)
    expect(await bases()).toMatchObject({ F1: 7_120, 'ES-2026-1': 0, 'EC-2026-1': 0 })
  })

  test('a receipt that came back takes its own worth with it: no difference stays', async () => {
    await setRate('USD', '2026-10-01', '0.80')
    await setRate('USD', '2026-11-01', '0.90')
    await account.given(dollars('F1', '100.00', '2026-10-05'))
    const { itemId } = await account.receive('2026-11-02', { amount: 10_000, currency: 'USD' })
    expect(await realised()).toBe(1_000)
    await book.client.payments.bounce({ itemId, day: '2026-11-10' })
    expect([await realised('2026-11-09'), await realised()]).toEqual([1_000, 0])
    expect(await bases()).toMatchObject({ F1: 8_000 })
  })

  test('each currency has its own balance; one is never paid with another', async () => {
    await account.given(
      invoice('F1', { amount: '100.00', issued: '2026-10-05', due: '2026-10-05' }),
      dollars('F2', '100.00', '2026-10-05'),
    )
    await account.receive('2026-10-20', { amount: 15_000, currency: 'USD' })
    expect(await account.open()).toEqual({ F1: 10_000, F2: 0, 'RG-2026-1': -5_000 })
    expect((await aged('EUR')).base).toBeNull()
    expect([(await aged('EUR')).total.total, (await aged('USD')).total.total]).toEqual([10_000, -5_000])
    await book.client.payments.allocateOldest({ customerId: await account.customerId() })
    expect(await account.open()).toEqual({ F1: 10_000, F2: 0, 'RG-2026-1': -5_000 })
  })

  test('rates are kept by day, replaced and removed; the company’s own currency has none', async () => {
    await setRate('USD', '2026-10-01', '0.8')
    await book.client.exchange.setRate({ currency: 'USD', day: '2026-10-01', rate: '0.81', source: 'BCE' })
    await setRate('GBP', '2026-10-02', '1.15')
    expect(await book.client.exchange.rates({})).toEqual({
      home: 'EUR',
      rates: [
        { currency: 'GBP', day: '2026-10-02', rate: '1.15', source: '' },
        { currency: 'USD', day: '2026-10-01', rate: '0.81', source: 'BCE' },
      ],
    })
    await book.client.exchange.removeRate({ currency: 'GBP', day: '2026-10-02' })
    expect((await book.client.exchange.rates({ currency: 'GBP' })).rates).toEqual([])
    const again = book.client.exchange.removeRate({ currency: 'GBP', day: '2026-10-02' })
    expect(await refusalOf(again)).toBe('not-found')
    expect(await refusal(setRate('EUR', '2026-10-01', '1'))).toEqual({
      code: 'exchange.home-currency',
      details: { currency: 'EUR' },
    })
    for (const rate of ['0', '-1', 'abc', '']) expect(await refusalOf(setRate('USD', TODAY, rate))).toBe('BAD_REQUEST')
    await account.given(invoice('F1', { amount: '100.00', issued: '2026-10-05', due: '2026-10-05' }))
    expect(await refusalOf(account.receive(TODAY, { amount: 100, rate: '1.2' }))).toBe('exchange.rate-needless')
  })
})
