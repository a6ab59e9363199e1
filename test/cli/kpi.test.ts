import { afterAll, beforeAll, expect, test } from 'vitest'
import { invoice, itemsCsv, payment } from '../support/ledger.ts'
import { openFolder } from './encours.ts'

const { encours, file, remove } = openFolder()
afterAll(remove)
const book = 'kpi.encours'

beforeAll(async () => {
  await encours('create', book, '--company', 'Fournil Martin')
  file(
    'items.csv',
    itemsCsv([
      invoice('F-1', { issued: '2025-01-01', due: '2025-01-31', amount: '900.00' }),
      payment('P-1', { issued: '2025-02-10', amount: '900.00', settles: 'F-1' }),
      invoice('F-2', { issued: '2026-01-10', due: '2026-02-10', amount: '100.00' }),
      invoice('F-3', { issued: '2026-03-10', due: '2026-04-10', amount: '265.00' }),
    ]),
  )
  await encours('import', book, 'items.csv')
})

test('key figures of a day; what cannot be told is null, with its reason', async () => {
  const { status, json } = await encours('kpi', book, '--as-of', '2026-03-31', '--history', '2', '--json')
  expect(status).toBe(0)
  expect(json()).toMatchObject({
    receivables: '365.00',
    sales: '365.00',
    dso: { simple: '365.0', true: null },
    bpdso: '265.0',
    add: '100.0',
    overdueRatio: '27.40',
    costOfLatePayment: { amount: '1.37', financingRate: '5' },
    badDebtRatio: '0.00',
    dpo: null,
    promisesKept: { amount: null, count: null, due: 0 },
    limitUse: { percent: null, overLimit: 0, accounts: 0 },
    recoveryByLevel: [],
    why: { dsoTrue: 'nothing-paid', dpo: 'no-suppliers', limitUse: 'no-limits', firstReminder: 'no-reminders' },
  })
  const { history } = json()
  expect(history.map(({ day, receivables }: { day: string; receivables: string }) => [day, receivables])).toEqual([
    ['2026-01-31', '100.00'],
    ['2026-02-28', '100.00'],
    ['2026-03-31', '365.00'],
  ])
})

test('for people it is a table; a number of months that is none is refused', async () => {
  const { out } = await encours('kpi', book, '--as-of', '2026-03-31')
  expect(out).toMatch(/DSO, days +365\.0/)
  expect(out).toContain('not computable (nothing-paid)')
  const wrong = await encours('kpi', book, '--as-of', '2026-03-31', '--months', 'x', '--json')
  expect([wrong.status, wrong.json().error.code]).toEqual([2, 'input.invalid'])
})
