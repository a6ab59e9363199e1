import { describe, expect, it, test } from 'vitest'
import { bucketOf, layoutSignature, normaliseHeader } from './headers.ts'
import { detectSeparator, findHeader, isTotalText } from './sniff.ts'

describe('the separator', () => {
  it.each([
    ['a semicolon, with commas in amounts', ['Client;Montant', 'Alpha;12,50', 'Beta;1 234,00'], ';'],
    ['a comma, with quoted commas', ['name,amount', '"Doe, John","1,234.00"', 'x,1'], ','],
    ['a tab', ['a\tb', '1,5\t2,5'], '\t'],
    ['a pipe', ['a|b|c', '1|2|3'], '|'],
    ['a comma under a title', ['Aged receivables', '', 'Date,Num,Amount', '1,2,3', '4,5,6'], ','],
    ['a semicolon under a title with a comma', ['Balance âgée, clients', 'Tiers;Total', 'Alpha;1', 'Beta;2'], ';'],
  ])('%s', (_name, lines, separator) => {
    expect(detectSeparator(lines)).toBe(separator)
  })

  test('none in plain text', () => {
    expect(detectSeparator(['bonjour', 'à tous'])).toBeNull()
  })
})

const rows = (...cells: string[][]) => cells.map((row, i) => ({ line: i + 1, cells: row }))

describe('the header', () => {
  test('is passed over titles to', () => {
    expect(
      findHeader(
        rows(
          ['A/R Aging'],
          ['My company, Ltd'],
          [''],
          ['Date', 'Num', 'Customer', 'Amount'],
          ['1/1/2026', '1', 'A', '5'],
        ),
      ),
    ).toBe(3)
  })

  test('is not a row of small numbers', () => {
    expect(findHeader(rows(['customerID', 'InvoiceAmount'], ['12', '30', '45']))).toBe(0)
  })

  test('is the first row of words when none is known', () => {
    expect(findHeader(rows(['titre'], ['machin', 'truc'], ['1', '2']))).toBe(1)
  })

  test('may be missing', () => {
    expect(findHeader(rows(['1', '2'], ['3', '4']))).toBe(-1)
  })

  it.each([
    ['*InvoiceNumber', 'invoice number'],
    ['N° facture', 'n facture'],
    ['Date d’échéance', 'date d echeance'],
    ["Party's Name", 'party s name'],
    ['customerID', 'customer id'],
    ['  Montant  TTC ', 'montant ttc'],
  ])('%j is known as %j', (header, name) => {
    expect(normaliseHeader(header)).toBe(name)
  })

  test('has one signature however it is written, another when it changes', () => {
    const signature = layoutSignature(['N° Facture', 'Montant TTC'])
    expect(layoutSignature(['n° facture', ' MONTANT TTC'])).toBe(signature)
    expect(layoutSignature(['Montant TTC', 'N° Facture'])).not.toBe(signature)
  })
})

it.each([
  ['Non échu', 0],
  ['Current', 0],
  ['1-30', 1],
  ['0-30j', 1],
  ['31-60 j', 31],
  ['61 à 90 jours', 61],
  ['90+', 91],
  ['90j+', 91],
  ['+90 j', 91],
  ['> 90', 91],
  ['< 1 Month', 1],
  ['1 Month', 31],
  ['3 Months', 91],
  ['Older', 121],
  ['130', null],
  ['12 345', null],
  ['Total', null],
  ['2026-01-31', null],
])('the column %j holds what is at least %s days late', (header, days) => {
  expect(bucketOf(header)).toBe(days)
})

it.each([
  ['Total', null, true],
  ['TOTAL', null, true],
  ['Total général', null, true],
  ['Totaux', null, true],
  ['Sous-total', null, true],
  ['Grand Total', null, true],
  ['Total for 1 - 30 days past due', null, true],
  ['Total Alpha', 'Alpha', true],
  ['Total Alpha', 'Beta', false],
  ['Total Énergies', null, false],
  ['TotalEnergies SE', null, false],
  ['Alpha', null, false],
])('%j under the group %j announces a total: %s', (text, group, expected) => {
  expect(isTotalText(text, group)).toBe(expected)
})
