import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createJsonRecords } from './json.records.ts'
import { createScan, readHeader } from './rows.scan.ts'

/** Cut at the places given, as a file is read. */
const cut = <T extends { length: number; slice: (from: number, until?: number) => T }>(
  whole: T,
  places: number[],
): T[] => {
  const at = [...new Set(places.map((place) => place % (whole.length + 1)))].sort((a, b) => a - b)
  return [0, ...at].map((from, i) => whole.slice(from, at[i] ?? whole.length))
}
const places = fc.array(fc.nat(5000), { maxLength: 12 })

describe('a table of which few rows are wanted', () => {
  const header = 'siren,name,state'
  const scan = (text: string, wanted: (key: string) => boolean, at: number[] = []) => {
    const reading = createScan(readHeader(header), 9, wanted)
    for (const piece of cut(Buffer.from(text), at)) reading.write(piece)
    reading.end()
    return reading.take()
  }
  const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', ' ', '\n', '€'), maxLength: 8 })

  test('gives the cells of every wanted row as a full reading does, wherever the file is cut', () => {
    const row = fc.tuple(fc.integer({ min: 100_000_000, max: 999_999_999 }), cell, fc.constantFrom('A', 'C'))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), places, fc.constantFrom('\n', '\r\n'), (rows, at, end) => {
        const text = rows.map(([siren, name, state]) => [siren, quoted(name), state].join(',')).join(end)
        const { rows: found, problems } = scan(text, () => true, at)
        const all = text === '' ? [] : (parse(text, { relaxColumnCount: true }) as string[][])
        expect(found.map(({ cells }) => cells)).toEqual(all)
        expect(problems).toEqual([])
      }),
    )
  })

  test('passes over rows that go on after a line break, and lists what is no row', () => {
    const text =
      '111111111,"two\nlines",A\n222222222,b,C\nrubbish\n\n33333333,short,A\n222222222,unclosed "quote,C\n222222222,"x'
    const { records, rows, problems } = scan(text, (key) => key === '222222222')
    expect(rows).toEqual([{ line: 4, cells: ['222222222', 'b', 'C'] }])
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'identifier'],
      [7, 'identifier'],
      [8, 'cells'],
    ])
    expect(records).toBe(5)
  })

  test('refuses a line that never ends', () => {
    expect(() => scan('x'.repeat(300_000), () => true, [1, 100, 200_000, 290_000])).toThrow(/too long/)
  })
})

describe('records of JSON', () => {
  const read = (text: string, at: number[] = []) => {
    const records = createJsonRecords()
    for (const piece of cut(text, at)) records.write(piece)
    records.end()
    return records.take().map(({ value }) => value)
  }
  const wraps: ((records: object[]) => string)[] = [
    (records) => JSON.stringify(records),
    (records) =>
      JSON.stringify({ total: 2, note: '[{"results":[', results: records, links: [{ a: 1 }], next: { b: [{}] } }),
    (records) => JSON.stringify({ data: records }, null, 2),
    (records) => records.map((one) => JSON.stringify(one)).join('\n'),
  ]

  test('come one by one from a list, from an object around it or one a line, wherever the file is cut', () => {
    const record = fc.record({ id: fc.string(), data: fc.array(fc.string(), { maxLength: 3 }), inner: fc.jsonValue() })
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 6 }), places, fc.nat(2), (records, at, way) => {
        const text = wraps[way]?.(records) ?? ''
        expect(read(text, at)).toEqual(JSON.parse(JSON.stringify(records)))
      }),
    )
    const lines = [{ id: 'a', list: [{ b: 1 }] }, { id: 'c' }]
    expect(read(wraps[3]?.(lines) ?? '', [3, 17])).toEqual(lines)
  })

  test('a record that cannot be parsed is told, the others come', () => {
    expect(read('[{"a":1},{"b":},{"c":3}]')).toEqual([{ a: 1 }, null, { c: 3 }])
  })

  test('a file that ends early or closes too much is refused', () => {
    for (const text of ['[{"a":1}', '[{"a":"', '{"results":[{}]', '}', '[]]'])
      expect(() => read(text)).toThrow(/ends inside|closes nothing/)
  })
})
