import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readLines } from './lines.ts'

async function* cut(text: string, sizes: readonly number[]): AsyncGenerator<string> {
  let at = 0
  for (let i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length] ?? text.length
    yield text.slice(at, at + size)
    at += size
  }
}

const linesOf = async (text: string, ...sizes: number[]): Promise<[number, string][]> => {
  const lines: [number, string][] = []
  for await (const { first, texts } of readLines(cut(text, sizes.length > 0 ? sizes : [text.length || 1]))) {
    lines.push(...texts.map((line, i): [number, string] => [first + i, line]))
  }
  return lines
}

describe('every line end counts as one', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['CR CR LF', '\r\r\n'],
  ])('%s', async (_name, end) => {
    expect(await linesOf(['a', 'b', '', 'd'].join(end) + end)).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, ''],
      [4, 'd'],
    ])
    expect(await linesOf(['a', 'b'].join(end))).toEqual([
      [1, 'a'],
      [2, 'b'],
    ])
  })

  test('mixed in one file', async () => {
    expect(await linesOf('a\r\nb\rc\nd\r\r\ne')).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
      [5, 'e'],
    ])
  })

  test('two CR are two lines', async () => {
    expect(await linesOf('a\r\rb')).toEqual([
      [1, 'a'],
      [2, ''],
      [3, 'b'],
    ])
  })

  test('nothing has no line', async () => {
    expect(await linesOf('')).toEqual([])
  })
})

test('lines do not depend on where the pieces are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\r\n', '\r\r\n') }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
      async (text, sizes) => {
        const whole = text.split(/\r\r\n|\r\n|\r|\n/)
        if (whole.at(-1) === '') whole.pop()
        expect(await linesOf(text, ...sizes)).toEqual(whole.map((line, i) => [i + 1, line]))
      },
    ),
    { numRuns: 500 },
  )
})

test('a line without end is refused before it fills the memory', async () => {
  await expect(linesOf('x'.repeat(3_000_000), 500_000)).rejects.toMatchObject({
    code: 'import.unreadable',
    details: { line: 1 },
  })
})
