import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoLogo } from '../../src/main/core/demo/demo.logo.ts'
import type { View } from '../../src/main/core/views/views.contract.ts'
import { openTestBook, refusal, refusalOf, TEST_IBAN, type TestBook } from '../support/book.ts'
import { level, planOf, putPlan, remindersOf } from '../support/dunning.ts'
import { importItems, invoice } from '../support/ledger.ts'

const TODAY = '2026-04-01'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: TODAY })
})
afterEach(() => book.close())

const company = async () => {
  const { logoId: _logo, bankAccounts: _accounts, ...rest } = await book.client.company.get({})
  return rest
}

describe('the company', () => {
  test('is changed as a whole, with the checks of its creation', async () => {
    const before = await book.client.company.get({})
    const changed = { ...(await company()), name: 'Atelier Martin & Fils', siren: '732 829 320', terms: '45 eom' }
    expect(await book.client.company.update(changed)).toEqual({
      ...before,
      name: 'Atelier Martin & Fils',
      siren: '732829320',
      terms: '45eom-a',
    })
    for (const [code, fields] of [
      ['identifier.siren', { siren: '732829321' }],
      ['identifier.vat', { vatNumber: 'FR00732829320' }],
      ['terms.unreadable', { terms: '45 fin de mois' }],
      ['BAD_REQUEST', { accent: 'blue' }],
    ] as const)
      expect(await refusalOf(book.client.company.update({ ...changed, name: 'No', ...fields }))).toBe(code)
    expect((await company()).name).toBe('Atelier Martin & Fils')
  })

  test('a company abroad has no French SIREN to check', async () => {
    await book.client.company.update({
      ...(await company()),
      country: 'BE',
      siren: '0403170701',
      vatNumber: 'BE0403170701',
    })
    expect(await company()).toMatchObject({ country: 'BE', siren: '0403170701', vatNumber: 'BE0403170701' })
  })
})

describe('bank accounts', () => {
  const accounts = async () =>
    (await book.client.company.get({})).bankAccounts.map(({ currency, iban, bic }) => [currency, iban, bic])

  test('one for each currency, replaced and removed', async () => {
    const set = (currency: string, iban: string, bic = '') =>
      book.client.company.setBankAccount({ currency, iban, bic })
    await set('GBP', 'gb33bukb20201555555555', 'BUKBGB22')
    expect(await accounts()).toEqual([
      ['EUR', TEST_IBAN, ''],
      ['GBP', 'GB33 BUKB 2020 1555 5555 55', 'BUKBGB22'],
    ])
    await set('EUR', 'DE89 3704 0044 0532 0130 00')
    await book.client.company.removeBankAccount({ currency: 'GBP' })
    expect(await accounts()).toEqual([['EUR', 'DE89 3704 0044 0532 0130 00', '']])
    expect(await refusal(set('USD', 'FR7630006000011234567890188'))).toMatchObject({ code: 'identifier.iban' })
    expect(await refusalOf(set('USD', TEST_IBAN, 'AGRI'))).toBe('identifier.bic')
    expect(await refusalOf(set('dollar', TEST_IBAN))).toBe('BAD_REQUEST')
    expect(await accounts()).toHaveLength(1)
  })
})

describe('the logo', () => {
  const png = new Uint8Array(readFileSync('resources/icons/icon.png'))
  const svg = new TextEncoder().encode(demoLogo)
  // A whole JPEG, eight pixels of grey by eight.
  const jpeg = new Uint8Array(
    Buffer.from(
      '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z',
      'base64',
    ),
  )

  const set = (bytes: Uint8Array<ArrayBuffer>, type = '') =>
    book.client.company.setLogo({ file: new File([bytes], 'logo', { type }) })

  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['image/png', png],
    ['image/svg+xml', svg],
    ['image/jpeg', jpeg],
  ])('%s is known by its content, and letters can be set with it', async (type, bytes) => {
    const { logoId } = await set(bytes)
    expect(await book.client.documents.get({ id: logoId ?? '' })).toMatchObject({ mediaType: type })
    await importItems(book.client, [invoice('F1', { due: '2026-01-31' })])
    await putPlan(book.client, planOf([], { levels: [level(1, 1, { channel: 'letter' })] }))
    expect((await remindersOf(book).issue(TODAY)).letters).toMatchObject([
      { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
  })

  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['a text that says it is a picture', new TextEncoder().encode('not a picture'), 'image/png'],
    ['an empty file', new Uint8Array(), 'image/png'],
    ['a picture cut off', png.slice(0, 400), 'image/png'],
    ['another format', new TextEncoder().encode('GIF89a...'), 'image/gif'],
    ['a page of HTML', new TextEncoder().encode('<html><svg></svg></html>'), 'image/svg+xml'],
    [
      'an SVG with entities',
      new TextEncoder().encode('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'),
      'image/svg+xml',
    ],
    ['more than a megabyte', new Uint8Array(1_000_001), 'image/png'],
  ])('%s is refused, and the logo stays', async (_what, bytes, type) => {
    const { logoId } = await set(svg)
    expect(await refusalOf(set(bytes, type))).toBe('company.logo-invalid')
    expect((await book.client.company.get({})).logoId).toBe(logoId)
  })

  test('a replaced or removed logo leaves the book', async () => {
    const first = (await set(svg)).logoId ?? ''
    const second = (await set(png)).logoId ?? ''
    expect(await refusalOf(book.client.documents.get({ id: first }))).toBe('not-found')
    expect((await book.client.company.removeLogo({})).logoId).toBeNull()
    expect(await refusalOf(book.client.documents.get({ id: second }))).toBe('not-found')
    expect((await book.client.company.removeLogo({})).logoId).toBeNull()
  })
})

test('saved filters have one name a screen, are replaced under it, and removed', async () => {
  const save = (screen: string, name: string, params: Record<string, unknown>) =>
    book.client.views.save({ screen, name, params: params as View['params'] })
  const first = await save('items', 'En retard', { show: 'overdue' })
  await save('items', 'Avoirs', { show: 'credits' })
  await save('customers', 'En retard', {})
  expect(await save('items', ' En retard ', { show: 'overdue', currency: 'EUR' })).toMatchObject({ id: first.id })
  expect((await book.client.views.list({ screen: 'items' })).views.map(({ name, params }) => [name, params])).toEqual([
    ['Avoirs', { show: 'credits' }],
    ['En retard', { show: 'overdue', currency: 'EUR' }],
  ])
  await book.client.views.remove({ id: first.id })
  expect((await book.client.views.list({ screen: 'items' })).views).toHaveLength(1)
  expect(await refusalOf(save('items', '  ', {}))).toBe('BAD_REQUEST')
  // No JSON, though it comes over the bridge of the desktop.
  expect(await refusalOf(save('items', 'Nombres', { least: 1n }))).toBe('BAD_REQUEST')
})
