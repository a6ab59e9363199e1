import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8')

const tests = ['src', 'test']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(root, folder, path)),
  )
  .filter((path) => /\.(test|e2e)\.tsx?$/.test(path) && path !== import.meta.filename)
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

// Words that are quoted and are no titles.
const WORDS = ['Report a vulnerability', 'What is inside']

const titles = [...page.replace(/\s+/g, ' ').matchAll(/“([^”]+)”/g)]
  .map(([, title]) => title ?? '')
  .filter((title) => !WORDS.includes(title))

test('every test that the security page names is there', () => {
  expect(titles.length).toBeGreaterThan(60)
  expect(titles.filter((title) => !tests.includes(title))).toEqual([])
})

test('the page goes through the whole of Electron’s checklist', () => {
  const items = [...page.matchAll(/^\| (\d+) \|.*“/gm)].map(([, number]) => Number(number))
  expect(items).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})
