import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invoice, itemsCsv } from '../support/ledger.ts'
import { openFolder } from './encours.ts'

const { folder, encours, remove } = openFolder()
const book = 'alpha.encours'
const on = ['--today', '2026-03-01'] as const

beforeAll(async () => {
  await encours('create', book, '--company', 'Alpha')
  writeFileSync(
    join(folder, 'items.csv'),
    itemsCsv([invoice('F-1', { issued: '2026-02-20', due: '2026-03-22', amount: '1000.00' })]),
  )
  await encours('import', book, 'items.csv', ...on)
})
afterAll(remove)

const check = (...words: string[]) => encours('credit', 'check', book, '--customer', 'C001', ...on, ...words)

describe('credit check', () => {
  test('without a limit the order is accepted, and told so', async () => {
    const { status, json } = await check('--amount', '250.50', '--json')
    expect(status).toBe(0)
    expect(json()).toMatchObject({
      verdict: 'accept',
      amount: '250.50',
      limit: null,
      exposure: { total: '1000.00', components: { open: '1000.00', unallocated: '0.00', orders: '0.00' } },
      available: null,
      reasons: [{ code: 'no-limit', liftBy: null }],
    })
  })

  test('above the limit it is refused, with what is missing and who may lift it', async () => {
    const { json: known } = await encours('call', 'customers.byCode', '{"code":"C001"}', '--book', book)
    const limit = { kind: 'internal', customerId: known().id, amount: 120_000, reason: 'Décision' }
    expect((await encours('call', 'limits.set', JSON.stringify(limit), '--book', book, ...on)).status).toBe(0)
    const { status, json } = await check('--amount', '250.50', '--json')
    expect(status).toBe(0)
    expect(json()).toMatchObject({
      verdict: 'refuse',
      limit: '1200.00',
      available: '200.00',
      after: '1250.50',
      reasons: [
        {
          code: 'limit-passed',
          message: 'the order passes the limit of 1200.00 EUR by 50.50 EUR',
          liftBy: 'anyone',
          details: { limit: '1200.00', exposure: '1000.00', over: '50.50' },
        },
      ],
    })
    expect((await check('--amount', '250.50', '--prepaid', '--json')).json().verdict).toBe('accept')
    const { out } = await check('--amount', '250.50')
    expect(out).toContain('REFUSE')
    expect(out).toMatch(/available +200\.00/)
    expect(out).toContain('the order passes the limit of 1200.00 EUR by 50.50 EUR (may be lifted by anyone)')
  })

  test.each(['ten', '-1', '1.005'])('%j is no amount', async (amount) => {
    const { status, err } = await check(`--amount=${amount}`)
    expect([status, err]).toEqual([1, expect.stringContaining('--amount')])
  })

  test('nobody of that code', async () => {
    const { status, json } = await encours('credit', 'check', book, '--customer', 'X', '--amount', '1', '--json')
    expect([status, json().error.code]).toEqual([2, 'not-found'])
  })
})
