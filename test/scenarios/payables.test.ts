import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { payablesOf } from '../../src/main/core/payables/payables.service.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { importFile } from '../support/ledger.ts'
import { queryPlans } from '../support/query-plan.ts'
import { sharedDataMissing, sharedSource, skippedNote } from '../support/shared-data.ts'

const HEADER =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise'

type Posting = [account: string, amount: number, more?: { auxiliary?: string; letter?: string }]

/** One entry of a journal on a day: accounts with what they are debited, in euros; below zero, credited. */
const entry = (journal: string, number: number, day: string, ...postings: Posting[]): string[] =>
  postings.map(([account, amount, { auxiliary = '', letter = '' } = {}]) => {
    const euros = (value: number) => Math.max(value, 0).toFixed(2).replace('.', ',')
    const of = day.replaceAll('-', '')
    const lettered = letter && of
    return [
      [journal, journal === 'AN' ? 'A nouveaux' : journal, number, of, account, account, auxiliary],
      [auxiliary && `Fournisseur ${auxiliary}`, `P-${number}`, of, 'Libellé', euros(amount), euros(-amount)],
      [letter, lettered, of, '', ''],
    ]
      .flat()
      .join('\t')
  })

const fec = (...entries: string[][]): string => [HEADER, ...entries.flat()].join('\r\n')

const bought = (number: number, day: string, supplier: string, amount: number, letter = '') =>
  entry(
    'HA',
    number,
    day,
    ['607000', amount / 1.2],
    ['445660', amount - amount / 1.2],
    ['401100', -amount, { auxiliary: supplier, letter }],
  )
const paid = (number: number, day: string, supplier: string, amount: number, letter = '') =>
  entry('BQ', number, day, ['401100', amount, { auxiliary: supplier, letter }], ['512000', -amount])
const opened = (number: number, day: string, supplier: string, amount: number) =>
  entry('AN', number, day, ['401100', -amount, { auxiliary: supplier }], ['110000', amount])
const sold = (number: number, day: string) => entry('VE', number, day, ['411000', 120], ['707000', -120])

const year2025 = [
  opened(1, '2025-01-01', 'F1', 1000),
  sold(2, '2025-01-02'),
  paid(3, '2025-01-20', 'F1', 1000),
  bought(4, '2025-05-10', 'F1', 1200, 'AA'),
  bought(5, '2025-06-10', 'F2', 600),
  paid(6, '2025-07-10', 'F1', 1200, 'AA'),
  // A bill accepted is still owed; an advance, a fixed asset and an awaited invoice are not.
  entry('OD', 7, '2025-08-01', ['401100', 600, { auxiliary: 'F2' }], ['403000', -600, { auxiliary: 'F2' }]),
  entry('BQ', 8, '2025-08-02', ['409100', 300, { auxiliary: 'F2' }], ['512000', -300]),
  entry('HA', 9, '2025-08-03', ['218300', 2400], ['404000', -2400, { auxiliary: 'F3' }]),
  entry('OD', 10, '2025-12-31', ['607000', 50], ['408100', -50]),
  bought(11, '2025-12-20', 'F1', 240),
]
const year2026 = [
  entry('AN', 1, '2026-01-01', ['401100', -240, { auxiliary: 'F1' }], ['110000', 240]),
  entry('AN', 1, '2026-01-01', ['403000', -600, { auxiliary: 'F2' }], ['110000', 600]),
  sold(2, '2026-01-02'),
  bought(3, '2026-01-15', 'F1', 360),
]

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-01-31' })
})
afterEach(() => book.close())

const figures = (asOf?: string, months = 12) =>
  book.client.payables.figures({ ...(asOf && { asOf }), months, history: 2 })
const owedOn = async (...days: string[]) => Promise.all(days.map(async (asOf) => (await figures(asOf)).owed))

