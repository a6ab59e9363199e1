import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sheetNames } from '../../src/main/core/reports/reports.contract.ts'
import { accountOf } from '../support/account.ts'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields, invoice, payment } from '../support/ledger.ts'

const TODAY = '2026-11-22'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const sell = async () => {
  await book.client.customers.create({ ...customerFields('C001'), segment: 'Négoce', salesperson: 'Lucie' })
  await accountOf(book).given(
    invoice('F1', { amount: '1200.00', issued: '2026-07-01', due: '2026-07-31' }),
    invoice('F2', { amount: '600.00', issued: '2026-10-10', due: '2026-11-09' }),
    invoice('F3', { amount: '400.00', issued: '2026-11-05', due: '2026-12-05' }),
    payment('P1', { amount: '500.00', issued: '2026-09-15', settles: 'F1', settledAmount: '500.00' }),
  )
}

/** The texts and figures of every sheet, by its name. */
const read = async (file: Blob): Promise<Map<string, string[][]>> => {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const part = (name: string) => strFromU8(parts[name] as Uint8Array)
  const plain = (text: string) => text.replace(/&amp;/g, '&').replace(/&apos;|&#39;/g, '’')
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>.*?<\/si>/gs)].map(([one]) =>
    plain(one.replace(/<[^>]*>/g, '')),
  )
  const names = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) =>
    plain(name ?? ''),
  )
  return new Map(
    names.map((name, at) => [
      name,
      [...part(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
        [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', cell = '']) => {
          const value = /<v>(.*?)<\/v>/.exec(cell)?.[1] ?? ''
          return attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : value
        }),
      ),
    ]),
  )
}

describe('the report of a month', () => {
  test('is of its last day, and of the working day while it lasts', async () => {
    await sell()
    expect(await book.client.reports.month({ month: '2026-10' })).toEqual({
      month: '2026-10',
      asOf: '2026-10-31',
      currency: 'EUR',
      total: 130_000,
      overdue: 70_000,
      comments: [],
    })
    expect(await book.client.reports.month({ month: '2026-11' })).toMatchObject({
      asOf: TODAY,
      total: 170_000,
      overdue: 130_000,
    })
    const aged = await book.client.receivables.aged({ asOf: '2026-10-31' })
    expect(aged.total.total).toBe(130_000)
    expect(await refusalOf(book.client.reports.month({ month: '2026-12' }))).toBe('input.invalid')
    expect(await refusalOf(book.client.reports.month({ month: '2026-13' }))).toBe('BAD_REQUEST')
  })

  test('is offered from the first month of the ledger on', async () => {
    expect(await book.client.reports.months({})).toEqual({ months: [{ month: '2026-11', comments: 0 }] })
    await sell()
    await book.client.reports.comment({ month: '2026-10', section: 'cover', text: 'Un mois calme' })
    expect(await book.client.reports.months({})).toEqual({
      months: [
        { month: '2026-11', comments: 0 },
        { month: '2026-10', comments: 1 },
        { month: '2026-09', comments: 0 },
        { month: '2026-08', comments: 0 },
        { month: '2026-07', comments: 0 },
      ],
    })
  })

  test('keeps what is said of its sections, with who and when, until it is taken away', async () => {
    await sell()
    const say = (section: 'cover' | 'late', text: string, month = '2026-10') =>
      book.client.reports.comment({ month, section, text })
    await say('late', 'Client C001 relancé')
    await say('cover', 'Un mois calme')
    await say('cover', '  Un mois difficile ')
    expect((await book.client.reports.month({ month: '2026-10' })).comments).toMatchObject([
      { section: 'cover', text: 'Un mois difficile', writtenOn: TODAY },
      { section: 'late', text: 'Client C001 relancé' },
    ])
    expect((await book.client.reports.month({ month: '2026-09' })).comments).toEqual([])
    expect((await say('cover', ' ')).comments).toMatchObject([{ section: 'late' }])
    expect(await refusalOf(say('cover', 'Trop tôt', '2027-01'))).toBe('input.invalid')
  })

  test('is set as pages and as a PDF in either language', async () => {
    await sell()
    await book.client.reports.comment({ month: '2026-10', section: 'figures', text: 'À « suivre » : <b>#' })
    const { pages } = await book.client.reports.preview({ month: '2026-10', language: 'en' })
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) expect(page).toMatch(/^<svg/)
    const { name, file } = await book.client.reports.file({ month: '2026-10', format: 'pdf' })
    expect(name).toBe('rapport-credit-2026-10.pdf')
    expect(await file.slice(0, 5).text()).toBe('%PDF-')
    expect((await book.client.reports.file({ month: '2026-10', format: 'pdf', language: 'en' })).name).toBe(
      'credit-report-2026-10.pdf',
    )
  })

  test('can be made of a book that holds nothing', async () => {
    const { file } = await book.client.reports.file({ month: '2026-11', format: 'pdf' })
    expect(file.size).toBeGreaterThan(1000)
    const sheets = await read((await book.client.reports.file({ month: '2026-11', format: 'xlsx' })).file)
    for (const rows of sheets.values()) expect(rows.flat().join(' ')).not.toMatch(/NaN|Infinity|undefined|null/)
    expect(sheets.get('Chiffres clés')?.find(([figure]) => figure === 'DSO simple')).toEqual([
      'DSO simple',
      'jours',
      'Non calculable, aucune vente sur la période',
    ])
  })
})

describe('sheets', () => {
  test('hold the figures of the screens as figures', async () => {
    await sell()
    const { name, file } = await book.client.reports.sheets({ of: ['breakdowns', 'trend'], by: 'salesperson' })
    expect(name).toBe('chiffres-2026-11-22.xlsx')
    const sheets = await read(file)
    expect([...sheets.keys()]).toEqual(['Par commercial', 'Encours par âge'])
    const [, , header, lucie, total] = sheets.get('Par commercial') ?? []
    expect(header?.slice(0, 4)).toEqual(['Commercial', 'Clients', 'Encours', 'Non échu'])
    expect(lucie?.slice(0, 8)).toEqual(['Lucie', '1', '1700', '400', '600', '0', '0', '700'])
    expect(total?.slice(0, 4)).toEqual(['Total', '1', '1700', '400'])
  })

  test('name countries in full, in the language of the report', async () => {
    await sell()
    const country = async (language: 'fr' | 'en') => {
      const { file } = await book.client.reports.sheets({ of: ['breakdowns'], by: 'country', language })
      return [...(await read(file)).values()][0]?.[3]?.[0]
    }
    await book.client.customers.create({ ...customerFields('C002'), country: 'DE' })
    await accountOf(book).given(invoice('F4', { customer: 'C002', amount: '9000.00' }))
    expect([await country('fr'), await country('en')]).toEqual(['Allemagne', 'Germany'])
  })

  test('are one for every name, each once, also of a day to come', async () => {
    await sell()
    const all = await read((await book.client.reports.sheets({ of: [...sheetNames, 'late'].slice(1) as never })).file)
    expect(all.size).toBeGreaterThanOrEqual(sheetNames.length - 1)
    for (const [, rows] of all) expect(rows.flat().join(' ')).not.toMatch(/NaN|Infinity|undefined/)
    const ahead = await book.client.reports.sheets({ of: [...sheetNames], asOf: '2027-06-30', language: 'en' })
    expect(ahead.name).toBe('figures-2027-06-30.xlsx')
    expect([...(await read(ahead.file)).keys()]).toContain('Origin of bad debts')
  })
})
