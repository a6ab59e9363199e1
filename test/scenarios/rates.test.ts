import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusal, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const on = (day = TODAY) => book.on(day).rates
const tableOf = async (key: string, day = TODAY) => {
  const { series } = await on(day).list({})
  const found = series.find((one) => one.key === key)
  if (!found) throw new Error(`no series ${key}`)
  return found
}
const rateOf = async (key: string, semester: string, day = TODAY) =>
  (await tableOf(key, day)).values.find((value) => value.semester === semester)

const ecb = 'BCE, décision du 17 décembre 2026'

describe('the tables shipped', () => {
  test('stand with mark, source and day of review; nothing is missing today, the half-year to come is named', async () => {
    const fr = await tableOf('FR')
    expect(fr).toMatchObject({ own: false, regime: true, currency: 'EUR', missing: [], next: '2027-S1' })
    expect(fr.values[0]).toMatchObject({ semester: '2026-S2', rate: '12.40', mark: 'confirmed', by: null })
    expect(fr.reviewedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect((await tableOf('FR-legal')).regime).toBe(false)
  })

  test('a half-year that is missing is named as soon as it has begun', async () => {
    expect((await tableOf('FR', '2027-01-01')).missing).toEqual(['2027-S1'])
    expect((await tableOf('FR-legal', '2027-07-01')).missing).toEqual(['2027-S1', '2027-S2'])
  })
})

describe('a value added', () => {
  test('counts from then on, with its source and who added it', async () => {
    await on('2027-01-04').addValue({ series: 'FR', semester: '2027-S1', rate: '12.4', source: ecb })
    expect(await rateOf('FR', '2027-S1', '2027-01-04')).toEqual({
      semester: '2027-S1',
      rate: '12.40',
      mark: 'own',
      note: null,
      source: ecb,
      reviewedOn: '2027-01-04',
      by: 'test',
      replaces: null,
    })
    expect((await tableOf('FR', '2027-01-04')).missing).toEqual([])
  })

  test('does not take the place of a confirmed one, nor of one’s own, unless it says so', async () => {
    const value = { series: 'FR', semester: '2026-S2', rate: '12.65', source: 'Banque de France' }
    expect(await refusal(on().addValue(value))).toMatchObject({
      code: 'rates.value-there',
      details: { semester: '2026-S2', rate: '12.40' },
    })
    await on().addValue({ ...value, corrects: true })
    expect(await rateOf('FR', '2026-S2')).toMatchObject({ rate: '12.65', replaces: '12.40', mark: 'own' })
    expect(await refusalOf(on().addValue({ ...value, rate: '12.70' }))).toBe('rates.value-there')
    await on().addValue({ ...value, rate: '12.70', corrects: true })
    expect(await rateOf('FR', '2026-S2')).toMatchObject({ rate: '12.70', replaces: '12.65' })
  })

  test('takes the place of a value that was only worked out', async () => {
    expect(await rateOf('IT', '2026-S2')).toMatchObject({ mark: 'computed' })
    await on().addValue({ series: 'IT', semester: '2026-S2', rate: '10.40', source: 'Gazzetta Ufficiale' })
    expect(await rateOf('IT', '2026-S2')).toMatchObject({ mark: 'own', source: 'Gazzetta Ufficiale' })
  })

  test.each([
    ['no half-year', { semester: '2026-S3' }, 'BAD_REQUEST'],
    ['a rate below zero', { rate: '-1' }, 'BAD_REQUEST'],
    ['no source', { source: ' ' }, 'BAD_REQUEST'],
    ['a half-year before the law', { semester: '2008-S2' }, 'rates.semester-outside'],
    ['a half-year nobody can know yet', { semester: '2027-S2' }, 'rates.semester-outside'],
    ['an unknown series', { series: 'XX' }, 'not-found'],
  ])('%s is refused', async (_, wrong, code) => {
    const value = { series: 'FR', semester: '2027-S1', rate: '12.40', source: ecb }
    expect(await refusalOf(on().addValue({ ...value, ...wrong }))).toBe(code)
    expect(await rateOf('FR', '2027-S1')).toBeUndefined()
  })

  test('is never deleted, nor changed', async () => {
    await on().addValue({ series: 'FR', semester: '2027-S1', rate: '12.40', source: ecb })
    const sqlite = new Sqlite(book.path)
    expect(() => sqlite.exec("UPDATE rate_value SET rate = '1'")).toThrow('never changed')
    expect(() => sqlite.exec('DELETE FROM rate_value')).toThrow('never deleted')
    sqlite.close()
  })
})

describe('a series of one’s own', () => {
  const series = {
    key: 'CH-CO',
    label: 'Suisse : CO art. 104',
    currency: 'CHF',
    follows: 'semester' as const,
    from: '2026-01-01',
    source: 'CO art. 104 al. 1',
    indemnity: 0,
  }

  test('is offered with its values, and names what it lacks', async () => {
    await on().addSeries(series)
    expect(await tableOf('CH-CO')).toMatchObject({ own: true, missing: ['2026-S1', '2026-S2'], customers: 0 })
    await on().addValue({ series: 'CH-CO', semester: '2026-S1', rate: '5', source: 'CO art. 104 al. 1' })
    expect((await tableOf('CH-CO')).missing).toEqual(['2026-S2'])
    expect(await refusalOf(on().addSeries({ ...series, key: 'ch-co' }))).toBe('rates.key-used')
    expect(await refusalOf(on().addSeries({ ...series, key: 'FR' }))).toBe('rates.key-used')
  })

  test('becomes the regime of a customer; while it is, it is not retired', async () => {
    await on().addSeries(series)
    const { id } = await book.client.customers.create(customerFields('C1', { lateRegime: 'CH-CO' }))
    expect((await book.client.customers.get({ id })).customer.lateRegime).toBe('CH-CO')
    expect(await refusal(on().retire({ key: 'CH-CO' }))).toEqual({
      code: 'rates.in-use',
      details: { key: 'CH-CO', customers: 1 },
    })
    await book.client.customers.update({ id, customer: customerFields('C1') })
    await on().retire({ key: 'CH-CO' })
    expect((await tableOf('CH-CO')).retiredOn).toBe(TODAY)
    expect(await refusalOf(on().retire({ key: 'FR' }))).toBe('rates.shipped')
  })

  test('a regime the book does not know is refused', async () => {
    const customer = customerFields('C1', { lateRegime: 'ZZ' })
    expect(await refusalOf(book.client.customers.create(customer))).toBe('interest.country-unknown')
    // The legal rate bounds contracts; nobody owes it.
    expect(await refusalOf(book.client.customers.create({ ...customer, lateRegime: 'FR-legal' }))).toBe(
      'interest.country-unknown',
    )
  })
})