describe('supplier accounts of a ledger', () => {
  test('are read in its import, which says how many lines', async () => {
    const report = await importFile(book.client, fec(...year2025), { name: 'a.txt' })
    expect(report.created).toMatchObject({ customers: 1, invoices: 1, supplierLines: 8 })
    // 404, 408 and 409 are none of them.
    const days = ['2025-01-01', '2025-01-31', '2025-06-30', '2025-07-31', '2025-08-31', '2025-12-31']
    expect(await owedOn(...days)).toEqual([100000, 0, 180000, 60000, 60000, 84000])
    const { purchases, period, dpo } = await figures('2025-12-31')
    expect(purchases).toBe(204000)
    expect(period).toMatchObject({ days: 365 })
    // 840 / 2,040 × 365.
    expect(dpo).toEqual({ value: '150.3', why: null })
    expect((await book.client.imports.history({})).files[0]?.report.created.supplierLines).toBe(8)
  })

  test('a file read again, or a longer one, adds nothing twice and brings the lettering up to date', async () => {
    await importFile(book.client, fec(...year2025.slice(0, 5)), { name: 'a.txt' })
    const unlettered = [...year2025]
    unlettered[3] = bought(4, '2025-05-10', 'F1', 1200)
    const again = await importFile(book.client, fec(...unlettered), { name: 'b.txt' })
    expect(again).toMatchObject({ created: { supplierLines: 4 }, updated: 1 })
    expect(await importFile(book.client, fec(...unlettered), { name: 'c.txt' })).toMatchObject({
      created: { supplierLines: 0 },
      updated: 0,
    })
    expect(await owedOn('2025-06-30', '2025-12-31')).toEqual([180000, 84000])
  })

  test.each([
    ['in their order', [year2025, year2026]],
    ['the later one first', [year2026, year2025]],
  ])('the openings of a year are not added to the year before: %s', async (_, years) => {
    for (const [n, year] of years.entries()) await importFile(book.client, fec(...year), { name: `${n}.txt` })
    expect(await owedOn('2025-12-31', '2026-01-01', '2026-01-31')).toEqual([84000, 84000, 120000])
    expect((await figures()).points.map(({ day, owed, purchases }) => [day, owed, purchases])).toEqual([
      ['2025-11-30', 60000, 0],
      ['2025-12-31', 84000, 24000],
      ['2026-01-31', 120000, 36000],
    ])
    const { total, suppliers } = await book.client.payables.suppliers({})
    expect(total).toBe(2)
    expect(suppliers).toMatchObject([
      { code: 'F1', name: 'Fournisseur F1', owed: 60000, purchases: 180000 },
      { code: 'F2', owed: 60000, purchases: 60000 },
    ])
    expect(await book.client.payables.suppliers({ offset: 40 })).toMatchObject({ total: 2, suppliers: [] })
  })

  test('openings of an export made before the accounts were closed give way to the final ones', async () => {
    await importFile(book.client, fec(opened(1, '2026-01-01', 'F1', 999), opened(1, '2026-01-01', 'F2', 600)), {
      name: 'a.txt',
    })
    expect(await owedOn('2026-01-31')).toEqual([159900])
    const report = await importFile(book.client, fec(...year2026), { name: 'b.txt' })
    expect(report.created.supplierLines).toBe(3)
    expect(await owedOn('2026-01-31')).toEqual([120000])
  })

  test('what calls itself an opening in the middle of the year opens nothing', async () => {
    const late = entry('AN', 99, '2025-09-01', ['401100', -10, { auxiliary: 'F2' }], ['658000', 10])
    await importFile(book.client, fec(...year2025, late), { name: 'a.txt' })
    expect(await owedOn('2025-12-31')).toEqual([85000])
  })

  test('of a ledger that the book holds without them, only they are added', async () => {
    await importFile(book.client, fec(sold(2, '2025-01-02')), { name: 'a.txt' })
    const report = await importFile(book.client, fec(...year2025), { name: 'b.txt' })
    expect(report).toMatchObject({ created: { customers: 0, invoices: 0, supplierLines: 8 }, unchanged: 1 })
  })

  test('a dry run writes nothing', async () => {
    const report = await importFile(book.client, fec(...year2025), { name: 'a.txt', dryRun: true })
    expect(report.created.supplierLines).toBe(8)
    expect((await figures('2025-12-31')).known).toBeNull()
  })
})

describe('what cannot be told says why', () => {
  test('no ledger, none with suppliers', async () => {
    const none = { known: null, owed: null, purchases: 0, dpo: { value: null, why: 'no-suppliers' } }
    expect(await figures()).toMatchObject(none)
    await importFile(book.client, fec(sold(1, '2026-01-02')), { name: 'a.txt' })
    expect(await figures()).toMatchObject(none)
    expect(await book.client.payables.suppliers({})).toMatchObject({ total: 0, suppliers: [] })
  })

  test('days before it and after it; nothing bought; suppliers who owe', async () => {
    await importFile(book.client, fec(...year2025), { name: 'a.txt' })
    const why = async (asOf: string, months?: number) => (await figures(asOf, months)).dpo.why
    expect(await why('1900-01-01')).toBe('history-too-short')
    expect(await why('2025-01-15')).toBe('history-too-short')
    expect(await why('2026-01-01')).toBe('ledger-ends')
    expect(await why('2199-12-31')).toBe('ledger-ends')
    expect(await why('2025-04-30', 1)).toBe('no-purchases')
    await importFile(book.client, fec(paid(90, '2025-11-30', 'F1', 5000)), { name: 'b.txt' })
    expect(await why('2025-12-31')).toBe('credit-balance')
  })
})

test('figures are added up from the index alone', async () => {
  await importFile(book.client, fec(...year2025), { name: 'a.txt' })
  const plans = await queryPlans(book.path, (db) => payablesOf({ db }, '2025-12-31', { months: 12, history: 24 }))
  const read = plans.filter((step) => step.includes('supplier_movement'))
  expect(read.length).toBeGreaterThan(2)
  for (const step of read) expect(step).toContain('USING COVERING INDEX supplier_movement_by_day')
  expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
})

describe.skipIf(sharedDataMissing)(`a real ledger${skippedNote}`, () => {
  test('the supplier accounts of a year add up to what the ledger says', async () => {
    const { name, blob } = await sharedSource('fec/000000000FEC20220831.txt')
    const report = await importFile(book.client, await blob.bytes(), { name })
    expect(report.created.supplierLines).toBe(812)
    const { known, owed, purchases, dpo, points } = await book.client.payables.figures({ asOf: '2022-08-31' })
    expect(known).toEqual({ from: '2021-09-01', until: '2022-08-31' })
    // The balance of its 401 accounts, added up by hand.
    expect(owed).toBe(4381392)
    expect({ purchases, dpo: dpo.value }).toEqual({ purchases: 101721203, dpo: '15.7' })
    expect(points.filter(({ dpo: { value } }) => value !== null)).toHaveLength(12)
    expect(points.at(-2)).toMatchObject({ day: '2022-07-31' })
    const { total, suppliers } = await book.client.payables.suppliers({ asOf: '2022-08-31', limit: 1000 })
    expect(suppliers).toHaveLength(total)
    expect(suppliers.reduce((sum, supplier) => sum + supplier.owed, 0)).toBe(owed)
    expect(suppliers.reduce((sum, supplier) => sum + supplier.purchases, 0)).toBe(purchases)
    expect((await importFile(book.client, await blob.bytes(), { name })).created.supplierLines).toBe(0)
  })
})
