import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestProgram, refusalOf } from '../support/book.ts'

let opened: ReturnType<typeof openTestProgram>
beforeEach(() => {
  opened = openTestProgram('2026-01-31')
})
afterEach(() => opened.close())

test('nothing is chosen at first; what is chosen stays, one choice without the other', async () => {
  const { client } = opened
  expect(await client.preferences.get({})).toEqual({})
  await client.preferences.set({ language: 'en' })
  await client.preferences.set({ colours: 'dark' })
  expect(await client.preferences.get({})).toEqual({ language: 'en', colours: 'dark' })
})

test('a language that the window does not speak is refused', async () => {
  expect(await refusalOf(opened.client.preferences.set({ language: 'de' as 'fr' }))).toBe('BAD_REQUEST')
})

test('a spoilt file is as good as none, and a folder that cannot be written loses only the choice', async () => {
  writeFileSync(join(opened.folder, 'preferences.json'), '{"language": ')
  expect(await opened.client.preferences.get({})).toEqual({})
  mkdirSync(join(opened.folder, 'preferences.json.new'))
  await opened.client.preferences.set({ language: 'en' })
  expect(await opened.client.preferences.get({})).toEqual({})
})
