import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invoice, itemsCsv, payment } from '../support/ledger.ts'
import { openFolder } from './encours.ts'

const { encours, file, folder, remove } = openFolder()
afterAll(remove)
const book = 'statement.encours'

beforeAll(async () => {
  await encours('create', book, '--company', 'Fournil Martin')
  file(
    'items.csv',
    itemsCsv([
      invoice('F-1', { name: 'Alpha', issued: '2026-01-01', due: '2026-01-31', amount: '100.00' }),
      payment('P-1', { name: 'Alpha', issued: '2026-02-20', amount: '55.50' }),
    ]),
  )
  await encours('import', book, 'items.csv')
})

const statement = (...more: string[]) => encours('statement', book, '--customer', 'C001', '--json', ...more)

test('a statement is written whole, with its hash and its total; a file that is there stays', async () => {
  const { status, json } = await statement('--as-of', '2026-02-28', '--out', 'alpha.pdf')
  expect(status).toBe(0)
  const first = json()
  expect(first).toMatchObject({ file: join(folder, 'alpha.pdf'), total: '44.50', currency: 'EUR' })
  const bytes = readFileSync(first.file)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(first.sha256)
  const again = await statement('--as-of', '2026-02-19', '--out', 'alpha.pdf', '--kind', 'movements')
  expect(again.json()).toMatchObject({ file: join(folder, 'alpha (2).pdf'), total: '100.00' })
})

test('in a folder it gets its own name; a customer that is none and days the wrong way round are refused', async () => {
  mkdirSync(join(folder, 'out'))
  const { json } = await statement('--as-of', '2026-02-28', '--out', 'out', '--language', 'de')
  expect(json().file).toBe(join(folder, 'out', 'KA-20260228-C001-alpha.pdf'))
  const wrong = await statement(
    '--as-of',
    '2026-02-28',
    '--out',
    'x.pdf',
    '--kind',
    'movements',
    '--from',
    '2026-03-01',
  )
  expect([wrong.status, wrong.json().error.code]).toEqual([2, 'statement.days-invalid'])
  const nobody = await encours(
    'statement',
    book,
    '--customer',
    'C9',
    '--as-of',
    '2026-02-28',
    '--out',
    'x.pdf',
    '--json',
  )
  expect([nobody.status, nobody.json().error.code]).toEqual([2, 'not-found'])
})

test('statements of all customers are made together: a ZIP, and drafts of those with an address', async () => {
  const many = (...more: string[]) => encours('statements', book, '--out', 'many', '--json', ...more)
  const { status, json } = await many('--as-of', '2026-02-28', '--drafts')
  expect(status).toBe(0)
  expect(json()).toMatchObject({
    run: 1,
    statements: 1,
    file: join(folder, 'many', 'releves-2026-02-28-001.zip'),
    drafts: null,
    withoutAddress: ['C001'],
    totals: [{ currency: 'EUR', total: '44.50', overdue: '100.00' }],
  })
  expect(Object.keys(unzipSync(new Uint8Array(readFileSync(json().file)))).sort()).toEqual([
    'RC-20260228-C001-alpha.pdf',
    'SHA256SUMS.txt',
  ])
  const none = await many('--as-of', '2025-12-31')
  expect([none.status, none.json().error.code]).toEqual([2, 'statement.none'])
})
