import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { writeNew } from '../../src/main/cli/files.ts'
import { grouped, left, right, table } from '../../src/main/cli/table.ts'

test('columns line up under their titles, figures to the right', () => {
  expect(
    table(
      [left('Name'), right('Open')],
      [
        ['Épicerie', '1.00'],
        ['A', '1 000.00'],
      ],
    ),
  ).toBe(['Name          Open', '────────  ────────', 'Épicerie      1.00', 'A         1 000.00'].join('\n'))
})

test('a name cannot write to the terminal', () => {
  expect(table([left('Name')], [['\u001b[31mred\r\nline']])).toBe('Name\n─────────────\n [31mred line')
})

test('amounts are grouped by thousands, whatever their sign and decimals', () => {
  expect(['0.00', '999.99', '1000.00', '-1234567.80', '1000000', '0.5'].map(grouped)).toEqual([
    '0.00',
    '999.99',
    '1 000.00',
    '-1 234 567.80',
    '1 000 000',
    '0.5',
  ])
})

test('a file never takes the place of another', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'encours-files-'))
  const paths = [
    await writeNew(folder, 'a.pdf', new Blob(['one'])),
    await writeNew(folder, '../a.pdf', new Blob(['two'])),
  ]
  expect(paths.map((path) => basename(path))).toEqual(['a.pdf', 'a (2).pdf'])
  expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(['one', 'two'])
  expect(readdirSync(folder)).toHaveLength(2)
  rmSync(folder, { recursive: true })
})
