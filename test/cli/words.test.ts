import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../src/main/core/contract.ts'
import { TEST_IBAN } from '../support/book.ts'
import { openFolder } from './encours.ts'

const { folder, encours, file, remove } = openFolder()
const book = 'alpha.encours'

beforeAll(async () => {
  mkdirSync(join(folder, 'empty'))
  await encours('create', book, '--company', 'Alpha')
})
afterAll(remove)

describe('status 1: the words are off', () => {
  test.each([
    [[], 'a command is missing'],
    [['nonsense'], 'unknown command'],
    [['aged', book], '--as-of'],
    [['aged', book, '--as-of', '2026-01-31', '--basis', 'moon'], 'Allowed choices are due, issued'],
    [['aged', book, '--as-of', '2026-01-31', '--colour'], 'unknown option'],
    [['create', 'new.encours'], '--company'],
    [['import', book], 'missing required argument'],
    [['import', book, 'x.csv', '--format', 'edifact'], 'Allowed choices'],
    [['dunning'], 'a command is missing'],
    [['call', 'customers.find', '{"search":""}'], '--book'],
    [['call', 'customers.nothing', '{}', '--book', book], 'no call customers.nothing'],
    [['call', 'book.recent', '{'], 'not JSON'],
    [['serve', book, '--port', 'many'], 'not a port'],
    [['serve', book, '--close-after', 'soon'], 'not a number of seconds'],
    [['help', 'nonsense'], 'no command or call'],
    // A later version of the program may know these; this one does not pretend to.
    [['forecast', book, '--as-of', '2026-01-31'], 'unknown command'],
  ])('%j', async (words, sentence) => {
    const asked = words.length > 1
    const { status, out, err } = await encours(...words, ...(asked ? ['--json'] : []))
    expect(status).toBe(1)
    expect(err).toContain(sentence)
    expect(out === '' ? null : JSON.parse(out)).toEqual(
      asked ? { error: { code: 'usage', message: expect.stringContaining(sentence), details: {} } } : null,
    )
  })
})

describe('status 2: the input is refused', () => {
  test.each([
    [['aged', book, '--as-of', '2026-02-30'], 'input.invalid'],
    [['aged', book, '--as-of', '2026-01-31', '--today', 'tomorrow'], 'input.invalid'],
    [['aged', book, '--as-of', '2026-01-31', '--buckets', '60,30'], 'input.invalid'],
    [['aged', book, '--as-of', '2026-01-31', '--buckets', '30,x'], 'input.invalid'],
    [['items', book, '--customer', 'NOBODY'], 'not-found'],
    [['due-date', '--issued', '2026-01-02', '--terms', 'soon'], 'terms.unreadable'],
    [['interest', '--amount', '10,50', '--due', '2026-01-01', '--until', '2026-02-01'], 'input.invalid'],
    [['interest', '--amount', '0', '--due', '2026-01-01', '--until', '2026-02-01'], 'interest.amount-not-positive'],
    [
      ['interest', '--amount', '10', '--due', '2026-01-01', '--until', '2026-02-01', '--payments', '2026-01-05'],
      'input.invalid',
    ],
    [
      ['interest', '--amount', '10', '--due', '2026-01-01', '--until', '2026-02-01', '--country', 'XX'],
      'interest.country-unknown',
    ],
    [['interest', '--amount', '10', '--due', '2026-01-01', '--until', '2046-02-01'], 'interest.rate-missing'],
    [['import', book, 'nothing.csv'], 'not-found'],
    [['import', book, 'empty'], 'input.invalid'],
    [['dunning', 'sent', book, '--run', '7'], 'not-found'],
    [['create', book, '--company', 'Beta'], 'book.exists'],
    [['create', 'beta.encours', '--company', 'Beta', '--iban', 'FR00 1234'], 'identifier.iban'],
    [['call', 'customers.find', '{"limit":"many"}', '--book', book], 'input.invalid'],
  ])('%j', async (words, code) => {
    const { status, json, err } = await encours(...words, '--json')
    const { error } = json()
    expect([status, error.code]).toEqual([2, code])
    expect(error.message).toBeTruthy()
    expect(err).toBe(`encours: ${error.message}\n`)
    expect(existsSync(join(folder, 'beta.encours'))).toBe(false)
  })

  test('without --json, standard output stays empty', async () => {
    const { status, out, err } = await encours('due-date', '--issued', '2026-01-02', '--terms', 'soon')
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/^encours: Unreadable payment terms: soon\n$/)
  })
})

