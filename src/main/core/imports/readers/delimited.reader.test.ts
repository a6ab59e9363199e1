import { describe, expect, it, test } from 'vitest'
import { readDelimited } from './delimited.reader.ts'
import type { Row } from './rows.ts'

const read = async (text: string, separator = ';'): Promise<Row[]> => {
  const rows: Row[] = []
  for await (const batch of readDelimited(
    { name: 'table.csv', blob: new Blob([text]) },
    { separator, encoding: 'utf-8' },
  )) {
    rows.push(...batch)
  }
  return rows
}
const cellsOf = async (text: string, separator?: string) => (await read(text, separator)).map(({ cells }) => cells)

it.each([';', ',', '\t', '|'])('cells between %j', async (separator) => {
  expect(await cellsOf(`a${separator}b\n1${separator}2`, separator)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('quotes hold separators, line ends and quotes', async () => {
  expect(await cellsOf('"Dupont; fils";"dit ""le Grand"""\r\n"deux\r\nlignes";x\r\n')).toEqual([
    ['Dupont; fils', 'dit "le Grand"'],
    ['deux\nlignes', 'x'],
  ])
})

test('stray quotes are letters', async () => {
  expect(await cellsOf('Dupont "père";12" LP;x\n')).toEqual([['Dupont "père"', '12" LP', 'x']])
})

test('rows keep the line they start on, over blank lines and quoted line ends', async () => {
  const rows = await read('a;b\n\n"c\nc";d\r\r\n;\ne;f')
  expect(rows).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: [''] },
    { line: 3, cells: ['c\nc', 'd'] },
    { line: 5, cells: ['', ''] },
    { line: 6, cells: ['e', 'f'] },
  ])
})

test('rows may be longer or shorter than the first', async () => {
  expect(await cellsOf('a;b\n1\n1;2;3')).toEqual([['a', 'b'], ['1'], ['1', '2', '3']])
})

describe('refused', () => {
  test('a quote that is never closed, with its line', async () => {
    await expect(read('a;b\nc;d\n"e;f\ng;h')).rejects.toMatchObject({ code: 'import.unreadable', details: { line: 3 } })
  })

  test('a quote that swallows a large file, before it fills the memory', async () => {
    await expect(read(`a;b\n"c;${'x;y\n'.repeat(200_000)}`)).rejects.toMatchObject({
      code: 'import.unreadable',
      details: { line: 2 },
    })
  })

  test('a reading that is cancelled', async () => {
    const rows = readDelimited(
      { name: 't', blob: new Blob(['a;b\n']) },
      { separator: ';', encoding: 'utf-8' },
      { signal: AbortSignal.abort() },
    )
    await expect(rows.next()).rejects.toMatchObject({ code: 'cancelled' })
  })
})
