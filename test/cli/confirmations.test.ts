import { existsSync, readFileSync, statSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invoice, itemsCsv, payment } from '../support/ledger.ts'
import { openFolder } from './encours.ts'

const { encours, file, remove } = openFolder()
afterAll(remove)
const book = 'closing.encours'
const on = ['--today', '2026-01-20', '--json']

beforeAll(async () => {
  await encours('create', book, '--company', 'Fournil Martin')
  file(
    'items.csv',
    itemsCsv([
      invoice('F-1', { customer: 'A', name: 'Alpha', issued: '2025-11-01', due: '2025-12-01', amount: '900.00' }),
      invoice('F-2', { customer: 'B', name: 'Beta', issued: '2025-11-01', due: '2025-12-01', amount: '60.00' }),
      payment('P-1', { customer: 'C', name: 'Gamma', issued: '2025-12-20', amount: '40.00' }),
      payment('P-2', { customer: 'A', name: 'Alpha', issued: '2026-01-05', amount: '900.00', settles: 'F-1' }),
    ]),
  )
  file('slip.pdf', '%PDF-1.4\n%%EOF\n')
  await encours('import', book, 'items.csv')
})

const draw = ['--as-of', '2025-12-31', '--largest', '1', '--random', '1', '--seed', '2025-7']
const round = ['--deadline', '2026-02-15', '--auditor', 'Claire Martin', '--email', 'claire@audit.example']

test('a round: drawn by its seed, issued, answered, listed for the auditor', async () => {
  const drawn = (await encours('confirmations', 'draw', book, ...draw, ...on)).json()
  expect(drawn).toMatchObject({
    asOf: '2025-12-31',
    seed: '2025-7',
    population: [{ currency: 'EUR', accounts: 3, total: '920.00', gross: '1000.00' }],
    customers: [{ customer: 'A', name: 'Alpha', chosenBy: 'largest' }, { chosenBy: 'random' }],
  })
  expect(drawn.customers[0].balances).toEqual([{ currency: 'EUR', total: '900.00' }])

  const issued = (await encours('confirmations', 'run', book, ...draw, ...round, '--out', 'letters', ...on)).json()
  expect(issued).toMatchObject({ run: 1, letters: 2, form: 'positive', seed: '2025-7', drafts: null })
  const names = Object.keys(unzipSync(new Uint8Array(readFileSync(issued.file))))
  expect(names).toEqual(['CS-0001-0001-alpha.pdf', expect.stringMatching(/^CS-0001-0002-/), 'SHA256SUMS.txt'])

  const answer = ['--reference', 'CS-0001-0001', '--outcome', 'differs', '--balance', '0', '--slip', 'slip.pdf']
  const reason = ['--reason', 'payment-in-transit', '--note', 'virement du 30/12']
  const told = await encours('confirmations', 'answer', book, ...answer, ...reason, ...on)
  expect(told.json()).toMatchObject({
    ...{ reference: 'CS-0001-0001', customer: 'A', state: 'differs', answeredOn: '2026-01-20' },
    differences: [{ currency: 'EUR', total: '-900.00' }],
  })

  const list = ['confirmations', 'list', book, '--today', '2026-02-16']
  const listed = (await encours(...list, '--out', 'auditor.xlsx', '--json')).json()
  expect(listed).toMatchObject({ run: 1, counts: { waiting: 1, differs: 1 }, letters: [{}, { late: true }] })
  expect(existsSync(listed.file) && statSync(listed.file).size).toBeGreaterThan(1000)
  const { out } = await encours(...list)
  expect(out).toContain('900.00 EUR  differs  -900.00 EUR')
  expect(out).toMatch(/2 of 3 accounts, 9[46]0\.00 of 1 000\.00 EUR/)
})

test('what is refused, and words that are off', async () => {
  const status = async (...words: string[]) => {
    const { status, json } = await encours('confirmations', ...words, ...on)
    return [status, json().error.code]
  }
  const noAddress = ['--deadline', '2026-02-15', '--auditor', 'Claire Martin', '--out', 'letters']
  expect(await status('run', book, ...draw, ...noAddress)).toEqual([2, 'confirmation.auditor-address'])
  expect(await status('draw', book, '--as-of', '2025-12-31', '--above', 'x')).toEqual([1, 'usage'])
  expect(await status('list', book, '--run', '9')).toEqual([2, 'not-found'])
  expect(await status('answer', book, '--reference', 'CS-0009-0001', '--outcome', 'none')).toEqual([2, 'not-found'])
  expect(await status('answer', book, '--reference', 'x', '--outcome', 'none')).toEqual([1, 'usage'])
})
