import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openElsewhere } from '../support/second-program.ts'
import { openFolder, type Reply } from './encours.ts'

const { folder, encours, file, remove } = openFolder()

beforeAll(async () => {
  await encours('create', 'alpha.encours', '--company', 'Alpha')
  file(
    'items.csv',
    'kind,number,customer,name,issued,due,amount,currency,settles,settled_on,settled_amount\ninvoice,F-1,C1,Un,2026-01-01,2026-01-31,500.00,EUR,,,\n',
  )
  await encours('import', 'alpha.encours', 'items.csv')
})
afterAll(remove)

test('a backup, also of a book that is open elsewhere, restored to a new book and checked', async () => {
  const { stop } = await openElsewhere(join(folder, 'alpha.encours'), folder)
  const made = await encours('backup', 'alpha.encours', '--out', 'alpha.bak', '--json')
  await stop()
  expect([made.status, made.json()]).toMatchObject([0, { ok: true, file: join(folder, 'alpha.bak') }])
  expect(made.json().checks).toContainEqual({ name: 'rows', ok: true, detail: '' })

  const restored = await encours('restore', 'alpha.bak', '--out', 'beta.encours', '--json')
  expect([restored.status, restored.json()]).toMatchObject([0, { ok: true, book: join(folder, 'beta.encours') }])
  const { items } = (await encours('items', 'beta.encours', '--json')).json()
  expect(items.map(({ number }: Reply) => number)).toEqual(['F-1'])

  // Neither writes over a file.
  for (const words of [
    ['backup', 'alpha.encours', '--out', 'beta.encours'],
    ['restore', 'alpha.bak', '--out', 'alpha.encours'],
  ]) {
    const { status, json } = await encours(...words, '--json')
    expect([status, json().error.code]).toEqual([2, 'book.exists'])
  }
})

test('a damaged book is checked as far as it can be read; no backup of it is left', async () => {
  const bytes = readFileSync(join(folder, 'alpha.encours'))
  const last = bytes.length / 4096
  bytes.fill(0xa5, (last - 1) * 4096)
  file('damaged.encours', bytes)
  const { status, json } = await encours('verify', 'damaged.encours', '--json')
  expect([status, json().ok]).toEqual([1, false])
  expect(json().checks.find(({ name }: Reply) => name === 'pages').detail).toContain(String(last))
  expect((await encours('backup', 'damaged.encours', '--out', 'none.bak')).status).toBe(3)
  expect(existsSync(join(folder, 'none.bak'))).toBe(false)
})
