import { strToU8, zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import writeWorkbook from 'write-excel-file/universal'
import { plainNumber, readWorkbook } from './workbook.reader.ts'

const read = (blob: Blob, sheet: string | null = null) => readWorkbook({ name: 'book.xlsx', blob }, sheet)

const NUMBER = (value: number) => ({ type: Number, value })
const TEXT = (value: string) => ({ type: String, value })
const DAY = (value: string) => ({ type: Date, value: new Date(`${value}T00:00:00Z`), format: 'dd/mm/yyyy' })

describe('cells as text', () => {
  test('numbers exactly, days without a time zone, texts as they are', async () => {
    const blob = await writeWorkbook([
      [TEXT('Numéro'), TEXT('Montant'), TEXT('Échéance')],
      [TEXT('0000611365'), NUMBER(0.1 + 0.2), DAY('2026-03-29')],
      [TEXT('F-2'), NUMBER(1234.56), DAY('2026-10-25')],
      [],
      [TEXT('F-3'), NUMBER(-1000000.01), DAY('2024-02-29')],
    ]).toBlob()
    expect((await read(blob)).rows).toEqual([
      { line: 1, cells: ['Numéro', 'Montant', 'Échéance'] },
      { line: 2, cells: ['0000611365', '0.3', '2026-03-29'] },
      { line: 3, cells: ['F-2', '1234.56', '2026-10-25'] },
      { line: 4, cells: ['', '', ''] },
      { line: 5, cells: ['F-3', '-1000000.01', '2024-02-29'] },
    ])
  })

  it.each([
    ['1234.5599999999999', '1234.56'],
    ['0.30000000000000004', '0.3'],
    ['100', '100'],
    ['-12.5', '-12.5'],
    ['1.2E3', '1200'],
    ['1E-3', '0.001'],
    ['1.5E-7', '0.00000015'],
    ['123456789012345678', '123456789012345678'],
  ])('the stored number %s is %s', (stored, text) => {
    expect(plainNumber(stored)).toBe(text)
  })
})

describe('sheets', () => {
  const twoSheets = () =>
    writeWorkbook([
      { data: [], sheet: 'Vide' },
      { data: [[TEXT('premier')]], sheet: 'R & D' },
      { data: [[TEXT('second')]], sheet: 'Clients' },
    ]).toBlob()

  test('the first that is not empty is read', async () => {
    expect(await read(await twoSheets())).toMatchObject({
      sheets: ['Vide', 'R & D', 'Clients'],
      sheet: 'R & D',
      rows: [{ cells: ['premier'] }],
    })
  })

  test('or the one that is named', async () => {
    expect((await read(await twoSheets(), 'Clients')).rows).toEqual([{ line: 1, cells: ['second'] }])
  })

  test('one that is not there is refused', async () => {
    await expect(read(await twoSheets(), 'Autre')).rejects.toMatchObject({ code: 'import.unreadable' })
  })
})

const bookOf = (sheetData: string, sheet = `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`): Blob => {
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  }
  return new Blob([
    new Uint8Array(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))),
  ])
}

describe('a workbook made to harm is refused before it does', () => {
  test('a plain one of the same make is read', async () => {
    expect((await read(bookOf('<row r="2"><c r="B2"><v>5</v></c></row>'))).rows).toEqual([
      { line: 1, cells: ['', ''] },
      { line: 2, cells: ['', '5'] },
    ])
  })

  it.each([
    ['a row a billion lines down', '<row r="999999999"><c r="A999999999"><v>1</v></c></row>', 'document.too-large'],
    ['a cell a billion lines down', '<row><c r="A999999999"><v>1</v></c></row>', 'document.too-large'],
    ['one cell in the far corner', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', 'document.too-large'],
    ['a column that no sheet has', '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>', 'document.too-large'],
    ['rows out of order', '<row r="2"/><row r="1"/>', 'import.unreadable'],
    ['broken markup', '<row r="1"><c r="A1"><v>1</row>', 'import.unreadable'],
  ])('%s', async (_name, xml, code) => {
    await expect(read(bookOf(xml))).rejects.toMatchObject({ name: 'Refusal', code })
  })

  test('formatted empty cells in the far corner take no room', async () => {
    expect((await read(bookOf('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row>'))).rows).toEqual([
      { line: 1, cells: ['1'] },
    ])
  })

  test('gigabytes in a small file', async () => {
    const bytes = Buffer.from(await bookOf('<row r="1"><c r="A1"><v>1</v></c></row>').arrayBuffer())
    // The size once unpacked, as the archive's directory announces it.
    bytes.writeUInt32LE(3_000_000_000, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
    await expect(read(new Blob([bytes]))).rejects.toMatchObject({ code: 'document.too-large' })
  })

  test('gigabytes that the archive does not announce', async () => {
    const long = '<row r="1"><c r="A1" t="inlineStr"><is><t>'.padEnd(64 * 1024 * 1024, 'x')
    const bytes = Buffer.from(await bookOf(`${long}</t></is></c></row>`).arrayBuffer())
    expect(bytes.length).toBeLessThan(1024 * 1024)
    bytes.writeUInt32LE(1000, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
    const before = process.memoryUsage().rss
    await expect(read(new Blob([bytes]))).rejects.toMatchObject({ code: 'import.unreadable' })
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024)
  })

  test.each([
    ['of a file', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ['in entities', '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY e "&a;&a;">]>'],
  ])('entities %s are signs like others', async (_, doctype) => {
    const sheet = `${doctype}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>`
    expect((await read(bookOf('', sheet))).rows).toEqual([{ line: 1, cells: ['&e;'] }])
  })

  test('a file above the size limit is not even opened', async () => {
    const large = new Blob([new Uint8Array(64 * 1024 * 1024 + 1)])
    await expect(read(large)).rejects.toMatchObject({ code: 'document.too-large' })
  })

  it.each([
    ['no archive', 'not a workbook'],
    ['an archive cut short', 'PK\u0003\u0004rest'],
  ])('%s', async (_name, text) => {
    await expect(read(new Blob([text]))).rejects.toMatchObject({ code: 'import.unreadable' })
  })
})
