import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFolder } from './encours.ts'

const PASSPHRASE = 'tracteur velours nuage'

process.env.ENCOURS_PASSPHRASE = PASSPHRASE
const knowing = openFolder()
delete process.env.ENCOURS_PASSPHRASE
const { encours, told, file, folder, remove } = openFolder()
const book = 'alpha.encours'

beforeAll(async () => {
  await encours('create', book, '--company', 'Alpha')
  file('passphrase', `${PASSPHRASE}\nand what an editor left\n`)
  file('wrong', 'not this one\n')
  await told(JSON.stringify({ passphrase: PASSPHRASE }), 'call', 'book.protect', '-', '--book', book)
})
afterAll(() => {
  remove()
  knowing.remove()
})

test('an encrypted book is opened with a passphrase from a file or a variable, and with no other', async () => {
  copyFileSync(join(folder, book), join(knowing.folder, book))
  const [none, wrong, right, variable] = await Promise.all([
    encours('customers', book, '--json'),
    encours('customers', book, '--passphrase-file', 'wrong', '--json'),
    encours('customers', book, '--passphrase-file', 'passphrase', '--json'),
    knowing.encours('customers', book, '--json'),
  ])
  expect([none.status, none.json().error.code]).toEqual([3, 'book.passphrase-needed'])
  expect(none.err).toContain('give --passphrase-file FILE')
  expect([wrong.status, wrong.json().error.code]).toEqual([3, 'book.passphrase-wrong'])
  expect(right.json()).toEqual({ customers: [] })
  expect(variable.json()).toEqual({ customers: [] })
})

test('no passphrase is taken from the words of the command', async () => {
  const input = JSON.stringify({ passphrase: 'another one altogether' })
  const { status, err } = await encours(
    'call',
    'book.protect',
    input,
    '--book',
    book,
    '--passphrase-file',
    'passphrase',
  )
  expect([status, err]).toEqual([
    1,
    'encours: call: book.protect takes a password or passphrase; give its input on standard input, as -\n',
  ])
  expect((await encours('customers', book, '--passphrase-file', 'passphrase', '--json')).status).toBe(0)
})

test('a backup of it is encrypted as well, and restored with the same passphrase', async () => {
  const open = ['--passphrase-file', 'passphrase', '--json']
  expect((await encours('backup', book, '--out', 'copy.encours', ...open)).json()).toMatchObject({ ok: true })
  expect((await encours('restore', 'copy.encours', '--out', 'back.encours', '--json')).status).toBe(3)
  expect((await encours('restore', 'copy.encours', '--out', 'back.encours', ...open)).json()).toMatchObject({
    ok: true,
  })
  expect((await encours('customers', 'back.encours', '--json')).json().error.code).toBe('book.passphrase-needed')
})