test('a new book names its company and leaves no trace but its files', async () => {
  const { status, json } = await encours(
    'create',
    'sub/gamma.encours',
    '--company',
    'Gamma',
    '--country',
    'BE',
    '--language',
    'fr',
    '--iban',
    TEST_IBAN,
    '--json',
  )
  expect(status).toBe(0)
  expect(json()).toEqual({
    book: join(folder, 'sub', 'gamma.encours'),
    company: 'Gamma',
    country: 'BE',
    currency: 'EUR',
  })
  expect(existsSync(join(folder, 'data'))).toBe(false)
  expect(readdirSync(join(folder, 'sub')).filter((name) => !name.includes('lock'))).toEqual(['gamma.encours'])
})

describe('calculations need no book', () => {
  test('due date', async () => {
    const { json } = await encours('due-date', '--issued', '2026-01-31', '--terms', '45eom-a', '--json')
    expect(json()).toEqual({ due: '2026-03-31', warnings: [] })
  })

  test('interest by half-years', async () => {
    const { json } = await encours(
      'interest',
      '--amount',
      '12000.00',
      '--due',
      '2026-05-31',
      '--until',
      '2026-09-15',
      '--json',
    )
    expect(json()).toMatchObject({
      currency: 'EUR',
      principal: '12000.00',
      days: 107,
      interest: '433.74',
      indemnity: '40.00',
      segments: [
        { from: '2026-06-01', to: '2026-06-30', days: 30, rate: '12.15', principal: '12000.00', interest: '119.84' },
        { from: '2026-07-01', to: '2026-09-15', days: 77, rate: '12.40', principal: '12000.00', interest: '313.91' },
      ],
      warnings: [],
    })
  })

  test('interest of a debt paid in part, at a contract’s rate', async () => {
    const { json } = await encours(
      'interest',
      '--amount',
      '10000',
      '--due',
      '2023-01-01',
      '--until',
      '2023-07-01',
      '--payments',
      '2023-04-01:3000',
      '--rate',
      '10.62',
      '--country',
      'DE',
      '--json',
    )
    expect(json()).toMatchObject({ days: 181, interest: '447.20' })
  })
})

describe('the contract from the command line', () => {
  test('help lists every command and every call with what it is about', async () => {
    const { status, out } = await encours('help')
    expect(status).toBe(0)
    for (const words of [
      'create',
      'import',
      'customers',
      'items',
      'aged',
      'interest',
      'due-date',
      'dunning',
      'serve',
      'call',
    ])
      expect(out).toMatch(new RegExp(`^ {2}${words}\\b`, 'm'))
    for (const [slice, calls] of Object.entries(contract))
      for (const [name, call] of Object.entries(calls)) {
        const line = out.split('\n').find((text) => text.trimStart().startsWith(`${slice}.${name} `))
        expect(line, `${slice}.${name}`).toContain(call['~orpc'].meta.about)
      }
  })

  test('help of a call shows its input', async () => {
    const { json } = await encours('help', 'receivables.dueDate', '--json')
    expect(json()).toMatchObject({
      call: 'receivables.dueDate',
      kind: 'host',
      input: { required: ['issued', 'terms'] },
    })
  })

  test('a call answers with JSON, and acts as the user and on the day it is told', async () => {
    const customer = { code: 'C1', name: 'Client un', language: 'fr', country: 'FR', terms: null }
    const made = await encours(
      'call',
      'customers.create',
      JSON.stringify(customer),
      '--book',
      book,
      '--user',
      'Aline',
      '--today',
      '2026-03-01',
    )
    expect(made.json()).toMatchObject({ code: 'C1', terms: null })
    const { json } = await encours('call', 'audit.list', '{}', '--book', book)
    expect(json().entries[0]).toMatchObject({ call: 'customers.create', user: 'Aline', today: '2026-03-01' })
  })

  test('a call takes files and gives them', async () => {
    const template = await encours('call', 'imports.template', '{"kind":"items","format":"csv"}', '--out', 'made')
    const { file: written } = template.json()
    expect(existsSync(written.$file)).toBe(true)
    file(
      'two.csv',
      'kind,number,customer,name,issued,due,amount,currency,settles,settled_on,settled_amount\ninvoice,F-1,C9,Neuf,2026-01-01,,10.00,EUR,,,\n',
    )
    const { json } = await encours(
      'call',
      'imports.run',
      '{"name":"two.csv","file":{"$file":"two.csv"},"dryRun":true}',
      '--book',
      book,
    )
    expect(json()).toMatchObject({ format: 'items', records: 1, created: { invoices: 1 } })
  })
})
