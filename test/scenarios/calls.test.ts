import { RPCHandler } from '@orpc/server/fetch'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, type TestBook } from '../support/book.ts'
import { customerFields, finish, invoice, itemsCsv } from '../support/ledger.ts'

const TODAY = '2026-01-31'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const count = async () => (await book.client.customers.list({})).total
const calls = async () =>
  (await book.client.audit.list({})).entries.map(({ call }) => call).filter((call) => call !== 'book.create')

/** Spoils the open book from outside, so that a call meets what it cannot expect. */
const dropTable = (name: string) =>
  book.outside((sqlite) => {
    sqlite.pragma('foreign_keys = OFF')
    sqlite.exec(`DROP TABLE ${name}`)
  })

/** As a page sends a call: the status and the text of the answer. */
const post = async (path: string, input: unknown) => {
  const handler = new RPCHandler(book.program.router)
  const { response } = await handler.handle(
    new Request(`http://localhost/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ json: input }),
    }),
    { context: { today: TODAY, now: `${TODAY}T12:00:00.000Z`, user: 'test', session: 'test' } },
  )
  return { status: response?.status ?? 404, text: (await response?.text()) ?? '' }
}

describe('what a page is told', () => {
  test('a refusal travels with its code and details', async () => {
    const { status, text } = await post('customers/byCode', { code: 'C9' })
    expect(status).toBe(422)
    expect(JSON.parse(text)).toMatchObject({ json: { code: 'not-found', data: { code: 'C9' } } })
  })

  test('an error nobody expected says nothing of the inside', async () => {
    dropTable('saved_view')
    const { status, text } = await post('views/list', { screen: 'items' })
    expect(status).toBe(500)
    expect(JSON.parse(text)).toMatchObject({
      json: { code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' },
    })
    for (const inside of ['saved_view', 'Sqlite', 'SELECT', book.folder, '.ts']) expect(text).not.toContain(inside)
  })

  test.each<[string, unknown]>([
    ['customers/list', { limit: 0 }],
    ['customers/list', { limit: 1001 }],
    ['customers/list', { offset: -1 }],
    ['customers/list', { show: 'everyone' }],
    ['customers/list', { search: 5 }],
    ['customers/get', { id: 'C001' }],
    ['customers/create', { name: 'without the rest' }],
    ['receivables/aged', { asOf: '31/12/2026' }],
    ['receivables/aged', { asOf: '2026-02-30' }],
    ['receivables/aged', { asOf: "2026-01-01' OR 1=1 --" }],
    ['receivables/aged', { asOf: TODAY, currency: 'eur' }],
    ['receivables/aged', {}],
    ['receivables/aged', null],
    ['dunning/markSent', { runId: 1 }],
    ['imports/run', { name: 'a.csv', file: 'not a file' }],
  ])('%s with %j is refused before anything is done, and says where', async (path, input) => {
    const { status, text } = await post(path, input)
    expect(status).toBe(400)
    const { json } = JSON.parse(text)
    expect(json.code).toBe('BAD_REQUEST')
    expect(json.data.issues.length).toBeGreaterThan(0)
    expect(await calls()).toEqual([])
  })

  test('a call that does not exist is not found', async () => {
    expect(await post('customers/destroy', {})).toMatchObject({ status: 404 })
  })
})

describe('a command is whole or not at all', () => {
  test('what succeeds is written and recorded, by whom, on which day; reading leaves no trace', async () => {
    await book.client.customers.create(customerFields('C1'))
    await book.client.customers.list({})
    await book.client.book.current({})
    const { total, entries } = await book.client.audit.list({ call: 'customers' })
    expect(total).toBe(1)
    expect(entries).toMatchObject([
      { at: `${TODAY}T12:00:00.000Z`, today: TODAY, user: 'test', call: 'customers.create' },
    ])
    expect(await calls()).toEqual(['customers.create'])
  })

  test('a refusal after a write takes the write back', async () => {
    const { id: customerId } = await book.client.customers.create(customerFields('C1'))
    const until = '2026-01-30'
    expect(await refusalOf(book.client.dunning.hold({ customerId, reason: 'x', until }))).toBe('input.invalid')
    expect((await book.on('2026-01-01').dunning.holds({})).holds).toEqual([])
    expect(await calls()).toEqual(['customers.create'])
  })

  test('so does an error nobody expected', async () => {
    dropTable('customer_event')
    await expect(book.client.customers.create(customerFields('C1'))).rejects.toThrow('customer_event')
    expect(await count()).toBe(0)
    expect(await calls()).toEqual([])
    // The next command is not held up by it.
    await book.client.views.save({ screen: 'items', name: 'mine', params: {} })
    expect(await calls()).toEqual(['views.save'])
  })
})

describe('several calls at once', () => {
  test('commands run one after another: of equal codes one wins, and none is lost', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => refusalOf(book.client.customers.create(customerFields(`C${i % 10}`)))),
    )
    expect(outcomes.toSorted()).toEqual([...Array(10).fill('customer.code-used'), ...Array(10).fill('none')])
    expect(await count()).toBe(10)
    expect(await calls()).toHaveLength(10)
  })

  const bigFile = () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => invoice(`F${i}`, { customer: `C${i % 500}` }))
    return new File([itemsCsv(lines)], 'items.csv')
  }

  test('while a job runs, reading answers at once from before it, and commands wait for its end', async () => {
    await book.client.customers.create(customerFields('before'))
    const job = await book.client.imports.run({ name: 'items.csv', file: bigFile() })
    expect((await job.next()).done).toBe(false)
    let waited = true
    const command = book.client.customers.create(customerFields('after')).then(() => {
      waited = false
    })
    expect(await count()).toBe(1)
    expect((await book.client.receivables.aged({ asOf: TODAY })).rows).toEqual([])
    expect(waited).toBe(true)
    const { result } = await finish(Promise.resolve(job))
    expect(result.created).toMatchObject({ customers: 500, invoices: 20_000 })
    await command
    expect(await count()).toBe(502)
    expect(await calls()).toEqual(['customers.create', 'imports.run', 'customers.create'])
  })

  test('a job that is left, or cancelled, writes nothing, and the next command goes through', async () => {
    const left = await book.client.imports.run({ name: 'items.csv', file: bigFile() })
    await left.next()
    await left.return?.(undefined as never)
    expect(await count()).toBe(0)

    const controller = new AbortController()
    const cancelled = await book.client.imports.run(
      { name: 'items.csv', file: bigFile() },
      { signal: controller.signal },
    )
    await cancelled.next()
    controller.abort()
    await expect(finish(Promise.resolve(cancelled))).rejects.toThrow()
    expect(await count()).toBe(0)
    expect(await calls()).toEqual([])
    await book.client.customers.create(customerFields('C1'))
    expect(await count()).toBe(1)
  })

  test('closing the book under a job leaves the book as it was before the job', async () => {
    await book.client.customers.create(customerFields('before'))
    const job = await book.client.imports.run({ name: 'items.csv', file: bigFile() })
    await job.next()
    await book.client.book.close({})
    expect(await refusalOf(finish(Promise.resolve(job)))).toBe('cancelled')
    await book.client.book.open({ path: book.path })
    expect(await count()).toBe(1)
    await book.client.customers.create(customerFields('C1'))
    expect(await count()).toBe(2)
  })
})
