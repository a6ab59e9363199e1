import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLines } from '../support/bank.ts'
import { bankCsv, camt053, cfonb120, mt940, ofx2, qif } from '../support/bank-samples.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { finish, importFile } from '../support/ledger.ts'

const TODAY = '2026-03-10'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

describe('a bank file', () => {
  const lines = [
    { amount: 10_000, text: 'VIR DURAND' },
    { amount: 10_000, text: 'VIR DURAND' },
    { amount: -1_250, text: 'FRAIS DE TENUE DE COMPTE' },
  ]

  test('adds its lines and statement, and says totals and days', async () => {
    const report = await importFile(book.client, camt053({ lines }), { name: 'releve.xml' })
    expect(report).toMatchObject({
      format: 'camt',
      records: 3,
      created: { bankLines: 3, customers: 0, payments: 0 },
      totals: { debit: 1_250, credit: 20_000, currency: 'EUR' },
      period: { from: '2026-03-02', until: '2026-03-02' },
      warnings: [],
    })
    const { statements, lastDay } = await book.client.bank.statements({})
    expect(lastDay).toBe('2026-03-02')
    expect(statements).toMatchObject([{ number: '2026-001', lines: 3, open: 2, difference: 0, format: 'camt' }])
  })

  test('read again changes nothing', async () => {
    await importFile(book.client, camt053({ lines }), { name: 'releve.xml' })
    const again = await importFile(book.client, camt053({ lines }), { name: 'releve-2.xml' })
    expect(again).toMatchObject({ created: { bankLines: 0 }, unchanged: 3 })
    expect((await book.client.bank.statements({})).total).toBe(1)
    expect((await book.client.imports.history({})).files).toHaveLength(1)
  })

  test('that overlaps another adds only what is new; two equal lines of a day stay two', async () => {
    const later = { booked: '2026-03-03', amount: 5_000, text: 'VIR CAFES' }
    await importFile(book.client, camt053({ lines }), { name: 'a.xml' })
    const report = await importFile(book.client, camt053({ number: '2026-002', lines: [...lines, later] }), {
      name: 'b.xml',
    })
    expect(report.created.bankLines).toBe(1)
    expect((await openLines(book.client)).filter(({ amount }) => amount === 10_000)).toHaveLength(2)
  })

  test('that does not add up is taken with a warning that gives the difference', async () => {
    const report = await importFile(book.client, camt053({ closing: 123_456, lines }), { name: 'releve.xml' })
    expect(report.warnings).toMatchObject([
      { code: 'statement-unbalanced', details: { difference: 4_706, currency: 'EUR' } },
    ])
    expect((await book.client.bank.statements({})).statements[0]?.difference).toBe(4_706)
  })

  test('whose opening is not the closing before it says so', async () => {
    await importFile(book.client, camt053({ lines }), { name: 'a.xml' })
    const next = camt053({ number: '2', day: '2026-03-05', opening: 200_000, lines: [{ amount: 100, text: 'x' }] })
    const report = await importFile(book.client, next, { name: 'b.xml' })
    expect(report.warnings).toMatchObject([{ code: 'statement-gap', details: { difference: 81_250, currency: 'EUR' } }])
  })

  test('tried without being taken leaves nothing', async () => {
    const report = await importFile(book.client, camt053({ lines }), { name: 'releve.xml', dryRun: true })
    expect(report.created.bankLines).toBe(3)
    expect((await book.client.bank.statements({})).total).toBe(0)
  })

  test.each([
    ['camt', camt053({ lines })],
    ['cfonb120', cfonb120({ lines })],
    ['mt940', mt940({ lines })],
    ['ofx', ofx2({ lines })],
    ['qif', qif({ lines })],
    // Of a day that reads one way only.
    ['bank-csv', bankCsv({ day: '2026-03-17', lines })],
  ])('is recognised as %s whatever its name', async (format, content) => {
    const found = await book.client.imports.inspect({ name: 'export', file: new File([content], 'export') })
    expect([found.format, found.questions]).toEqual([format, []])
    const report = await importFile(book.client, content, { name: 'export' })
    expect(report).toMatchObject({ format, created: { bankLines: 3 }, totals: { debit: 1_250, credit: 20_000 } })
  })

  test('in CSV needs no name of its own', async () => {
    const file = new File([bankCsv({ lines })], 'x')
    for (const name of ['\ufeff', `${'x'.repeat(200)}.csv`])
      expect((await book.client.imports.inspect({ name, file })).format).toBe('bank-csv')
  })

  test('in CSV is read as the mapping saved for its columns says', async () => {
    const file = new File(['Jour;Quoi;Combien\n02/03/2026;VIR DURAND;100,00\n'], 'banque.csv')
    const mapping = {
      name: 'Ma banque',
      columns: { booked: 'Jour', label: 'Quoi', amount: 'Combien' },
      separator: ';' as const,
    }
    const { lines: read } = await book.client.imports.previewBank({ name: 'banque.csv', file, mapping })
    expect(read).toMatchObject([{ booked: '2026-03-02', amount: 10_000, text: 'VIR DURAND' }])
    const saved = await book.client.imports.saveBankMapping(mapping)
    expect((await book.client.imports.mappings({})).bankMappings).toEqual([saved])
    const { result } = await finish(book.client.imports.run({ name: 'banque.csv', file, bankMapping: saved }))
    expect(result).toMatchObject({ format: 'bank-csv', created: { bankLines: 1 } })
    await book.client.imports.removeMapping({ name: 'Ma banque' })
    expect((await book.client.imports.mappings({})).bankMappings).toEqual([])
  })
})
