import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../imports/readers/rows.ts'
import { Refusal } from '../kernel/errors.ts'
import { liasseCodes, statementLines } from './figure-keys.schema.ts'
import { figureDefinitions } from './figures.rules.ts'
import { liasse } from './liasse.rules.ts'
import { lineOf } from './line-names.rules.ts'
import { readStatements } from './statements.reader.ts'

const rows = (...lines: string[]): Row[] => lines.map((text, at) => ({ line: at + 1, cells: text.split(';') }))
const read = (...lines: string[]) => readStatements(rows(...lines), { unit: 1, currency: 'EUR' })

describe('a line is known', () => {
  test.each([
    ['FL', 'FL'],
    [' FL ', 'FL'],
    ['FL - Chiffre d’affaires nets', 'FL'],
    ['1A', '1A'],
    ['Chiffre d’affaires net', 'FL'],
    ["CHIFFRE D'AFFAIRES HT", 'revenue'],
    ['Total du bilan', 'totalAssets'],
    ['Excédent brut d’exploitation (EBE)', 'grossOperatingSurplus'],
    ['EBITDA', 'grossOperatingSurplus'],
    ['workingCapital', 'workingCapital'],
    ['Trade payables', 'tradePayables'],
    ['Effectif', null],
    ['FLOTTE', null],
    ['', null],
  ])('%j is %s', (cell, line) => {
    expect(lineOf(cell, true)).toBe(line)
  })

  test('CA is revenue, unless the table speaks in boxes', () => {
    expect(lineOf('CA', false)).toBe('revenue')
    expect(lineOf('CA', true)).toBe('CA')
    expect(read('Poste;2025', 'CA;10', 'EBE;2').statements[0]?.lines).toEqual({
      revenue: 1000,
      grossOperatingSurplus: 200,
    })
    expect(read('Case;2025', 'BZ;10', 'CA;2', 'FL;5').statements[0]?.lines).toEqual({ BZ: 1000, CA: 200, FL: 500 })
  })

  test('every box and figure by its own names', () => {
    for (const code of liasseCodes) {
      expect(lineOf(code, true)).toBe(code)
      expect(lineOf(`${code} ${liasse[code].fr}`, true)).toBe(code)
    }
    for (const key of statementLines.filter((line) => line in figureDefinitions)) expect(lineOf(key, true)).toBe(key)
  })
})

describe('a table of statements', () => {
  test('may run in columns, blanks left out', () => {
    const { statements, ignored } = read(
      'Liasse fiscale;;',
      'Case;Libellé;31/12/2025;31/12/2024',
      ';Durée;12;18',
      ';Consolidé;oui;non',
      'FL;Chiffre d’affaires net;1 234 567,50;(12)',
      'HN;Résultat;-;',
      'XX;Autre;5;6',
    )
    expect(statements).toMatchObject([
      { closedOn: '2025-12-31', months: 12, consolidated: true, lines: { FL: 123_456_750 } },
      { closedOn: '2024-12-31', months: 18, consolidated: false, lines: { FL: -1200 } },
    ])
    expect(ignored).toEqual(['XX Autre'])
  })

  test('may run in rows', () => {
    const { statements } = read('Code client;Clôture;Devise;FL;HN', 'C1;30/06/2025;CHF;100;-5', ';;;;', 'C2;2024;;7;')
    expect(statements).toMatchObject([
      { line: 2, customer: 'C1', closedOn: '2025-06-30', currency: 'CHF', lines: { FL: 10_000, HN: -500 } },
      { line: 4, customer: 'C2', closedOn: '2024-12-31', currency: null, lines: { FL: 700 } },
    ])
  })

  test('in thousands, decimals count', () => {
    const { statements } = readStatements(rows('Case;2025', 'FL;4 200,5', 'HN;180'), { unit: 1000, currency: 'EUR' })
    expect(statements[0]?.lines).toEqual({ FL: 420_050_000, HN: 18_000_000 })
  })

  test('the same line twice with one value is one', () => {
    expect(read('Case;2025', 'FL;10', 'FL;10', 'HN;1').statements[0]?.lines).toEqual({ FL: 1000, HN: 100 })
  })
})

test('whatever a table holds, it is read or refused', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'FL',
      'HN',
      'EE',
      'CA',
      'Clôture',
      'SIREN',
      'mois',
      'consolidé',
      '2025',
      '31/12/2024',
      '',
      '1 234,5',
      '-',
      'oui',
    ),
    fc.string({ maxLength: 12 }),
    fc.integer().map(String),
  )
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 })
  let understood = 0
  fc.assert(
    fc.property(table, (cells) => {
      try {
        const { statements } = readStatements(
          cells.map((row, at) => ({ line: at + 1, cells: row })),
          { unit: 1, currency: 'EUR' },
        )
        understood += 1
        return statements.every(
          ({ lines, closedOn }) =>
            /^\d{4}-\d{2}-\d{2}$/.test(closedOn) && Object.values(lines).every(Number.isSafeInteger),
        )
      } catch (error) {
        return error instanceof Refusal
      }
    }),
    { numRuns: 2000 },
  )
  expect(understood).toBeGreaterThan(20)
})
