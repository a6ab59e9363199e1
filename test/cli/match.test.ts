import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bankCsv, camt053, mt940 } from '../support/bank-samples.ts'
import { facturX } from '../support/einvoice-samples.ts'
import { invoice, itemsCsv } from '../support/ledger.ts'
import { openFolder, type Reply } from './encours.ts'

const { encours, file, folder, remove } = openFolder()
afterAll(remove)

const book = 'bank.encours'
const alpha = { customer: 'C001', name: 'Alpha Distribution' }
const beta = { customer: 'C002', name: 'Bêta Matériaux' }

beforeAll(async () => {
  await encours('create', book, '--company', 'Fournil Martin')
  file(
    'items.csv',
    itemsCsv([
      invoice('FA2026-0178', { ...alpha, issued: '2026-01-05', due: '2026-02-04', amount: '1000.00' }),
      invoice('FA2026-0190', { ...beta, issued: '2026-01-12', due: '2026-02-11', amount: '250.50' }),
    ]),
  )
  await encours('import', book, 'items.csv')
  file(
    'releve.xml',
    camt053({
      lines: [
        { amount: 100_000, text: 'VIR ALPHA FA2026-0178' },
        { amount: 25_050, text: 'VIR BETA MATERIAUX' },
        { amount: -1_250, text: 'FRAIS' },
      ],
    }),
  )
  file(
    'mars.sta',
    mt940({ number: '2', day: '2026-03-17', opening: 223_800, lines: [{ amount: 777, text: 'VIREMENT' }] }),
  )
})

describe('bank statements at the command line', () => {
  test('are read by the several, each known by its content', async () => {
    const { status, json } = await encours('import', book, 'releve.xml', 'mars.sta', '--json')
    expect(status).toBe(0)
    expect(json()).toMatchObject([
      {
        file: 'releve.xml',
        format: 'camt',
        records: 3,
        created: { bankLines: 3 },
        totals: { debit: '12.50', credit: '1250.50' },
      },
      { file: 'mars.sta', format: 'mt940', records: 1, created: { bankLines: 1 }, warnings: [] },
    ])
  })

  test('give lines that wait with their candidates', async () => {
    const { status, json } = await encours('match', book, '--json')
    expect(status).toBe(0)
    const { lines } = json()
    expect(lines.map((line: Reply) => [line.date, line.amount, line.text, line.state])).toEqual([
      ['2026-03-02', '1000.00', 'VIR ALPHA FA2026-0178', 'open'],
      ['2026-03-02', '250.50', 'VIR BETA MATERIAUX', 'open'],
      ['2026-03-17', '7.77', 'VIREMENT', 'open'],
    ])
    expect(lines[0].proposals).toMatchObject([
      {
        customer: 'C001',
        score: 0.99,
        ready: true,
        items: [{ number: 'FA2026-0178', amount: '1000.00', open: '1000.00' }],
      },
    ])
    expect(lines[0].proposals[0].reasons[0]).toEqual({ code: 'number', detail: 'FA2026-0178' })
    expect(lines[1].proposals[0]).toMatchObject({ customer: 'C002', score: 0.95, ready: false })
    expect(lines[2].proposals).toEqual([])
  })

  test('are settled where nothing has to be looked at', async () => {
    const { status, json, err } = await encours('match', book, '--accept-ready', '--json')
    expect([status, err]).toEqual([0, '1 lines settled, 2 receipts wait.\n'])
    expect(json().lines.map((line: Reply) => [line.amount, line.state])).toEqual([
      ['1000.00', 'matched'],
      ['250.50', 'open'],
      ['7.77', 'open'],
    ])
    expect(json().lines[0].payments).toMatchObject([{ customer: 'Alpha Distribution', amount: '1000.00' }])
    const { items } = (await encours('items', book, '--json')).json()
    expect(items.map((item: Reply) => [item.number, item.open])).toEqual([['FA2026-0190', '250.50']])
  })

  test('are a table for people', async () => {
    const { out } = await encours('match', book)
    expect(out).toContain('Bêta Matériaux')
    expect(out).toContain('name, amount-exact')
  })

  test('in CSV are read under a mapping given as a file', async () => {
    file(
      'banque.csv',
      bankCsv({ day: '2026-04-17', lines: [{ amount: 4_200, text: 'VIR GAMMA' }] }).replace('Date;', 'Quand;'),
    )
    file(
      'mapping.json',
      JSON.stringify({
        name: 'banque',
        columns: { booked: 'Quand', label: 'Libellé', debit: 'Débit euros', credit: 'Crédit euros' },
      }),
    )
    const { status, json } = await encours(
      'import',
      book,
      'banque.csv',
      '--format',
      'csv',
      '--mapping',
      'mapping.json',
      '--json',
    )
    expect(status).toBe(0)
    expect(json()).toMatchObject([{ format: 'bank-csv', created: { bankLines: 1 }, totals: { credit: '42.00' } }])
  })

  test('that are malformed are refused with the line, and nothing of them stays', async () => {
    file('faux.xml', camt053({ lines: [{ amount: 100, text: 'x' }] }).replace('>1.00<', '>un euro<'))
    const { status, json } = await encours('import', book, 'faux.xml', '--json')
    expect(status).toBe(2)
    expect(json().error).toMatchObject({ code: 'import.lines-refused', details: { rejected: [{ reason: 'amount' }] } })
  })
})

test('a folder of electronic invoices is read whole at the command line', async () => {
  mkdirSync(join(folder, 'factures'))
  file('factures/F2.pdf', await facturX({ number: 'F2' }))
  file('factures/F1.pdf', await facturX({ number: 'F1' }))
  const { status, json } = await encours('import', book, 'factures', '--json')
  expect(status).toBe(0)
  expect(json()).toMatchObject([
    { file: 'F1.pdf', format: 'einvoice', records: 1, created: { invoices: 1, customers: 1 } },
    { file: 'F2.pdf', created: { invoices: 1, customers: 0 } },
  ])
})
