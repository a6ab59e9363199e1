import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFolder } from './encours.ts'

const { encours, told, file, remove } = openFolder()
const book = 'alpha.encours'
const marie = ['--user', 'Marie', '--password-file']

beforeAll(async () => {
  await encours('create', book, '--company', 'Alpha')
  file('password', 'le mot de passe\nand what an editor left\n')
  file('wrong', 'un autre\n')
  const input = JSON.stringify({ name: 'Marie', password: 'le mot de passe' })
  await told(input, 'call', 'people.turnOn', '-', '--book', book)
})
afterAll(remove)

test('a book with people asks who is there, and takes the answer from a file', async () => {
  const [nobody, wrong, right] = [
    await encours('customers', book, '--json'),
    await encours('customers', book, ...marie, 'wrong', '--json'),
    await encours('call', 'audit.list', '{}', '--book', book, ...marie, 'password'),
  ]
  expect([nobody.status, nobody.json().error.code]).toEqual([2, 'people.sign-in-needed'])
  expect([wrong.status, wrong.json().error.code]).toEqual([2, 'people.wrong-password'])
  expect(
    right
      .json()
      .entries.slice(0, 3)
      .map(({ user, call }: Record<string, string>) => `${user} ${call}`),
  ).toEqual(['Marie people.signIn', 'Marie people.refused', 'Marie people.turnOn'])
})

test('a file that is not there is told before anything is tried', async () => {
  const { status, err } = await encours('customers', book, ...marie, 'nowhere')
  expect([status, err]).toEqual([1, 'encours: --password-file: nowhere cannot be read\n'])
})
