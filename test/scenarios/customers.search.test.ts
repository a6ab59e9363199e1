import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CustomerInput } from '../../src/main/core/customers/customers.contract.ts'
import { openTestBook, type TestBook } from '../support/book.ts'
import { customerFields, importItems, invoice } from '../support/ledger.ts'

const SIREN = '732829320'

let book: TestBook

const create = (code: string, rest: Partial<CustomerInput> = {}) =>
  book.client.customers.create(customerFields(code, rest))
const contact = (name: string, email = '') => ({ name, role: '', email, phone: '', dunning: false })

const openBook = async () => {
  book = await openTestBook({ today: '2026-11-22' })
  await create('C001', { name: 'Élévateurs Müller & Fils', siren: SIREN })
  await create('C002', {
    name: 'Boulangerie du Cœur',
    contacts: [contact('Anne-Sophie Le Goff', 'as.legoff@coeur.fr')],
  })
  await create('AB-7', { name: 'SARL "Les 3 %" d’Aix_en_Provence' })
  await create('12', { name: 'Ål Ø' })
  await create('C100', { name: 'Transports Coeurdacier (NEAR) * AND' })
}

const found = async (search: string) => {
  const { customers } = await book.client.customers.list({ search, sort: 'code' })
  const { customers: typed } = await book.client.customers.find({ search })
  expect(typed.map(({ code }) => code).sort()).toEqual(customers.map(({ code }) => code).sort())
  return customers.map(({ code }) => code)
}

describe('what was typed', () => {
  beforeAll(openBook)
  afterAll(() => book.close())

  test.each([
    ['elevateurs', ['C001']],
    ['ÉLÉVATEURS', ['C001']],
    ['muller', ['C001']],
    ['fils müller', ['C001']],
    ['muller boulangerie', []],
    ['coeur', ['C002', 'C100']],
    ['Cœur', ['C002', 'C100']],
    ['732 829 320', ['C001']],
    ['732829320', ['C001']],
    ['le goff', ['C002']],
    ['as.legoff@coeur.fr', ['C002']],
    ['c0', ['C001', 'C002']],
    ['c', ['C001', 'C002', 'C100']],
    ['12', ['12']],
    ['al', ['12']],
    ['ab-7', ['AB-7']],
    ['3 %', ['AB-7']],
    ['%', ['AB-7']],
    ['_', []],
    ['aix_en', ['AB-7']],
    ['d’aix', ['AB-7']],
    ['"les', ['AB-7']],
    ['(near)', ['C100']],
    ['  c100  ', ['C100']],
    ['absent', []],
  ])('%j finds %j', async (search, codes) => {
    expect(await found(search)).toEqual(codes)
  })

  test('no search finds everyone', async () => {
    expect(await found('')).toHaveLength(5)
    expect(await found('   ')).toHaveLength(5)
  })

  test.each([
    '"',
    '""',
    "'",
    "';--",
    '*',
    'a*',
    'AND',
    'OR NOT',
    'NEAR(',
    'NEAR(a b)',
    '^',
    'search:',
    '{',
    '}',
    '+',
    '-',
    '\\',
    '\\%',
    '%%%',
    '___',
    'a"b"c',
    '()',
    'x OR y',
    '\u0000',
    'abc\u0000def',
    '\u0301',
    '🙂',
    '🙂🙂',
    '🙂🙂🙂',
    '\ud83d',
    'x'.repeat(3000),
    '\t\n',
  ])('%j never fails', async (search) => {
    const none = await found(search)
    expect(Array.isArray(none)).toBe(true)
    expect((await book.client.receivables.items({ search })).total).toBe(0)
  })
})

describe('what changes', () => {
  beforeEach(openBook)
  afterEach(() => book.close())

  test('what was typed whole, a code or the beginning of a name, comes first, however many others match', async () => {
    await importItems(
      book.client,
      Array.from({ length: 600 }, (_, i) => invoice(`F${i}`, { customer: `X${i}`, name: `Aaa zed ${i}` })),
    )
    await create('ZED', { name: 'Zzz' })
    await create('Y1', { name: 'Zed & fils' })
    const { customers } = await book.client.customers.find({ search: 'zed', limit: 3 })
    expect(customers.map(({ code }) => code).slice(0, 2)).toEqual(['ZED', 'Y1'])
    expect(customers).toHaveLength(3)
  })

  test('an accent at the beginning of a name does not lower its place', async () => {
    await create('D1', { name: 'Ateliers des Érables' })
    await create('D2', { name: 'Érables du Nord' })
    const { customers } = await book.client.customers.find({ search: 'erables' })
    expect(customers.map(({ code }) => code)).toEqual(['D2', 'D1'])
  })

  test('a changed name or contact is found by the new one only', async () => {
    const { id } = await book.client.customers.byCode({ code: 'C002' })
    const contacts = [contact('Luc Martel', 'luc@port.fr')]
    await book.client.customers.update({
      id,
      customer: customerFields('C002', { name: 'Pâtisserie du Port', contacts }),
    })
    expect(await found('coeur')).toEqual(['C100'])
    expect(await found('legoff')).toEqual([])
    expect(await found('patisserie')).toEqual(['C002'])
    expect(await found('luc@port')).toEqual(['C002'])
  })
})
